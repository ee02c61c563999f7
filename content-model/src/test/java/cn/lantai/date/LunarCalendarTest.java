package cn.lantai.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the calendar to a table of lunar years and to ICU. The table lunar-years.csv states facts
 * (first day, leap month, + for months of 30 and - for months of 29 days) as historical almanacs
 * and GB/T 33661-2017 give them, from the published tables of Yuk Tung Liu's “Chinese Calendar”.
 */
class LunarCalendarTest {

  /**
   * The lunar months in which ICU 79 differs, by their first days. ICU computes new moons and solar
   * terms by approximations that are minutes off, so a new moon or a term near midnight falls on
   * the wrong day: the month begins a day early or late, or another month is made the leap month.
   * In every one the table and the almanacs side with the library.
   */
  private static final List<String> ICU_IS_WRONG =
      List.of(
          "1821-06-29",
          "1827-06-24",
          "1827-07-24",
          "1831-04-12",
          "1890-01-21",
          "1890-02-19",
          "1890-03-21",
          "1896-02-13",
          "1897-07-29",
          "1917-03-23",
          "1917-04-21",
          "1922-06-25",
          "1922-07-24",
          "1954-02-03",
          "1955-02-22",
          "1987-07-26",
          "1987-08-24",
          "1999-01-17",
          "2012-08-17",
          "2018-10-09",
          "2018-11-08",
          "2027-02-06",
          "2030-01-04",
          "2030-02-03");

  @Test
  void agreesWithTheTableOfLunarYearsInEveryMonth() throws IOException {
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                LunarCalendarTest.class.getResourceAsStream("lunar-years.csv"),
                StandardCharsets.UTF_8))) {
      List<String> facts = table.lines().skip(1).toList();
      List<String> computed = new ArrayList<>();
      for (int year = LunarCalendar.FIRST_YEAR; year <= LunarCalendar.LAST_YEAR; year++) {
        computed.add(row(year));
      }
      assertEquals(String.join("\n", facts), String.join("\n", computed));
    }
  }

  private static String row(int year) {
    return year
        + ","
        + LunarCalendar.days(year).first()
        + ","
        + LunarCalendar.leapMonth(year).map(month -> "" + month.number()).orElse("")
        + ","
        + LunarCalendar.months(year).stream()
            .map(month -> month.length() == 30 ? "+" : "-")
            .collect(Collectors.joining());
  }

  @Test
  void differsFromIcuOnlyWhereIcuIsKnownToBeWrong() {
    ChineseCalendar icu = new ChineseCalendar(TimeZone.getTimeZone("GMT+8"), ULocale.ROOT);
    List<String> different = new ArrayList<>();
    LocalDate last = LunarCalendar.days(LunarCalendar.LAST_YEAR).last();
    for (LocalDate day = LunarCalendar.days(LunarCalendar.FIRST_YEAR).first();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      LunarCalendar.Day ours = LunarCalendar.of(day).orElseThrow();
      icu.setTimeInMillis(day.toEpochDay() * 86_400_000L + 4 * 3_600_000L);
      boolean same =
          icu.get(ChineseCalendar.MONTH) + 1 == ours.month().number()
              && icu.get(ChineseCalendar.IS_LEAP_MONTH) == 1 == ours.month().leap()
              && icu.get(ChineseCalendar.DAY_OF_MONTH) == ours.number();
      String month = ours.month().days().first().toString();
      if (!same && !different.contains(month)) {
        different.add(month);
      }
    }
    assertEquals(ICU_IS_WRONG, different);
  }

  @Test
  void knowsTheLeapMonthsThatAreOftenGotWrong() {
    assertTrue(LunarCalendar.month(1890, 2, true).isPresent());
    assertTrue(LunarCalendar.month(1922, 5, true).isPresent());
    assertTrue(LunarCalendar.month(2033, 11, true).isPresent());
    assertFalse(LunarCalendar.leapMonth(1935).isPresent());
  }

  @Test
  void saysNothingOfDaysOutsideTheCheckedYears() {
    assertTrue(LunarCalendar.of(LocalDate.of(1821, 2, 2)).isEmpty());
    assertEquals(1821, LunarCalendar.of(LocalDate.of(1821, 2, 3)).orElseThrow().month().year());
    assertEquals(2050, LunarCalendar.of(LocalDate.of(2051, 2, 10)).orElseThrow().month().year());
    assertTrue(LunarCalendar.of(LocalDate.of(2051, 2, 11)).isEmpty());
  }

  @Test
  void countsDaysByStemAndBranch() {
    assertEquals("癸亥", StemBranch.ofDay(LocalDate.of(2000, 1, 6)).toString());
    assertEquals("丁亥", StemBranch.ofDay(LocalDate.of(1921, 7, 23)).toString());
    assertEquals("辛酉", StemBranch.ofYear(1921).toString());
    assertTrue(StemBranch.ofName("甲丑").isEmpty());
  }
}
