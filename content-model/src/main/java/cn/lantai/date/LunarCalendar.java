package cn.lantai.date;

import com.nlf.calendar.LunarYear;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/**
 * The Chinese lunar calendar (农历) for the years in which it was checked against independent
 * sources. A lunar year bears the number of the Gregorian year in which it begins. Safe for use by
 * many threads.
 */
public final class LunarCalendar {

  public static final int FIRST_YEAR = 1821;
  public static final int LAST_YEAR = 2050;

  private static final ConcurrentMap<Integer, List<Month>> YEARS = new ConcurrentHashMap<>();

  private LunarCalendar() {}

  /** A month of a lunar year, 1 to 12, and its Gregorian days. */
  public record Month(int year, int number, boolean leap, Days days) {

    public int length() {
      return (int) ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
    }
  }

  /** A day of a lunar month, from 1 on. */
  public record Day(Month month, int number) {}

  public static boolean knows(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /**
   * The months of a year in their order.
   *
   * @throws IllegalArgumentException if the year lies outside the checked range
   */
  public static List<Month> months(int year) {
    if (!knows(year)) {
      throw new IllegalArgumentException("The lunar calendar is not known for " + year);
    }
    return YEARS.computeIfAbsent(year, LunarCalendar::compute);
  }

  /** Empty if the year has no such month. */
  public static Optional<Month> month(int year, int number, boolean leap) {
    return months(year).stream()
        .filter(month -> month.number() == number && month.leap() == leap)
        .findFirst();
  }

  public static Optional<Month> leapMonth(int year) {
    return months(year).stream().filter(Month::leap).findFirst();
  }

  public static Days days(int year) {
    List<Month> months = months(year);
    return new Days(months.get(0).days().first(), months.get(months.size() - 1).days().last());
  }

  /** Empty if the day lies outside the checked range. */
  public static Optional<Day> of(LocalDate day) {
    int year = day.getYear();
    return IntStream.of(year, year - 1)
        .filter(LunarCalendar::knows)
        .boxed()
        .flatMap(candidate -> months(candidate).stream())
        .filter(month -> month.days().contains(day))
        .findFirst()
        .map(month -> new Day(month, (int) ChronoUnit.DAYS.between(month.days().first(), day) + 1));
  }

  private static List<Month> compute(int year) {
    return LunarYear.fromYear(year).getMonthsInYear().stream()
        .map(
            month -> {
              LocalDate first =
                  LocalDate.EPOCH.with(
                      JulianFields.JULIAN_DAY, Math.round(month.getFirstJulianDay()));
              return new Month(
                  year,
                  Math.abs(month.getMonth()),
                  month.isLeap(),
                  new Days(first, first.plusDays(month.getDayCount() - 1L)));
            })
        .toList();
  }
}
