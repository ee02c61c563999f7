package cn.lantai.date;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What years were counted by: the reigns of the Qing from 道光 on, in lunar years, and the Republic
 * (民国), in Gregorian years. The count of the Republic ends for us on 30 September 1949. Taiwan
 * counts on, so a later year is either a document from there or, far more often, a slip; which of
 * the two only the archivist can say, and so it is refused rather than read.
 */
public enum Era {
  DAOGUANG("道光", "Daoguang", 1821, "1821-02-03", "1851-01-31"),
  XIANFENG("咸丰", "Xianfeng", 1851, "1851-02-01", "1862-01-29"),
  TONGZHI("同治", "Tongzhi", 1862, "1862-01-30", "1875-02-05"),
  GUANGXU("光绪", "Guangxu", 1875, "1875-02-06", "1909-01-21"),
  XUANTONG("宣统", "Xuantong", 1909, "1909-01-22", "1912-02-12"),
  REPUBLIC("民国", "Republican", 1912, "1912-01-01", "1949-12-31");

  private final String zh;
  private final String en;
  private final int firstYear;
  private final Days days;

  Era(String zh, String en, int firstYear, String first, String last) {
    this.zh = zh;
    this.en = en;
    this.firstYear = firstYear;
    this.days = new Days(LocalDate.parse(first), LocalDate.parse(last));
  }

  public static Optional<Era> ofName(String simplified) {
    return Arrays.stream(values()).filter(era -> era.zh.equals(simplified)).findFirst();
  }

  /** The reign or the Republic in which a day lies. From 1912-01-01 on it is the Republic. */
  public static Optional<Era> of(LocalDate day) {
    return REPUBLIC.days.contains(day)
        ? Optional.of(REPUBLIC)
        : Arrays.stream(values()).filter(era -> era.days.contains(day)).findFirst();
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  public Days days() {
    return days;
  }

  public boolean isLunar() {
    return this != REPUBLIC;
  }

  /** The number that its last year has; that of 道光 is 30. */
  public int lastNumber() {
    return this == XUANTONG ? 3 : yearOf(days.last()) - firstYear + 1;
  }

  /** The Gregorian year, in which a lunar year begins. */
  public int year(int number) {
    return firstYear + number - 1;
  }

  /** The number that the year of a day has, 1 for 元年. */
  public int number(LocalDate day) {
    return yearOf(day) - firstYear + 1;
  }

  private int yearOf(LocalDate day) {
    return isLunar() ? LunarCalendar.of(day).orElseThrow().month().year() : day.getYear();
  }
}
