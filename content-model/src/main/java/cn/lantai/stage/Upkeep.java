package cn.lantai.stage;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes stages again in the background where that is better than to go on with them: those that are
 * far behind, once the import that left them behind has ended, and those whose files have grown.
 */
final class Upkeep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /** So many rows between two looks are an import. */
  private static final long MANY_ROWS = 200;

  private final Stages stages;
  private final Duration pace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean running;
  private volatile boolean closed;

  /** The end of the journal when it was last looked at. */
  private long head = -1;

  private int failures;
  private long notBefore = System.nanoTime();

  /**
   * @param pace how often to look
   */
  Upkeep(Stages stages, Duration pace) {
    this.stages = Objects.requireNonNull(stages, "stages");
    this.pace = Objects.requireNonNull(pace, "pace");
  }

  void start(Executor executor) {
    lock.lock();
    try {
      running = true;
      executor.execute(this::run);
    } catch (RuntimeException e) {
      running = false;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Gives up what is being made, and waits for that. */
  @Override
  public void close() {
    closed = true;
    lock.lock();
    try {
      changed.signalAll();
      while (running) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (await()) {
        look();
      }
    } finally {
      lock.lock();
      try {
        running = false;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void look() {
    try {
      long before = head;
      head = stages.head();
      long start = System.nanoTime();
      boolean calm = before >= 0 && head - before < MANY_ROWS;
      if (start - notBefore >= 0 && stages.rebuildIfWorthwhile(head, calm)) {
        failures = 0;
        // However fast the files grow, most of the time is left to others.
        notBefore = System.nanoTime() + 2 * (System.nanoTime() - start);
      }
    } catch (Throwable e) {
      if (!closed) {
        LOG.error("The stages cannot be made again", e);
        failures++;
        long pause = pace.toNanos() << Math.min(failures + 4, 20);
        notBefore = System.nanoTime() + Math.min(pause, LONGEST_PAUSE.toNanos());
      }
    }
  }

  private boolean await() {
    lock.lock();
    try {
      long nanos = pace.toNanos();
      while (!closed && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      // Not restored: the flag would make Java close the stores' files under all readers.
      LOG.warn("The upkeep of the stages goes on after an interrupt");
    } finally {
      lock.unlock();
    }
    return !closed;
  }
}
