package cn.lantai.server.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All that is noted. The names are stored, so they never change. */
public enum AuditAction {
  SIGN_IN(AuditGroup.SIGNING_IN),
  SIGN_OUT(AuditGroup.SIGNING_IN),
  SESSIONS_ENDED(AuditGroup.SIGNING_IN),
  RECOVERY_CODE_USED(AuditGroup.SIGNING_IN),

  ACCOUNT_MADE(AuditGroup.ACCOUNTS),
  ACCOUNT_DISABLED(AuditGroup.ACCOUNTS),
  ACCOUNT_ENABLED(AuditGroup.ACCOUNTS),
  ROLE_GIVEN(AuditGroup.ACCOUNTS),
  ROLE_TAKEN(AuditGroup.ACCOUNTS),
  PASSWORD_CHANGED(AuditGroup.ACCOUNTS),
  PASSWORD_RESET(AuditGroup.ACCOUNTS),
  SECOND_FACTOR_BEGUN(AuditGroup.ACCOUNTS),
  SECOND_FACTOR_ENDED(AuditGroup.ACCOUNTS),
  TOKEN_MADE(AuditGroup.ACCOUNTS),
  TOKEN_REVOKED(AuditGroup.ACCOUNTS),
  OPENID_CONNECTED(AuditGroup.ACCOUNTS),
  OPENID_DISCONNECTED(AuditGroup.ACCOUNTS),

  IMPORT_BEGUN(AuditGroup.FILES),
  IMPORT_ENDED(AuditGroup.FILES),
  MAPPING_SAVED(AuditGroup.FILES),
  EXPORT_BEGUN(AuditGroup.FILES),
  EXPORT_ENDED(AuditGroup.FILES),
  EXPORT_DOWNLOADED(AuditGroup.FILES),
  ORIGINAL_SEEN(AuditGroup.FILES),
  PREVIEW_MADE(AuditGroup.FILES),
  PREVIEW_SEEN(AuditGroup.FILES),
  PREVIEW_ENDED(AuditGroup.FILES),

  TASKS_ADDED(AuditGroup.TASKS),
  TASK_CHANGED(AuditGroup.TASKS),
  TASK_REMOVED(AuditGroup.TASKS),

  SHOWING_SET(AuditGroup.SHOWINGS),

  BULK_EDIT_BEGUN(AuditGroup.HOLDINGS),
  BULK_EDIT_ENDED(AuditGroup.HOLDINGS),
  BULK_UNDO_BEGUN(AuditGroup.HOLDINGS),
  BULK_UNDO_ENDED(AuditGroup.HOLDINGS),

  SERVER_STARTED(AuditGroup.UPKEEP),
  SERVER_STOPPED(AuditGroup.UPKEEP),
  COMMAND_BEGUN(AuditGroup.UPKEEP),
  COMMAND_ENDED(AuditGroup.UPKEEP),
  BACKUP_BEGUN(AuditGroup.UPKEEP),
  BACKUP_ENDED(AuditGroup.UPKEEP),
  VERIFICATION_BEGUN(AuditGroup.UPKEEP),
  VERIFICATION_ENDED(AuditGroup.UPKEEP),
  JOB_BEGUN(AuditGroup.UPKEEP),
  JOB_ENDED(AuditGroup.UPKEEP),
  JOB_STOPPED(AuditGroup.UPKEEP),

  REFUSED(AuditGroup.REFUSALS),

  AUDIT_EXPORTED(AuditGroup.AUDIT),
  AUDIT_VERIFIED(AuditGroup.AUDIT);

  private final AuditGroup group;

  AuditAction(AuditGroup group) {
    this.group = group;
  }

  public AuditGroup group() {
    return group;
  }

  /** Empty for a name of another version of the program. */
  public static Optional<AuditAction> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }

  public static List<AuditAction> of(AuditGroup group) {
    return Arrays.stream(values()).filter(each -> each.group == group).toList();
  }
}
