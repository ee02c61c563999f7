package cn.lantai.opening;

/** Where an opening review stands. */
public enum Stand {
  /** Signed once: it waits for the second signature. */
  SIGNED,
  /** Signed twice, and in force. */
  DECIDED,
  RETURNED,
  RETRACTED;

  /** Whether something will still happen to it. */
  public boolean isOpen() {
    return this == SIGNED;
  }
}
