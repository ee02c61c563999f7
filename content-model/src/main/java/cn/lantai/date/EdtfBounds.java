package cn.lantai.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads EDTF for the first and the last day that it can mean; empty if unknown or open. */
record EdtfBounds(Optional<LocalDate> earliest, Optional<LocalDate> latest) {

  private static final int MAX_LENGTH = 1000;
  private static final String QUALIFIER = "[?~%]?";
  private static final Pattern POINT =
      Pattern.compile("(-?)([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?" + QUALIFIER);
  private static final Pattern LONG_YEAR = Pattern.compile("Y(-?[1-9][0-9]{4,})" + QUALIFIER);
  private static final Pattern TIME =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})(Z|[+-].*)?");
  private static final Pattern OFFSET = Pattern.compile("[+-][0-9]{2}(?::[0-9]{2})?");
  private static final int SPRING = 21;
  private static final int MONTHS_OF_SEASON = 3;

  static EdtfBounds parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("Longer than " + MAX_LENGTH + " characters");
    }
    if (text.startsWith("[") || text.startsWith("{")) {
      return set(text);
    }
    int slash = text.indexOf('/');
    if (slash >= 0) {
      return between(text.substring(0, slash), text.substring(slash + 1), text);
    }
    Matcher time = TIME.matcher(text);
    return time.matches() ? day(time, text) : point(text);
  }

  private static EdtfBounds day(Matcher time, String text) {
    try {
      LocalTime.parse(time.group(2));
      String zone = Optional.ofNullable(time.group(3)).orElse("Z");
      if (!zone.equals("Z") && !OFFSET.matcher(zone).matches()) {
        throw notEdtf(text);
      }
      ZoneOffset.of(zone);
      LocalDate day = LocalDate.parse(time.group(1));
      return new EdtfBounds(Optional.of(day), Optional.of(day));
    } catch (DateTimeException impossible) {
      throw new IllegalArgumentException("There is no such time: " + text, impossible);
    }
  }

  private static EdtfBounds set(String text) {
    char close = text.charAt(0) == '[' ? ']' : '}';
    if (text.length() < 3 || text.charAt(text.length() - 1) != close) {
      throw notEdtf(text);
    }
    String[] members = text.substring(1, text.length() - 1).split(",", -1);
    List<EdtfBounds> bounds = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      String member = members[i].strip();
      boolean misplaced =
          member.startsWith("..") && i > 0 || member.endsWith("..") && i < members.length - 1;
      if (misplaced) {
        throw notEdtf(text);
      }
      bounds.add(member(member, text));
    }
    Comparator<LocalDate> order = Comparator.naturalOrder();
    return new EdtfBounds(
        first(bounds.stream().map(EdtfBounds::earliest).toList(), order),
        first(bounds.stream().map(EdtfBounds::latest).toList(), order.reversed()));
  }

  private static EdtfBounds member(String member, String text) {
    int dots = member.indexOf("..");
    return dots < 0
        ? point(member)
        : between(member.substring(0, dots), member.substring(dots + 2), text);
  }

  private static Optional<LocalDate> first(
      List<Optional<LocalDate>> bounds, Comparator<LocalDate> order) {
    return bounds.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : bounds.stream().map(Optional::get).min(order);
  }

  private static EdtfBounds between(String from, String to, String text) {
    if (isOpen(from) && isOpen(to)) {
      throw notEdtf(text);
    }
    Optional<LocalDate> first = isOpen(from) ? Optional.empty() : point(from).earliest();
    Optional<LocalDate> last = isOpen(to) ? Optional.empty() : point(to).latest();
    if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
      throw new IllegalArgumentException("The end is before the beginning: " + text);
    }
    return new EdtfBounds(first, last);
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static EdtfBounds point(String text) {
    try {
      Matcher longYear = LONG_YEAR.matcher(text);
      if (longYear.matches()) {
        return year(Integer.parseInt(longYear.group(1)));
      }
      Matcher point = POINT.matcher(text);
      if (!point.matches() || point.group(1).equals("-") && point.group(2).equals("0000")) {
        throw notEdtf(text);
      }
      int sign = point.group(1).isEmpty() ? 1 : -1;
      int[] years =
          completions(point.group(2), 0, 9999).map(year -> sign * year).sorted().toArray();
      return new EdtfBounds(
          Optional.of(bound(years, point.group(3), point.group(4), false, text)),
          Optional.of(bound(years, point.group(3), point.group(4), true, text)));
    } catch (DateTimeException | NumberFormatException beyond) {
      throw new IllegalArgumentException("There is no such day: " + text, beyond);
    }
  }

  private static EdtfBounds year(int year) {
    return new EdtfBounds(
        Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year, 12, 31)));
  }

  /** The first or the last day that exists among all that the unspecified digits allow. */
  private static LocalDate bound(int[] years, String month, String day, boolean last, String text) {
    boolean season = month != null && day == null && month.matches("2[1-4]");
    for (int i = 0; i < years.length; i++) {
      int year = years[last ? years.length - 1 - i : i];
      if (season) {
        return season(year, Integer.parseInt(month), last);
      }
      int[] months = completions(month == null ? "XX" : month, 1, 12).toArray();
      for (int j = 0; j < months.length; j++) {
        YearMonth span = YearMonth.of(year, months[last ? months.length - 1 - j : j]);
        IntStream days = completions(day == null ? "XX" : day, 1, span.lengthOfMonth());
        var found = last ? days.max() : days.min();
        if (found.isPresent()) {
          return span.atDay(found.getAsInt());
        }
      }
    }
    throw new IllegalArgumentException("There is no such day: " + text);
  }

  /** The meteorological season of the northern hemisphere; winter ends in the year after. */
  private static LocalDate season(int year, int code, boolean last) {
    YearMonth start = YearMonth.of(year, 3).plusMonths((long) MONTHS_OF_SEASON * (code - SPRING));
    return last ? start.plusMonths(MONTHS_OF_SEASON - 1L).atEndOfMonth() : start.atDay(1);
  }

  private static IntStream completions(String digits, int min, int max) {
    if (digits.indexOf('X') < 0) {
      int value = Integer.parseInt(digits);
      return value < min || value > max ? IntStream.empty() : IntStream.of(value);
    }
    return IntStream.rangeClosed(min, max).filter(value -> matches(digits, value));
  }

  private static boolean matches(String digits, int value) {
    int rest = value;
    for (int i = digits.length() - 1; i >= 0; i--) {
      char digit = digits.charAt(i);
      if (digit != 'X' && digit - '0' != rest % 10) {
        return false;
      }
      rest /= 10;
    }
    return true;
  }

  private static IllegalArgumentException notEdtf(String text) {
    return new IllegalArgumentException("Not a date in EDTF: " + text);
  }
}
