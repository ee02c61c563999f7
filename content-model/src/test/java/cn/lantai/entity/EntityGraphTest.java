package cn.lantai.entity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class EntityGraphTest {

  private static final EntityIri LETTER = new EntityIri(EntityType.RECORD, "r001");
  private static final Node TITLE = uri("https://example.org/title");
  private static final Node DATE = uri("https://example.org/date");

  @Test
  void equalGraphsGiveEqualBytes() {
    Triple title = Triple.create(uri(LETTER.uri()), TITLE, literal("家信"));
    Triple date = Triple.create(uri(LETTER.uri()), DATE, uri(LETTER.fragment("date")));
    Triple year = Triple.create(uri(LETTER.fragment("date")), TITLE, literal("1935"));
    EntityGraph one = new EntityGraph(LETTER, List.of(title, date, year));
    EntityGraph other = new EntityGraph(LETTER, List.of(year, title, date));
    assertArrayEquals(one.toNTriples(), other.toNTriples());
    assertEquals(one, EntityGraph.ofNTriples(LETTER, one.toNTriples()));
  }

  @Test
  void textIsWrittenAsItIs() {
    EntityGraph graph =
        new EntityGraph(
            LETTER, List.of(Triple.create(uri(LETTER.uri()), TITLE, literal("𠮷“\n\"\\\t"))));
    assertEquals(
        "<lantai:/id/record/r001> <https://example.org/title> \"𠮷“\\n\\\"\\\\\\t\" .\n",
        new String(graph.toNTriples(), StandardCharsets.UTF_8));
    assertEquals(graph, EntityGraph.ofNTriples(LETTER, graph.toNTriples()));
  }

  @Test
  void refusesToSpeakOfAnotherEntity() {
    Triple other = Triple.create(uri("lantai:/id/record/r0011"), TITLE, literal("别的"));
    assertThrows(IllegalArgumentException.class, () -> new EntityGraph(LETTER, List.of(other)));
  }

  @Test
  void refusesAFragmentThatNothingLeadsTo() {
    Triple lost = Triple.create(uri(LETTER.fragment("date")), TITLE, literal("1935"));
    assertThrows(IllegalArgumentException.class, () -> new EntityGraph(LETTER, List.of(lost)));
  }

  @Test
  void refusesBlankNodes() {
    Triple blank = Triple.create(uri(LETTER.uri()), DATE, NodeFactory.createBlankNode());
    assertThrows(IllegalArgumentException.class, () -> new EntityGraph(LETTER, List.of(blank)));
  }

  @Test
  void cutsOneEntityOutOfAStage() {
    String base = "https://archive.example/";
    Graph stage = GraphFactory.createDefaultGraph();
    stage.add(uri(LETTER.uri(base)), DATE, uri(LETTER.uri(base) + "#date"));
    stage.add(uri(LETTER.uri(base) + "#date"), TITLE, literal("1935"));
    stage.add(uri(base + "id/record/r0010"), TITLE, literal("别的"));
    EntityGraph cut = EntityGraph.cut(stage, LETTER, base).orElseThrow();
    assertEquals(2, cut.triples().size());
    assertEquals(
        Optional.empty(), EntityGraph.cut(stage, new EntityIri(EntityType.RECORD, "r002"), base));
  }

  private static Node uri(String text) {
    return NodeFactory.createURI(text);
  }

  private static Node literal(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
