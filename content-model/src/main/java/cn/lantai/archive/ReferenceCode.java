package cn.lantai.archive;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference code (档号) by DA/T 13-2022: parts from the fonds down to the item, joined by hyphens,
 * each of letters, digits, Chinese characters and middle dots. Codes sort in archival order:
 * numbers in them by value, so that 2 comes before 10 with or without leading zeros.
 */
public record ReferenceCode(String value) implements Comparable<ReferenceCode> {

  private static final Pattern FORM =
      Pattern.compile("[\\p{IsHan}A-Za-z0-9.·]+(?:-[\\p{IsHan}A-Za-z0-9.·]+)*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /**
   * @throws IllegalArgumentException if the text is not a reference code
   */
  public ReferenceCode {
    value = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC).replace('‐', '-');
    if (value.length() > 100 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a reference code: " + value);
    }
  }

  /** Text whose plain order is the archival order. */
  public String sortKey() {
    return NUMBER
        .matcher(value)
        .replaceAll(
            number -> Matcher.quoteReplacement("0".repeat(width(number.group())) + number.group()));
  }

  private static int width(String number) {
    return Math.max(0, 12 - number.length());
  }

  @Override
  public int compareTo(ReferenceCode other) {
    int order = sortKey().compareTo(other.sortKey());
    return order != 0 ? order : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
