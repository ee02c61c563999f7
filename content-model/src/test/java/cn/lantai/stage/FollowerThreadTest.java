package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Graphs;
import cn.lantai.journal.MemoryJournal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowerThreadTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration NEVER = Duration.ofDays(1);

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final MemoryJournal journal = new MemoryJournal();
  private final FailingStore store = new FailingStore();
  private final StageFollower follower =
      new StageFollower(StageKind.WORKING, journal, store, "https://archive.example/");

  @AfterEach
  void stop() throws InterruptedException {
    pool.shutdown();
    assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS), "A thread was left behind");
  }

  @Test
  void aSignalIsFollowed() throws Exception {
    try (FollowerThread thread = new FollowerThread("test", follower, NEVER)) {
      thread.start(pool);
      put("一");
      thread.signal();
      assertTrue(follower.awaitPosition(1, LONG));
      put("二");
      thread.signal();
      assertTrue(follower.awaitPosition(2, LONG));
      assertTrue(thread.status().isHealthy());
      assertEquals(2, thread.status().position());
    }
  }

  @Test
  void oneThatStandsBackStillTakesOutWhatIsWithdrawn() throws Exception {
    put("一");
    journal.append(List.of(Draft.publish(Graphs.record("r001"), "a", "")));
    StageFollower behind =
        new StageFollower(StageKind.PUBLIC, journal, store, "https://archive.example/");
    behind.catchUp();
    CountDownLatch gone = new CountDownLatch(1);
    store.applied = gone::countDown;
    put("二");
    journal.append(List.of(Draft.withdraw(Graphs.record("r001"), "a", "")));
    try (FollowerThread thread = new FollowerThread("test", behind, NEVER, () -> true)) {
      thread.start(pool);
      assertTrue(gone.await(20, TimeUnit.SECONDS));
      assertEquals(2, thread.status().position());
    }
    assertTrue(store.isGone(Graphs.record("r001")));
  }

  @Test
  void rowsOfAnotherServerAreNoticedWithoutASignal() throws Exception {
    try (FollowerThread thread = new FollowerThread("test", follower, Duration.ofMillis(1))) {
      thread.start(pool);
      put("一");
      assertTrue(follower.awaitPosition(1, LONG));
    }
  }

  @Test
  void aFailureIsReportedAndTriedAgain() throws Exception {
    store.failures = 1;
    put("一");
    try (FollowerThread thread = new FollowerThread("test", follower, NEVER)) {
      thread.start(pool);
      assertTrue(store.failed.await(20, TimeUnit.SECONDS));
      assertTrue(follower.awaitPosition(1, LONG));
    }
  }

  @Test
  void theLastFailureIsKeptUntilItIsOvercome() throws Exception {
    store.failures = Integer.MAX_VALUE;
    put("一");
    FollowerThread thread = new FollowerThread("test", follower, NEVER);
    thread.start(pool);
    assertTrue(store.failed.await(20, TimeUnit.SECONDS));
    thread.close();
    FollowerThread.Status status = thread.status();
    assertFalse(status.isHealthy());
    assertEquals("on purpose", status.failure().map(Throwable::getMessage).orElse(""));
    assertEquals(0, status.position());
  }

  @Test
  void closingEndsTheThread() {
    FollowerThread thread = new FollowerThread("test", follower, NEVER);
    thread.start(pool);
    thread.close();
    assertFalse(thread.status().running());
    assertThrows(IllegalStateException.class, () -> thread.start(pool));
  }

  private void put(String title) {
    journal.append(List.of(Draft.put(Graphs.letter("r001", title), "a", "")));
  }

  private static final class FailingStore implements GraphStore {

    private final MemoryGraphStore store = new MemoryGraphStore();
    private final CountDownLatch failed = new CountDownLatch(1);
    private volatile int failures;
    private volatile Runnable applied = () -> {};

    @Override
    public Optional<Bookmark> bookmark() {
      return store.bookmark();
    }

    @Override
    public long changed() {
      return store.changed();
    }

    @Override
    public void apply(List<Change> changes, Bookmark bookmark) {
      if (failures > 0) {
        failures--;
        failed.countDown();
        throw new StackOverflowError("on purpose");
      }
      store.apply(changes, bookmark);
      applied.run();
    }

    @Override
    public <T> T read(Function<DatasetGraph, T> query) {
      return store.read(query);
    }

    @Override
    public boolean isGone(EntityIri entity) {
      return store.isGone(entity);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
