package cn.lantai.server.bulk;

import cn.lantai.server.bulk.BulkRow.Part;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.JobPhase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a preview, an edit or an undoing stands.
 *
 * @param of the job that it goes on from
 * @param next the job that went on from it, if there is one
 * @param kept whether its rows are still there
 */
public record BulkState(
    Job job,
    BulkKind kind,
    BulkOrder order,
    Optional<Long> of,
    Optional<Long> next,
    boolean kept,
    Path folder) {

  public long id() {
    return job.id();
  }

  public String by() {
    return job.by().orElse("");
  }

  public long count(Part part) {
    return RowLog.count(folder, part);
  }

  /**
   * Whether somebody may go on from it: what was stopped can still be undone. Who took reviews back
   * submits anew what is there by then.
   */
  public boolean goesOn() {
    if (kind == BulkKind.UNDO && order.edit().isEmpty()) {
      return false;
    }
    boolean ended = kind == BulkKind.PREVIEW ? isDone() : !job.isPending();
    return ended && kept && next.isEmpty() && count(Part.CHANGED) > 0;
  }

  private boolean isDone() {
    return job.phase() == JobPhase.DONE;
  }
}
