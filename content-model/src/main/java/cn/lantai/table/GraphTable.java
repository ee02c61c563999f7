package cn.lantai.table;

import cn.lantai.access.AccessState;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;

/** The table of entities that come as RDF: each row holds the whole graph of one. */
public final class GraphTable {

  /** The entity's internal IRI. */
  public static final String IRI = "IRI";

  /** N-Triples with internal IRIs. */
  public static final String TRIPLES = "三元组";

  public static final Table GRAPHS =
      new Table(
          "graphs.csv",
          List.of(new Column(IRI, "IRI", true), new Column(TRIPLES, "triples", true)),
          GraphTable::own,
          (iri, row, parts, surroundings) -> read(iri, row),
          Tables::unwritten);

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

  private static Candidate read(EntityIri iri, Row row) {
    Optional<EntityGraph> graph = graph(iri, row);
    graph.ifPresent(found -> found.triples().forEach(triple -> refer(iri, triple, row)));
    boolean open =
        iri.type() != EntityType.RECORD || graph.filter(AccessState.OPEN::isOf).isPresent();
    return new Candidate(iri, List.of(row), graph::orElseThrow, open);
  }

  private static Optional<EntityGraph> graph(EntityIri iri, Row row) {
    try {
      byte[] triples = row.required(TRIPLES).getBytes(StandardCharsets.UTF_8);
      return Optional.of(EntityGraph.ofNTriples(iri, triples));
    } catch (IllegalArgumentException | RiotException refused) {
      row.problem(
          TRIPLES,
          iri.uri(),
          LocalizedText.of("不成为一个实体的图：" + refused.getMessage(), refused.getMessage()),
          LocalizedText.of(
              "主语须是该实体或它的片段，且由它可以走到", "Subjects must be the entity or fragments that it leads to"));
      return Optional.empty();
    }
  }

  private static void refer(EntityIri self, Triple triple, Row row) {
    if (triple.getObject().isURI()) {
      EntityIri.parse(triple.getObject().getURI())
          .filter(target -> !target.equals(self) && target.type() != EntityType.SCHEME)
          .ifPresent(
              target ->
                  row.resolve(triple.getPredicate().getLocalName(), target.key(), target.type()));
    }
  }
}
