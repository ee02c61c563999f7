package cn.lantai.server.runtime;

/**
 * What the launcher sees of the application, in the same process, as {@code
 * cn.lantai:type=Platform}.
 */
public interface PlatformMBean {

  /** STARTING, READY, FAILED or STOPPED. */
  String getPhase();

  /** Why the phase is FAILED, in one line; else empty. */
  String getProblem();

  /** What is being done at the moment; empty if nothing. */
  String getActivity();

  long getPendingJobs();

  /** Why the last job of this run failed; empty if none did. */
  String getFailedJob();

  /** What a command has to say, line by line. */
  String[] getCommandOutput();

  boolean isCommandSucceeded();

  /** The password of an account made in this run; the second call, and any later, gives "". */
  String takeFirstPassword();
}
