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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      stages.catchUp();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void stagesGoOnWhereTheyWereLeft() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      stages.catchUp();
    }
    put(journal, "r001", "三");
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      assertEquals(5, stages.position(StageKind.WORKING));
      stages.catchUp();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void anotherBaseMakesTheStagesAgain() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      stages.catchUp();
    }
    try (Stages stages = Stages.open(folder, "https://elsewhere.example/", journal)) {
      assertEquals(0, stages.position(StageKind.PUBLIC));
      stages.catchUp();
      assertAllAsInJournal(stages, "https://elsewhere.example/");
    }
  }

  @Test
  void anotherJournalMakesTheStagesAgain() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      stages.catchUp();
    }
    Journal restored = new MemoryJournal();
    put(restored, "r001", "别的");
    write(restored);
    try (Stages stages = Stages.open(folder, BASE, restored)) {
      stages.catchUp();
      assertEquals(
          Snapshot.of(restored, StageKind.WORKING, BASE),
          Snapshot.of(stages.store(StageKind.WORKING), Snapshot.entities(restored)));
    }
  }

  @Test
  void aStageThatCannotBeReadIsMadeAgain() throws IOException {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      stages.catchUp();
    }
    damage(folder.resolve(StageKind.PUBLIC.folder()));
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      stages.catchUp();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void rebuildingGivesTheSame() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal)) {
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
    try (Stages stages = Stages.open(folder, BASE, journal)) {
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
  void whatWasBeingMadeWhenTheServerDiedIsThrownAway() throws IOException {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      stages.catchUp();
    }
    Path next = folder.resolve(StageKind.PUBLIC.folder()).resolve("next");
    Files.createDirectories(next.resolve("graph"));
    Files.writeString(next.resolve("graph").resolve("half"), "done");
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      assertFalse(Files.exists(next));
      stages.catchUp();
      assertAllAsInJournal(stages, BASE);
    }
  }

  @Test
  void aFailureOfTheJournalLeavesTheStages() {
    write(journal);
    try (Stages stages = Stages.open(folder, BASE, journal)) {
      stages.catchUp();
    }
    assertThrows(NullPointerException.class, () -> Stages.open(folder, BASE, null));
    assertThrows(
        IllegalArgumentException.class, () -> Stages.open(folder, "https://no-slash", journal));
    try (Stages stages = Stages.open(folder, BASE, journal)) {
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

  private static void damage(Path stage) throws IOException {
    try (Stream<Path> files = Files.walk(stage)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7});
      }
    }
  }
}
