package cn.lantai.media.imageapi;

import cn.lantai.media.FreeTurn;
import cn.lantai.media.PixelSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rotation parameter: mirrored left to right first, then turned clockwise.
 *
 * @param degrees less than 360, to hundredths: nobody sees less, and nobody fills the cache with it
 */
record Rotation(boolean mirrored, BigDecimal degrees) {

  private static final Pattern SYNTAX = Pattern.compile("(!?)(" + Numbers.DECIMAL_SYNTAX + ")");
  private static final BigDecimal FULL_TURN = BigDecimal.valueOf(360);
  private static final BigDecimal QUARTER_TURN = BigDecimal.valueOf(90);
  private static final int DIGITS = 2;

  Rotation {
    // Equal angles are equal, and 90.0 is written 90.
    degrees = degrees.signum() == 0 ? BigDecimal.ZERO : degrees.stripTrailingZeros();
  }

  static Rotation parse(String text) throws ImageRequestException {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw ImageRequestException.bad(
          "rotation", "The rotation must be a number of degrees, with ! before it to mirror.");
    }
    BigDecimal degrees = Numbers.decimal(matcher.group(2));
    if (degrees.compareTo(FULL_TURN) > 0) {
      throw ImageRequestException.bad("rotation", "The rotation must be from 0 to 360 degrees.");
    }
    return new Rotation(
        !matcher.group(1).isEmpty(),
        degrees.setScale(DIGITS, RoundingMode.HALF_UP).remainder(FULL_TURN));
  }

  boolean isByQuarters() {
    return degrees.remainder(QUARTER_TURN).signum() == 0;
  }

  /** The picture that is given has corners around the turned one, and may not grow by them. */
  void requireRoom(PixelSize upright, long mostPixels) throws ImageRequestException {
    if (!isByQuarters() && FreeTurn.box(upright, degrees.doubleValue()).area() > mostPixels) {
      throw ImageRequestException.bad(
          "rotation",
          "Turned by this angle the picture would have more than "
              + mostPixels
              + " pixels; ask for a smaller size.");
    }
  }

  String canonical() {
    return (mirrored ? "!" : "") + degrees.toPlainString();
  }
}
