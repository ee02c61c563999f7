package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.journal.Draft;
import cn.lantai.journal.Graphs;
import cn.lantai.journal.Journal;
import cn.lantai.journal.MemoryJournal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagesTest {

  private static final String BASE = "https://archive.example/";

  @TempDir Path folder;
  private final Journal journal = new MemoryJournal();

  @Test
  void bothStagesFollowTheJournal() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void stagesGoOnWhereTheyWereLeft() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
    }
    put(journal, "r001", "三");
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      assertEquals(5, stages.position(StageKind.WORKING));
      stages.catchUp();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void anotherBaseMakesTheStagesAgain() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
    }
    try (Stages stages = Stages.open(folder, "https://elsewhere.example/", journal, Room.ENDLESS)) {
      assertEquals(0, stages.position(StageKind.PUBLIC));
      stages.catchUp();
      assertAllAsInJournal(stages, "https://elsewhere.example/");
    }
  }

  @Test
  void anotherJournalMakesTheStagesAgain() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
    }
    Journal restored = new MemoryJournal();
    put(restored, "r001", "别的");
    write(restored);
    try (Stages stages = Stages.open(folder, BASE, restored, Room.ENDLESS)) {
      stages.catchUp();
      assertEquals(
          Snapshot.of(restored, StageKind.WORKING, BASE),
          Snapshot.of(stages.store(StageKind.WORKING), Snapshot.entities(restored)));
    }
  }

  @Test
  void aStageThatCannotBeReadIsMadeAgain() throws IOException {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
    }
    damage(folder.resolve(StageKind.PUBLIC.folder()));
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void rebuildingGivesTheSame() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
      GraphStore store = stages.store(StageKind.PUBLIC);
      stages.rebuild();
      assertAllAsInJournal(stages, BASE);
      assertEquals(5, store.position());
      put(journal, "r001", "四");
      stages.catchUp();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void whoReadsGoesOnWhileTheStageIsExchanged() throws Exception {
    write(journal);
    ExecutorService pool = Executors.newCachedThreadPool();
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
      GraphStore store = stages.store(StageKind.WORKING);
      CountDownLatch reading = new CountDownLatch(1);
      CountDownLatch done = new CountDownLatch(1);
      Future<Long> old =
          pool.submit(
              () ->
                  store.read(
                      data -> {
                        reading.countDown();
                        await(done);
                        return data.stream().count();
                      }));
      await(reading);
      Future<?> rebuilt = pool.submit(stages::rebuild);
      put(journal, "r003", "三");
      // Others read, and in time what is new, although one has not finished with what is old.
      while (store.position() < 6) {
        Thread.onSpinWait();
      }
      assertFalse(old.isDone());
      done.countDown();
      assertEquals(8, old.get());
      rebuilt.get();
      assertEquals(12, store.<Long>read(data -> data.stream().count()));
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void stagesWhoseFilesHaveGrownAreMadeAgainByThemselves() throws Exception {
    write(journal);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.rebuild();
      assertFalse(stages.haveGrown());
      Path grown = folder.resolve("public/2/graph/grown");
      try (RandomAccessFile file = new RandomAccessFile(grown.toFile(), "rw")) {
        file.setLength(1L << 30);
      }
      assertTrue(stages.haveGrown());
      stages.start(threads, Duration.ofSeconds(1));
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      while (Files.exists(grown) && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertFalse(stages.haveGrown());
      assertAllAsInJournal(stages, BASE);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatWasBeingMadeWhenTheServerDiedIsThrownAway() throws IOException {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
    }
    Path next = folder.resolve(StageKind.PUBLIC.folder()).resolve("next");
    Files.createDirectories(next.resolve("graph"));
    Files.writeString(next.resolve("graph").resolve("half"), "done");
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      assertFalse(Files.exists(next));
      stages.catchUp();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void aNearlyFullDiskLeavesTheStagesAsTheyAre() throws IOException {
    write(journal);
    AtomicBoolean full = new AtomicBoolean();
    try (Stages stages = Stages.open(folder, BASE, journal, bytes -> full.get())) {
      stages.catchUp();
      put(journal, "r9", "新");
      full.set(true);
      assertThrows(NoRoomException.class, stages::rebuild);
      for (StageKind kind : StageKind.values()) {
        Path own = folder.resolve(kind.folder());
        assertEquals(List.of("1"), names(own), "Something half made takes room");
      }
      full.set(false);
      stages.rebuild();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void stagesStandBackOnANearlyFullDiskAndGoOnByThemselves() throws Exception {
    write(journal);
    AtomicBoolean full = new AtomicBoolean(true);
    CountDownLatch asked = new CountDownLatch(4);
    Room room =
        bytes -> {
          asked.countDown();
          return full.get();
        };
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Stages stages = Stages.open(folder, BASE, journal, room)) {
      stages.start(threads, Duration.ofMillis(20));
      await(asked);
      assertEquals(0, stages.position(StageKind.WORKING));
      full.set(false);
      assertTrue(stages.awaitPosition(StageKind.WORKING, journal.head(), Duration.ofSeconds(30)));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFailureOfTheJournalLeavesTheStages() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      stages.catchUp();
    }
    assertThrows(NullPointerException.class, () -> Stages.open(folder, BASE, null, Room.ENDLESS));
    assertThrows(
        IllegalArgumentException.class,
        () -> Stages.open(folder, "https://no-slash", journal, Room.ENDLESS));
    try (Stages stages = Stages.open(folder, BASE, journal, Room.ENDLESS)) {
      assertEquals(5, stages.position(StageKind.WORKING));
    }
  }

  private void assertAllAsInJournal(Stages stages, String base) {
    for (StageKind kind : StageKind.values()) {
      assertEquals(
          Snapshot.of(journal, kind, base),
          Snapshot.of(stages.store(kind), Snapshot.entities(journal)));
    }
    assertFalse(Snapshot.triples(stages.store(StageKind.PUBLIC)).isEmpty());
    assertTrue(stages.store(StageKind.PUBLIC).isGone(Graphs.record("r002")));
  }

  /** Five rows: r001 in public, r002 withdrawn. */
  private static void write(Journal journal) {
    put(journal, "r001", "一");
    put(journal, "r002", "二");
    journal.append(
        List.of(
            Draft.publish(Graphs.record("r001"), "a", ""),
            Draft.publish(Graphs.record("r002"), "a", ""),
            Draft.withdraw(Graphs.record("r002"), "a", "")));
  }

  private static void put(Journal journal, String key, String title) {
    journal.append(List.of(Draft.put(Graphs.letter(key, title), "a", "")));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void damage(Path stage) throws IOException {
    try (Stream<Path> files = Files.walk(stage)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7});
      }
    }
  }
}
