package cn.lantai.server.launcher;

/** Something that the operator has to put right; one plain sentence in each language. */
final class StartProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final String chinese;
  private final String english;

  StartProblem(String chinese, String english) {
    super(english);
    this.chinese = chinese;
    this.english = english;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }
}
