package cn.lantai.media.imageapi;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the Image API writes them: digits and a point, no sign, no exponent. */
final class Numbers {

  /** Digits are limited so that nobody makes the server calculate with thousands of them. */
  static final String DECIMAL_SYNTAX = "[0-9]{1,12}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20}";

  private Numbers() {}

  static int integer(String digits, String parameter) throws ImageRequestException {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw ImageRequestException.bad(
          parameter, "The number " + shortened(digits) + " is too large.");
    }
  }

  static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  /** Rounded to whole pixels, and capped where no image reaches. */
  static int percentOf(BigDecimal percent, int length) {
    BigDecimal exact = percent.multiply(BigDecimal.valueOf(length)).movePointLeft(2);
    return exact
        .setScale(0, RoundingMode.HALF_UP)
        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
        .intValueExact();
  }

  private static String shortened(String digits) {
    return digits.length() > 20 ? digits.substring(0, 20) + "…" : digits;
  }
}
