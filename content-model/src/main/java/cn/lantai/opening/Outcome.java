package cn.lantai.opening;

import cn.lantai.access.AccessState;

/** What comes of an opening review. */
public enum Outcome {
  /** 开放. */
  OPEN(AccessState.OPEN),
  /** 控制: it stays closed. */
  CONTROL(AccessState.CONTROLLED),
  /** 延期开放: it stays closed until it is looked at again in a year that is named. */
  EXTEND(AccessState.DELAYED);

  private final AccessState state;

  Outcome(AccessState state) {
    this.state = state;
  }

  /** What the record is marked with. */
  public AccessState state() {
    return state;
  }
}
