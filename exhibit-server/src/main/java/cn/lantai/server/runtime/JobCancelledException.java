package cn.lantai.server.runtime;

/** Somebody asked for the end of the job: it ends here, for good. */
public final class JobCancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JobCancelledException() {
    super("The job was cancelled");
  }
}
