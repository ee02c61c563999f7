package cn.lantai.server.exports;

import cn.lantai.entity.LocalizedText;

/** That there is no such export. */
public final class ExportRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText reason;

  ExportRefusedException(LocalizedText reason) {
    super(reason.zh());
    this.reason = reason;
  }

  /** What is wrong and how to ask instead. */
  public LocalizedText reason() {
    return reason;
  }
}
