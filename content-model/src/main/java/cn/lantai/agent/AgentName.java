package cn.lantai.agent;

import java.util.Arrays;

/** One of the names of an agent. */
public record AgentName(Kind kind, String text) {

  /** What kind of name it is. */
  public enum Kind {
    BIRTH("name-birth", "本名"),
    COURTESY("name-courtesy", "字"),
    ART("name-art", "号"),
    PEN("name-pen", "笔名"),
    ALIAS("name-alias", "化名"),
    FORMER("name-former", "曾用名"),
    TRADITIONAL("name-traditional", "繁体"),
    PINYIN("name-pinyin", "拼音"),
    OTHER("name-other", "别称");

    private final String slug;
    private final String label;

    Kind(String slug, String label) {
      this.slug = slug;
      this.label = label;
    }

    public String slug() {
      return slug;
    }

    /** The kind with this label; what nobody foresaw is {@link #OTHER}. */
    public static Kind ofLabel(String label) {
      return Arrays.stream(values())
          .filter(kind -> kind.label.equals(label))
          .findFirst()
          .orElse(OTHER);
    }

    static Kind ofSlug(String slug) {
      return Arrays.stream(values())
          .filter(kind -> kind.slug.equals(slug))
          .findFirst()
          .orElse(OTHER);
    }
  }
}
