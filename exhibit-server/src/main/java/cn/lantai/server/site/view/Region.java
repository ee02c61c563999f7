package cn.lantai.server.site.view;

import java.util.Arrays;
import java.util.Locale;

/** A rectangle of an image in percent of its width and height, as IIIF's {@code pct:}. */
public record Region(double x, double y, double width, double height) {
  public Region {
    if (x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > 100.01 || y + height > 100.01) {
      throw new IllegalArgumentException(
          "A region lies within the image, in percent: %s,%s,%s,%s".formatted(x, y, width, height));
    }
  }

  /** Reads {@code x,y,w,h} as written in the catalogue tables. */
  public static Region parse(String text) {
    double[] n = Arrays.stream(text.split("[,，]")).mapToDouble(Double::parseDouble).toArray();
    if (n.length != 4) {
      throw new IllegalArgumentException("A region has four numbers: " + text);
    }
    return new Region(n[0], n[1], n[2], n[3]);
  }

  @Override
  public String toString() {
    return number(x) + "," + number(y) + "," + number(width) + "," + number(height);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
