package cn.lantai.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.agent.Agent;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Certainty;
import cn.lantai.evidence.Citation;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Grounds;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.media.Region;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.server.linkeddata.TestData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.junit.jupiter.api.Test;

class ExampleQueryTest {

  private static final EntityIri SOURCE = new EntityIri(EntityType.SOURCE, "s03");
  private static final EntityIri PAGE = new EntityIri(EntityType.IMAGE, "r1-1");
  private static final EntityIri PRESS = new EntityIri(EntityType.ORGANISATION, "press");

  @Test
  void everyExampleIsAllowedAndHasTwoTitlesAndAKeyOfItsOwn() {
    List<ExampleQuery> examples = ExampleQuery.all(TestData.BASE);
    QueryReader reader = new QueryReader(SparqlLimits.defaults(), TestData.BASE);
    for (ExampleQuery example : examples) {
      assertTrue(reader.read(example.query()).repeatable(), example.key());
      assertTrue(!example.title().zh().isEmpty() && !example.title().en().isEmpty());
    }
    assertTrue(examples.size() >= 8);
    assertEquals(examples.size(), examples.stream().map(ExampleQuery::key).distinct().count());
  }

  @Test
  void aRelationIsAskedForWithDateCertaintyEvidenceAndWhoSaysSo() {
    List<Map<String, String>> rows = answer("statements");
    assertEquals(2, rows.size(), rows.toString());
    for (Map<String, String> row : rows) {
      assertEquals("茅盾", row.get("who"));
      assertEquals("编辑", row.get("words"));
      assertEquals("1916/1920", row.get("date"));
      assertEquals("存疑", row.get("certainty"));
      assertEquals("某回忆录作者", row.get("saidBy"));
    }
    assertEquals(
        List.of(PAGE.uri(), SOURCE.uri()),
        rows.stream().map(row -> row.get("evidence")).sorted().toList());
  }

  @Test
  void whateverRestsOnASourceIsAskedForAtOnce() {
    List<Map<String, String>> rows = answer("resting-on");
    assertEquals(
        List.of("doubtful 编辑", "verified 参与成立文学研究会。", "verified 玄珠"),
        rows.stream().map(row -> row.get("certainty") + " " + row.get("words")).sorted().toList());
  }

  private static List<Map<String, String>> answer(String key) {
    ExampleQuery example =
        ExampleQuery.all(EntityIri.INTERNAL_BASE).stream()
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow();
    Graph graph = GraphMemFactory.createDefaultGraph();
    person().toGraph().triples().forEach(graph::add);
    List<Map<String, String>> rows = new ArrayList<>();
    try (QueryExecution execution =
        QueryExecutionFactory.create(example.query(), ModelFactory.createModelForGraph(graph))) {
      execution.execSelect().forEachRemaining(row -> rows.add(texts(row)));
    }
    return rows;
  }

  private static Map<String, String> texts(QuerySolution row) {
    Map<String, String> texts = new TreeMap<>();
    row.varNames()
        .forEachRemaining(
            name -> {
              RDFNode value = row.get(name);
              texts.put(
                  name, value.isLiteral() ? value.asLiteral().getLexicalForm() : value.toString());
            });
    return texts;
  }

  private static Agent person() {
    Relation office =
        new Relation(
            RelationKind.POSITION,
            PRESS,
            Optional.of(LocalizedText.of("编辑")),
            Optional.of(HistoricalDate.of(EdtfDate.parse("1916/1920"))),
            new Grounds(
                Optional.of(Certainty.DOUBTFUL),
                List.of(
                    Citation.of(SOURCE),
                    new Citation(PAGE, Optional.of(Region.parse("10,20,30,40")), Optional.empty())),
                Optional.empty(),
                Optional.of("某回忆录作者")));
    return new Agent(
        new EntityIri(EntityType.PERSON, "maodun"),
        LocalizedText.of("茅盾"),
        List.of(
            Name.of(NameKind.PEN, "玄珠")
                .withGrounds(Grounds.of(Certainty.VERIFIED, List.of(SOURCE)))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(office),
        List.of(
            new Agent.Fact(
                Optional.empty(),
                LocalizedText.of("参与成立文学研究会。"),
                Grounds.of(Certainty.VERIFIED, List.of(SOURCE)))),
        Evidence.NONE);
  }
}
