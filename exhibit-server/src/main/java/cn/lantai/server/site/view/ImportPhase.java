package cn.lantai.server.site.view;

/** Where an import stands in its life. */
public enum ImportPhase {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  public boolean isPending() {
    return this == QUEUED || this == RUNNING;
  }
}
