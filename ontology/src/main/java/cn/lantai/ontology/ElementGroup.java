package cn.lantai.ontology;

/** The areas of a description in DA/T 18-2022, in their order. */
public enum ElementGroup {
  IDENTITY("标识", "Identity"),
  CONTEXT("背景", "Context"),
  CONTENT("内容与结构", "Content and structure"),
  ACCESS("查阅与利用控制", "Access and use"),
  RELATED("相关档案材料", "Related materials"),
  NOTE("附注", "Notes"),
  CONTROL("著录控制", "Description control");

  private final String zh;
  private final String en;

  ElementGroup(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /**
   * @param language zh or en
   */
  public String label(String language) {
    return language.equals("en") ? en : zh;
  }
}
