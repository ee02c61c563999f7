package cn.lantai.preservation;

import cn.lantai.entity.LocalizedText;
import java.io.IOException;

/** A backup that cannot be made or used as asked; the text is for the operator. */
public final class PreservationException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText text;

  public PreservationException(String zh, String en) {
    super(en);
    this.text = LocalizedText.of(zh, en);
  }

  public LocalizedText text() {
    return text;
  }
}
