package cn.lantai.ingest;

import cn.lantai.curation.Approved;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.hierarchy.Whole;
import cn.lantai.ingest.Settlement.Settled;
import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;
import cn.lantai.journal.ReferenceCodeInUseException;
import cn.lantai.table.Problem;
import cn.lantai.table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Saves descriptions in batches on a thread of its own, while the next ones are made. In a dry run
 * it only looks what would be saved.
 */
final class Saver {

  private static final int BATCH = 1000;

  private final Curation curation;
  private final Existing existing;
  private final ImportOrder order;
  private final Survey survey;
  private final ForeseenCodes codes;
  private final ExecutorService thread;
  private final Set<EntityIri> refusedEntities = new HashSet<>();
  private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

  /** What the rows lie in, where not everything may be written. */
  private final Map<EntityIri, EntityIri> wholes = new HashMap<>();

  private List<Waiting> batch = new ArrayList<>();
  private List<Future<?>> underWay = new ArrayList<>();
  private volatile long created;
  private volatile long updated;

  /**
   * What is to be saved.
   *
   * @param origin the rows that it was made of; empty for what Lantai starts with
   */
  private record Waiting(Approved approved, Optional<Settled> origin) {

    EntityIri iri() {
      return approved.description().iri();
    }
  }

  /** That something could not be saved after all, for others write at the same time. */
  record Refusal(Settled origin, Problem problem) {}

  /**
   * @param thread has one thread
   */
  Saver(
      Curation curation,
      Existing existing,
      ImportOrder order,
      Survey survey,
      ExecutorService thread) {
    this.curation = curation;
    this.existing = existing;
    this.order = order;
    this.survey = survey;
    this.codes = new ForeseenCodes(existing, survey, order.permit());
    this.thread = thread;
  }

  void add(Approved builtIn) {
    add(new Waiting(builtIn, Optional.empty()));
  }

  void add(Approved description, Settled origin) {
    add(new Waiting(description, Optional.of(origin)));
  }

  private void add(Waiting waiting) {
    batch.add(waiting);
    if (batch.size() == BATCH) {
      submit();
    }
  }

  /** Waits until all that was added is saved. */
  void flush() {
    submit();
    await(0);
  }

  /** What was refused since this was last asked. */
  List<Refusal> refusals() {
    List<Refusal> found = new ArrayList<>();
    for (Refusal next = refusals.poll(); next != null; next = refusals.poll()) {
      found.add(next);
    }
    return found;
  }

  long created() {
    return created;
  }

  long updated() {
    return updated;
  }

  /** Counts on from where an interrupted import was. */
  void resume(long createdBefore, long updatedBefore) {
    created = createdBefore;
    updated = updatedBefore;
  }

  private void submit() {
    if (!batch.isEmpty()) {
      List<Waiting> full = batch;
      batch = new ArrayList<>();
      await(1);
      underWay.add(thread.submit(() -> save(full)));
    }
  }

  private void await(int left) {
    while (underWay.size() > left) {
      try {
        underWay.remove(0).get();
      } catch (ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(failure.getCause());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Stopped while saving", interrupted);
      }
    }
  }

  /** On the saver's thread only. */
  private void save(List<Waiting> all) {
    if (order.dryRun()) {
      all.forEach(this::foresee);
      return;
    }
    for (List<Waiting> left = withoutDependents(permitted(all)); !left.isEmpty(); ) {
      try {
        take(left);
        return;
      } catch (ReferenceCodeInUseException inUse) {
        left = withoutDependents(without(left, inUse));
      }
    }
  }

  private List<Waiting> permitted(List<Waiting> batch) {
    return batch.stream().filter(this::isPermitted).toList();
  }

  private boolean isPermitted(Waiting waiting) {
    if (order.permit() == Permit.EVERYTHING || waiting.origin().isEmpty()) {
      return true;
    }
    EntityGraph description = waiting.approved().description();
    if (order.permit().mayTake(description, part -> Optional.ofNullable(wholes.get(part)))) {
      Whole.of(description).ifPresent(whole -> wholes.put(waiting.iri(), whole));
      return true;
    }
    Row row = waiting.origin().get().row();
    row.problem(
        "",
        "",
        LocalizedText.of("您的权限不包括这一条所在的全宗", "Your role does not reach where this one stands"),
        LocalizedText.of(
            "请核对上级和收藏单位，或请安全管理员授权", "Check what it lies in, or ask the security administrator"));
    refuse(waiting, row);
    return false;
  }

  private void take(List<Waiting> batch) {
    List<Approved> descriptions = batch.stream().map(Waiting::approved).toList();
    for (Entry row : curation.take(descriptions, order.publish(), order.author())) {
      if (row.action() == Action.PUT) {
        count(row.replaces() == 0);
      }
    }
  }

  /** Leaves out what has a code that something else in the same archive has. */
  private List<Waiting> without(List<Waiting> batch, ReferenceCodeInUseException inUse) {
    Map<EntityIri, ReferenceCodeInUseException.Conflict> conflicts = new HashMap<>();
    inUse.conflicts().forEach(conflict -> conflicts.put(conflict.entity(), conflict));
    List<Waiting> left = new ArrayList<>();
    for (Waiting each : batch) {
      if (conflicts.containsKey(each.iri()) && each.origin().isPresent()) {
        ReferenceCodeInUseException.Conflict conflict = conflicts.get(each.iri());
        Row row = each.origin().get().row();
        CodeHolder.of(conflict.code(), conflict.holder(), survey, order.permit()).note(row);
        refuse(each, row);
      } else {
        left.add(each);
      }
    }
    if (left.size() == batch.size()) {
      throw inUse;
    }
    return left;
  }

  /** Leaves out what needs something that was refused. */
  private List<Waiting> withoutDependents(List<Waiting> batch) {
    List<Waiting> left = batch;
    for (int before = -1; !refusedEntities.isEmpty() && before != left.size(); ) {
      before = left.size();
      left = left.stream().filter(each -> !isDependent(each)).toList();
    }
    return left;
  }

  private boolean isDependent(Waiting waiting) {
    for (Settled origin : waiting.origin().stream().toList()) {
      for (Survey.PartRow each : origin.rows()) {
        for (Row.Reference reference : each.row().references()) {
          if (refusedEntities.contains(reference.target())) {
            each.row().keptOutBecauseOf(reference);
            refuse(waiting, each.row());
            return true;
          }
        }
      }
    }
    return false;
  }

  private void refuse(Waiting waiting, Row row) {
    // On an older version others may rely.
    if (!existing.has(waiting.iri())) {
      refusedEntities.add(waiting.iri());
    }
    List<Problem> problems = row.problems();
    refusals.add(new Refusal(waiting.origin().orElseThrow(), problems.get(problems.size() - 1)));
  }

  private void foresee(Waiting waiting) {
    EntityGraph description = waiting.approved().description();
    if (!isPermitted(waiting) || (waiting.origin().isPresent() && isDependent(waiting))) {
      return;
    }
    Optional<CodeHolder> holder =
        waiting.origin().flatMap(origin -> codes.take(origin.number(), description));
    if (holder.isPresent()) {
      Row row = waiting.origin().orElseThrow().row();
      holder.get().note(row);
      refuse(waiting, row);
    } else {
      compare(description);
    }
  }

  private void compare(EntityGraph description) {
    if (existing.has(description.iri())) {
      if (!existing.current(description.iri()).filter(description::equals).isPresent()) {
        count(false);
      }
    } else {
      count(true);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts, others read
  private void count(boolean isNew) {
    if (isNew) {
      created++;
    } else {
      updated++;
    }
  }
}
