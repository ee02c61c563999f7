package cn.lantai.ingest;

import cn.lantai.curation.Approved;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;
import java.util.ArrayList;
import java.util.List;
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
  private final ExecutorService thread;
  private List<Approved> batch = new ArrayList<>();
  private List<Future<?>> underWay = new ArrayList<>();
  private volatile long created;
  private volatile long updated;

  /**
   * @param thread has one thread
   */
  Saver(Curation curation, Existing existing, ImportOrder order, ExecutorService thread) {
    this.curation = curation;
    this.existing = existing;
    this.order = order;
    this.thread = thread;
  }

  void add(Approved description) {
    batch.add(description);
    if (batch.size() == BATCH) {
      submit();
    }
  }

  /** Waits until all that was added is saved. */
  void flush() {
    submit();
    await(0);
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
      List<Approved> full = batch;
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
  private void save(List<Approved> descriptions) {
    if (order.dryRun()) {
      descriptions.forEach(each -> compare(each.description()));
      return;
    }
    Author author = order.author();
    for (Entry row : curation.take(descriptions, order.publish(), author)) {
      if (row.action() == Action.PUT) {
        count(row.replaces() == 0);
      }
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
