package cn.lantai.server.exports;

import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts, follows and cancels exports. */
@ApplicationScoped
public class Exports {

  @Inject Jobs jobs;
  @Inject ExportFolder folder;

  public ExportState start(ExportOrder order, String by) {
    folder.sweep();
    Map<String, String> parameters = order.parameters();
    parameters.put(ExportJob.BY, by);
    return state(jobs.enqueue(ExportJob.NAME, parameters)).orElseThrow();
  }

  public Optional<ExportState> find(long id) {
    return jobs.find(id).filter(job -> job.kind().equals(ExportJob.NAME)).flatMap(this::state);
  }

  /** Newest first. */
  public List<ExportState> newest(int limit) {
    return jobs.newestOf(ExportJob.NAME, limit).stream()
        .flatMap(job -> state(job).stream())
        .toList();
  }

  public Optional<ExportState> cancel(long id, String by) {
    return find(id).flatMap(known -> jobs.cancel(known.id(), by)).flatMap(this::state);
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
