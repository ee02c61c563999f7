package cn.lantai.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How texts and times stand in tables beside the journal, the same in every database. */
public final class RowText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private RowText() {}

  /** A time in whole milliseconds, whose plain order is that of time. */
  public static String of(Instant at) {
    return TIME.format(at);
  }

  /** Whether a text can be read back from every database as it was. */
  public static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
