package cn.lantai.server.bulk;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.search.Facet;
import cn.lantai.search.SearchQuery;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.site.SearchRequest;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at what a {@link BulkOrder} would come to, and keeps it row by row with the version that it
 * looked at. An interrupted one begins anew.
 */
@ApplicationScoped
public class BulkPreviewJob implements JobKind {

  private static final Duration STAGE_PATIENCE = Duration.ofMinutes(10);
  private static final int AT_ONCE = 100;

  @Inject BulkDesk bulk;
  @Inject StageStores stores;

  @Override
  public String name() {
    return BulkKind.PREVIEW.job();
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("批量修改或送审的预览", "Preview of a bulk edit or submission");
  }

  @Override
  public Lane lane() {
    return Lane.PREVIEW;
  }

  @Override
  public void run(JobContext context) throws IOException, InterruptedException {
    Map<String, String> parameters = context.parameters();
    BulkOrder order = BulkOrder.of(parameters);
    BulkWork work = bulk.worker(order, parameters);
    // What was saved a moment ago is to be found.
    stores.awaitHead(StageKind.WORKING, STAGE_PATIENCE);
    List<EntityIri> found = found(order, parameters);
    if (found.size() > BulkOrder.MOST) {
      throw new BulkRefusedException(
          "检索结果超过 %,d 条，请缩小范围后分批修改".formatted(BulkOrder.MOST),
          "More than %,d results; narrow the search".formatted(BulkOrder.MOST));
    }
    try (RowLog log = RowLog.anew(context.reportFolder())) {
      List<BulkRow> rows = new ArrayList<>();
      long looked = 0;
      for (EntityIri entity : found) {
        work.foresee(entity, order).ifPresent(rows::add);
        looked++;
        if (rows.size() == AT_ONCE || looked == found.size()) {
          log.append(rows);
          rows.clear();
          context.progress(looked, found.size(), "正在预览");
        }
      }
      LocalizedText summary = BulkDesk.summary(log, order);
      context.progress(found.size(), found.size(), summary.zh() + "\n" + summary.en().orElse(""));
    }
  }

  private List<EntityIri> found(BulkOrder order, Map<String, String> parameters) {
    if (!order.chosen().isEmpty()) {
      return order.chosen().stream().sorted().map(key -> new EntityIri(order.type(), key)).toList();
    }
    try {
      SearchQuery query =
          SearchRequest.of("", order.search())
              .query()
              .with(Facet.TYPE, Set.of(order.type().segment()))
              .reaching(bulk.rights(parameters).reach());
      return stores
          .index(StageKind.WORKING)
          .all(query, stores.index(StageKind.PUBLIC).versions(), BulkOrder.MOST + 1);
    } catch (SearchRefusedException refused) {
      throw new BulkRefusedException(
          "检索的条件太多或太费时，没有做完。请减少条件或缩小范围",
          "The search asks for too much, or takes too long. Narrow it, or ask for less");
    }
  }
}
