package cn.lantai.server.site.view;

/** What a notice tells. Of what happened at the same time, the later one here says more. */
public enum NoticeKind {
  SUBMIT,
  PASS,
  RETURN,
  RETRACT,
  SCHEDULE,
  PUBLISH,
  WITHDRAW,
  /** A review that the reader can go on with. */
  WAITS,
  REMARK,
  DONE,
  FAILED,
  CANCELLED,
  /** Somebody else gave the reader a task. */
  TASK_GIVEN,
  /** A task of the reader is due in a few days. */
  TASK_SOON,
  /** A task of the reader was due, and is not done. */
  TASK_LATE,
  /** An exhibition opened at the time that the reader set. */
  OPENED,
  /** It closed at that time. */
  CLOSED,
  /** It did neither, though it was to. */
  NOT_SHOWN,
  /** Records came due for their opening review this year. */
  OPENING_DUE,
  /** A record was signed first, and the reader can sign second. */
  OPENING_WAITS,
  /** Who was to sign second did not agree with the reader. */
  OPENING_RETURNED,
  /** What the reader signed came into force. */
  OPENING_DECIDED;

  /** Whether somebody only said something. */
  public boolean isSaid() {
    return this == REMARK;
  }
}
