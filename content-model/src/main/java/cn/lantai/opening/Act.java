package cn.lantai.opening;

/** What a step of an opening review does. */
public enum Act {
  /** 初审: the first signature, with what is to come of it. */
  SIGN,
  /** 复审: the second signature, which puts it in force. */
  AGREE,
  /** The second one does not agree, and says why. */
  RETURN,
  /** Who signed first takes his signature back. */
  RETRACT
}
