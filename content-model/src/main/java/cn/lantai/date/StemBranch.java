package cn.lantai.date;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.Optional;

/**
 * One of the sixty combinations of stem and branch (干支) that count years and days.
 *
 * @param index 0 for 甲子 to 59 for 癸亥
 */
public record StemBranch(int index) {

  static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

  private static final int CYCLE = 60;

  public StemBranch {
    if (index < 0 || index >= CYCLE) {
      throw new IllegalArgumentException("Not in the cycle of sixty: " + index);
    }
  }

  /** The name that a lunar year has; the Gregorian year is the one in which it begins. */
  public static StemBranch ofYear(int year) {
    return new StemBranch(Math.floorMod(year - 4, CYCLE));
  }

  public static StemBranch ofDay(LocalDate day) {
    return new StemBranch(
        (int) Math.floorMod(day.getLong(JulianFields.JULIAN_DAY) + 49, (long) CYCLE));
  }

  /** Empty if the two characters are not a combination of the cycle, such as 甲丑. */
  public static Optional<StemBranch> ofName(String name) {
    for (int i = 0; i < CYCLE; i++) {
      StemBranch candidate = new StemBranch(i);
      if (candidate.toString().equals(name)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "" + STEMS.charAt(index % 10) + BRANCHES.charAt(index % 12);
  }
}
