package cn.lantai.media;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rectangle of an image in percent of its width and height. */
public record Region(BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height) {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** All of the image. */
  public static final Region WHOLE = new Region(BigDecimal.ZERO, BigDecimal.ZERO, ALL, ALL);

  private static final String PREFIX = "xywh=percent:";

  /**
   * @throws IllegalArgumentException if the rectangle is empty or reaches beyond the image
   */
  public Region {
    boolean inside =
        x.signum() >= 0
            && y.signum() >= 0
            && width.signum() > 0
            && height.signum() > 0
            && x.add(width).compareTo(ALL) <= 0
            && y.add(height).compareTo(ALL) <= 0;
    if (!inside) {
      throw new IllegalArgumentException("Not a part of the image: " + x + "," + y);
    }
  }

  /**
   * Reads "x,y,w,h".
   *
   * @throws IllegalArgumentException if the text is not four numbers that lie in the image
   */
  public static Region parse(String text) {
    List<BigDecimal> numbers =
        Stream.of(text.split("[,，]", -1)).map(String::strip).map(BigDecimal::new).toList();
    if (numbers.size() != 4) {
      throw new IllegalArgumentException("Four numbers make a region: " + text);
    }
    return new Region(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
  }

  /** As a media fragment (Media Fragments URI 1.0, 4.2.2). */
  public String mediaFragment() {
    return PREFIX + numbers();
  }

  public static Optional<Region> ofMediaFragment(String fragment) {
    return fragment.startsWith(PREFIX)
        ? Optional.of(parse(fragment.substring(PREFIX.length())))
        : Optional.empty();
  }

  /** As the IIIF Image API writes a region in percent. */
  public String iiif() {
    return "pct:" + numbers();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return numbers();
  }

  private String numbers() {
    return Stream.of(x, y, width, height)
        .map(number -> number.stripTrailingZeros().toPlainString())
        .reduce((a, b) -> a + "," + b)
        .orElseThrow();
  }
}
