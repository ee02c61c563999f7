package cn.lantai.ontology;

/** What the value of an element is. */
public enum ValueType {
  TEXT("文字", "text"),
  /** In Chinese and perhaps in English. */
  LOCALIZED("双语", "text in Chinese and English"),
  /** As {@link #LOCALIZED}, with a new line for each paragraph. */
  PARAGRAPHS("段落", "paragraphs in Chinese and English"),
  /** In EDTF, beside what the document says. */
  DATE("日期", "date in EDTF and as written"),
  INTEGER("整数", "whole number"),
  /** One of the choices and nothing else. */
  TERM("词表", "term of a list"),
  /** Another entity. */
  REFERENCE("引用", "reference to an entity"),
  CODE("档号", "reference code"),
  LEVEL("层级", "level of description"),
  KEY("键", "key");

  private final String zh;
  private final String en;

  ValueType(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Whether an element of this type needs no field of its own in the program. */
  boolean isCarried() {
    return isLocalized() || this == TEXT || this == INTEGER || this == TERM;
  }

  public boolean isLocalized() {
    return this == LOCALIZED || this == PARAGRAPHS;
  }

  /**
   * @param language zh or en
   */
  public String label(String language) {
    return language.equals("en") ? en : zh;
  }
}
