package cn.lantai.server.launcher;

/** Something that the operator has to put right; one plain sentence in each language. */
public final class StartProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final String chinese;
  private final String english;

  private final int status;

  public StartProblem(String chinese, String english) {
    this(2, chinese, english);
  }

  private StartProblem(int status, String chinese, String english) {
    super(english);
    this.status = status;
    this.chinese = chinese;
    this.english = english;
  }

  /** Of something that was begun and failed. */
  public static StartProblem failure(String chinese, String english) {
    return new StartProblem(1, chinese, english);
  }

  /** Of the process: 2 if it cannot be asked for so, 1 if it failed. */
  int status() {
    return status;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
