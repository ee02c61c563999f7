package cn.lantai.date;

import java.time.LocalDate;
import java.util.Optional;

/** A run of days, both ends included. */
public record Days(LocalDate first, LocalDate last) {

  public Days {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("The end is before the beginning: " + first + "/" + last);
    }
  }

  /** From the first day of a year to the last day of another. */
  public static Days ofYears(int first, int last) {
    return new Days(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  Optional<Days> within(Days other) {
    LocalDate from = first.isBefore(other.first) ? other.first : first;
    LocalDate to = last.isAfter(other.last) ? other.last : last;
    return to.isBefore(from) ? Optional.empty() : Optional.of(new Days(from, to));
  }
}
