package cn.lantai.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.agent.Agent;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.journal.Draft;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.ontology.Rico;
import cn.lantai.stage.MemoryGraphStore;
import cn.lantai.stage.StageFollower;
import cn.lantai.stage.StageKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergingTest {

  private static final String BASE = "https://archive.example/";
  private static final Author AUTHOR = new Author("test", "测试");
  private static final EntityIri KEPT = new EntityIri(EntityType.PERSON, "maodun");
  private static final EntityIri LOST = new EntityIri(EntityType.PERSON, "shenyanbing");
  private static final EntityIri BROTHER = new EntityIri(EntityType.PERSON, "shenzemin");

  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryGraphStore store = new MemoryGraphStore();
  private final StageFollower follower = new StageFollower(StageKind.WORKING, journal, store, BASE);
  private final Merging merging = new Merging(journal, store, follower::catchUp);

  @Test
  void theSurvivorTakesOverNamesAndReferences() {
    put(person(KEPT, "茅盾", Name.of(NameKind.COURTESY, "雁冰")));
    put(person(LOST, "沈雁冰", Name.of(NameKind.COURTESY, "雁冰"), Name.of(NameKind.BIRTH, "沈德鸿")));
    publish(KEPT);
    publish(LOST);
    put(letter("r1", LOST));
    publish(record("r1"));
    put(letter("r2", KEPT));
    assertEquals(1, merging.merge(LOST, KEPT, AUTHOR).references());

    Agent kept = Agent.of(journal.current(KEPT).orElseThrow());
    assertEquals("茅盾", kept.name().zh());
    assertEquals(List.of("雁冰", "沈德鸿", "沈雁冰"), kept.names().stream().map(Name::text).toList());
    assertEquals(List.of(KEPT), creators("r1"));
    assertTrue(isShown(KEPT) && isShown(LOST) && isShown(record("r1")), "public stays public");
    assertFalse(journal.state(record("r2")).orElseThrow().isPublic());
    assertEquals(Optional.of(KEPT), successor(LOST));
    assertEquals(1, journal.current(LOST).orElseThrow().triples().size());
  }

  @Test
  void aRelationBetweenTheTwoGoesAndOthersAreLedToTheSurvivor() {
    put(
        agent(
            KEPT,
            "茅盾",
            List.of(),
            List.of(
                Relation.of(RelationKind.SIBLING, LOST, "疑为一人"),
                Relation.of(RelationKind.SIBLING, BROTHER, "胞弟"))));
    put(person(LOST, "沈雁冰"));
    put(agent(BROTHER, "沈泽民", List.of(), List.of(Relation.of(RelationKind.SIBLING, LOST, "胞兄"))));
    merging.merge(LOST, KEPT, AUTHOR);
    assertEquals(
        List.of(BROTHER),
        Agent.of(journal.current(KEPT).orElseThrow()).relations().stream()
            .map(Relation::other)
            .toList());
    Relation brothers = Agent.of(journal.current(BROTHER).orElseThrow()).relations().get(0);
    assertEquals(KEPT, brothers.other());
    assertEquals("胞兄", brothers.words().orElseThrow().zh());
  }

  @Test
  void thousandsOfReferencesAreMoved() {
    put(person(KEPT, "茅盾"));
    put(person(LOST, "沈雁冰"));
    for (int i = 0; i < 5000; i++) {
      put(letter("r" + i, LOST));
    }
    assertEquals(5000, merging.merge(LOST, KEPT, AUTHOR).references());
    follower.catchUp();
    assertEquals(List.of(KEPT), creators("r4999"));
  }

  @Test
  void anEditThatIsSavedMeanwhileIsKept() {
    put(person(KEPT, "茅盾"));
    put(person(LOST, "沈雁冰"));
    put(letter("r1", LOST));
    EntityGraph before = journal.current(record("r1")).orElseThrow();
    long base = journal.state(record("r1")).orElseThrow().current();
    merging.merge(LOST, KEPT, AUTHOR);
    Draft late = Draft.put(before, "other", "").basedOn(base);
    assertThrows(EditConflictException.class, () -> journal.append(List.of(late)));
    assertEquals(List.of(KEPT), creators("r1"));
  }

  @Test
  void whatWasInterruptedIsFinishedByAskingAgain() {
    put(person(KEPT, "茅盾"));
    put(person(LOST, "沈雁冰"));
    put(letter("r1", LOST));
    put(letter("r2", LOST));
    int[] left = {2};
    Merging killed =
        new Merging(
            journal,
            store,
            () -> {
              follower.catchUp();
              if (--left[0] == 0) {
                throw new IllegalStateException("killed");
              }
            });
    assertThrows(IllegalStateException.class, () -> killed.merge(LOST, KEPT, AUTHOR));
    assertEquals(Optional.empty(), successor(LOST));
    merging.merge(LOST, KEPT, AUTHOR);
    long rows = journal.head();
    assertEquals(Optional.of(KEPT), successor(LOST));
    assertEquals(0, merging.merge(LOST, KEPT, AUTHOR).references());
    assertEquals(rows, journal.head(), "once more changes nothing");
  }

  @Test
  void refusesWhatCannotBecomeOne() {
    put(person(KEPT, "茅盾"));
    put(person(LOST, "沈雁冰"));
    put(person(BROTHER, "沈泽民"));
    EntityIri unknown = new EntityIri(EntityType.PERSON, "nobody");
    EntityIri place = new EntityIri(EntityType.PLACE, "wuzhen");
    assertRefused(KEPT, KEPT);
    assertRefused(unknown, KEPT);
    assertRefused(KEPT, unknown);
    assertRefused(place, KEPT);
    assertRefused(record("r1"), record("r2"));
    merging.merge(LOST, KEPT, AUTHOR);
    assertRefused(KEPT, LOST);
    assertRefused(LOST, BROTHER);
  }

  @Test
  void whatIsPublicIsNotMergedIntoWhatIsNot() {
    put(person(KEPT, "茅盾"));
    put(person(LOST, "沈雁冰"));
    publish(LOST);
    assertRefused(LOST, KEPT);
    publish(KEPT);
    merging.merge(LOST, KEPT, AUTHOR);
  }

  @Test
  void theLastOfAChainIsFoundAndACircleEnds() {
    put(person(KEPT, "茅盾"));
    put(person(LOST, "沈雁冰"));
    put(person(BROTHER, "沈德鸿"));
    merging.merge(LOST, BROTHER, AUTHOR);
    merging.merge(BROTHER, KEPT, AUTHOR);
    follower.catchUp();
    assertEquals(
        Optional.of(KEPT), store.read(data -> Successor.last(data.getDefaultGraph(), LOST, BASE)));
    journal.append(List.of(Draft.put(Successor.stub(KEPT, LOST), "test", "")));
    follower.catchUp();
    assertTrue(store.read(data -> Successor.last(data.getDefaultGraph(), LOST, BASE)).isPresent());
  }

  private void assertRefused(EntityIri replaced, EntityIri survivor) {
    long rows = journal.head();
    MergeRefusedException refused =
        assertThrows(MergeRefusedException.class, () -> merging.merge(replaced, survivor, AUTHOR));
    assertTrue(refused.text().en().isPresent());
    assertEquals(rows, journal.head());
  }

  private boolean isShown(EntityIri entity) {
    var state = journal.state(entity).orElseThrow();
    return state.published() == state.current();
  }

  private Optional<EntityIri> successor(EntityIri entity) {
    return Successor.in(journal.current(entity).orElseThrow());
  }

  private List<EntityIri> creators(String key) {
    return new GraphReader(journal.current(record(key)).orElseThrow()).links(Rico.hasCreator);
  }

  private void put(EntityGraph graph) {
    journal.append(List.of(Draft.put(graph, "test", "")));
  }

  private void publish(EntityIri entity) {
    journal.append(List.of(Draft.publish(entity, "test", "")));
  }

  private static EntityIri record(String key) {
    return new EntityIri(EntityType.RECORD, key);
  }

  private static EntityGraph letter(String key, EntityIri creator) {
    return new GraphWriter(record(key), Rico.Record)
        .text(Rico.title, LocalizedText.of("信" + key))
        .link(Rico.hasCreator, creator)
        .toEntityGraph();
  }

  private static EntityGraph person(EntityIri iri, String name, Name... names) {
    return agent(iri, name, List.of(names), List.of());
  }

  private static EntityGraph agent(
      EntityIri iri, String name, List<Name> names, List<Relation> relations) {
    return new Agent(
            iri,
            LocalizedText.of(name),
            names,
            Optional.empty(),
            Optional.of(HistoricalDate.of(EdtfDate.parse("1896"))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            relations,
            List.of(),
            Evidence.NONE)
        .toGraph();
  }
}
