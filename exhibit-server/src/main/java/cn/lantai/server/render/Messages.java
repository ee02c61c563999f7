package cn.lantai.server.render;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The interface's own words in one language. A placeholder is {@code {0}} to {@code {9}}. */
final class Messages {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)\\}");

  private final Properties messages;
  private final Language language;

  Messages(Properties messages, Language language) {
    this.messages = messages;
    this.language = language;
  }

  /** A missing key is a fault of the template, never something to show to a reader. */
  String get(String key, List<?> arguments) {
    String message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalArgumentException("No message " + key + " in " + language.code());
    }
    Matcher matcher = PLACEHOLDER.matcher(message);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      Object argument = arguments.get(Integer.parseInt(matcher.group(1)));
      matcher.appendReplacement(text, Matcher.quoteReplacement(shown(argument)));
    }
    return matcher.appendTail(text).toString();
  }

  String number(Number number) {
    return NumberFormat.getInstance(Locale.ROOT).format(number);
  }

  /** The number of a chapter: 一 in Chinese, 1 in English. */
  String ordinal(int number) {
    return language == Language.ZH ? chinese(number) : String.valueOf(number);
  }

  private String shown(Object argument) {
    return argument instanceof Number number ? number(number) : String.valueOf(argument);
  }

  private static String chinese(int number) {
    String digits = "〇一二三四五六七八九";
    if (number < 0 || number > 999) {
      return String.valueOf(number);
    }
    if (number < 10) {
      return digits.substring(number, number + 1);
    }
    StringBuilder text = new StringBuilder();
    int hundreds = number / 100;
    int tens = number / 10 % 10;
    int ones = number % 10;
    if (hundreds > 0) {
      text.append(digits.charAt(hundreds)).append('百');
    }
    if (tens > 0) {
      if (tens > 1 || hundreds > 0) {
        text.append(digits.charAt(tens));
      }
      text.append('十');
    } else if (hundreds > 0 && ones > 0) {
      text.append('〇');
    }
    if (ones > 0) {
      text.append(digits.charAt(ones));
    }
    return text.toString();
  }
}
