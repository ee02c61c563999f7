package cn.lantai.curation;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.ontology.Rico;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** That nothing stands in a relation to itself: nobody is his own brother. */
final class SelfRelation {

  private SelfRelation() {}

  static Optional<Violation> objection(EntityGraph graph) {
    Node self = NodeFactory.createURI(graph.iri().uri());
    return graph.triples().stream()
        .filter(triple -> triple.getSubject().equals(self) && triple.getObject().equals(self))
        .map(Triple::getPredicate)
        .map(Node::getURI)
        .findFirst()
        .or(() -> ofPart(graph))
        .map(
            path ->
                new Violation(
                    graph.iri().uri(),
                    path,
                    "“" + graph.iri().key() + "”不能与自己有关系：请改正所指的对象",
                    "“"
                        + graph.iri().key()
                        + "” cannot stand in a relation to itself: correct what it points at"));
  }

  private static Optional<String> ofPart(EntityGraph graph) {
    boolean hasRelations =
        graph.triples().stream()
                .anyMatch(triple -> triple.predicateMatches(Rico.relationConnects.asNode()))
            || graph.triples().stream()
                .anyMatch(triple -> triple.predicateMatches(Rico.relationHasSource.asNode()));
    if (!hasRelations) {
      return Optional.empty();
    }
    return new GraphReader(graph)
            .parts(
                Rico.thingIsSourceOfRelation,
                Rico.thingIsTargetOfRelation,
                Rico.thingIsConnectedToRelation)
            .stream()
            .filter(part -> part.part(Rico.relationHasTarget).isEmpty())
            .filter(part -> ends(part).equals(List.of(graph.iri())))
            .map(part -> Rico.relationConnects.getURI())
            .findFirst();
  }

  private static List<EntityIri> ends(GraphReader part) {
    return Stream.of(Rico.relationHasSource, Rico.relationHasTarget, Rico.relationConnects)
        .flatMap(end -> part.links(end).stream())
        .distinct()
        .toList();
  }
}
