package cn.lantai.table;

import cn.lantai.entity.LocalizedText;

/**
 * Something about a row, a file or an image that its author should look at.
 *
 * @param column the column's heading; empty for the row as a whole
 */
public record Problem(
    Severity severity,
    Place place,
    String column,
    String value,
    LocalizedText reason,
    LocalizedText remedy) {

  /** Longer values are cut: a report is read by people. */
  private static final int LONGEST_VALUE = 200;

  /** What becomes of the row. */
  public enum Severity {
    /** It was kept out. */
    ERROR,
    /** It was taken in as it is. */
    WARNING
  }

  public Problem {
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }

  public static Problem error(
      Place place, String column, String value, LocalizedText reason, LocalizedText remedy) {
    return new Problem(Severity.ERROR, place, column, value, reason, remedy);
  }

  public static Problem warning(
      Place place, String column, String value, LocalizedText reason, LocalizedText remedy) {
    return new Problem(Severity.WARNING, place, column, value, reason, remedy);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public String file() {
    return place.file();
  }

  public long row() {
    return place.row();
  }
}
