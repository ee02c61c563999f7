package cn.lantai.stage;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal in the background: at once when signalled, and from time to time for rows
 * that another server wrote. A failure is kept for {@link #status} and tried again, more and more
 * slowly; nothing but {@link #close} ends the following.
 */
public final class FollowerThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FollowerThread.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A batch of so many rows need not gather more. */
  private static final long GROUP = 500;

  private static final long GATHER = 5;
  private static final Duration LONGEST_GATHERING = Duration.ofMillis(500);

  private final String name;
  private final StageFollower follower;
  private final Duration poll;
  private final BooleanSupplier standsBack;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private boolean signalled = true;
  private boolean closed;
  private boolean running;
  private int failures;
  private Optional<Throwable> failure = Optional.empty();

  /**
   * @param name what follows, for operators
   * @param poll how long rows of another server may go unnoticed
   */
  public FollowerThread(String name, StageFollower follower, Duration poll) {
    this(name, follower, poll, () -> false);
  }

  /**
   * @param standsBack whether nothing but withdrawals is to be followed at the moment
   */
  FollowerThread(String name, StageFollower follower, Duration poll, BooleanSupplier standsBack) {
    this.name = Objects.requireNonNull(name, "name");
    this.follower = Objects.requireNonNull(follower, "follower");
    this.poll = Objects.requireNonNull(poll, "poll");
    this.standsBack = Objects.requireNonNull(standsBack, "standsBack");
  }

  /** Takes a thread of the executor until closed. */
  public void start(Executor executor) {
    lock.lock();
    try {
      if (running || closed) {
        throw new IllegalStateException("Started before");
      }
      running = true;
    } finally {
      lock.unlock();
    }
    try {
      executor.execute(this::run);
    } catch (RuntimeException e) {
      ended();
      throw e;
    }
  }

  /** Says that there are new rows. */
  public void signal() {
    lock.lock();
    try {
      signalled = true;
      wake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public Status status() {
    lock.lock();
    try {
      return new Status(name, running, follower.position(), failures, failure);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the following after the batch that is being written, and waits for that. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      wake.signalAll();
      while (running) {
        wake.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (await()) {
        follow();
      }
    } finally {
      ended();
    }
  }

  private void follow() {
    try {
      long rows;
      do {
        long start = System.nanoTime();
        rows = isClosed() ? 0 : followBatch();
        succeeded();
        if (rows > 0 && rows < GROUP) {
          gather(System.nanoTime() - start);
        }
      } while (rows > 0);
    } catch (Throwable e) {
      // Even an Error: a stage that stands still unnoticed is worse than one that tries again.
      failed(e);
    }
  }

  private long followBatch() {
    if (standsBack.getAsBoolean()) {
      follower.withdrawAhead();
      return 0;
    }
    return follower.followBatch();
  }

  /**
   * Waits a moment in proportion to what the last batch took: rows that come one by one are then
   * followed in groups, which makes the files grow far less. A row after a quiet time waits for
   * nothing.
   */
  private void gather(long lastBatch) {
    lock.lock();
    try {
      long nanos = Math.min(GATHER * lastBatch, LONGEST_GATHERING.toNanos());
      while (!closed && nanos > 0) {
        nanos = awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for something to do; false when closed. */
  private boolean await() {
    lock.lock();
    try {
      long nanos = pause().toNanos();
      while (!closed && !(signalled && failures == 0) && nanos > 0) {
        nanos = awaitNanos(nanos);
      }
      signalled = false;
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private long awaitNanos(long nanos) {
    try {
      return wake.awaitNanos(nanos);
    } catch (InterruptedException e) {
      // Not restored: the flag would make Java close the store's files under all readers.
      LOG.warn("The follower of the {} goes on after an interrupt", name);
      return nanos;
    }
  }

  private Duration pause() {
    if (failures == 0) {
      return poll;
    }
    Duration pause = Duration.ofMillis(250L << Math.min(failures, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void succeeded() {
    lock.lock();
    try {
      if (failures > 0) {
        LOG.info("The {} follows the journal again", name);
      }
      failures = 0;
      failure = Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void failed(Throwable e) {
    LOG.error("The {} cannot follow the journal", name, e);
    lock.lock();
    try {
      failures++;
      failure = Optional.of(e);
    } finally {
      lock.unlock();
    }
  }

  private void ended() {
    lock.lock();
    try {
      running = false;
      wake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * How the following goes.
   *
   * @param name what follows
   * @param running whether it was started and not closed
   * @param position the last row that was followed
   * @param failures how many attempts have failed since the last one that did not
   * @param failure what the last one failed with
   */
  public record Status(
      String name, boolean running, long position, int failures, Optional<Throwable> failure) {

    public boolean isHealthy() {
      return running && failures == 0;
    }
  }
}
