package cn.lantai.media.imageapi;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rotation parameter: mirrored left to right first, then turned clockwise.
 *
 * @param degrees 0, 90, 180 or 270
 */
record Rotation(boolean mirrored, int degrees) {

  private static final Pattern SYNTAX = Pattern.compile("(!?)(" + Numbers.DECIMAL_SYNTAX + ")");
  private static final BigDecimal FULL_TURN = BigDecimal.valueOf(360);
  private static final BigDecimal QUARTER_TURN = BigDecimal.valueOf(90);

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
    if (degrees.remainder(QUARTER_TURN).signum() != 0) {
      // A legal value that is not built in: 400 by the section on rotation, which is the more
      // exact.
      throw ImageRequestException.bad(
          "rotation.unsupported", "Only rotations of 0, 90, 180 and 270 degrees are given.");
    }
    return new Rotation(!matcher.group(1).isEmpty(), degrees.intValue() % 360);
  }

  String canonical() {
    return (mirrored ? "!" : "") + degrees;
  }
}
