package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Graphs;
import cn.lantai.journal.Journal;
import cn.lantai.journal.MemoryJournal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageFollowerTest {

  private static final String BASE = "https://archive.example/";
  private static final EntityIri LETTER = Graphs.record("r001");

  private final Journal journal = new MemoryJournal();
  private final MemoryGraphStore store = new MemoryGraphStore();

  @Test
  void theWorkingStageShowsTheNewestVersionUnderThePublicBase() {
    put("r001", "一");
    put("r001", "二");
    assertEquals(2, follower(StageKind.WORKING).catchUp());
    assertEquals(
        Snapshot.of(journal, StageKind.WORKING, BASE),
        Snapshot.of(store, Snapshot.entities(journal)));
    assertTrue(
        Snapshot.triples(store).stream()
            .anyMatch(
                triple ->
                    triple
                        .getObject()
                        .toString()
                        .equals("https://archive.example/id/person/shen")));
  }

  @Test
  void thePublicStageShowsNothingThatIsNotPublished() {
    put("r001", "一");
    StageFollower follower = follower(StageKind.PUBLIC);
    assertEquals(1, follower.catchUp());
    assertEquals(1, follower.position());
    assertEquals(Set.of(), Snapshot.triples(store));
  }

  @Test
  void thePublicStageKeepsThePublishedVersionWhileANewOneIsWritten() {
    put("r001", "一");
    publish("r001");
    put("r001", "二");
    follower(StageKind.PUBLIC).catchUp();
    assertEquals(1, titled("一"));
    assertEquals(0, titled("二"));
  }

  @Test
  void whatIsWithdrawnIsGoneFromThePublicStage() {
    put("r001", "一");
    publish("r001");
    StageFollower follower = follower(StageKind.PUBLIC);
    follower.catchUp();
    withdraw("r001");
    follower.catchUp();
    assertTrue(store.isGone(LETTER));
    assertEquals(Set.of(), Snapshot.triples(store));
    publish("r001");
    follower.catchUp();
    assertFalse(store.isGone(LETTER));
    assertEquals(1, titled("一"));
  }

  @Test
  void aWithdrawalNeedNotWaitForTheRowsBeforeIt() {
    put("r001", "一");
    publish("r001");
    put("r002", "二");
    publish("r002");
    StageFollower follower = follower(StageKind.PUBLIC);
    follower.catchUp();
    put("r001", "三");
    publish("r001");
    withdraw("r001");
    put("r003", "四");
    publish("r003");
    long before = store.changed();
    follower.withdrawAhead();
    assertTrue(store.isGone(LETTER));
    assertEquals(0, titled("一"));
    assertEquals(1, titled("二"));
    assertEquals(0, titled("四"));
    assertTrue(store.changed() > before, "Pages from before must not be shown any more");
    assertEquals(4, follower.position());
    follower.catchUp();
    assertEquals(
        Snapshot.of(journal, StageKind.PUBLIC, BASE),
        Snapshot.of(store, Snapshot.entities(journal)));
  }

  @Test
  void theWorkingStageKeepsWhatIsWithdrawn() {
    put("r001", "一");
    publish("r001");
    StageFollower follower = follower(StageKind.WORKING);
    follower.catchUp();
    withdraw("r001");
    follower.withdrawAhead();
    assertEquals(1, titled("一"));
    assertFalse(store.isGone(LETTER));
  }

  @Test
  void draftsLeaveThePublicStageUnchanged() {
    put("r001", "一");
    publish("r001");
    StageFollower follower = follower(StageKind.PUBLIC);
    follower.catchUp();
    long before = store.changed();
    put("r001", "二");
    follower.catchUp();
    assertEquals(before, store.changed());
    assertEquals(3, follower.position());
  }

  @ParameterizedTest
  @EnumSource
  void theStageIsTheSameWhateverTheBatchesWere(StageKind kind) {
    Random random = new Random(20261122);
    for (int i = 0; i < 400; i++) {
      randomRow(random);
    }
    Snapshot expected = Snapshot.of(journal, kind, BASE);
    for (int batch : List.of(1, 2, 3, 7, 50, 10_000)) {
      MemoryGraphStore other = new MemoryGraphStore();
      new StageFollower(kind, journal, other, BASE, batch).catchUp();
      assertEquals(
          expected, Snapshot.of(other, Snapshot.entities(journal)), "in batches of " + batch);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theStageIsTheSameWhereverItWasInterrupted(StageKind kind) {
    Random random = new Random(19350117);
    for (int i = 0; i < 300; i++) {
      randomRow(random);
      if (random.nextInt(10) == 0) {
        // A new follower knows no more than what the store holds.
        new StageFollower(kind, journal, store, BASE, 1 + random.nextInt(5)).followBatch();
      }
    }
    new StageFollower(kind, journal, store, BASE, 4).catchUp();
    assertEquals(Snapshot.of(journal, kind, BASE), Snapshot.of(store, Snapshot.entities(journal)));
  }

  @Test
  void aStoreOfAnotherBaseIsNotWrittenTo() {
    put("r001", "一");
    follower(StageKind.WORKING).catchUp();
    put("r001", "二");
    StageFollower other =
        new StageFollower(StageKind.WORKING, journal, store, "https://elsewhere.example/");
    assertThrows(IllegalArgumentException.class, other::catchUp);
    assertEquals(1, titled("一"));
  }

  @Test
  void aBaseEndsInASlash() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new StageFollower(StageKind.WORKING, journal, store, "https://archive.example"));
  }

  @Test
  void whoeverWaitsForARowGoesOnWhenItIsFollowed() throws Exception {
    StageFollower follower = follower(StageKind.WORKING);
    Entry row = put("r001", "一");
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> waiting =
          pool.submit(() -> follower.awaitPosition(row.sequence(), Duration.ofSeconds(20)));
      follower.catchUp();
      assertTrue(waiting.get());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void waitingForARowEndsInTime() throws Exception {
    assertFalse(follower(StageKind.WORKING).awaitPosition(1, Duration.ofMillis(1)));
  }

  private StageFollower follower(StageKind kind) {
    return new StageFollower(kind, journal, store, BASE);
  }

  private void randomRow(Random random) {
    String key = "r" + random.nextInt(12);
    switch (random.nextInt(5)) {
      case 0 -> publishIfKnown(key);
      case 1 -> withdraw(key);
      case 2 -> {
        put(key, "第" + random.nextInt(4));
        publish(key);
      }
      default -> put(key, "第" + random.nextInt(4));
    }
  }

  private void publishIfKnown(String key) {
    if (journal.state(Graphs.record(key)).isPresent()) {
      publish(key);
    }
  }

  private Entry put(String key, String title) {
    List<Entry> rows = journal.append(List.of(Draft.put(Graphs.letter(key, title), "a", "")));
    return rows.isEmpty() ? null : rows.get(0);
  }

  private void publish(String key) {
    journal.append(List.of(Draft.publish(Graphs.record(key), "a", "")));
  }

  private void withdraw(String key) {
    journal.append(List.of(Draft.withdraw(Graphs.record(key), "a", "")));
  }

  private long titled(String title) {
    return Snapshot.triples(store).stream()
        .filter(triple -> triple.getObject().isLiteral())
        .filter(triple -> triple.getObject().getLiteralLexicalForm().equals(title))
        .count();
  }
}
