package cn.lantai.media.recording;

import cn.lantai.entity.LocalizedText;

/** A text is not WebVTT as the standard has it. */
public final class UnreadableCaptionsException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText reason;

  UnreadableCaptionsException(int line, String zh, String en) {
    super("Line " + line + ": " + en);
    reason = LocalizedText.of("第 " + line + " 行：" + zh, "Line " + line + ": " + en);
  }

  /** What is wrong, with the number of the line. */
  public LocalizedText reason() {
    return reason;
  }
}
