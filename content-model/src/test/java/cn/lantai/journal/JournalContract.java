package cn.lantai.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every journal does. Inherit, and hand over an empty journal for each test. */
public abstract class JournalContract extends HoldingsContract {

  private static final EntityIri LETTER = Graphs.record("r001");
  private static final EntityIri OTHER = Graphs.record("r002");

  @Test
  void anEmptyJournalHasNoHeadAndIsIntact() {
    assertEquals(0, journal().head());
    assertEquals(List.of(), journal().after(0, 10));
    assertEquals(List.of(), journal().append(List.of()));
    assertEquals(Optional.empty(), journal().current(LETTER));
    assertEquals(Optional.empty(), journal().state(LETTER));
    assertTrue(journal().verify().intact());
  }

  @Test
  void rowsAreNumberedFromOneWithoutGaps() {
    put(LETTER, "一");
    put(OTHER, "二");
    put(LETTER, "三");
    assertEquals(List.of(1L, 2L, 3L), numbers(journal().after(0, 10)));
    assertEquals(3, journal().head());
  }

  @Test
  void aRowIsReadAsItWasWritten() {
    EntityGraph content = Graphs.letter("r001", "家信“𠮷”\n第二行");
    Entry written = journal().append(List.of(Draft.put(content, "管理员", "初次著录"))).get(0);
    Entry read = journal().after(0, 1).get(0);
    assertEquals(LETTER, read.entity());
    assertEquals(Action.PUT, read.action());
    assertEquals(1, read.version());
    assertEquals(0, read.replaces());
    assertEquals(written.at(), read.at());
    assertEquals("管理员", read.agent());
    assertEquals("初次著录", read.reason());
    assertArrayEquals(content.toNTriples(), read.content());
    assertArrayEquals(new byte[32], read.previousHash());
    assertArrayEquals(written.hash(), read.hash());
    assertEquals(content, journal().version(1));
  }

  @Test
  void eachRowCarriesTheHashOfTheOneBefore() {
    put(LETTER, "一");
    put(LETTER, "二");
    List<Entry> rows = journal().after(0, 10);
    assertArrayEquals(rows.get(0).hash(), rows.get(1).previousHash());
    assertEquals(2, journal().verify().rows());
    assertTrue(journal().verify().intact());
  }

  @Test
  void tracesTellWhoDidWhatNewestFirst() {
    journal().append(List.of(Draft.put(Graphs.letter("r001", "一"), "甲", "初次著录")));
    journal().append(List.of(Draft.put(Graphs.letter("r002", "二"), "乙", "")));
    journal().append(List.of(Draft.publish(LETTER, "甲", "")));
    List<Journal.Trace> all = journal().traces(1, Long.MAX_VALUE, Optional.empty(), 10);
    assertEquals(List.of(3L, 2L, 1L), all.stream().map(Journal.Trace::sequence).toList());
    assertEquals(Action.PUBLISH, all.get(0).action());
    assertEquals("初次著录", all.get(2).reason());
    assertEquals(LETTER, all.get(2).entity());
    assertEquals(
        List.of(1L),
        journal().traces(1, 3, Optional.of("甲"), 10).stream()
            .map(Journal.Trace::sequence)
            .toList());
    assertEquals(List.of(), journal().traces(2, 3, Optional.of("甲"), 10));
    assertEquals(2, journal().traces(1, Long.MAX_VALUE, Optional.empty(), 2).size());
  }

  @Test
  void theFirstRowSinceATimeIsFound() {
    assertEquals(1, journal().firstSince(Instant.EPOCH));
    for (int i = 0; i < 7; i++) {
      put(LETTER, "第" + i);
    }
    List<Entry> rows = journal().after(0, 10);
    Instant fourth = rows.get(3).at();
    long first = rows.stream().filter(row -> !row.at().isBefore(fourth)).count();
    assertEquals(8 - first, journal().firstSince(fourth));
    assertEquals(1, journal().firstSince(Instant.EPOCH));
    assertEquals(8, journal().firstSince(Instant.parse("9999-01-01T00:00:00Z")));
  }

  @Test
  void aVersionThatChangesNothingIsLeftOut() {
    put(LETTER, "一");
    assertEquals(List.of(), put(LETTER, "一"));
    assertEquals(1, journal().head());
  }

  @Test
  void anEarlierVersionMayComeBack() {
    put(LETTER, "一");
    put(LETTER, "二");
    Entry restored = put(LETTER, "一").get(0);
    assertEquals(3, restored.sequence());
    assertEquals(2, restored.replaces());
  }

  @Test
  void theSameVersionTwiceInOneCallIsWrittenOnce() {
    List<Entry> rows =
        journal()
            .append(
                List.of(
                    Draft.put(Graphs.letter("r001", "一"), "a", ""),
                    Draft.put(Graphs.letter("r001", "一"), "a", ""),
                    Draft.put(Graphs.letter("r001", "二"), "a", "")));
    assertEquals(List.of(1L, 2L), numbers(rows));
    assertEquals(1, rows.get(1).replaces());
  }

  @Test
  void publishingTakesTheNewestVersionAndNamesTheOneItReplaces() {
    put(LETTER, "一");
    put(LETTER, "二");
    Entry first = publish(LETTER).get(0);
    assertEquals(2, first.version());
    assertEquals(0, first.replaces());
    put(LETTER, "三");
    assertTrue(journal().state(LETTER).orElseThrow().hasUnpublishedChange());
    Entry second = publish(LETTER).get(0);
    assertEquals(4, second.version());
    assertEquals(2, second.replaces());
    assertEquals(new EntityState(LETTER, 4, 4, false), journal().state(LETTER).orElseThrow());
  }

  @Test
  void anEarlierVersionCanBePublishedWhileThereIsANewerOne() {
    put(LETTER, "一");
    put(LETTER, "二");
    put(OTHER, "别的");
    Entry row = journal().append(List.of(Draft.publish(LETTER, 1, "a", ""))).get(0);
    assertEquals(1, row.version());
    assertEquals(new EntityState(LETTER, 2, 1, false), journal().state(LETTER).orElseThrow());
    assertEquals(List.of(), journal().append(List.of(Draft.publish(LETTER, 1, "a", ""))));
    for (long noVersion : new long[] {3, 4, 99}) {
      assertThrows(
          NothingToPublishException.class,
          () -> journal().append(List.of(Draft.publish(LETTER, noVersion, "a", ""))));
    }
    assertTrue(journal().verify().intact());
  }

  @Test
  void publishingWhatIsInPublicIsLeftOut() {
    put(LETTER, "一");
    publish(LETTER);
    assertEquals(List.of(), publish(LETTER));
  }

  @Test
  void withdrawingNamesWhatWasInPublic() {
    put(LETTER, "一");
    publish(LETTER);
    Entry row = withdraw(LETTER).get(0);
    assertEquals(0, row.version());
    assertEquals(1, row.replaces());
    assertFalse(journal().state(LETTER).orElseThrow().isPublic());
    assertEquals(List.of(), withdraw(LETTER));
  }

  @Test
  void statesTellWhatWasWithdrawnFromWhatNeverWasPublic() {
    put(LETTER, "一");
    put(OTHER, "二");
    publish(LETTER);
    withdraw(LETTER);
    assertEquals(2, journal().entities());
    List<EntityState> first = journal().states(Optional.empty(), 1);
    List<EntityState> rest = journal().states(Optional.of(first.get(0).entity()), 10);
    assertEquals(List.of(), journal().states(Optional.of(rest.get(0).entity()), 10));
    assertEquals(
        Set.of(new EntityState(LETTER, 1, 0, true), new EntityState(OTHER, 2, 0, false)),
        Set.of(first.get(0), rest.get(0)));
    publish(LETTER);
    assertEquals(new EntityState(LETTER, 1, 1, false), journal().state(LETTER).orElseThrow());
  }

  @Test
  void whatWasWithdrawnMayBePublishedAgain() {
    put(LETTER, "一");
    publish(LETTER);
    withdraw(LETTER);
    Entry again = publish(LETTER).get(0);
    assertEquals(1, again.version());
    assertEquals(0, again.replaces());
  }

  @Test
  void withdrawingWhatWasNeverPublicIsLeftOut() {
    assertEquals(List.of(), withdraw(LETTER));
    put(LETTER, "一");
    assertEquals(List.of(), withdraw(LETTER));
  }

  @Test
  void thereIsNothingToPublishWithoutAVersion() {
    assertThrows(NothingToPublishException.class, () -> publish(LETTER));
    assertEquals(0, journal().head());
  }

  @Test
  void aCallThatFailsAppendsNothing() {
    put(LETTER, "一");
    List<Draft> drafts =
        List.of(
            Draft.put(Graphs.letter("r001", "二"), "a", ""),
            Draft.publish(LETTER, "a", ""),
            Draft.publish(OTHER, "a", ""));
    assertThrows(NothingToPublishException.class, () -> journal().append(drafts));
    assertEquals(1, journal().head());
    assertEquals(new EntityState(LETTER, 1, 0, false), journal().state(LETTER).orElseThrow());
    assertEquals(2, put(LETTER, "三").get(0).sequence());
    assertTrue(journal().verify().intact());
  }

  @Test
  void versionAndPublicationMayComeInOneCall() {
    List<Entry> rows =
        journal()
            .append(
                List.of(
                    Draft.put(Graphs.letter("r001", "一"), "a", ""),
                    Draft.publish(LETTER, "a", "")));
    assertEquals(1, rows.get(1).version());
  }

  @Test
  void historyIsNewestFirst() {
    put(LETTER, "一");
    put(OTHER, "二");
    publish(LETTER);
    put(LETTER, "三");
    assertEquals(List.of(4L, 3L, 1L), numbers(journal().history(LETTER, 10)));
    assertEquals(List.of(4L), numbers(journal().history(LETTER, 1)));
    assertEquals(List.of(3L, 1L), numbers(journal().history(LETTER, 4, 10)));
  }

  @Test
  void withdrawalsCanBeFoundByThemselves() {
    put(LETTER, "一");
    publish(LETTER);
    withdraw(LETTER);
    put(OTHER, "二");
    publish(OTHER);
    withdraw(OTHER);
    assertEquals(List.of(3L, 6L), numbers(journal().withdrawals(0, 10)));
    assertEquals(List.of(3L), numbers(journal().withdrawals(0, 1)));
    assertEquals(List.of(6L), numbers(journal().withdrawals(3, 10)));
  }

  @Test
  void publicationsCanBeFoundByTheTypesOfTheirEntities() {
    put(LETTER, "一");
    publish(LETTER);
    put(OTHER, "二");
    publish(OTHER);
    withdraw(LETTER);
    Set<EntityType> records = Set.of(LETTER.type(), EntityType.RECORD_SET);
    assertEquals(List.of(2L, 4L, 5L), numbers(journal().publications(0, 9, records, 10)));
    assertEquals(List.of(4L), numbers(journal().publications(2, 4, records, 10)));
    assertEquals(List.of(2L), numbers(journal().publications(0, 9, records, 1)));
    assertEquals(List.of(), numbers(journal().publications(0, 9, Set.of(EntityType.PLACE), 10)));
    assertEquals(OptionalLong.of(4), journal().publicationBefore(5, records));
    assertEquals(OptionalLong.of(5), journal().publicationBefore(Long.MAX_VALUE, records));
    assertEquals(OptionalLong.empty(), journal().publicationBefore(2, records));
  }

  @Test
  void anEditThatBeganFromTheNewestVersionIsTaken() {
    assertEquals(1, edit("一", 0).get(0).sequence());
    publish(LETTER);
    assertEquals(3, edit("二", 1).get(0).sequence());
    assertEquals(List.of(), edit("二", 3), "it changes nothing");
  }

  @Test
  void anEditThatBeganFromAnOlderVersionIsAConflict() {
    put(LETTER, "一");
    put(LETTER, "二");
    EditConflictException conflict = assertThrows(EditConflictException.class, () -> edit("三", 1));
    assertEquals(LETTER, conflict.entity());
    assertEquals(1, conflict.base());
    assertEquals(2, conflict.current());
    assertThrows(EditConflictException.class, () -> edit("三", 0), "it exists already");
    assertEquals(Optional.of(Graphs.letter("r001", "二")), journal().current(LETTER));
  }

  @Test
  void anEditOfWhatDoesNotExistIsAConflict() {
    assertEquals(0, assertThrows(EditConflictException.class, () -> edit("一", 7)).current());
    assertEquals(0, journal().head());
  }

  @Test
  void aConflictInOneDraftAppendsNoneOfThem() {
    put(LETTER, "一");
    List<Draft> drafts =
        List.of(
            Draft.put(Graphs.letter("r002", "二"), "a", ""),
            Draft.put(Graphs.letter("r001", "三"), "a", "").basedOn(0));
    assertThrows(EditConflictException.class, () -> journal().append(drafts));
    assertEquals(1, journal().head());
    assertEquals(Optional.empty(), journal().state(OTHER));
  }

  @Test
  void ofEditorsWhoBeganFromTheSameVersionExactlyOneWins() throws Exception {
    int editors = 4;
    put(LETTER, "一");
    ExecutorService pool = Executors.newFixedThreadPool(editors);
    try {
      for (int round = 0; round < 5; round++) {
        long base = journal().state(LETTER).orElseThrow().current();
        List<Callable<Boolean>> edits = new ArrayList<>();
        for (int editor = 0; editor < editors; editor++) {
          String title = round + "之" + editor;
          edits.add(() -> wins(title, base));
        }
        int winners = 0;
        for (Future<Boolean> won : pool.invokeAll(edits)) {
          winners += won.get() ? 1 : 0;
        }
        assertEquals(1, winners);
        assertEquals(base + 1, journal().head());
      }
    } finally {
      pool.shutdown();
    }
  }

  private boolean wins(String title, long base) {
    try {
      return !edit(title, base).isEmpty();
    } catch (EditConflictException conflict) {
      return false;
    }
  }

  private List<Entry> edit(String title, long base) {
    return journal()
        .append(List.of(Draft.put(Graphs.letter("r001", title), "a", "test").basedOn(base)));
  }

  @Test
  void theNewestVersionIsCurrent() {
    put(LETTER, "一");
    put(LETTER, "二");
    publish(LETTER);
    assertEquals(Optional.of(Graphs.letter("r001", "二")), journal().current(LETTER));
  }

  @Test
  void onlyAVersionHasContent() {
    put(LETTER, "一");
    publish(LETTER);
    assertThrows(NoSuchElementException.class, () -> journal().version(2));
    assertThrows(NoSuchElementException.class, () -> journal().version(9));
  }

  @Test
  void rowsAreFetchedByTheirNumbers() {
    put(LETTER, "一");
    put(OTHER, "二");
    put(LETTER, "三");
    assertEquals(List.of(1L, 3L), numbers(journal().entries(List.of(3L, 1L, 3L, 99L))));
    assertEquals(List.of(), journal().entries(List.of()));
  }

  @Test
  void rowsAreReadInPieces() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 1; i <= 1234; i++) {
      drafts.add(Draft.put(Graphs.letter("r" + i, "第" + i), "a", ""));
    }
    assertEquals(1234, journal().append(drafts).size());
    assertEquals(1000, journal().after(0, 1000).size());
    assertEquals(List.of(1001L, 1002L), numbers(journal().after(1000, 2)));
    assertEquals(234, journal().after(1000, 1000).size());
    assertEquals(1234, journal().verify().rows());
    assertTrue(journal().verify().intact());
  }

  @Test
  void manyWritersLeaveNoGapAndLoseNoRow() throws Exception {
    int writers = 4;
    int calls = 15;
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      List<Callable<List<Long>>> tasks = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String name = "w" + writer;
        tasks.add(() -> write(name, calls));
      }
      Set<Long> acknowledged = new HashSet<>();
      for (Future<List<Long>> numbers : pool.invokeAll(tasks)) {
        for (long number : numbers.get()) {
          assertTrue(acknowledged.add(number), "Row " + number + " was acknowledged twice");
        }
      }
      long total = 2L * writers * calls;
      assertEquals(total, acknowledged.size());
      assertEquals(total, journal().head());
      assertEquals(total, journal().verify().rows());
      assertTrue(journal().verify().intact());
    } finally {
      pool.shutdown();
    }
  }

  private List<Long> write(String writer, int calls) {
    List<Long> numbers = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      // One entity of its own, and one that all writers share.
      numbers.addAll(
          numbers(
              journal()
                  .append(
                      List.of(
                          Draft.put(Graphs.letter(writer, "第" + call), writer, ""),
                          Draft.put(Graphs.letter("r001", writer + call), writer, "")))));
    }
    return numbers;
  }

  protected final List<Entry> put(EntityIri iri, String title) {
    return journal().append(List.of(Draft.put(Graphs.letter(iri.key(), title), "a", "test")));
  }

  private List<Entry> publish(EntityIri iri) {
    return journal().append(List.of(Draft.publish(iri, "a", "test")));
  }

  private List<Entry> withdraw(EntityIri iri) {
    return journal().append(List.of(Draft.withdraw(iri, "a", "test")));
  }

  private static List<Long> numbers(List<Entry> rows) {
    return rows.stream().map(Entry::sequence).toList();
  }
}
