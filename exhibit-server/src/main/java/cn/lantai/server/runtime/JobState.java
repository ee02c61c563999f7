package cn.lantai.server.runtime;

/** Where a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  /** The server stopped meanwhile; it goes on at the next start. */
  INTERRUPTED
}
