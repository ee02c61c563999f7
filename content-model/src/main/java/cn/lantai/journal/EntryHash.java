package cn.lantai.journal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The hash that chains the rows: SHA-256 over these fields, one after the other.
 *
 * <pre>
 * text   "lantai-journal-1"
 * bytes  hash of the row before (32 zero bytes in the first row)
 * long   sequence
 * text   entity, lantai:/id/{type}/{key}
 * text   action
 * long   version
 * long   replaces
 * text   time in UTC with milliseconds, 2026-11-22T08:15:30.123Z
 * text   agent
 * text   reason
 * bytes  content, uncompressed
 * </pre>
 *
 * A long is eight bytes, highest first. Bytes are preceded by their number as four bytes, highest
 * first; a text is the bytes of its UTF-8 form. So no two different rows give the same input.
 */
final class EntryHash {

  static final int LENGTH = 32;

  private static final String FORM = "lantai-journal-1";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final HexFormat HEX = HexFormat.of();

  private EntryHash() {}

  /** The hash that belongs to the row, whatever {@code entry.hash()} says. */
  static byte[] of(Entry entry) {
    MessageDigest digest = sha256();
    try (DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      write(out, FORM);
      write(out, entry.previousHash());
      out.writeLong(entry.sequence());
      write(out, entry.entity().uri());
      write(out, entry.action().name());
      out.writeLong(entry.version());
      out.writeLong(entry.replaces());
      write(out, time(entry.at()));
      write(out, entry.agent());
      write(out, entry.reason());
      write(out, entry.content());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return digest.digest();
  }

  /** SHA-256 of a content, in hexadecimal. */
  static String digest(byte[] content) {
    return hex(sha256().digest(content));
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    write(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
