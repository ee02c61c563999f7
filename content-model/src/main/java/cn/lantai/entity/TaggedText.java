package cn.lantai.entity;

import java.util.regex.Pattern;

/**
 * A text in one language or script.
 *
 * @param language a BCP 47 tag such as {@code zh-Hant}, {@code zh-Latn-pinyin} or {@code en}
 */
public record TaggedText(String text, String language) {

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");

  /**
   * @throws IllegalArgumentException if the text is empty or the tag is not one of BCP 47
   */
  public TaggedText {
    text = text.strip();
    if (text.isEmpty() || !TAG.matcher(language).matches()) {
      throw new IllegalArgumentException("Not a text with a language: " + text + "@" + language);
    }
  }
}
