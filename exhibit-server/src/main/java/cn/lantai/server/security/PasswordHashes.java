package cn.lantai.server.security;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is kept of passwords: hashes by PBKDF2, each with a salt of its own. Made together with
 * {@link Accounts}, so that settings which make them weak end the start.
 */
@Dependent
class PasswordHashes {

  /** NIST SP 800-63B, 5.1.1.2. */
  private static final int FEWEST_ROUNDS = 10_000;

  private static final Pattern ROUNDS = Pattern.compile("\\d{1,8}");

  private final Pbkdf2PasswordHash hash;
  private final String rounds;

  @Resource ManagedExecutorService executor;

  private CompletableFuture<String> ofNobody;

  @Inject
  PasswordHashes(
      Pbkdf2PasswordHash hash, @ConfigProperty(name = "lantai.password.rounds") String rounds) {
    this.hash = hash;
    this.rounds = rounds;
  }

  @PostConstruct
  void prepare() {
    if (!ROUNDS.matcher(rounds).matches() || Integer.parseInt(rounds) < FEWEST_ROUNDS) {
      throw new IllegalStateException("LANTAI_PASSWORD_ROUNDS: ≥ " + FEWEST_ROUNDS);
    }
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", rounds,
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64"));
    // It takes a while, and the start does not need it.
    ofNobody = executor.supplyAsync(() -> of(Secrets.password()));
  }

  String of(String password) {
    return hash.generate(password.toCharArray());
  }

  /**
   * Whether it is this password.
   *
   * @param known the hash of the account; where there is none it takes as long as where there is,
   *     so that time does not tell them apart
   */
  boolean matches(String password, Optional<String> known) {
    boolean same = hash.verify(password.toCharArray(), known.orElseGet(ofNobody::join));
    return same && known.isPresent();
  }
}
