package cn.lantai.server.imports;

import cn.lantai.entity.LocalizedText;

/** What was uploaded is not taken; nothing of it was kept. */
public final class UploadRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Which of its kinds a refusal is. */
  public enum Kind {
    EMPTY,
    NAME,
    ARCHIVE,
    TOO_LARGE,
    TOO_MANY
  }

  private final Kind kind;
  private final transient LocalizedText reason;

  UploadRefusedException(Kind kind, String zh, String en) {
    super(en);
    this.kind = kind;
    this.reason = LocalizedText.of(zh, en);
  }

  public Kind kind() {
    return kind;
  }

  public LocalizedText reason() {
    return reason;
  }
}
