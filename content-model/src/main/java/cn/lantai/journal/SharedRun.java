package cn.lantai.journal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work that does as much for many as for one: whoever asks while it is being done waits for the
 * next time, which is done once for all of them.
 */
final class SharedRun {

  private final Runnable work;
  private final AtomicLong asked = new AtomicLong();
  private final ReentrantLock running = new ReentrantLock();

  /** How many have been served; guarded by the lock. */
  private long served;

  SharedRun(Runnable work) {
    this.work = work;
  }

  /**
   * Returns when the work has been done from beginning to end since the call.
   *
   * @throws RuntimeException what the work threw in this thread; others who wait do it again
   */
  void run() {
    long mine = asked.incrementAndGet();
    running.lock();
    try {
      if (served < mine) {
        long these = asked.get();
        work.run();
        served = these;
      }
    } finally {
      running.unlock();
    }
  }
}
