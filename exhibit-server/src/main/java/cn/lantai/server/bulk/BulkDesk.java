package cn.lantai.server.bulk;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Journal;
import cn.lantai.review.Reviews;
import cn.lantai.server.bulk.BulkRow.Part;
import cn.lantai.server.describe.Desk;
import cn.lantai.server.rights.Places;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.Settings;
import cn.lantai.server.security.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the jobs of this package have in common. */
@ApplicationScoped
class BulkDesk {

  /** In the parameters: whose rights decide; without it, all may be done. */
  static final String ACCOUNT = "account";

  /** In the parameters: the number of the job that this one goes on from. */
  static final String OF = "of";

  /** So many versions are saved in one transaction. */
  private static final int BATCH = 200;

  @Inject Journal journal;
  @Inject Curation curation;
  @Inject Reviews reviews;
  @Inject Desk desk;
  @Inject Accounts accounts;
  @Inject Settings settings;

  /** With the rights as they are now: who has lost a role meanwhile changes nothing more. */
  BulkWork worker(BulkOrder order, Map<String, String> parameters) {
    Rights rights = rights(parameters);
    return order.edit().isPresent()
        ? new BulkEditor(journal, curation, desk, rights)
        : new BulkSubmitter(journal, curation, reviews, desk, rights);
  }

  Rights rights(Map<String, String> parameters) {
    return Optional.ofNullable(parameters.get(ACCOUNT))
        .map(accounts::rights)
        .orElseGet(() -> Rights.ofOperator(new Places(journal)));
  }

  Path folder(long job) {
    return settings.data().resolve("reports/" + job);
  }

  /** The folder of the job that this one goes on from. */
  Path folderBefore(Map<String, String> parameters) {
    return folder(Long.parseLong(parameters.get(OF)));
  }

  /**
   * In whose name, and with a reason by which the job finds its own versions again.
   *
   * @param words what is done, in the language of the journal
   */
  static Author author(JobContext context, String words, String reason) {
    String by = context.parameters().getOrDefault(Job.BY, "job-" + context.id());
    return new Author(by, words + " " + context.id() + (reason.isEmpty() ? "" : "：" + reason));
  }

  /**
   * Goes through the changed rows of a job in batches, from where this one was interrupted.
   *
   * @param work makes of some rows those that are noted
   */
  void work(
      JobContext context,
      Path from,
      String step,
      BulkOrder order,
      Function<List<BulkRow>, List<BulkRow>> work)
      throws IOException {
    long total = RowLog.count(from, Part.CHANGED);
    try (RowLog log = RowLog.goingOn(context.reportFolder())) {
      context.progress(log.size(), total, step);
      List<BulkRow> batch = new ArrayList<>();
      long[] passed = {0};
      long done = log.size();
      RowLog.all(
          from,
          row -> {
            if (row.outcome() == BulkRow.Outcome.CHANGED && passed[0]++ >= done) {
              batch.add(row);
            }
            if (batch.size() == BATCH) {
              carryOut(context, log, batch, total, step, work);
            }
            return true;
          });
      carryOut(context, log, batch, total, step, work);
      LocalizedText summary = summary(log, order);
      context.progress(log.size(), total, summary.zh() + "\n" + summary.en().orElse(""));
    }
  }

  private static void carryOut(
      JobContext context,
      RowLog log,
      List<BulkRow> batch,
      long total,
      String step,
      Function<List<BulkRow>, List<BulkRow>> work)
      throws IOException {
    log.append(work.apply(List.copyOf(batch)));
    batch.clear();
    context.progress(log.size(), total, step);
  }

  static LocalizedText summary(RowLog log, BulkOrder order) {
    long changed = log.count(Part.CHANGED);
    long unchanged = log.count(Part.UNCHANGED);
    long refused = log.count(Part.REFUSED);
    return order.edit().isPresent()
        ? LocalizedText.of(
            "改 %d 条，不变 %d 条，未改 %d 条".formatted(changed, unchanged, refused),
            "%d changed, %d unchanged, %d refused".formatted(changed, unchanged, refused))
        : LocalizedText.of(
            "送审 %d 条，没有新改动 %d 条，不能 %d 条".formatted(changed, unchanged, refused),
            "%d for review, %d with nothing new, %d refused"
                .formatted(changed, unchanged, refused));
  }
}
