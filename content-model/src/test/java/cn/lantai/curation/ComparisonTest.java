package cn.lantai.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lantai.curation.Comparison.By;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final EntityIri SHEN = new EntityIri(EntityType.PERSON, "shen");

  private static final String NAMES =
      "<> <https://x.example/name> '沈'@zh, 'Shen'@en ; <https://x.example/sex> 'm' ;"
          + " <https://x.example/hasName> <#name-1> . <#name-1> <https://x.example/text> '雁冰' . ";

  @Test
  void differentFieldsAreMerged() {
    Comparison comparison =
        Comparison.of(
            Optional.of(graph(NAMES)),
            graph(NAMES.replace("'m'", "'f'")),
            graph(NAMES.replace("雁冰", "茅盾")));
    assertEquals(Map.of("#name-1", By.YOU, "https://x.example/sex", By.THEM), changes(comparison));
    assertEquals(
        Optional.of(graph(NAMES.replace("'m'", "'f'").replace("雁冰", "茅盾"))), comparison.merged());
  }

  @Test
  void aTextInTwoLanguagesIsTwoFields() {
    Comparison comparison =
        Comparison.of(
            Optional.of(graph(NAMES)),
            graph(NAMES.replace("'沈'", "'沈雁冰'")),
            graph(NAMES.replace("'Shen'", "'Shen Yanbing'")));
    assertEquals(
        Map.of("https://x.example/name@zh", By.THEM, "https://x.example/name@en", By.YOU),
        changes(comparison));
    assertEquals(
        Optional.of(graph(NAMES.replace("'沈'", "'沈雁冰'").replace("'Shen'", "'Shen Yanbing'"))),
        comparison.merged());
  }

  @Test
  void theSameFieldChangedDifferentlyCollides() {
    Comparison comparison =
        Comparison.of(
            Optional.of(graph(NAMES)),
            graph(NAMES.replace("雁冰", "德鸿")),
            graph(NAMES.replace("雁冰", "茅盾")));
    assertEquals(Map.of("#name-1", By.BOTH_DIFFERENTLY), changes(comparison));
    assertEquals(1, comparison.collisions().size());
    assertEquals(Optional.empty(), comparison.merged());
  }

  @Test
  void theSameChangeByBothDoesNotCollide() {
    EntityGraph both = graph(NAMES.replace("雁冰", "茅盾"));
    Comparison comparison = Comparison.of(Optional.of(graph(NAMES)), both, both);
    assertEquals(Map.of("#name-1", By.BOTH_ALIKE), changes(comparison));
    assertEquals(Optional.of(both), comparison.merged());
  }

  @Test
  void whatOneTookAwayStaysAwayUnlessTheOtherChangedIt() {
    String without =
        NAMES.replace(
            "; <https://x.example/hasName> <#name-1> . <#name-1> <https://x.example/text> '雁冰' .",
            ".");
    EntityGraph changed = graph(NAMES.replace("'m'", "'f'"));
    assertEquals(
        Optional.of(graph(without.replace("'m'", "'f'"))),
        Comparison.of(Optional.of(graph(NAMES)), graph(without), changed).merged());
    Comparison collision =
        Comparison.of(Optional.of(graph(NAMES)), graph(without), graph(NAMES.replace("雁冰", "茅盾")));
    assertEquals(List.of(), List.copyOf(collision.collisions().get(0).theirs()));
  }

  @Test
  void whatWasAddedToAPartThatTheOtherTookAwayIsNotMerged() {
    String without =
        NAMES.replace(
            "; <https://x.example/hasName> <#name-1> . <#name-1> <https://x.example/text> '雁冰' .",
            ".");
    EntityGraph added =
        graph(
            NAMES
                + "<#name-1> <https://x.example/date> <#date-1> . <#date-1>"
                + " <https://x.example/text> '1896' .");
    assertEquals(
        Optional.empty(), Comparison.of(Optional.of(graph(NAMES)), graph(without), added).merged());
  }

  @Test
  void twoWhoDescribeTheSameNewThingAreCompared() {
    Comparison comparison =
        Comparison.of(
            Optional.empty(),
            graph("<> <https://x.example/sex> 'm' ."),
            graph("<> <https://x.example/sex> 'f' ."));
    assertEquals(Map.of("https://x.example/sex", By.BOTH_DIFFERENTLY), changes(comparison));
  }

  @Test
  void differentThingsAreNotCompared() {
    EntityGraph shen = graph(NAMES);
    EntityGraph other = graph(new EntityIri(EntityType.PERSON, "other"), NAMES);
    assertThrows(
        IllegalArgumentException.class, () -> Comparison.of(Optional.empty(), shen, other));
  }

  private static Map<String, By> changes(Comparison comparison) {
    return comparison.changes().stream()
        .collect(Collectors.toMap(change -> change.field().toString(), Comparison.Change::by));
  }

  private static EntityGraph graph(String turtle) {
    return graph(SHEN, turtle);
  }

  private static EntityGraph graph(EntityIri iri, String turtle) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).base(iri.uri()).parse(graph);
    return new EntityGraph(iri, graph.find().toList());
  }
}
