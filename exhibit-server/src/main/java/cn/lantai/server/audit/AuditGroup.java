package cn.lantai.server.audit;

/** What actions are about. */
public enum AuditGroup {
  SIGNING_IN,
  ACCOUNTS,
  FILES,
  HOLDINGS,
  TASKS,
  SHOWINGS,
  UPKEEP,
  REFUSALS,
  AUDIT
}
