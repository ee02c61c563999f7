package cn.lantai.date;

import cn.lantai.date.DateMeaning.Alternative;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reckons a month and day of a Gregorian year. */
final class CivilReckoner {

  private static final String UNKNOWN = "XX";

  private final DateWords words;
  private final int year;

  CivilReckoner(DateWords words, int year) {
    this.words = words;
    this.year = year;
  }

  Stream<Alternative> reckon() {
    String month = words.get("month").or(this::branch).orElse("");
    if (words.has("season")) {
      int code = 21 + DateReckoner.season(words.get("season").get());
      return point("%04d-%02d".formatted(year, code));
    }
    if (words.has("half")) {
      boolean first = words.get("half").get().equals("上");
      return Stream.of(
          new Alternative(
              "%04d-%s".formatted(year, first ? "01" : "07"),
              "%04d-%s".formatted(year, first ? "06" : "12")));
    }
    if (month.isEmpty()) {
      return withoutMonth();
    }
    if (isUnknown(month)) {
      return point("%04d-XX%s".formatted(year, words.has("day") ? "-" + dayOrUnknown() : ""));
    }
    int number = month.equals("元") ? 1 : DateReckoner.number(month);
    if (number < 1 || number > 12) {
      throw DateReckoner.noSuchDay("没有" + number + "月", "There is no month " + number);
    }
    return within(YearMonth.of(year, number));
  }

  private Optional<String> branch() {
    return words.get("branch").map(branch -> Integer.toString(TelegraphDay.month(branch)));
  }

  private Stream<Alternative> withoutMonth() {
    if (words.has("dayname")) {
      return DateReckoner.daysNamed(words.get("dayname").get(), Days.ofYears(year, year))
          .map(day -> Alternative.point(day.toString()));
    }
    if (words.has("rhyme")) {
      int day = TelegraphDay.day(words.get("rhyme").get()).orElseThrow();
      return IntStream.rangeClosed(1, 12)
          .mapToObj(month -> YearMonth.of(year, month))
          .filter(month -> day <= month.lengthOfMonth())
          .map(month -> Alternative.point(month.atDay(day).toString()));
    }
    if (words.has("day") || words.has("xun") || words.has("monthpart")) {
      throw DateReckoner.noSuchDay("没有写月份", "The month is missing");
    }
    return point("%04d".formatted(year));
  }

  private Stream<Alternative> within(YearMonth month) {
    Days days = DateReckoner.month(month);
    if (words.has("xun")) {
      return Stream.of(
          Alternative.of(DateReckoner.xun(words.get("xun").get(), days.first(), days.last())));
    }
    if (words.has("dayname")) {
      return DateReckoner.daysNamed(words.get("dayname").get(), days)
          .map(day -> Alternative.point(day.toString()));
    }
    if (words.has("rhyme")) {
      return day(month, TelegraphDay.day(words.get("rhyme").get()).orElseThrow());
    }
    if (!words.has("day")) {
      return point(month.toString());
    }
    String day = dayOrUnknown();
    return day.equals(UNKNOWN) ? point(month + "-XX") : day(month, Integer.parseInt(day));
  }

  private Stream<Alternative> day(YearMonth month, int day) {
    if (day < 1 || day > month.lengthOfMonth()) {
      throw DateReckoner.noSuchDay(
          "%d年%d月没有%d日".formatted(month.getYear(), month.getMonthValue(), day),
          "%s has no day %d".formatted(month, day));
    }
    LocalDate found = month.atDay(day);
    return point(found.toString());
  }

  private String dayOrUnknown() {
    String day = words.get("day").orElseThrow();
    return isUnknown(day) ? UNKNOWN : "%02d".formatted(DateReckoner.number(day));
  }

  private static boolean isUnknown(String text) {
    return text.matches("[xX×□?]{1,2}");
  }

  private static Stream<Alternative> point(String edtf) {
    return Stream.of(Alternative.point(edtf));
  }
}
