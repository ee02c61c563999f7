package cn.lantai.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.RecordSet;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.PageImage;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.ontology.Rico;
import cn.lantai.stage.NoRoomException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

class CurationTest {

  private static final Author AUTHOR = new Author("test", "测试");
  private static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r1");
  private static final EntityIri IMAGE = new EntityIri(EntityType.IMAGE, "r1-1");

  private final MemoryJournal journal = new MemoryJournal();
  private final Curation curation = new Curation(journal, new ProfileCheck(), Inbound.NONE);

  @Test
  void savesAndPublishesWhatIsOpen() {
    curation.save(List.of(record(AccessState.OPEN), image()), AUTHOR);
    curation.publish(List.of(RECORD, IMAGE), AUTHOR);
    assertTrue(isPublic(RECORD));
    assertTrue(isPublic(IMAGE));
  }

  @Test
  void writesNothingOfABatchInWhichOneViolatesTheProfile() {
    EntityGraph untitled =
        new GraphWriter(new EntityIri(EntityType.RECORD, "r2"), Rico.Record)
            .string(Rico.identifier, "X-2")
            .toEntityGraph();
    ProfileViolationException refused =
        assertThrows(
            ProfileViolationException.class,
            () -> curation.save(List.of(record(AccessState.OPEN), untitled), AUTHOR));
    assertFalse(refused.violations().isEmpty());
    assertEquals(0, journal.head());
  }

  @Test
  void neverPublishesARecordThatIsNotOpenNorItsImages() {
    curation.save(List.of(record(AccessState.CONTROLLED), image()), AUTHOR);
    assertThrows(NotOpenException.class, () -> curation.publish(List.of(RECORD), AUTHOR));
    assertThrows(NotOpenException.class, () -> curation.publish(List.of(IMAGE), AUTHOR));
    assertFalse(isPublic(RECORD));
  }

  @Test
  void takesARecordThatIsClosedOutOfPublicWithItsImages() {
    savesAndPublishesWhatIsOpen();
    curation.save(List.of(record(AccessState.CONTROLLED)), AUTHOR);
    assertFalse(isPublic(RECORD));
    assertFalse(isPublic(IMAGE));
  }

  @Test
  void withdrawsARecordWithItsImages() {
    savesAndPublishesWhatIsOpen();
    curation.withdraw(List.of(RECORD), AUTHOR);
    assertFalse(isPublic(RECORD));
    assertFalse(isPublic(IMAGE));
  }

  @Test
  void savingTheSameAgainWritesNothing() {
    curation.save(List.of(record(AccessState.OPEN)), AUTHOR);
    assertEquals(List.of(), curation.save(List.of(record(AccessState.OPEN)), AUTHOR));
  }

  @Test
  void theSecondOfTwoEditorsIsToldAndNothingIsOverwritten() {
    curation.save(record(AccessState.OPEN), 0, AUTHOR);
    EntityGraph theirs = record("家信一封", AccessState.OPEN);
    curation.save(theirs, 1, AUTHOR);
    EntityGraph yours = record("家信", AccessState.CONTROLLED);
    EditConflictException conflict =
        assertThrows(EditConflictException.class, () -> curation.save(yours, 1, AUTHOR));
    assertEquals(Optional.of(theirs), journal.current(RECORD));
    Comparison comparison = curation.compare(conflict, yours).orElseThrow();
    assertEquals(Optional.of(record("家信一封", AccessState.CONTROLLED)), comparison.merged());
    curation.save(comparison.merged().orElseThrow(), conflict.current(), AUTHOR);
    assertEquals(3, journal.head());
  }

  @Test
  void ofSeveralEditsAllAreSavedOrNone() {
    savesAndPublishesWhatIsOpen();
    EntityIri other = new EntityIri(EntityType.RECORD, "r9");
    EntityGraph second = new Copy(other, "X-9").of(record(AccessState.OPEN));
    curation.save(List.of(second), AUTHOR);
    long base = journal.state(RECORD).orElseThrow().current();
    long theirs = journal.state(other).orElseThrow().current();
    Curation.Edit edit = new Curation.Edit(record("改后", AccessState.OPEN), base, true);
    Curation.Edit late = new Curation.Edit(new Copy(other, "X-10").of(second), theirs - 1, false);
    long head = journal.head();
    EditConflictException conflict =
        assertThrows(
            EditConflictException.class, () -> curation.saveAll(List.of(edit, late), AUTHOR));
    assertEquals(other, conflict.entity());
    assertEquals(head, journal.head());
    curation.saveAll(List.of(edit), AUTHOR);
    EntityState state = journal.state(RECORD).orElseThrow();
    assertTrue(state.current() > base);
    assertEquals(state.current(), state.published());
    assertEquals(
        List.of(),
        curation.saveAll(
            List.of(new Curation.Edit(record("改后", AccessState.OPEN), state.current(), false)),
            AUTHOR));
  }

  /** Another record that says the same under another code. */
  private record Copy(EntityIri iri, String code) {
    EntityGraph of(EntityGraph graph) {
      return EntityGraph.ofNTriples(
          iri,
          new String(graph.toNTriples(), StandardCharsets.UTF_8)
              .replace(graph.iri().uri(), iri.uri())
              .replaceAll("\"X-[0-9]+\"", "\"" + code + "\"")
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void anEditThatClosesARecordTakesItOutOfPublic() {
    savesAndPublishesWhatIsOpen();
    long base = journal.state(RECORD).orElseThrow().current();
    curation.save(record(AccessState.CONTROLLED), base, AUTHOR);
    assertFalse(isPublic(RECORD));
    assertFalse(isPublic(IMAGE));
  }

  @Test
  void ofTwoWhoPutEachOthersSetAboveTheirsOneIsRefused() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 50; round++) {
        EntityIri one = new EntityIri(EntityType.RECORD_SET, "one" + round);
        EntityIri other = new EntityIri(EntityType.RECORD_SET, "other" + round);
        EntityIri fonds = new EntityIri(EntityType.RECORD_SET, "fonds" + round);
        curation.save(set(fonds, Optional.empty()), 0, AUTHOR);
        curation.save(set(one, Optional.of(fonds)), 0, AUTHOR);
        curation.save(set(other, Optional.of(fonds)), 0, AUTHOR);
        List<Future<Integer>> moves =
            pool.invokeAll(List.of(() -> moved(one, other), () -> moved(other, one)));
        assertEquals(1, moves.get(0).get() + moves.get(1).get());
      }
    } finally {
      pool.shutdown();
    }
  }

  private int moved(EntityIri set, EntityIri into) {
    try {
      return curation.save(List.of(set(set, Optional.of(into))), AUTHOR).size();
    } catch (ProfileViolationException refused) {
      return 0;
    }
  }

  @Test
  void aPageIsNotPublishedOfARecordThatIsBeingClosed() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 50; round++) {
        curation.save(List.of(record(AccessState.OPEN), image()), AUTHOR);
        pool.invokeAll(
            List.of(
                () -> curation.save(List.of(record(AccessState.CONTROLLED)), AUTHOR),
                () -> published(IMAGE)));
        assertFalse(isPublic(IMAGE));
      }
    } finally {
      pool.shutdown();
    }
  }

  private List<Entry> published(EntityIri entity) {
    try {
      return curation.publish(List.of(entity), AUTHOR);
    } catch (NotOpenException closed) {
      return List.of();
    }
  }

  @Test
  void nothingIsMovedIntoItself() {
    EntityIri upper = new EntityIri(EntityType.RECORD_SET, "x");
    EntityIri lower = new EntityIri(EntityType.RECORD_SET, "x1");
    curation.save(set(upper, Optional.empty()), 0, AUTHOR);
    curation.save(set(lower, Optional.of(upper)), 0, AUTHOR);
    ProfileViolationException refused =
        assertThrows(
            ProfileViolationException.class,
            () -> curation.save(set(upper, Optional.of(lower)), 1, AUTHOR));
    assertEquals(Rico.isDirectlyIncludedIn.getURI(), refused.violations().get(0).path());
    assertEquals(2, journal.head());
  }

  @Test
  void aBatchIsLookedAtAsAWhole() {
    EntityIri a = new EntityIri(EntityType.RECORD_SET, "a");
    EntityIri b = new EntityIri(EntityType.RECORD_SET, "b");
    assertThrows(
        ProfileViolationException.class,
        () -> curation.save(List.of(set(a, Optional.of(b)), set(b, Optional.of(a))), AUTHOR));
    assertEquals(0, journal.head());
  }

  @Test
  void nobodyIsHisOwnBrother() {
    EntityIri person = new EntityIri(EntityType.PERSON, "p");
    GraphWriter plain = person(person).link(Rico.hasSibling, person);
    GraphWriter full = person(person);
    full.part(Rico.thingIsConnectedToRelation, "relation-1", Rico.SiblingRelation)
        .link(Rico.relationConnects, person);
    for (GraphWriter graph : List.of(plain, full)) {
      ProfileViolationException refused =
          assertThrows(
              ProfileViolationException.class,
              () -> curation.save(graph.toEntityGraph(), 0, AUTHOR));
      assertTrue(refused.violations().get(0).zh().contains("“p”不能与自己有关系"));
    }
  }

  private static GraphWriter person(EntityIri iri) {
    return new GraphWriter(iri, Rico.Person)
        .text(RDFS.label, LocalizedText.of("某"))
        .text(Rico.name, LocalizedText.of("某"));
  }

  @Test
  void aReferenceCodeOfAnotherIsRefusedWithItsHolder() {
    EntityIri fonds = new EntityIri(EntityType.RECORD_SET, "x");
    EntityIri other = new EntityIri(EntityType.RECORD_SET, "1");
    curation.save(set(fonds, Optional.empty()), 0, AUTHOR);
    curation.save(record(AccessState.OPEN), 0, AUTHOR);
    ProfileViolationException refused =
        assertThrows(
            ProfileViolationException.class,
            () -> curation.save(set(other, Optional.of(fonds)), 0, AUTHOR));
    assertEquals(Rico.identifier.getURI(), refused.violations().get(0).path());
    assertEquals("档号“X-1”已属于 record r1。请改用另一个档号，或先改那一条", refused.violations().get(0).zh());
    assertEquals(2, journal.head());
  }

  private static EntityGraph set(EntityIri iri, Optional<EntityIri> parent) {
    return new RecordSet(
            iri,
            new ReferenceCode("X-" + iri.key()),
            parent.isPresent() ? Level.SERIES : Level.FONDS,
            parent,
            Optional.of(new EntityIri(EntityType.ORGANISATION, "o1")),
            LocalizedText.of("全宗"),
            Optional.empty(),
            List.of(),
            Nature.KNOWN,
            Optional.empty(),
            Elements.NONE,
            Evidence.NONE)
        .toGraph();
  }

  @Test
  void onAFullDiskNothingIsSavedButWithdrawn() {
    curation.save(List.of(record(AccessState.OPEN)), AUTHOR);
    curation.publish(List.of(RECORD), AUTHOR);
    Curation full = new Curation(journal, new ProfileCheck(), Inbound.NONE, bytes -> true);
    EntityGraph other = record("另一封", AccessState.OPEN);
    assertThrows(NoRoomException.class, () -> full.save(List.of(other), AUTHOR));
    assertThrows(NoRoomException.class, () -> full.save(other, 1, AUTHOR));
    assertEquals(2, journal.head());
    full.withdraw(List.of(RECORD), AUTHOR);
    assertFalse(isPublic(RECORD));
  }

  private boolean isPublic(EntityIri entity) {
    return journal.state(entity).filter(EntityState::isPublic).isPresent();
  }

  private static EntityGraph record(AccessState access) {
    return record("家信", access);
  }

  private static EntityGraph record(String title, AccessState access) {
    return new ArchivalRecord(
            RECORD,
            new ReferenceCode("X-1"),
            new EntityIri(EntityType.RECORD_SET, "x"),
            LocalizedText.of(title),
            Optional.empty(),
            List.of(),
            Nature.KNOWN,
            access,
            Elements.NONE,
            Evidence.NONE)
        .toGraph();
  }

  private static EntityGraph image() {
    return new PageImage(
            IMAGE,
            Optional.of(RECORD),
            1,
            LocalizedText.of("第 1 页"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false)
        .toGraph();
  }
}
