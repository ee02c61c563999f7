package cn.lantai.server.runtime;

/** Where a job stands in its life, for those who asked for it. */
public enum JobPhase {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED
}
