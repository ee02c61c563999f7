package cn.lantai.server.runtime;

/** The server is stopping: the job ends here and goes on at the next start. */
public final class JobStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JobStoppedException() {
    super("The server is stopping");
  }
}
