package cn.lantai.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date in the Extended Date/Time Format (ISO 8601-2:2019, profile of the Library of Congress):
 * years, months, days, seasons 21–24, intervals with unknown or open ends, the qualifiers {@code ?
 * ~ %}, unspecified digits {@code X}, and sets in square or curly brackets. Years have four digits,
 * possibly with a minus sign.
 *
 * @param value the EDTF string
 * @param earliest the first day that the value can mean; empty if it is unknown or open
 * @param latest the last day that the value can mean; empty if it is unknown or open
 */
public record EdtfDate(String value, Optional<LocalDate> earliest, Optional<LocalDate> latest) {

  private static final Pattern POINT =
      Pattern.compile("(-?)([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?");

  /**
   * @throws IllegalArgumentException if the text is not EDTF, or names a day that does not exist
   */
  public static EdtfDate parse(String text) {
    Bounds bounds = text.startsWith("[") || text.startsWith("{") ? set(text) : interval(text);
    if (bounds.from().isPresent()
        && bounds.to().isPresent()
        && bounds.from().get().isAfter(bounds.to().get())) {
      throw new IllegalArgumentException("The end is before the beginning: " + text);
    }
    return new EdtfDate(text, bounds.from(), bounds.to());
  }

  private static Bounds interval(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return point(text);
    }
    String from = text.substring(0, slash);
    String to = text.substring(slash + 1);
    if (isOpen(from) && isOpen(to)) {
      throw notEdtf(text);
    }
    return new Bounds(
        isOpen(from) ? Optional.empty() : point(from).from(),
        isOpen(to) ? Optional.empty() : point(to).to());
  }

  private static Bounds set(String text) {
    char close = text.charAt(0) == '[' ? ']' : '}';
    if (text.length() < 3 || text.charAt(text.length() - 1) != close) {
      throw notEdtf(text);
    }
    List<Bounds> members = new ArrayList<>();
    for (String member : text.substring(1, text.length() - 1).split(",", -1)) {
      members.add(member(member.strip(), text));
    }
    return new Bounds(
        bound(members.stream().map(Bounds::from).toList(), true),
        bound(members.stream().map(Bounds::to).toList(), false));
  }

  private static Bounds member(String member, String text) {
    int dots = member.indexOf("..");
    if (dots < 0) {
      return point(member);
    }
    String from = member.substring(0, dots);
    String to = member.substring(dots + 2);
    if (from.isEmpty() && to.isEmpty()) {
      throw notEdtf(text);
    }
    return new Bounds(
        from.isEmpty() ? Optional.empty() : point(from).from(),
        to.isEmpty() ? Optional.empty() : point(to).to());
  }

  private static Optional<LocalDate> bound(List<Optional<LocalDate>> bounds, boolean first) {
    if (bounds.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return first
        ? bounds.stream().map(Optional::get).min(LocalDate::compareTo)
        : bounds.stream().map(Optional::get).max(LocalDate::compareTo);
  }

  private static Bounds point(String text) {
    Matcher matcher = POINT.matcher(text);
    if (!matcher.matches()) {
      throw notEdtf(text);
    }
    try {
      int sign = matcher.group(1).isEmpty() ? 1 : -1;
      int low = sign * Integer.parseInt(matcher.group(2).replace('X', '0'));
      int high = sign * Integer.parseInt(matcher.group(2).replace('X', '9'));
      return within(Math.min(low, high), Math.max(low, high), matcher.group(3), matcher.group(4));
    } catch (DateTimeException impossible) {
      throw new IllegalArgumentException("There is no such day: " + text, impossible);
    }
  }

  private static Bounds within(int firstYear, int lastYear, String month, String day) {
    if (month == null || month.contains("X")) {
      requireKnownBefore(day);
      int[] months = range(month == null ? "XX" : month, 1, 12);
      return new Bounds(
          Optional.of(LocalDate.of(firstYear, months[0], 1)),
          Optional.of(YearMonth.of(lastYear, months[1]).atEndOfMonth()));
    }
    int number = Integer.parseInt(month);
    if (number >= 21 && number <= 24) {
      requireKnownBefore(day);
      return season(firstYear, lastYear, number - 21);
    }
    YearMonth first = YearMonth.of(firstYear, number);
    YearMonth last = YearMonth.of(lastYear, number);
    int[] days = range(day == null ? "XX" : day, 1, last.lengthOfMonth());
    return new Bounds(Optional.of(first.atDay(days[0])), Optional.of(last.atDay(days[1])));
  }

  /** The meteorological season of the northern hemisphere; winter ends in the year after. */
  private static Bounds season(int firstYear, int lastYear, int index) {
    YearMonth start = YearMonth.of(firstYear, 3).plusMonths(3L * index);
    YearMonth end = YearMonth.of(lastYear, 5).plusMonths(3L * index);
    return new Bounds(Optional.of(start.atDay(1)), Optional.of(end.atEndOfMonth()));
  }

  /** A specified day in an unspecified month is EDTF level 2, which is not read here. */
  private static void requireKnownBefore(String day) {
    if (day != null && !day.equals("XX")) {
      throw new DateTimeException("day without month");
    }
  }

  private static int[] range(String digits, int min, int max) {
    int low = Math.max(min, Integer.parseInt(digits.replace('X', '0')));
    int high = Integer.parseInt(digits.replace('X', '9'));
    high = digits.contains("X") ? Math.min(max, high) : high;
    if (low > high || high > max || low < min) {
      throw new DateTimeException("out of range");
    }
    if (!digits.contains("X") && low != high) {
      throw new DateTimeException("out of range");
    }
    return new int[] {low, high};
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static IllegalArgumentException notEdtf(String text) {
    return new IllegalArgumentException("Not a date in EDTF: " + text);
  }

  @Override
  public String toString() {
    return value;
  }

  private record Bounds(Optional<LocalDate> from, Optional<LocalDate> to) {}
}
