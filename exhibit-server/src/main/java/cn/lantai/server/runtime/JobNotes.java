package cn.lantai.server.runtime;

import cn.lantai.server.audit.Actor;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.AuditOutcome;
import java.util.Map;

/** What the audit log tells of jobs. */
final class JobNotes {

  /** Which parameters are told, and as what. */
  private static final Map<String, AuditKey> TOLD =
      Map.ofEntries(
          Map.entry("names", AuditKey.NAMES),
          Map.entry("folder", AuditKey.PATH),
          Map.entry("target", AuditKey.PATH),
          Map.entry("dry-run", AuditKey.TRIAL),
          Map.entry("publish", AuditKey.PUBLISH),
          Map.entry("format", AuditKey.FORMAT),
          Map.entry("fonds", AuditKey.PART),
          Map.entry("archive", AuditKey.PART),
          Map.entry("public", AuditKey.ONLY_PUBLIC),
          Map.entry("search", AuditKey.FILTER),
          Map.entry("field", AuditKey.FIELD),
          Map.entry("operation", AuditKey.OPERATION),
          Map.entry("reason", AuditKey.REASON));

  private static final String UPLOADED_OR_NAMED = "from";

  private JobNotes() {}

  static AuditNote begun(Job job) {
    AuditNote note = about(job, begin(job.kind()));
    for (Map.Entry<String, String> each : job.parameters().entrySet()) {
      AuditKey key = TOLD.get(each.getKey());
      if (key != null) {
        note = note.with(key, each.getValue());
      }
    }
    // Of an upload the names are told; its folder says nothing to anybody.
    boolean named = job.parameters().containsKey("names");
    return named
        ? note
        : note.with(AuditKey.PATH, job.parameters().getOrDefault(UPLOADED_OR_NAMED, path(note)));
  }

  /** By the server, for whoever has asked for the job. */
  static AuditNote ended(Job job) {
    return about(job, end(job.kind()))
        .ended(
            job.state() == JobState.DONE
                ? AuditOutcome.DONE
                : job.isStopped() ? AuditOutcome.REFUSED : AuditOutcome.FAILED)
        .with(AuditKey.DONE, job.done())
        .with(AuditKey.RESULT, job.message())
        .by(Actor.serverFor(account(job)));
  }

  static AuditNote stopped(Job job) {
    return about(job, AuditAction.JOB_STOPPED);
  }

  private static AuditNote about(Job job, AuditAction action) {
    return AuditNote.of(action).about("job/" + job.id()).with(AuditKey.KIND, job.kind());
  }

  private static String path(AuditNote note) {
    return note.detail().getOrDefault(AuditKey.PATH, "");
  }

  private static String account(Job job) {
    return job.parameters().getOrDefault("account", job.parameters().getOrDefault("by", ""));
  }

  private static AuditAction begin(String kind) {
    return switch (kind) {
      case "ingest" -> AuditAction.IMPORT_BEGUN;
      case "export" -> AuditAction.EXPORT_BEGUN;
      case "bulk-edit" -> AuditAction.BULK_EDIT_BEGUN;
      case "bulk-undo" -> AuditAction.BULK_UNDO_BEGUN;
      case "backup" -> AuditAction.BACKUP_BEGUN;
      case "verify" -> AuditAction.VERIFICATION_BEGUN;
      default -> AuditAction.JOB_BEGUN;
    };
  }

  private static AuditAction end(String kind) {
    return switch (kind) {
      case "ingest" -> AuditAction.IMPORT_ENDED;
      case "export" -> AuditAction.EXPORT_ENDED;
      case "bulk-edit" -> AuditAction.BULK_EDIT_ENDED;
      case "bulk-undo" -> AuditAction.BULK_UNDO_ENDED;
      case "backup" -> AuditAction.BACKUP_ENDED;
      case "verify" -> AuditAction.VERIFICATION_ENDED;
      default -> AuditAction.JOB_ENDED;
    };
  }
}
