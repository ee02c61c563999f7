package cn.lantai.journal;

import cn.lantai.chain.RowHash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

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
 * {@link RowHash} says how each kind of field is written.
 */
final class EntryHash {

  private static final String FORM = "lantai-journal-1";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private EntryHash() {}

  /** The hash that belongs to the row, whatever {@code entry.hash()} says. */
  static byte[] of(Entry entry) {
    return new RowHash()
        .text(FORM)
        .bytes(entry.previousHash())
        .number(entry.sequence())
        .text(entry.entity().uri())
        .text(entry.action().name())
        .number(entry.version())
        .number(entry.replaces())
        .text(time(entry.at()))
        .text(entry.agent())
        .text(entry.reason())
        .bytes(entry.content())
        .end();
  }

  /** SHA-256 of a content, in hexadecimal. */
  static String digest(byte[] content) {
    try {
      return RowHash.hex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String time(Instant at) {
    return TIME.format(at);
  }
}
