package cn.lantai.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Chains steps that are no rows of the journal, such as those of a review: SHA-256 over the hash of
 * the step before and all that the step says, each text with its length before it. A row of the
 * journal that carries the hash of the last step holds them all.
 */
public final class StepHash {

  /** Stands before the first step. */
  public static final String NONE = "";

  private final MessageDigest digest;

  private StepHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @param before the hash of the step before
   */
  public static StepHash after(String before) {
    return new StepHash().text(before);
  }

  public StepHash text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
    return this;
  }

  public StepHash number(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    return this;
  }

  public StepHash number(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  /** In hexadecimal; nothing can be added behind. */
  public String toHex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
