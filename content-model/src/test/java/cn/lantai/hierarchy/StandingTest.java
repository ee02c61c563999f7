package cn.lantai.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Grounds;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.ontology.Rico;
import cn.lantai.theme.Scheme;
import cn.lantai.theme.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {

  private final Map<EntityIri, EntityGraph> saved = new HashMap<>();
  private int reads;

  @Test
  void aTreeMayHaveTwelveLevelsAndRecordsBelow() {
    makeLevels(12);
    save(link(new EntityIri(EntityType.RECORD, "r1"), set(12)));
  }

  @Test
  void nothingLiesInItselfOrInWhatIsBelowIt() {
    makeLevels(12);
    assertFalse(objections(link(set(3), set(4))).isEmpty());
    assertFalse(objections(link(set(2), set(12))).isEmpty());
  }

  @Test
  void aBranchMayMoveElsewhereInTheTree() {
    makeLevels(12);
    save(link(set(6), set(2)));
    save(link(set(6), new EntityIri(EntityType.RECORD_SET, "other")));
  }

  @Test
  void noTreeIsDeeperThanSixteenLevels() {
    makeLevels(16);
    assertTrue(reason(link(set(17), set(16))).en().orElseThrow().contains("more than 16 levels"));
  }

  @Test
  void endsWhereThereIsACycleAlready() {
    makeLevels(6);
    put(link(set(2), set(6)));
    assertEquals(List.of(), objections(link(set(20), set(5))));
  }

  @Test
  void saysInBothLanguagesWhichWayLeadsBack() {
    makeLevels(5);
    Objection objection = objections(link(set(3), set(5))).get(0);
    assertEquals("“s3”会成为自己的下级：s3 → s5 → s4 → s3", objection.reason().zh());
    assertEquals(
        "“s3” would lie within itself: s3 → s5 → s4 → s3", objection.reason().en().orElseThrow());
    assertEquals("请改正其中一步", objection.remedy().zh());
  }

  @ParameterizedTest
  @CsvSource({
    "PLACE, WITHIN, 隶于自己",
    "EVENT, PART_OF_EVENT, 成为自己的一部分",
    "ORGANISATION, SUBORDINATE, 隶属于自己",
    "PERSON, PARENT, 成为自己的祖先"
  })
  void noOrderOfAuthoritiesHasACycle(EntityType type, RelationKind kind, String words) {
    EntityIri a = new EntityIri(type, "a");
    EntityIri b = new EntityIri(type, "b");
    EntityIri c = new EntityIri(type, "c");
    save(related(a, Relation.of(kind, b)));
    save(related(b, Relation.of(kind, c)));
    assertTrue(reason(related(c, Relation.of(kind, a))).zh().contains(words));
  }

  @Test
  void aFatherMaySayItOrHisChild() {
    save(related(person("a"), Relation.of(RelationKind.CHILD, person("b"))));
    save(related(person("b"), Relation.of(RelationKind.CHILD, person("c"))));
    assertEquals(
        "“a”会成为自己的祖先：a → c → b → a",
        reason(related(person("c"), Relation.of(RelationKind.CHILD, person("a")))).zh());
    Relation fatherOfB = Relation.of(RelationKind.CHILD, person("b"));
    assertFalse(
        objections(related(person("a"), fatherOfB, Relation.of(RelationKind.PARENT, person("b"))))
            .isEmpty());
    save(related(person("d"), Relation.of(RelationKind.PARENT, person("c"))));
    assertFalse(
        objections(related(person("a"), fatherOfB, Relation.of(RelationKind.PARENT, person("d"))))
            .isEmpty());
  }

  @Test
  void cousinsMayMarry() {
    save(related(person("father"), Relation.of(RelationKind.PARENT, person("old"))));
    save(related(person("mother"), Relation.of(RelationKind.PARENT, person("old"))));
    save(
        related(
            person("child"),
            Relation.of(RelationKind.PARENT, person("father")),
            Relation.of(RelationKind.PARENT, person("mother"))));
  }

  @Test
  void aCountyMayBecomeAPartOfTheTownThatWasAPartOfIt() {
    save(related(place("shenzhen"), within("baoan", "1913/1978")));
    save(related(place("baoan"), within("shenzhen", "1979-03-06/..")));
    assertFalse(objections(related(place("baoan"), within("shenzhen", "1950/.."))).isEmpty());
    assertFalse(
        objections(related(place("baoan"), Relation.of(RelationKind.WITHIN, place("shenzhen"))))
            .isEmpty());
  }

  @Test
  void broaderThemesAreOfTheSameScheme() {
    save(theme("long-march-song", Scheme.LOCAL, Theme.Links.NONE));
    EntityIri official = theme("t-official");
    put(plainTheme(official, Scheme.OFFICIAL));
    EntityGraph below = theme("local", Scheme.LOCAL, broader(official));
    LocalizedText reason = reason(below);
    assertTrue(reason.zh().contains("“local”（local）的上位“t-official”属于另一体系（official）"));
    save(
        theme(
            "local",
            Scheme.LOCAL,
            new Theme.Links(
                List.of(theme("long-march-song")), List.of(), List.of(), List.of(official))));
  }

  @Test
  void aThemeDoesNotLeaveThoseBelowItInAnotherScheme() {
    EntityIri other = new EntityIri(EntityType.SCHEME, "periods");
    save(theme("upper", Scheme.LOCAL, Theme.Links.NONE));
    save(theme("lower", Scheme.LOCAL, broader(theme("upper"))));
    assertTrue(reason(theme("upper", other, Theme.Links.NONE)).zh().contains("“lower”"));
  }

  @Test
  void themesHaveNoCycleInWhateverOrderTheyAreSaved() {
    save(theme("a", Scheme.LOCAL, broader(theme("b"))));
    assertFalse(objections(theme("b", Scheme.LOCAL, broader(theme("a")))).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {14})
  void whoHasManyAncestorsIsLookedAtWithinBounds(int generations) {
    for (int generation = 0; generation < generations; generation++) {
      for (int i = 0; i < 1 << generation; i++) {
        String key = "p" + generation + "-" + i;
        put(
            related(
                person(key),
                Relation.of(RelationKind.PARENT, person("p" + (generation + 1) + "-" + 2 * i)),
                Relation.of(
                    RelationKind.PARENT, person("p" + (generation + 1) + "-" + (2 * i + 1)))));
      }
    }
    reads = 0;
    assertEquals(
        List.of(),
        objections(related(person("new"), Relation.of(RelationKind.PARENT, person("p0-0")))));
    assertTrue(reads <= 2002, () -> reads + " reads");
  }

  private void makeLevels(int levels) {
    for (int level = 2; level <= levels; level++) {
      save(link(set(level), set(level - 1)));
    }
  }

  private void save(EntityGraph graph) {
    assertEquals(List.of(), objections(graph));
    put(graph);
  }

  private void put(EntityGraph graph) {
    saved.put(graph.iri(), graph);
  }

  private LocalizedText reason(EntityGraph graph) {
    return objections(graph).get(0).reason();
  }

  private List<Objection> objections(EntityGraph graph) {
    Standing standing =
        new Standing(
            entity -> {
              reads++;
              return Optional.ofNullable(saved.get(entity));
            },
            this::pointingAt);
    standing.put(graph);
    return standing.objections(graph.iri());
  }

  private List<EntityIri> pointingAt(EntityIri entity, Property property) {
    if (saved.size() > 1000) {
      return List.of();
    }
    return saved.values().stream()
        .filter(
            graph ->
                graph.triples().stream()
                    .anyMatch(
                        triple ->
                            triple.predicateMatches(property.asNode())
                                && triple.getObject().toString().equals(entity.uri())))
        .map(EntityGraph::iri)
        .sorted()
        .toList();
  }

  private static EntityGraph link(EntityIri lower, EntityIri upper) {
    Resource type = lower.type() == EntityType.RECORD ? Rico.Record : Rico.RecordSet;
    return new GraphWriter(lower, type).link(Rico.isDirectlyIncludedIn, upper).toEntityGraph();
  }

  private static EntityGraph related(EntityIri self, Relation... relations) {
    GraphWriter writer = new GraphWriter(self, Rico.Event);
    Relation.writeAll(Relation.inOrder(self, List.of(relations)), writer);
    return writer.toEntityGraph();
  }

  private static Relation within(String place, String edtf) {
    return new Relation(
        RelationKind.WITHIN,
        place(place),
        Optional.empty(),
        Optional.of(HistoricalDate.of(EdtfDate.parse(edtf))),
        Grounds.NONE);
  }

  private static Theme.Links broader(EntityIri theme) {
    return new Theme.Links(List.of(theme), List.of(), List.of(), List.of());
  }

  private static EntityGraph theme(String key, EntityIri scheme, Theme.Links links) {
    return new Theme(
            theme(key),
            scheme,
            LocalizedText.of(key),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            links,
            Optional.empty(),
            Evidence.NONE)
        .toGraph();
  }

  private static EntityGraph plainTheme(EntityIri theme, EntityIri scheme) {
    return new GraphWriter(theme, SKOS.Concept).link(SKOS.inScheme, scheme).toEntityGraph();
  }

  private static EntityIri set(int level) {
    return new EntityIri(EntityType.RECORD_SET, "s" + level);
  }

  private static EntityIri person(String key) {
    return new EntityIri(EntityType.PERSON, key);
  }

  private static EntityIri place(String key) {
    return new EntityIri(EntityType.PLACE, key);
  }

  private static EntityIri theme(String key) {
    return new EntityIri(EntityType.THEME, key);
  }
}
