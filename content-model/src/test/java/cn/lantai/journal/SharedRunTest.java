package cn.lantai.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedRunTest {

  private static final int WAITING = 8;

  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void doesTheWorkOnceForAllWhoAskedWhileItWasBeingDone() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    SharedRun run =
        new SharedRun(
            () -> {
              if (runs.incrementAndGet() == 1) {
                begun.countDown();
                await(mayEnd);
              }
            });
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> asking = new ArrayList<>();
      asking.add(threads.submit(run::run));
      begun.await();
      List<Thread> waiting = new ArrayList<>();
      CountDownLatch started = new CountDownLatch(WAITING);
      for (int i = 0; i < WAITING; i++) {
        asking.add(
            threads.submit(
                () -> {
                  synchronized (waiting) {
                    waiting.add(Thread.currentThread());
                  }
                  started.countDown();
                  run.run();
                }));
      }
      started.await();
      while (waiting.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      mayEnd.countDown();
      for (Future<?> each : asking) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(10, TimeUnit.SECONDS);
    }
    assertEquals(2, runs.get());
  }

  @Test
  void doesItAgainForWhoAsksAfterwards() {
    SharedRun run = new SharedRun(runs::incrementAndGet);
    run.run();
    run.run();
    assertEquals(2, runs.get());
  }

  @Test
  void whatFailedIsDoneAgain() {
    SharedRun run =
        new SharedRun(
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the disk is full");
              }
            });
    assertThrows(IllegalStateException.class, run::run);
    run.run();
    assertEquals(2, runs.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
