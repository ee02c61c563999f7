package cn.lantai.server.preservation;

import cn.lantai.chain.Verification;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Journal;
import cn.lantai.media.MediaStore;
import cn.lantai.preservation.Fixity;
import cn.lantai.preservation.Fixity.Finding;
import cn.lantai.preservation.KnownImages;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;

/**
 * Reads the journal's chain and every stored file; fails if anything is not as it was. With {@code
 * rate}, in MiB a second, it reads slowly.
 */
@ApplicationScoped
public class VerifyJob implements JobKind {

  static final String NAME = "verify";
  static final String RATE = "rate";

  @Inject Journal journal;
  @Inject AuditLog log;
  @Inject MediaStore media;
  @Inject Integrity integrity;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("核对日志与影像", "Verification of journal and media");
  }

  @Override
  public Lane lane() {
    return Lane.UPKEEP;
  }

  @Override
  public void run(JobContext context) throws IOException {
    context.progress(0, 0, "核对日志");
    Verification chain = journal.verify();
    Verification audit = log.verify();
    double rate = Double.parseDouble(context.parameters().getOrDefault(RATE, "0"));
    Fixity fixity = new Fixity(media, context.reportFolder(), bytes -> rest(bytes, rate));
    Fixity.Result found =
        fixity.check(
            KnownImages.of(journal),
            (done, total, step) -> context.progress(done, total, step.zh()));
    if (Files.exists(fixity.report())) {
      context.report(fixity.report());
    }
    Integrity.State state =
        new Integrity.State(
            Instant.now(),
            chain.intact(),
            audit.intact(),
            chain.rows(),
            found.files(),
            found.count(Finding.DAMAGED),
            found.count(Finding.MISSING),
            found.count(Finding.UNKNOWN));
    integrity.note(state);
    String summary =
        journalSummary(chain) + "\n" + auditSummary(audit) + "\n" + mediaSummary(state);
    if (!state.intact()) {
      throw new IllegalStateException(summary);
    }
    context.progress(found.files(), found.files(), summary);
  }

  private static String journalSummary(Verification chain) {
    if (chain.intact()) {
      return "日志完好：%d 条，哈希链无断裂。\nThe journal is intact: %d rows, no break in the chain."
          .formatted(chain.rows(), chain.rows());
    }
    long row = chain.firstBroken().getAsLong();
    return ("日志自第 %d 条起被改动、缺失或错序：请从备份恢复数据库。\n"
            + "From row %d on, the journal was changed, is missing or out of order: restore the"
            + " database from a backup.")
        .formatted(row, row);
  }

  private static String auditSummary(Verification chain) {
    if (chain.intact()) {
      return "审计日志完好：%d 条。\nThe audit log is intact: %d rows."
          .formatted(chain.rows(), chain.rows());
    }
    long row = chain.firstBroken().getAsLong();
    return ("审计日志自第 %d 条起被改动、缺失或错序。\n"
            + "From row %d on, the audit log was changed, is missing or out of order.")
        .formatted(row, row);
  }

  private static String mediaSummary(Integrity.State state) {
    return ("影像文件读了 %d 个：损坏 %d，缺失 %d，无著录引用 %d。\n"
            + "%d media files read: %d damaged, %d missing, %d that nothing refers to.")
        .formatted(
            state.files(),
            state.damaged(),
            state.missing(),
            state.unknown(),
            state.files(),
            state.damaged(),
            state.missing(),
            state.unknown());
  }

  /** Sleeps so long that no more than {@code rate} MiB a second are read. */
  private static void rest(long bytes, double rate) {
    if (rate > 0) {
      try {
        Thread.sleep(Math.min(10_000, Math.round(bytes / (rate * (1 << 20)) * 1000)));
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
