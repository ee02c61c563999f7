package cn.lantai.server.showing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as a browser's field has them, in the time of the server; or instants. */
final class ShowingTimes {

  private ShowingTimes() {}

  /** Empty if nothing is written. */
  static Optional<Instant> read(String text) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          wanted.endsWith("Z")
              ? Instant.parse(wanted)
              : LocalDateTime.parse(wanted).atZone(ZoneId.systemDefault()).toInstant());
    } catch (DateTimeException unreadable) {
      throw ShowingProblems.unreadable();
    }
  }

  /** For a field of a form. */
  static String write(Optional<Instant> at) {
    return at.map(
            each ->
                LocalDateTime.ofInstant(each, ZoneId.systemDefault())
                    .truncatedTo(ChronoUnit.MINUTES)
                    .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME))
        .map(text -> text.substring(0, "2026-12-01T09:00".length()))
        .orElse("");
  }
}
