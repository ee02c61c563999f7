package cn.lantai.server.bulk;

import cn.lantai.curation.Author;
import cn.lantai.entity.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Does to all that the preview found fit what was asked, in the versions that it looked at. */
@ApplicationScoped
public class BulkEditJob extends BulkChangeJob {

  public BulkEditJob() {
    super(BulkKind.EDIT);
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("批量修改或送审", "Bulk edit or submission");
  }

  @Override
  String words(BulkOrder order) {
    return done(order);
  }

  @Override
  String reason(BulkOrder order, String before) {
    return order.reason();
  }

  @Override
  List<BulkRow> carryOut(BulkWork work, List<BulkRow> rows, BulkOrder order, Author author) {
    return work.carryOut(rows, order, author);
  }
}
