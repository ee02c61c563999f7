package cn.lantai.server.iiif.presentation;

import cn.lantai.media.Region;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle of a canvas as others write it, in pixels or in percent (Media Fragments URI 1.0,
 * 4.2.2). A canvas of ours has the size of its image, so its pixels are those of the image.
 */
public record CanvasRegion(
    BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height, boolean percent) {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final int DIGITS = 4;
  private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
  private static final Pattern FRAGMENT =
      Pattern.compile(
          "(?:.*&)?xywh=(pixel:|percent:)?" + (NUMBER + ",").repeat(3) + NUMBER + "(?:&.*)?");

  /**
   * @throws IllegalArgumentException if the rectangle is empty
   */
  public CanvasRegion {
    if (x.signum() < 0 || y.signum() < 0 || width.signum() <= 0 || height.signum() <= 0) {
      throw new IllegalArgumentException("Not a rectangle: " + x + "," + y);
    }
  }

  /** A region of an image as a region of its canvas, in whole pixels that hold all of it. */
  public static CanvasRegion of(Region region, int width, int height) {
    int left = pixels(region.x(), width, RoundingMode.FLOOR);
    int top = pixels(region.y(), height, RoundingMode.FLOOR);
    int right = pixels(region.x().add(region.width()), width, RoundingMode.CEILING);
    int bottom = pixels(region.y().add(region.height()), height, RoundingMode.CEILING);
    return new CanvasRegion(
        BigDecimal.valueOf(left),
        BigDecimal.valueOf(top),
        BigDecimal.valueOf((long) right - left),
        BigDecimal.valueOf((long) bottom - top),
        false);
  }

  private static int pixels(BigDecimal percent, int side, RoundingMode rounding) {
    return percent.multiply(BigDecimal.valueOf(side)).divide(ALL, 0, rounding).intValue();
  }

  /** Reads what stands behind the {@code #} of a canvas; empty if it names no rectangle. */
  public static Optional<CanvasRegion> parse(String fragment) {
    Matcher matcher = FRAGMENT.matcher(fragment);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal width = new BigDecimal(matcher.group(4));
    BigDecimal height = new BigDecimal(matcher.group(5));
    return width.signum() == 0 || height.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new CanvasRegion(
                new BigDecimal(matcher.group(2)),
                new BigDecimal(matcher.group(3)),
                width,
                height,
                "percent:".equals(matcher.group(1))));
  }

  /** What of it lies in an image of this size; empty if nothing does. */
  public Optional<Region> within(int imageWidth, int imageHeight) {
    BigDecimal left = percent(x, imageWidth);
    BigDecimal top = percent(y, imageHeight);
    BigDecimal right = percent(x.add(width), imageWidth).min(ALL);
    BigDecimal bottom = percent(y.add(height), imageHeight).min(ALL);
    return left.compareTo(right) < 0 && top.compareTo(bottom) < 0
        ? Optional.of(new Region(left, top, right.subtract(left), bottom.subtract(top)))
        : Optional.empty();
  }

  private BigDecimal percent(BigDecimal number, int side) {
    return percent
        ? number
        : number.multiply(ALL).divide(BigDecimal.valueOf(side), DIGITS, RoundingMode.HALF_UP);
  }

  /** As it stands behind the {@code #} of a canvas. */
  public String fragment() {
    return "xywh="
        + (percent ? "percent:" : "")
        + plain(x)
        + ","
        + plain(y)
        + ","
        + plain(width)
        + ","
        + plain(height);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
