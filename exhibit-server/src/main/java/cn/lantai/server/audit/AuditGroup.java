package cn.lantai.server.audit;

/** What actions are about. */
public enum AuditGroup {
  SIGNING_IN,
  ACCOUNTS,
  FILES,
  TASKS,
  SHOWINGS,
  UPKEEP,
  REFUSALS,
  AUDIT
}
