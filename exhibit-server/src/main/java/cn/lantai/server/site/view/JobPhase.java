package cn.lantai.server.site.view;

/** Where an import or an export stands in its life. */
public enum JobPhase {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  public boolean isPending() {
    return this == QUEUED || this == RUNNING;
  }
}
