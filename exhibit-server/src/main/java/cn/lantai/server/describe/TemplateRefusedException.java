package cn.lantai.server.describe;

/** A template that is not kept as it was asked; nothing was written. */
final class TemplateRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  enum Reason {
    /** It needs a name that is not too long. */
    NAME,
    /** Another one of its type has this name. */
    TAKEN,
    /** There is too much in it, or something that is no text. */
    CONTENT,
    /** The account has too many. */
    TOO_MANY,
    /** It was changed since it was seen, or is gone. */
    CHANGED
  }

  private final Reason reason;

  TemplateRefusedException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
