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
  NOT_SHOWN;

  /** Whether somebody only said something. */
  public boolean isSaid() {
    return this == REMARK;
  }
}
