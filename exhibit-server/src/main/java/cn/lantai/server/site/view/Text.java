package cn.lantai.server.site.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Content in one language, so that a page in another language can mark it with {@code lang}.
 *
 * @param parts the text, cut where a title may break; ordinary text has one part
 * @param lang a BCP 47 tag such as {@code zh-Hans}, {@code zh-Hant} or {@code en}
 */
public record Text(List<String> parts, String lang) {
  public Text {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A text has at least one part");
    }
    if (lang.isBlank()) {
      throw new IllegalArgumentException("A text names its language: " + parts);
    }
  }

  public static Text of(String lang, String value) {
    return new Text(List.of(value), lang);
  }

  public static Text zh(String value) {
    return of("zh-Hans", value);
  }

  public static Text en(String value) {
    return of("en", value);
  }

  /** A title as a curator writes it, {@code |} standing where a line may break. */
  public static Text title(String lang, String marked) {
    List<String> parts =
        Arrays.stream(marked.split("\\|", -1)).filter(part -> !part.isEmpty()).toList();
    return parts.isEmpty() ? of(lang, "") : new Text(parts, lang);
  }

  /** Paragraphs as a catalogue table holds them, separated by {@code |}; blank ones are dropped. */
  public static List<Text> paragraphs(String lang, String marked) {
    return Arrays.stream(marked.split("\\|", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(part -> of(lang, part))
        .toList();
  }

  public String value() {
    return String.join("", parts);
  }

  public boolean isEmpty() {
    return value().isEmpty();
  }

  public int length() {
    return value().codePointCount(0, value().length());
  }

  public boolean isChinese() {
    return lang.startsWith("zh");
  }

  /**
   * Columns for a title set vertically: up to three parts stand as they are, more are joined to
   * columns of at most {@code max} characters.
   */
  public List<String> columns(int max) {
    if (parts.size() <= 3 && parts.stream().allMatch(part -> part.length() <= max)) {
      return parts;
    }
    List<String> columns = new ArrayList<>();
    StringBuilder column = new StringBuilder();
    for (String part : parts) {
      if (!column.isEmpty() && column.length() + part.length() > max) {
        columns.add(column.toString());
        column.setLength(0);
      }
      column.append(part);
    }
    columns.add(column.toString());
    return List.copyOf(columns);
  }

  @Override
  public String toString() {
    return value();
  }
}
