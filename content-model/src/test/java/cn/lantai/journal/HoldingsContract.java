package cn.lantai.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphWriter;
import cn.lantai.ontology.Rico;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a journal knows of holdings: reference codes, what lies in what, and what rests on what. */
abstract class HoldingsContract {

  private static final EntityIri LETTER = Graphs.record("r001");
  private static final EntityIri OTHER = Graphs.record("r002");
  private static final EntityIri PAGE = new EntityIri(EntityType.IMAGE, "r001-1");

  protected abstract Journal journal();

  @Test
  void whoHasAReferenceCodeIsFoundByIt() {
    code("r001", "X001-1");
    assertEquals(List.of(LETTER), journal().withCode("X001-1"));
    assertEquals(List.of(LETTER), journal().withCode(" Ｘ001—1"));
    code("r001", "X001-2");
    assertEquals(List.of(), journal().withCode("X001-1"));
    assertEquals(List.of(), journal().withCode("no code | at all"));
  }

  @Test
  void referenceCodesAreListedInPieces() {
    for (int i = 0; i < 5; i++) {
      code("r00" + i, " Ｘ001—" + i);
    }
    journal().append(List.of(Draft.put(Graphs.letter("r009", "无档号"), "a", "")));
    List<Journal.Coded> first = journal().codes(Optional.empty(), 3);
    assertEquals(new Journal.Coded("X001-0", Graphs.record("r000")), first.get(0));
    assertEquals(3, first.size());
    List<Journal.Coded> rest = journal().codes(Optional.of(first.get(2).entity()), 3);
    assertEquals(new Journal.Coded("X001-4", Graphs.record("r004")), rest.get(1));
    assertEquals(2, rest.size());
  }

  @Test
  void aReferenceCodeIsNotGivenTwice() {
    code("r001", "X001-1");
    code("r003", "X001-3");
    ReferenceCodeInUseException inUse =
        assertThrows(
            ReferenceCodeInUseException.class,
            () ->
                journal()
                    .append(
                        List.of(
                            coded("r009", "X001-9"),
                            coded("r002", "X001-1"),
                            coded("r003", "X001-9"))));
    assertEquals(
        List.of(
            new ReferenceCodeInUseException.Conflict(OTHER, "X001-1", LETTER),
            new ReferenceCodeInUseException.Conflict(
                Graphs.record("r003"), "X001-9", Graphs.record("r009"))),
        inUse.conflicts());
    assertEquals(2, journal().head());
    assertEquals(List.of(Graphs.record("r003")), journal().withCode("X001-3"));
  }

  @Test
  void aReferenceCodeThatWasGivenUpIsFreeAndTwoMayBeExchanged() {
    code("r001", "X001-1");
    code("r002", "X001-2");
    journal().append(List.of(coded("r001", "X001-2"), coded("r002", "X001-1")));
    assertEquals(List.of(OTHER), journal().withCode("X001-1"));
    journal().append(List.of(Draft.put(Graphs.letter("r002", "无档号"), "a", "")));
    code("r003", "X001-1");
    assertEquals(List.of(Graphs.record("r003")), journal().withCode("X001-1"));
  }

  @Test
  void codesAreExchangedOverALongAppendToo() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 1100; i++) {
      drafts.add(coded("r" + i, "X001-" + i));
    }
    journal().append(drafts);
    List<Draft> shifted = new ArrayList<>();
    for (int i = 0; i < 1100; i++) {
      shifted.add(coded("r" + i, "X001-" + (i + 1) % 1100));
    }
    assertEquals(1100, journal().append(shifted).size());
    assertEquals(List.of(Graphs.record("r1099")), journal().withCode("X001-0"));
  }

  @Test
  void ofManyWhoTakeOneCodeAtTheSameTimeOneGetsIt() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 5; round++) {
        List<Callable<Integer>> takers = new ArrayList<>();
        for (int taker = 0; taker < 4; taker++) {
          String key = "round" + round + "-" + taker;
          String code = "X001-" + round;
          takers.add(() -> takes(key, code));
        }
        int winners = 0;
        for (Future<Integer> won : pool.invokeAll(takers)) {
          winners += won.get();
        }
        assertEquals(1, winners);
        assertEquals(round + 1, journal().head());
      }
    } finally {
      pool.shutdown();
    }
  }

  private int takes(String key, String code) {
    try {
      return journal().append(List.of(coded(key, code))).size();
    } catch (ReferenceCodeInUseException inUse) {
      return 0;
    }
  }

  private void code(String key, String code) {
    journal().append(List.of(coded(key, code)));
  }

  private static Draft coded(String key, String code) {
    return Draft.put(Graphs.coded(key, code), "a", "test");
  }

  @Test
  void anotherArchiveMayGiveTheSameCodes() {
    for (String archive : List.of("tongxiang", "shangyu")) {
      journal()
          .append(
              List.of(
                  put(fonds(archive + "-f1", "0001", archive)),
                  put(file(archive + "-f1-1", "0001-1", archive + "-f1"))));
    }
    assertEquals(2, journal().withCode("0001-1").size());
    EntityGraph second = file("another", "0001-1", "shangyu-f1");
    ReferenceCodeInUseException inUse =
        assertThrows(
            ReferenceCodeInUseException.class, () -> journal().append(List.of(put(second))));
    assertEquals(set("shangyu-f1-1"), inUse.conflicts().get(0).holder());
    // Nor can one be brought there.
    EntityGraph moved = file("tongxiang-f1-1", "0001-1", "shangyu-f1");
    assertThrows(ReferenceCodeInUseException.class, () -> journal().append(List.of(put(moved))));
    assertEquals(4, journal().head());
  }

  @Test
  void aBranchThatComesIntoAnotherArchiveBringsItsCodes() {
    journal()
        .append(
            List.of(
                put(fonds("a", "0001", "tongxiang")),
                put(file("a1", "0001-1", "a")),
                put(file("a11", "0001-1-1", "a1")),
                put(fonds("b", "0002", "shangyu")),
                put(file("b1", "0001-1-1", "b")),
                put(fonds("c", "0003", "shangyu"))));
    ReferenceCodeInUseException inUse =
        assertThrows(
            ReferenceCodeInUseException.class,
            () -> journal().append(List.of(put(fonds("a", "0001", "shangyu")))));
    assertEquals(
        List.of(new ReferenceCodeInUseException.Conflict(set("a"), "0001-1-1", set("b1"))),
        inUse.conflicts());
    assertThrows(
        ReferenceCodeInUseException.class,
        () -> journal().append(List.of(put(file("a1", "0001-1", "c")))));
    // Where each holds its own it may go, and where the other one has gone as well.
    journal().append(List.of(put(fonds("a", "0001", "pinghu"))));
    journal().append(List.of(put(file("b1", "0001-1-2", "b")), put(fonds("a", "0001", "shangyu"))));
    assertEquals(9, journal().head());
  }

  @Test
  void whatLiesInWhatIsKnownAtOnce() {
    journal().append(List.of(put(image("r001")), put(file("f1", "X-1", "x"))));
    assertEquals(List.of(PAGE), journal().within(LETTER));
    assertEquals(Optional.of(LETTER), journal().whole(PAGE));
    assertEquals(Optional.of(set("x")), journal().whole(set("f1")));
    journal().append(List.of(put(image("r002"))));
    assertEquals(List.of(), journal().within(LETTER));
    assertEquals(Optional.empty(), journal().whole(LETTER));
  }

  @Test
  void theImagesOfARecordAreWithdrawnWithIt() {
    journal()
        .append(
            List.of(
                put(Graphs.letter("r001", "家信")),
                put(image("r001")),
                Draft.publish(LETTER, "a", ""),
                Draft.publish(PAGE, "a", "")));
    List<Entry> rows = journal().append(List.of(Draft.withdraw(LETTER, "馆员", "暂不开放")));
    assertEquals(List.of(LETTER, PAGE), rows.stream().map(Entry::entity).toList());
    assertEquals("暂不开放", rows.get(1).reason());
    assertEquals(List.of(), journal().append(List.of(Draft.withdraw(LETTER, "馆员", "再一次"))));
  }

  @Test
  void nothingIsWrittenThatWasDecidedByWhatHasChanged() {
    journal().append(List.of(put(Graphs.letter("r001", "一"))));
    Premise premise = new Premise(journal().head(), LETTER::equals);
    journal().append(List.of(put(Graphs.letter("r002", "二"))));
    journal().append(List.of(put(Graphs.letter("r003", "三"))), premise);
    journal().append(List.of(put(Graphs.letter("r001", "四"))));
    assertThrows(
        PremiseGoneException.class,
        () -> journal().append(List.of(put(Graphs.letter("r004", "五"))), premise));
    assertEquals(4, journal().head());
  }

  private static EntityIri set(String key) {
    return new EntityIri(EntityType.RECORD_SET, key);
  }

  private static EntityGraph fonds(String key, String code, String archive) {
    return new GraphWriter(set(key), Rico.RecordSet)
        .string(Rico.identifier, code)
        .link(Rico.hasOrHadHolder, new EntityIri(EntityType.ORGANISATION, archive))
        .toEntityGraph();
  }

  private static EntityGraph file(String key, String code, String parent) {
    return new GraphWriter(set(key), Rico.RecordSet)
        .string(Rico.identifier, code)
        .link(Rico.isDirectlyIncludedIn, set(parent))
        .toEntityGraph();
  }

  private static EntityGraph image(String record) {
    return new GraphWriter(PAGE, Rico.Instantiation)
        .link(Rico.isOrWasDigitalInstantiationOf, Graphs.record(record))
        .toEntityGraph();
  }

  private static Draft put(EntityGraph content) {
    return Draft.put(content, "a", "test");
  }
}
