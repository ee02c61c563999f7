package cn.lantai.review;

import java.util.OptionalLong;

/** A step that does not fit, or that this person may not do; nothing was written. */
public final class ReviewRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** There is no such version of it. */
    NO_VERSION,
    /** This version is in public already. */
    ALREADY_PUBLIC,
    /** Something of it is under review already. */
    ALREADY_UNDER_WAY,
    /** The act does not fit to where the review stands. */
    NOT_NOW,
    /** Somebody has done a step meanwhile. */
    MOVED_ON,
    /** Who wrote a version does not review it. */
    OWN_WORK,
    /** Who passed one round does not decide in another. */
    SAME_PERSON,
    /** Only who submitted or wrote it may do so. */
    NOT_YOURS,
    REASON_MISSING,
    REASON_TOO_LONG,
    /** The time to publish is not ahead. */
    DUE_PAST,
    /** Only what passes its last round can be given a time. */
    DUE_TOO_EARLY,
    /** Of a newer version, which is in public by now. */
    NEWER_IS_PUBLIC,
    /** It is not open to the public. */
    NOT_OPEN,
    COMMENT_EMPTY,
    COMMENT_TOO_LONG
  }

  private final Reason reason;
  private final long review;

  public ReviewRefusedException(Reason reason) {
    this(reason, 0);
  }

  /** Of several that were to be done together, by this review. */
  public ReviewRefusedException(Reason reason, long review) {
    super(reason.name());
    this.reason = reason;
    this.review = review;
  }

  /** Which of several reviews it was; empty where only one was spoken of. */
  public OptionalLong review() {
    return review == 0 ? OptionalLong.empty() : OptionalLong.of(review);
  }

  public Reason reason() {
    return reason;
  }
}
