package cn.lantai.media;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The digest of some bytes; written {@code sha256:} or {@code sm3:} and 64 lower-case hexadecimal
 * digits.
 *
 * @param hex the digits alone
 */
public record Digest(DigestAlgorithm algorithm, String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public Digest {
    Objects.requireNonNull(algorithm, "algorithm");
    if (!isHex(hex)) {
      throw new IllegalArgumentException("not 64 lower-case hexadecimal digits: " + hex);
    }
  }

  /** A SHA-256. */
  public Digest(String hex) {
    this(DigestAlgorithm.SHA_256, hex);
  }

  public static boolean isHex(String text) {
    return HEX.matcher(text).matches();
  }

  public static Digest parse(String text) {
    String[] parts = text.split(":", 2);
    Optional<DigestAlgorithm> algorithm = DigestAlgorithm.ofLabel(parts[0]);
    if (parts.length < 2 || algorithm.isEmpty()) {
      throw new IllegalArgumentException("a digest starts with sha256: or sm3: — " + text);
    }
    return new Digest(algorithm.get(), parts[1]);
  }

  /** The SHA-256. */
  public static Digest of(byte[] bytes) {
    MessageDigest sha256 = DigestAlgorithm.SHA_256.newMessageDigest();
    sha256.update(bytes);
    return finish(DigestAlgorithm.SHA_256, sha256);
  }

  /** The SHA-256. */
  public static Digest of(Path file) throws IOException {
    return Digests.of(file, EnumSet.of(DigestAlgorithm.SHA_256)).sha256();
  }

  static Digest finish(DigestAlgorithm algorithm, MessageDigest digest) {
    return new Digest(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public String toString() {
    return algorithm.label() + ":" + hex;
  }
}
