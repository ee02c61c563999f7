package cn.lantai.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the fields of a row, one after the other. A long is eight bytes and an int four,
 * highest first; bytes are preceded by their number as an int; a text is the bytes of its UTF-8
 * form. So no two different rows of the same fields give the same input.
 */
public final class RowHash {

  /** In bytes. */
  public static final int LENGTH = 32;

  private static final HexFormat HEX = HexFormat.of();

  /** What the first row of a chain has for the hash of the row before, in hexadecimal. */
  public static final String NONE = "00".repeat(LENGTH);

  private final MessageDigest digest = sha256();

  public RowHash text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public RowHash bytes(byte[] bytes) {
    integer(bytes.length);
    digest.update(bytes);
    return this;
  }

  public RowHash number(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  public RowHash integer(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    return this;
  }

  /** The hash; nothing can be added afterwards. */
  public byte[] end() {
    return digest.digest();
  }

  public String endHex() {
    return hex(end());
  }

  public static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  /**
   * @throws IllegalArgumentException if it is not hexadecimal
   */
  public static byte[] parse(String hex) {
    return HEX.parseHex(hex);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
