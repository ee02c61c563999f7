package cn.lantai.server.site.view;

/** How far a task is. The names are stored, so they never change. */
public enum TaskState {
  TODO,
  DOING,
  DONE,
  /** Not now, and nobody is reminded of it. */
  PUT_OFF;

  /** Whether somebody has still to do it. */
  public boolean isOpen() {
    return this == TODO || this == DOING;
  }
}
