package cn.lantai.server.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes that an authenticator shows: RFC 6238 with the defaults that all of them know (SHA-1, six
 * digits, thirty seconds).
 */
final class TimeCodes {

  /** In bytes, as RFC 4226, section 4, recommends. */
  private static final int SECRET = 20;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();

  TimeCodes(Clock clock) {
    this.clock = clock;
  }

  /** A new secret in Base32, which is how people type it. */
  static String secret() {
    byte[] bytes = new byte[SECRET];
    RANDOM.nextBytes(bytes);
    return new Base32().encodeToString(bytes);
  }

  /**
   * The time step of a code. One step before and after this one counts as well, for clocks differ
   * and people need time to type (section 5.2).
   *
   * @param after steps up to this one are used up
   * @return empty if it is no code of now
   */
  OptionalLong step(String secret, String code, long after) {
    long length = generator.getTimeStep().toSeconds();
    long now = clock.instant().getEpochSecond() / length;
    OptionalLong found = OptionalLong.empty();
    for (long step = now - 1; step <= now + 1; step++) {
      boolean same =
          MessageDigest.isEqual(bytes(code(secret, step * length)), bytes(code.replace(" ", "")));
      if (same && step > after) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  String code(String secret, long second) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(new Base32().decode(secret), "RAW"), Instant.ofEpochSecond(second));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
