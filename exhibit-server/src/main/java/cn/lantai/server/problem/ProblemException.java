package cn.lantai.server.problem;

/** A request that cannot be answered as asked; its problem is the answer. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.title().en() + ": " + problem.detail().en());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
