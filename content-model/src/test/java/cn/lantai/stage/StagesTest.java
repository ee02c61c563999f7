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

  private static void damage(Path stage) throws IOException {
    try (Stream<Path> files = Files.walk(stage)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7});
      }
    }
  }
}
