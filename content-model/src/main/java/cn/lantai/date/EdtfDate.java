package cn.lantai.date;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date in the Extended Date/Time Format of the Library of Congress (2019, a profile of ISO
 * 8601-2): levels 0 and 1 whole, and from level 2 sets and unspecified digits in any place.
 *
 * @param value the EDTF string
 * @param earliest the first day that the value can mean; empty if it is unknown or open
 * @param latest the last day that the value can mean; empty if it is unknown or open
 */
public record EdtfDate(String value, Optional<LocalDate> earliest, Optional<LocalDate> latest) {

  /**
   * @throws IllegalArgumentException if the text is not EDTF, or names a day that does not exist
   */
  public static EdtfDate parse(String text) {
    EdtfBounds bounds = EdtfBounds.parse(text);
    return new EdtfDate(text, bounds.earliest(), bounds.latest());
  }

  /** Whether some day can be meant by both. */
  public boolean overlaps(EdtfDate other) {
    return !isBefore(latest, other.earliest) && !isBefore(other.latest, earliest);
  }

  private static boolean isBefore(Optional<LocalDate> end, Optional<LocalDate> start) {
    return end.isPresent() && start.isPresent() && end.get().isBefore(start.get());
  }

  @Override
  public String toString() {
    return value;
  }
}
