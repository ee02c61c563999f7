package cn.lantai.server.bulk;

import cn.lantai.entity.LocalizedText;

/** A change of many descriptions cannot be made as asked. */
public final class BulkRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText reason;

  BulkRefusedException(String zh, String en) {
    this(LocalizedText.of(zh, en));
  }

  BulkRefusedException(LocalizedText reason) {
    // A job that fails by it is told in both languages, one after the other.
    super(reason.zh() + "\n" + reason.en().orElse(reason.zh()));
    this.reason = reason;
  }

  /** What is wrong and how to ask instead. */
  public LocalizedText reason() {
    return reason;
  }
}
