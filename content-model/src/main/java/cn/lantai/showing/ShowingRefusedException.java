package cn.lantai.showing;

/** Times that are not set; nothing was written. */
public final class ShowingRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** There is no such version of it. */
    NO_VERSION,
    /** A time is not ahead. */
    PAST,
    /** It would close before it opens. */
    ORDER,
    /** It would open, but is not published without a review. */
    REVIEW_FIRST,
    /** It would open, but this version, or a newer one, is in public already. */
    PUBLIC_ALREADY,
    /** It would close, but neither is it in public nor will it open. */
    NEVER_OPEN,
    /** Somebody else has set them meanwhile. */
    MOVED_ON
  }

  private final Reason reason;

  public ShowingRefusedException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
