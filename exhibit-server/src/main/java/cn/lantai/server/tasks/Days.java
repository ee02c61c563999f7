package cn.lantai.server.tasks;

import cn.lantai.server.tasks.TaskRefusedException.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them: {@code 2026-12-01}, {@code 2026/12/1}, {@code 2026年12月1日}. */
final class Days {

  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");

  private Days() {}

  /**
   * @return empty if nothing is written
   * @throws TaskRefusedException if it is no day
   */
  static Optional<LocalDate> read(String text) {
    String written = text.strip();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Matcher day = DAY.matcher(written);
    try {
      if (day.matches()) {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3))));
      }
    } catch (DateTimeException noSuchDay) {
      // Told below.
    }
    throw new TaskRefusedException(Reason.DAY);
  }
}
