package cn.lantai.exchange;

import cn.lantai.entity.LocalizedText;
import java.io.IOException;

/** That what was asked for cannot be exported; the message says what to do instead. */
public final class NotExportableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText sentence;

  public NotExportableException(String zh, String en) {
    super(en);
    this.sentence = LocalizedText.of(zh, en);
  }

  public LocalizedText sentence() {
    return sentence;
  }
}
