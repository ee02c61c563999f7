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
  CANCELLED;

  /** Whether somebody only said something. */
  public boolean isSaid() {
    return this == REMARK;
  }
}
