package cn.lantai.date;

import java.util.OptionalInt;

/** Numbers as dates write them: 三十四, 廿六, 卅一, 一九二一, 元, 34. */
final class ChineseNumber {

  /** The characters of which a number is made. */
  static final String DIGITS = "0-9〇一二三四五六七八九十廿卅百";

  private static final String UNITS = "〇一二三四五六七八九";

  private ChineseNumber() {}

  /** Empty if the text is not a number below 10,000. */
  static OptionalInt parse(String text) {
    if (text.matches("\\d{1,4}")) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    if (text.equals("元") || text.equals("正")) {
      return OptionalInt.of(1);
    }
    return text.matches("[" + UNITS + "]{1,4}") ? positional(text) : counted(text);
  }

  private static OptionalInt positional(String text) {
    int value = 0;
    for (char digit : text.toCharArray()) {
      value = value * 10 + UNITS.indexOf(digit);
    }
    return OptionalInt.of(value);
  }

  private static OptionalInt counted(String text) {
    if (!text.matches("(?:[一二三四五六七八九]百〇?)?(?:[一二三四五六七八九]?十|廿|卅)?[一二三四五六七八九]?") || text.isEmpty()) {
      return OptionalInt.empty();
    }
    int value = 0;
    int digit = 0;
    for (char character : text.toCharArray()) {
      switch (character) {
        case '百' -> value += 100 * digit;
        case '十' -> value += 10 * Math.max(1, digit);
        case '廿' -> value += 20;
        case '卅' -> value += 30;
        default -> {}
      }
      digit = Math.max(0, UNITS.indexOf(character));
    }
    return OptionalInt.of(value + digit);
  }

  /** A number below 100 in words: 十, 二十三. */
  static String words(int number) {
    String tens = number < 10 ? "" : (number < 20 ? "" : UNITS.charAt(number / 10)) + "十";
    return number % 10 == 0 && number > 0 ? tens : tens + UNITS.charAt(number % 10);
  }
}
