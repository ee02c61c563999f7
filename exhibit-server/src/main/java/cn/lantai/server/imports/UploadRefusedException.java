package cn.lantai.server.imports;

import cn.lantai.entity.LocalizedText;
import java.util.OptionalLong;

/** What was uploaded is not taken; nothing of it, or of the piece, was kept. */
public final class UploadRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Which of its kinds a refusal is. */
  public enum Kind {
    EMPTY,
    NAME,
    ARCHIVE,
    TOO_LARGE,
    TOO_MANY,
    NO_SPACE,
    /** A piece that does not begin where the file ends so far. */
    OFFSET,
    DIGEST,
    INCOMPLETE
  }

  private final Kind kind;
  private final transient LocalizedText reason;
  private final long received;

  UploadRefusedException(Kind kind, String zh, String en) {
    this(kind, zh, en, -1);
  }

  private UploadRefusedException(Kind kind, String zh, String en, long received) {
    super(en);
    this.kind = kind;
    this.reason = LocalizedText.of(zh, en);
    this.received = received;
  }

  static UploadRefusedException elsewhere(long received) {
    return new UploadRefusedException(
        Kind.OFFSET,
        "这个文件已收到 " + received + " 字节，请从那里接着发送。",
        "Of this file " + received + " bytes are there; go on from there.",
        received);
  }

  public Kind kind() {
    return kind;
  }

  /** How much of the file is there, if a piece began elsewhere. */
  public OptionalLong received() {
    return received < 0 ? OptionalLong.empty() : OptionalLong.of(received);
  }

  public LocalizedText reason() {
    return reason;
  }
}
