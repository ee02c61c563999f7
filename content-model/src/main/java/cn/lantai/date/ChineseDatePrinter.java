package cn.lantai.date;

import cn.lantai.date.LunarCalendar.Month;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints a date as the time wrote it. What cannot be said exactly is left out: a month has no lunar
 * form unless its days are those of a lunar month.
 */
public final class ChineseDatePrinter {

  private static final Pattern CIVIL =
      Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])(?:-(\\d{2}))?)?");
  private static final String[] TENS = {"初", "十", "廿", "三"};

  private ChineseDatePrinter() {}

  /** 民国十年七月二十三日; empty outside 1912–1949 and for what is not a year, month or day. */
  public static Optional<String> republic(EdtfDate date) {
    Matcher civil = CIVIL.matcher(date.value());
    if (!civil.matches()
        || date.earliest().filter(day -> Era.REPUBLIC.days().contains(day)).isEmpty()) {
      return Optional.empty();
    }
    String month =
        civil.group(2) == null ? "" : ChineseNumber.words(Integer.parseInt(civil.group(2))) + "月";
    String day =
        civil.group(3) == null ? "" : ChineseNumber.words(Integer.parseInt(civil.group(3))) + "日";
    return Optional.of(year(Era.REPUBLIC, date.earliest().get()) + month + day);
  }

  /** 光绪二十四年八月初六; empty after the Qing. */
  public static Optional<String> reign(EdtfDate date) {
    return days(date)
        .filter(days -> days.last().isBefore(Era.REPUBLIC.days().first()))
        .flatMap(
            days ->
                Era.of(days.first())
                    .filter(era -> era.days().contains(days.last()))
                    .flatMap(era -> lunar(days, year(era, days.first()))));
  }

  /** 戊戌年八月初六, of a day, a whole lunar month or a whole lunar year. */
  public static Optional<String> lunar(EdtfDate date) {
    return days(date)
        .flatMap(
            days ->
                LunarCalendar.of(days.first())
                    .flatMap(day -> lunar(days, StemBranch.ofYear(day.month().year()) + "年")));
  }

  /** 丙辰日; empty for what is not a single day. */
  public static Optional<String> day(EdtfDate date) {
    return days(date)
        .filter(days -> days.first().equals(days.last()))
        .map(days -> StemBranch.ofDay(days.first()) + "日");
  }

  private static Optional<Days> days(EdtfDate date) {
    boolean qualified = date.value().matches(".*[?~%X\\[{].*");
    return qualified
        ? Optional.empty()
        : date.earliest().flatMap(first -> date.latest().map(last -> new Days(first, last)));
  }

  private static Optional<String> lunar(Days days, String year) {
    Optional<LunarCalendar.Day> first = LunarCalendar.of(days.first());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Month month = first.get().month();
    String name = year + (month.leap() ? "闰" : "") + monthName(month.number());
    if (days.first().equals(days.last())) {
      return Optional.of(name + dayName(first.get().number()));
    }
    if (days.equals(month.days())) {
      return Optional.of(name);
    }
    return days.equals(LunarCalendar.days(month.year())) ? Optional.of(year) : Optional.empty();
  }

  private static String year(Era era, LocalDate day) {
    int number = era.number(day);
    return era.zh() + (number == 1 ? "元" : ChineseNumber.words(number)) + "年";
  }

  private static String monthName(int number) {
    return switch (number) {
      case 1 -> "正月";
      case 11 -> "冬月";
      case 12 -> "腊月";
      default -> ChineseNumber.words(number) + "月";
    };
  }

  private static String dayName(int number) {
    return number % 10 == 0
        ? new String[] {"初十", "二十", "三十"}[number / 10 - 1]
        : TENS[number / 10] + ChineseNumber.words(number % 10);
  }
}
