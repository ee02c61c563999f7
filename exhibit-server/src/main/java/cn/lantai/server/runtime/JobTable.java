package cn.lantai.server.runtime;

import cn.lantai.server.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The jobs in the database. Each change is a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class JobTable {

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  @Inject AuditLog log;

  Job add(String kind, Map<String, String> parameters) {
    JobRow row = new JobRow(kind, parameters);
    manager.persist(row);
    Job job = row.view();
    log.note(JobNotes.begun(job));
    return job;
  }

  /** A new job that runs from the beginning, in the hands of the caller. */
  Job addRunning(String kind, Map<String, String> parameters) {
    JobRow row = new JobRow(kind, parameters);
    row.start();
    manager.persist(row);
    Job job = row.view();
    log.note(JobNotes.begun(job));
    return job;
  }

  /**
   * The oldest job that has work left, now running or ended.
   *
   * @param lane whether a kind of job is meant
   */
  Optional<Job> startNext(Predicate<String> lane) {
    Optional<JobRow> next =
        manager
            .createQuery(
                "SELECT j FROM JobRow j WHERE j.state IN :states ORDER BY j.id", JobRow.class)
            .setParameter("states", List.of(JobState.QUEUED, JobState.INTERRUPTED))
            .getResultStream()
            .filter(row -> lane.test(row.kind()))
            .findFirst();
    next.ifPresent(JobRow::start);
    Optional<Job> job = next.map(JobRow::view);
    // One that was started too often, or was to be stopped, has ended by that.
    job.filter(each -> !each.isPending()).map(JobNotes::ended).ifPresent(log::note);
    return job;
  }

  /** The last change of a job, which is noted. */
  void end(long id, Consumer<JobRow> change) {
    JobRow row = manager.find(JobRow.class, id);
    change.accept(row);
    log.note(JobNotes.ended(row.view()));
  }

  void change(long id, Consumer<JobRow> change) {
    change.accept(manager.find(JobRow.class, id));
  }

  /** The job after somebody asked for its end; empty if there is none. */
  Optional<Job> stop(long id, String by) {
    Optional<JobRow> row = Optional.ofNullable(manager.find(JobRow.class, id));
    boolean goesOn = row.map(JobRow::view).filter(Job::isPending).isPresent();
    row.ifPresent(job -> job.stop(by));
    if (goesOn) {
      log.note(JobNotes.stopped(row.orElseThrow().view()));
    }
    return row.map(JobRow::view);
  }

  /** What the last process left behind as running is not. */
  void markInterrupted() {
    manager
        .createQuery("UPDATE JobRow j SET j.state = :to WHERE j.state = :from")
        .setParameter("to", JobState.INTERRUPTED)
        .setParameter("from", JobState.RUNNING)
        .executeUpdate();
  }

  Optional<Job> find(long id) {
    return Optional.ofNullable(manager.find(JobRow.class, id)).map(JobRow::view);
  }

  Optional<Job> newestOf(String kind) {
    return newestOf(kind, 1).stream().findFirst();
  }

  List<Job> newestOf(String kind, int limit) {
    return manager
        .createQuery("SELECT j FROM JobRow j WHERE j.kind = :kind ORDER BY j.id DESC", JobRow.class)
        .setParameter("kind", kind)
        .setMaxResults(limit)
        .getResultStream()
        .map(JobRow::view)
        .toList();
  }

  List<Job> pendingOf(String kind) {
    return manager
        .createQuery(
            "SELECT j FROM JobRow j WHERE j.kind = :kind AND j.state NOT IN :ended", JobRow.class)
        .setParameter("kind", kind)
        .setParameter("ended", List.of(JobState.DONE, JobState.FAILED))
        .getResultStream()
        .map(JobRow::view)
        .toList();
  }

  List<Job> newest(int limit) {
    return manager
        .createQuery("SELECT j FROM JobRow j ORDER BY j.id DESC", JobRow.class)
        .setMaxResults(limit)
        .getResultStream()
        .map(JobRow::view)
        .toList();
  }

  long pending() {
    return manager
        .createQuery("SELECT COUNT(j) FROM JobRow j WHERE j.state NOT IN :ended", Long.class)
        .setParameter("ended", List.of(JobState.DONE, JobState.FAILED))
        .getSingleResult();
  }
}
