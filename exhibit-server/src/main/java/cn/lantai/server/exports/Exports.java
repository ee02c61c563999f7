package cn.lantai.server.exports;

import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.security.Visitor;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts, follows and cancels exports. */
@ApplicationScoped
public class Exports {

  /** So many exports are looked through for those that a visitor may know of. */
  private static final int LOOKED_THROUGH = 500;

  @Inject Jobs jobs;
  @Inject ExportFolder folder;

  /**
   * @throws NotAllowedException if there is more in it than the visitor may take out
   */
  public ExportState start(ExportOrder order, Visitor visitor) {
    if (!visitor.rights().may(Permission.EXPORT) || !mayKnow(order, visitor)) {
      throw new NotAllowedException();
    }
    folder.sweep();
    Map<String, String> parameters = order.parameters();
    parameters.put(Job.BY, visitor.name());
    return state(jobs.enqueue(ExportJob.NAME, parameters)).orElseThrow();
  }

  /** What is public anybody may take out; else all that is in it must be within his reach. */
  private static boolean mayKnow(ExportOrder order, Visitor visitor) {
    Rights rights = visitor.rights();
    return order.stage() == StageKind.PUBLIC
        || (order.part().isEmpty()
            ? rights.mayEverywhere(Permission.EXPORT)
            : rights.mayWithin(Permission.EXPORT, order.part().get()));
  }

  /** An export that the visitor might have asked for himself. */
  public Optional<ExportState> find(long id, Visitor visitor) {
    return jobs.find(id)
        .filter(job -> job.kind().equals(ExportJob.NAME))
        .flatMap(this::state)
        .filter(state -> mayKnow(state.order(), visitor));
  }

  /** Newest first. */
  public List<ExportState> newest(int limit, Visitor visitor) {
    return jobs.newestOf(ExportJob.NAME, LOOKED_THROUGH).stream()
        .flatMap(job -> state(job).stream())
        .filter(state -> mayKnow(state.order(), visitor))
        .limit(limit)
        .toList();
  }

  public Optional<ExportState> cancel(long id, Visitor visitor) {
    return find(id, visitor)
        .flatMap(known -> jobs.cancel(known.id(), visitor.name()))
        .flatMap(this::state);
  }

  private Optional<ExportState> state(Job job) {
    try {
      ExportOrder order = ExportOrder.of(job.parameters());
      Path file = folder.target(job.id(), order);
      boolean pending = job.isPending();
      return Optional.of(
          new ExportState(
              job,
              order,
              pending ? Optional.empty() : ExportFolder.there(file),
              pending ? Optional.empty() : ExportFolder.there(folder.problems(job.id()))));
    } catch (ExportRefusedException unknownNow) {
      // Of a version that knew other formats.
      return Optional.empty();
    }
  }
}
