package cn.lantai.server.audit;

/** What came of an act. The names are stored, so they never change. */
public enum AuditOutcome {
  DONE,
  /** It was not allowed, or not yet. */
  REFUSED,
  /** It was tried, and did not succeed. */
  FAILED
}
