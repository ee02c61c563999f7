package cn.lantai.server.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts. Passwords are kept as PBKDF2 hashes only. */
@ApplicationScoped
@Transactional
public class Accounts {

  public static final String ADMINISTRATOR = "admin";

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  @Inject Pbkdf2PasswordHash hash;

  private String hashOfNobody;

  @PostConstruct
  void prepare() {
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64"));
    hashOfNobody = hash.generate(randomPassword().toCharArray());
  }

  /** Makes the administrator's account if there is none yet, and gives its password. */
  public Optional<String> createAdministratorIfNone() {
    if (manager.find(AccountRow.class, ADMINISTRATOR) != null) {
      return Optional.empty();
    }
    String password = randomPassword();
    manager.persist(
        new AccountRow(
            ADMINISTRATOR, hash.generate(password.toCharArray()), Set.of(Role.ADMINISTRATOR)));
    return Optional.of(password);
  }

  /** Gives the administrator a new random password. */
  public String renewAdministratorPassword() {
    return createAdministratorIfNone()
        .orElseGet(
            () -> {
              String password = randomPassword();
              manager
                  .find(AccountRow.class, ADMINISTRATOR)
                  .setPasswordHash(hash.generate(password.toCharArray()));
              return password;
            });
  }

  /** The roles of the account, if there is one and the password is its own. */
  Optional<Set<String>> verify(String name, char[] password) {
    Optional<AccountRow> account = Optional.ofNullable(manager.find(AccountRow.class, name));
    // An unknown name takes as long as a known one, so that time does not tell them apart.
    String expected = account.map(AccountRow::passwordHash).orElse(hashOfNobody);
    return hash.verify(password, expected) ? account.map(AccountRow::roles) : Optional.empty();
  }

  /** 80 random bits. */
  private static String randomPassword() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
