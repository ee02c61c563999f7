package cn.lantai.server.bulk;

import cn.lantai.curation.Author;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes on from the rows that another job kept, and finds again what it did before it was stopped.
 */
abstract class BulkChangeJob implements JobKind {

  private static final Duration STAGE_PATIENCE = Duration.ofMinutes(10);

  @Inject BulkDesk bulk;
  @Inject StageStores stores;

  private final BulkKind kind;

  BulkChangeJob(BulkKind kind) {
    this.kind = kind;
  }

  /** What it does, in the language of the journal. */
  abstract String words(BulkOrder order);

  /** Why, for the journal. */
  abstract String reason(BulkOrder order, String before);

  abstract List<BulkRow> carryOut(
      BulkWork work, List<BulkRow> rows, BulkOrder order, Author author);

  @Override
  public String name() {
    return kind.job();
  }

  @Override
  public Optional<String> page(long job) {
    return Optional.of(BulkEdits.path(job));
  }

  @Override
  public void run(JobContext context) throws IOException, InterruptedException {
    Map<String, String> parameters = context.parameters();
    BulkOrder order = BulkOrder.of(parameters);
    Path before = bulk.folderBefore(parameters);
    if (!RowLog.isIn(before)) {
      throw new BulkRefusedException("预览已过保存期，请重新预览", "The preview is gone; look at it anew");
    }
    BulkWork work = bulk.worker(order, parameters);
    String words = words(order);
    Author author = BulkDesk.author(context, words, reason(order, parameters.get(BulkDesk.OF)));
    bulk.work(context, before, "正在" + words, order, rows -> carryOut(work, rows, order, author));
    stores.awaitHead(StageKind.WORKING, STAGE_PATIENCE);
  }

  /** What is done by an order, in the language of the journal. */
  static String done(BulkOrder order) {
    return order.edit().isPresent() ? "批量修改" : "批量送审";
  }
}
