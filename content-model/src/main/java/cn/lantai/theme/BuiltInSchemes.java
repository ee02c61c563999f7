package cn.lantai.theme;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.ontology.Profile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** The schemes and concepts that every Lantai starts with; see {@code schemes.ttl}. */
public final class BuiltInSchemes {

  private static final Map<EntityIri, EntityGraph> GRAPHS = read();

  private BuiltInSchemes() {}

  /** The schemes, then their concepts, each by IRI. */
  public static Map<EntityIri, EntityGraph> graphs() {
    return GRAPHS;
  }

  private static Map<EntityIri, EntityGraph> read() {
    Graph all = Profile.schemes();
    Map<EntityIri, EntityGraph> graphs = new LinkedHashMap<>();
    for (Node type : new Node[] {SKOS.ConceptScheme.asNode(), SKOS.Concept.asNode()}) {
      all
          .find(Node.ANY, RDF.type.asNode(), type)
          .mapWith(Triple::getSubject)
          .mapWith(subject -> EntityIri.parse(subject.getURI()))
          .toList()
          .stream()
          .flatMap(Optional::stream)
          .sorted()
          .forEach(iri -> graphs.put(iri, graph(all, iri)));
    }
    return Collections.unmodifiableMap(graphs);
  }

  private static EntityGraph graph(Graph all, EntityIri iri) {
    EntityGraph cut = EntityGraph.cut(all, iri, EntityIri.INTERNAL_BASE).orElseThrow();
    return switch (iri.type()) {
      case SCHEME -> Scheme.of(cut).toGraph();
      default -> Theme.of(cut).toGraph();
    };
  }
}
