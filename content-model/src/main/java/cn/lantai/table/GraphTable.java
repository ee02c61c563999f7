package cn.lantai.table;

import cn.lantai.access.AccessState;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.ontology.Rico;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.apache.jena.vocabulary.RDF;

/**
 * The table of entities that come as RDF: each row holds the whole graph of one. Properties that
 * the profile does not know are kept.
 */
public final class GraphTable {

  /** The name of the table in a source. */
  public static final String NAME = "graphs";

  /** The entity's internal IRI. */
  public static final String IRI = "IRI";

  /** N-Triples with internal IRIs. */
  public static final String TRIPLES = "三元组";

  public static final Table GRAPHS =
      new Table(
          NAME + ".csv",
          List.of(new Column(IRI, "IRI", true), new Column(TRIPLES, "triples", true)),
          List.of(),
          GraphTable::own,
          GraphTable::code,
          (iri, row, parts, surroundings) -> read(iri, row, surroundings),
          GraphTable::write);

  /** A statement whose object is a literal without escapes. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*<([^<>\\s]+)>\\s*<([^<>\\s]+)>\\s*\"(?<text>[^\"\\\\]*)\"\\S*\\s*\\.\\s*");

  private GraphTable() {}

  private static Optional<EntityIri> own(Row row) {
    Optional<EntityIri> iri = EntityIri.parse(row.required(IRI));
    if (iri.isEmpty()) {
      row.problem(
          IRI,
          row.get(IRI).orElse(""),
          LocalizedText.of("不是兰台的 IRI", "Not an IRI of Lantai"),
          LocalizedText.of("写成 lantai:/id/类型/键", "Write lantai:/id/{type}/{key}"));
    }
    return iri;
  }

  /** Read from the text: every row is asked, and to parse each would take longer than all else. */
  private static Optional<String> code(EntityIri iri, Row row) {
    return iri.type() == EntityType.RECORD || iri.type() == EntityType.RECORD_SET
        ? statements(iri, row, Rico.identifier.getURI())
            .flatMap(statement -> Optional.ofNullable(statement.group("text")).stream())
            .min(String::compareTo)
        : Optional.empty();
  }

  private static Stream<Matcher> statements(EntityIri iri, Row row, String property) {
    return row.get(TRIPLES)
        .orElse("")
        .lines()
        .filter(line -> line.contains(property))
        .map(STATEMENT::matcher)
        .filter(Matcher::matches)
        .filter(each -> each.group(1).equals(iri.uri()) && each.group(2).equals(property));
  }

  private static List<Cells> write(EntityGraph graph) {
    String triples = new String(graph.toNTriples(), StandardCharsets.UTF_8).strip();
    return List.of(new Cells(GRAPHS.file(), Map.of(IRI, graph.iri().uri(), TRIPLES, triples)));
  }

  private static Candidate read(EntityIri iri, Row row, Table.Surroundings surroundings) {
    Optional<EntityGraph> graph = graph(iri, row, surroundings);
    boolean open =
        iri.type() != EntityType.RECORD || graph.filter(AccessState.OPEN::isOf).isPresent();
    return new Candidate(iri, List.of(row), graph::orElseThrow, open);
  }

  private static Optional<EntityGraph> graph(
      EntityIri iri, Row row, Table.Surroundings surroundings) {
    EntityGraph graph;
    try {
      byte[] triples = row.required(TRIPLES).getBytes(StandardCharsets.UTF_8);
      graph = EntityGraph.ofNTriples(iri, triples);
    } catch (IllegalArgumentException | RiotException refused) {
      row.problem(
          TRIPLES,
          iri.uri(),
          LocalizedText.of("不成为一个实体的图：" + refused.getMessage(), refused.getMessage()),
          LocalizedText.of(
              "主语须是该实体或它的片段，且由它可以走到", "Subjects must be the entity or fragments that it leads to"));
      return Optional.empty();
    }
    if (Successor.isStub(graph)) {
      requireNew(graph, row, surroundings);
    } else {
      requireClass(graph, row);
      refuseSuccessor(graph, row);
    }
    List<Triple> resolved = new ArrayList<>();
    graph.triples().forEach(triple -> resolved.add(resolve(iri, triple, row)));
    return row.hasErrors() ? Optional.empty() : Optional.of(new EntityGraph(iri, resolved));
  }

  private static void requireClass(EntityGraph graph, Row row) {
    EntityIri iri = graph.iri();
    Node type = iri.type().rdfClass().asNode();
    if (!graph
        .triples()
        .contains(Triple.create(NodeFactory.createURI(iri.uri()), RDF.type.asNode(), type))) {
      row.problem(
          "type",
          iri.uri(),
          LocalizedText.of("没有说它是 " + type, "It is not said to be a " + type),
          LocalizedText.of(
              "请补上 rdf:type，或改用与类型相合的 IRI", "Add the rdf:type, or an IRI of the type that it has"));
    }
  }

  /** An old address may come along; but what has a description is merged with care. */
  private static void requireNew(EntityGraph stub, Row row, Table.Surroundings surroundings) {
    if (!surroundings.before(stub.iri()).map(stub::equals).orElse(true)) {
      refuseSuccessor(stub, row);
    }
  }

  private static void refuseSuccessor(EntityGraph graph, Row row) {
    Successor.in(graph)
        .ifPresent(
            survivor ->
                row.problem(
                    Successor.PROPERTY.getLocalName(),
                    survivor.key(),
                    LocalizedText.of(
                        "说它已并入 " + survivor.key(),
                        "It is said to be merged into " + survivor.key()),
                    LocalizedText.of(
                        "请删去这一句；合并须在兰台里做，旧网址才会转到新的",
                        "Delete the statement; merge in Lantai, so that the old address answers")));
  }

  /** The triple, with the survivor of what its object was merged into. */
  private static Triple resolve(EntityIri self, Triple triple, Row row) {
    Optional<EntityIri> target =
        Optional.of(triple.getObject())
            .filter(Node::isURI)
            .flatMap(object -> EntityIri.parse(object.getURI()))
            .filter(iri -> !iri.equals(self));
    return target
        .flatMap(iri -> row.resolve(triple.getPredicate().getLocalName(), iri.key(), iri.type()))
        .filter(meant -> !meant.equals(target.get()))
        .map(
            meant ->
                Triple.create(
                    triple.getSubject(), triple.getPredicate(), NodeFactory.createURI(meant.uri())))
        .orElse(triple);
  }
}
