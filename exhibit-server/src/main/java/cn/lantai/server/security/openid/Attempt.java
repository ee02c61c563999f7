package cn.lantai.server.security.openid;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * What a session remembers while its visitor is at the provider. Each is good once.
 *
 * @param state comes back with the visitor
 * @param nonce comes back in the ID token
 * @param verifier proves that who asks for the token is who began (RFC 7636)
 * @param next where to go afterwards
 */
public record Attempt(String state, String nonce, String verifier, String next, Instant since)
    implements Serializable {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  public static Attempt begin(String next) {
    return new Attempt(secret(), secret(), secret(), next, Instant.now());
  }

  /** Whether the visitor who comes back with this state is the one who went. */
  public boolean isAnsweredBy(String returned) {
    return isSame(state, returned) && since.plus(PATIENCE).isAfter(Instant.now());
  }

  /** What the provider is told of the verifier: its SHA-256 (RFC 7636, 4.2). */
  String challenge() {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
