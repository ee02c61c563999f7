package cn.lantai.server.bulk;

import cn.lantai.curation.Author;
import cn.lantai.entity.LocalizedText;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Puts back what a bulk edit, or another undoing, has changed, where nobody has edited since. */
@ApplicationScoped
public class BulkUndoJob implements JobKind {

  static final String WORDS = "撤销批量修改";

  private static final Duration STAGE_PATIENCE = Duration.ofMinutes(10);

  @Inject BulkDesk bulk;
  @Inject StageStores stores;

  @Override
  public String name() {
    return BulkKind.UNDO.job();
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of(WORDS, "Undoing a bulk edit");
  }

  @Override
  public Optional<String> page(long job) {
    return Optional.of(BulkEdits.path(job));
  }

  @Override
  public void run(JobContext context) throws IOException, InterruptedException {
    Map<String, String> parameters = context.parameters();
    BulkOrder order = BulkOrder.of(parameters);
    Path done = bulk.folderBefore(parameters);
    BulkEditor editor = bulk.editor(parameters);
    Author author =
        BulkDesk.author(context, WORDS, BulkEditJob.WORDS + " " + parameters.get(BulkDesk.OF));
    bulk.work(context, done, "正在撤销", rows -> editor.turnBack(rows, order.publish(), author));
    stores.awaitHead(StageKind.WORKING, STAGE_PATIENCE);
  }
}
