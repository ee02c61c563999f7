package cn.lantai.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** How a digest is computed. */
public enum DigestAlgorithm {
  /** The one by which media are addressed. */
  SHA_256("sha256"),
  /** GB/T 32905-2016. */
  SM3("sm3");

  private final String label;

  DigestAlgorithm(String label) {
    this.label = label;
  }

  /** As RFC 8493 writes it in the names of manifests: lower-case letters and digits. */
  public String label() {
    return label;
  }

  public static Optional<DigestAlgorithm> ofLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  public MessageDigest newMessageDigest() {
    if (this == SM3) {
      return new SM3.Digest();
    }
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
