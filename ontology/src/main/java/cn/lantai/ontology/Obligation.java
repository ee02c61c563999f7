package cn.lantai.ontology;

/** How far an element must be given at a level (约束性). */
public enum Obligation {
  REQUIRED("必", "必著", "required"),
  /** Required where the document has such a thing, which no check can know. */
  REQUIRED_IF_PRESENT("有", "有则必著", "required if present"),
  OPTIONAL("选", "选著", "optional");

  private final String sign;
  private final String zh;
  private final String en;

  Obligation(String sign, String zh, String en) {
    this.sign = sign;
    this.zh = zh;
    this.en = en;
  }

  /** What stands for it in the table of elements. */
  String sign() {
    return sign;
  }

  /**
   * @param language zh or en
   */
  public String label(String language) {
    return language.equals("en") ? en : zh;
  }
}
