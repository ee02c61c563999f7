package cn.lantai.loan;

import cn.lantai.entity.LocalizedText;

/** A manifest that nothing can be borrowed by: what is wrong, where in it, and how to mend it. */
public final class UnreadableManifestException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText what;
  private final transient LocalizedText remedy;
  private final String where;

  /**
   * @param where a JSON Pointer (RFC 6901), or line and column; empty for the whole
   */
  UnreadableManifestException(LocalizedText what, String where, LocalizedText remedy) {
    super(what.zh() + (where.isEmpty() ? "" : " (" + where + ")"));
    this.what = what;
    this.where = where;
    this.remedy = remedy;
  }

  public LocalizedText what() {
    return what;
  }

  public String where() {
    return where;
  }

  public LocalizedText remedy() {
    return remedy;
  }

  /** All of it in one sentence. */
  public LocalizedText sentence() {
    return LocalizedText.of(
        what.zh() + (where.isEmpty() ? "" : "（" + where + "）") + "。" + remedy.zh(),
        what.en().orElseThrow()
            + (where.isEmpty() ? "" : " (" + where + ")")
            + ". "
            + remedy.en().orElseThrow());
  }
}
