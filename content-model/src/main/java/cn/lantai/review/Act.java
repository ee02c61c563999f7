package cn.lantai.review;

/** What a step of a review does. */
public enum Act {
  /** Asks for the review of a version. */
  SUBMIT,
  /** A reviewer agrees in one round. */
  PASS,
  /** A reviewer sends it back to be worked over. */
  RETURN,
  /** Who asked for the review, or wrote the version, takes it back. */
  RETRACT,
  /** Sets, or changes, the time at which what has passed is published. */
  SCHEDULE,
  /** The version goes into public. */
  PUBLISH,
  /** The version goes out of public again. */
  WITHDRAW
}
