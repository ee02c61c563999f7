package cn.lantai.server.site.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rectangle of an image in percent of its width and height, as IIIF's {@code pct:}. */
public record Region(double x, double y, double width, double height) {
  private static final String NUMBER = "\\d{1,6}(?:\\.\\d{1,6})?";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?<unit>pct|percent|pixel):)?(?<x>N)[,，](?<y>N)[,，](?<w>N)[,，](?<h>N)"
              .replace("N", NUMBER));

  /** A hundredth of a percent: less than a pixel of most images, and the finest that is written. */
  private static final double SMALLEST = 0.01;

  public Region {
    if (x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > 100.01 || y + height > 100.01) {
      throw new IllegalArgumentException(
          "A region lies within the image, in percent: %s,%s,%s,%s".formatted(x, y, width, height));
    }
  }

  public static Region of(cn.lantai.media.Region region) {
    return new Region(
        region.x().doubleValue(),
        region.y().doubleValue(),
        region.width().doubleValue(),
        region.height().doubleValue());
  }

  /** Reads {@code x,y,w,h} as written in the catalogue tables. */
  public static Region parse(String text) {
    double[] n = Arrays.stream(text.split("[,，]")).mapToDouble(Double::parseDouble).toArray();
    if (n.length != 4) {
      throw new IllegalArgumentException("A region has four numbers: " + text);
    }
    return new Region(n[0], n[1], n[2], n[3]);
  }

  /**
   * The part of an image that an address points at, as in IIIF and in media fragments: {@code
   * x,y,w,h} in percent, also written {@code pct:} or {@code percent:}, or {@code pixel:x,y,w,h}.
   * What reaches beyond the image is cut off; empty if nothing is left, or if it cannot be read.
   */
  public static Optional<Region> within(String text, int width, int height) {
    Matcher matcher = ADDRESS.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean pixels = "pixel".equals(matcher.group("unit"));
    double across = pixels ? 100.0 / width : 1;
    double down = pixels ? 100.0 / height : 1;
    double x = Double.parseDouble(matcher.group("x")) * across;
    double y = Double.parseDouble(matcher.group("y")) * down;
    double right = Math.min(100, x + Double.parseDouble(matcher.group("w")) * across);
    double bottom = Math.min(100, y + Double.parseDouble(matcher.group("h")) * down);
    return right - x < SMALLEST || bottom - y < SMALLEST
        ? Optional.empty()
        : Optional.of(new Region(x, y, right - x, bottom - y));
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
