package cn.lantai.entity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<lantai:/id/record/r001> <https://example.org/title> \"a\"",
        "<lantai:/id/record/r001> <https://example.org/title> \"a\" ; .",
        "<lantai:/id/record/r001> <https://example.org/title> .",
        "<lantai:/id/record/r001> <https://example.org/title> \"a .",
        "<lantai:/id/record/r001> <https://example.org/title> ex:a .",
        "<lantai:/id/record/r001> <https://example.org/title> 12 .",
        "<lantai:/id/record/r001> <https://example.org/title> _:b .",
        "<lantai:/id/record/r001> <https://example.org/title> \"1\"^^xsd:date .",
        "<lantai:/id/record/r001> \"title\" \"a\" .",
        "\"a\" <https://example.org/title> <lantai:/id/record/r001> .",
        "<lantai:/id/record/r001> <https://example.org/a title> \"a\" .",
        "@prefix : <https://example.org/> ."
      })
  void refusesWhatIsNoNTriples(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThrows(RiotException.class, () -> EntityGraph.ofNTriples(LETTER, bytes));
  }

  @Test
  void readsWhatOthersMayHaveWritten() {
    String text =
        """
        # Comments, escapes, languages and types.
        <lantai:/id/record/r001> <https://example.org/title> "\\u5bb6\\u4FE1"@zh-Hans . <lantai:/id/record/r001>\t<https://example.org/title>  "1935"^^<http://www.w3.org/2001/XMLSchema#gYear>.
        """;
    EntityGraph graph = EntityGraph.ofNTriples(LETTER, text.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        Set.of(
            Triple.create(uri(LETTER.uri()), TITLE, NodeFactory.createLiteralLang("家信", "zh-Hans")),
            Triple.create(
                uri(LETTER.uri()),
                TITLE,
                NodeFactory.createLiteralDT("1935", XSDDatatype.XSDgYear))),
        graph.triples());
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
