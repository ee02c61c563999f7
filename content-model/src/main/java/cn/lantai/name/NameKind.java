package cn.lantai.name;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kind of name it is. */
public enum NameKind {
  BIRTH("birth", "本名", "原名"),
  GIVEN("given", "名", "单名", "初名"),
  COURTESY("courtesy", "字"),
  ART("art", "号", "别号", "晚号"),
  CHILDHOOD("childhood", "乳名", "小名", "幼名"),
  SCHOOL("school", "学名"),
  GENEALOGICAL("genealogical", "谱名"),
  DHARMA("dharma", "法名", "法号"),
  PEN("pen", "笔名"),
  ALIAS("alias", "化名"),
  FORMER("former", "曾用名", "旧称", "旧名"),
  SIMPLIFIED("simplified", "简体"),
  TRADITIONAL("traditional", "繁体"),
  PINYIN("pinyin", "拼音"),
  FOREIGN("foreign", "外文名"),
  OTHER("other", "别称", "又名", "异名", "别名", "又称");

  private final String slug;
  private final String label;
  private final List<String> words;

  NameKind(String slug, String label, String... words) {
    this.slug = "name-" + slug;
    this.label = label;
    this.words = List.of(words);
  }

  public String slug() {
    return slug;
  }

  public String label() {
    return label;
  }

  /** Whether it is a way to write a name, rather than a name of its own. */
  public boolean isWriting() {
    return this == SIMPLIFIED || this == TRADITIONAL || this == PINYIN || this == FOREIGN;
  }

  /** The labels, for messages. */
  public static String labels() {
    return Arrays.stream(values()).map(NameKind::label).collect(Collectors.joining("、"));
  }

  public static Optional<NameKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** The kind that this word stands for; {@link #OTHER} if it is a word that nobody foresaw. */
  public static NameKind ofWord(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(word) || kind.words.contains(word))
        .findFirst()
        .orElse(OTHER);
  }

  static Optional<NameKind> ofSlug(String slug) {
    return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
  }
}
