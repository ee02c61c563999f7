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

/** Makes the change in all that the preview found changed, in the versions that it looked at. */
@ApplicationScoped
public class BulkEditJob implements JobKind {

  static final String WORDS = "批量修改";

  private static final Duration STAGE_PATIENCE = Duration.ofMinutes(10);

  @Inject BulkDesk bulk;
  @Inject StageStores stores;

  @Override
  public String name() {
    return BulkKind.EDIT.job();
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of(WORDS, "Bulk edit");
  }

  @Override
  public Optional<String> page(long job) {
    return Optional.of(BulkEdits.path(job));
  }

  @Override
  public void run(JobContext context) throws IOException, InterruptedException {
    Map<String, String> parameters = context.parameters();
    BulkOrder order = BulkOrder.of(parameters);
    Path foreseen = bulk.folderBefore(parameters);
    if (!RowLog.isIn(foreseen)) {
      throw new BulkRefusedException("预览已过保存期，请重新预览", "The preview is gone; look at it anew");
    }
    BulkEditor editor = bulk.editor(parameters);
    Author author = BulkDesk.author(context, WORDS, order.reason());
    bulk.work(context, foreseen, "正在修改", rows -> editor.carryOut(rows, order, author));
    stores.awaitHead(StageKind.WORKING, STAGE_PATIENCE);
  }
}
