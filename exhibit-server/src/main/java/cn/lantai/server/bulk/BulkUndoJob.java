package cn.lantai.server.bulk;

import cn.lantai.curation.Author;
import cn.lantai.entity.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes back what a job did, where nobody has gone on from there. */
@ApplicationScoped
public class BulkUndoJob extends BulkChangeJob {

  public BulkUndoJob() {
    super(BulkKind.UNDO);
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("撤销批量修改或送审", "Undoing a bulk edit or submission");
  }

  @Override
  String words(BulkOrder order) {
    return "撤销" + done(order);
  }

  @Override
  String reason(BulkOrder order, String before) {
    return done(order) + " " + before;
  }

  @Override
  List<BulkRow> carryOut(BulkWork work, List<BulkRow> rows, BulkOrder order, Author author) {
    return work.turnBack(rows, order, author);
  }
}
