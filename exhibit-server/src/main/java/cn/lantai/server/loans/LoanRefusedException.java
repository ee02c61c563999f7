package cn.lantai.server.loans;

import cn.lantai.entity.LocalizedText;

/** Nothing was taken in; says what is wrong and how to mend it. */
public final class LoanRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText reason;

  LoanRefusedException(LocalizedText reason) {
    super(reason.zh());
    this.reason = reason;
  }

  LoanRefusedException(String zh, String en) {
    this(LocalizedText.of(zh, en));
  }

  public LocalizedText reason() {
    return reason;
  }
}
