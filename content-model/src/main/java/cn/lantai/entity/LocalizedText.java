package cn.lantai.entity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A text in Chinese and, where somebody wrote it, in English. Never empty in Chinese. */
public record LocalizedText(String zh, Optional<String> en) {

  public LocalizedText {
    if (zh == null || zh.isBlank()) {
      throw new IllegalArgumentException("A text must not be empty");
    }
    zh = zh.strip();
    en = en.map(String::strip).filter(text -> !text.isEmpty());
  }

  public static LocalizedText of(String zh) {
    return new LocalizedText(zh, Optional.empty());
  }

  public static LocalizedText of(String zh, String en) {
    return new LocalizedText(zh, Optional.ofNullable(en));
  }

  /** Empty if there is nothing in Chinese. */
  public static Optional<LocalizedText> ofNullable(String zh, String en) {
    return zh == null || zh.isBlank() ? Optional.empty() : Optional.of(of(zh, en));
  }

  /** By language tag, Chinese first. */
  public Map<String, String> byLanguage() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("zh", zh);
    en.ifPresent(text -> texts.put("en", text));
    return texts;
  }

  @Override
  public String toString() {
    return zh;
  }
}
