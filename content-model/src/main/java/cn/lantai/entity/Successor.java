package cn.lantai.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;

/** By what an entity was replaced when two descriptions of one thing became one. */
public final class Successor {

  public static final Property PROPERTY = DCTerms.isReplacedBy;

  private Successor() {}

  public static boolean isSaidBy(Triple triple) {
    return triple.predicateMatches(PROPERTY.asNode());
  }

  /** All that is left of an entity: by what it was replaced. It has no class any more. */
  public static EntityGraph stub(EntityIri replaced, EntityIri survivor) {
    return new EntityGraph(
        replaced,
        List.of(
            Triple.create(
                NodeFactory.createURI(replaced.uri()),
                PROPERTY.asNode(),
                NodeFactory.createURI(survivor.uri()))));
  }

  public static boolean isStub(EntityGraph entity) {
    return in(entity)
        .map(survivor -> stub(entity.iri(), survivor))
        .filter(entity::equals)
        .isPresent();
  }

  /** Empty for what was not replaced. */
  public static Optional<EntityIri> in(EntityGraph entity) {
    return new GraphReader(entity).link(PROPERTY);
  }

  /**
   * The last of those that replaced each other; empty for what was not replaced.
   *
   * @param base the base under which the graph writes entity IRIs
   */
  public static Optional<EntityIri> last(Graph graph, EntityIri entity, String base) {
    Set<EntityIri> seen = new HashSet<>(Set.of(entity));
    EntityIri at = entity;
    for (Optional<EntityIri> next = next(graph, at, base);
        next.isPresent() && seen.add(next.get());
        next = next(graph, at, base)) {
      at = next.get();
    }
    return at.equals(entity) ? Optional.empty() : Optional.of(at);
  }

  private static Optional<EntityIri> next(Graph graph, EntityIri entity, String base) {
    return new GraphReader(graph, entity, base).link(PROPERTY);
  }
}
