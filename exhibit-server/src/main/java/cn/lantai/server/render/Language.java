package cn.lantai.server.render;

import java.util.Optional;

/** A language of the interface. */
public enum Language {
  ZH("zh", "zh-Hans"),
  EN("en", "en");

  private final String code;
  private final String tag;

  Language(String code, String tag) {
    this.code = code;
    this.tag = tag;
  }

  /** As in {@code ?lang=} and the cookie. */
  public String code() {
    return code;
  }

  /** As in the {@code lang} attribute and {@code Content-Language}. */
  public String tag() {
    return tag;
  }

  public static Optional<Language> of(String code) {
    for (Language language : values()) {
      if (language.code.equalsIgnoreCase(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
