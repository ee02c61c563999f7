package cn.lantai.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * All that is said of one entity at one version: an immutable set of triples.
 *
 * <p>Every subject is the entity itself or a fragment of it that can be reached from the entity, so
 * graphs of different entities never overlap: a stage may hold their plain union and still replace
 * or remove one of them exactly.
 */
public final class EntityGraph {

  private final EntityIri iri;
  private final Set<Triple> triples;

  /**
   * @throws IllegalArgumentException if there is no triple, a subject is not the entity or a
   *     fragment of it, a fragment cannot be reached from the entity, or a blank node occurs
   */
  public EntityGraph(EntityIri iri, Collection<Triple> triples) {
    this.iri = Objects.requireNonNull(iri, "iri");
    this.triples = Set.copyOf(triples);
    if (this.triples.isEmpty()) {
      throw new IllegalArgumentException("Nothing is said of " + iri);
    }
    requireOwnSubjects();
    requireReachableFragments();
  }

  public EntityIri iri() {
    return iri;
  }

  public Set<Triple> triples() {
    return triples;
  }

  /** The entities that it names, other than itself. */
  public Set<EntityIri> links() {
    return triples.stream()
        .map(Triple::getObject)
        .filter(Node::isURI)
        .flatMap(object -> EntityIri.parse(object.getURI()).stream())
        .filter(named -> !named.equals(iri))
        .collect(Collectors.toSet());
  }

  /** A fresh graph with these triples, for queries and SHACL. */
  public Graph toGraph() {
    Graph graph = GraphMemFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }

  /** N-Triples in UTF-8, one triple a line, sorted: equal graphs give equal bytes. */
  public byte[] toNTriples() {
    return toNTriples(EntityIri.INTERNAL_BASE);
  }

  /** As {@link #toNTriples()}, with entity IRIs under a public base. */
  public byte[] toNTriples(String base) {
    NTriplesLines lines = new NTriplesLines();
    boolean rebase = !base.equals(EntityIri.INTERNAL_BASE);
    for (Triple internal : triples) {
      lines.add(rebase ? Rebase.triple(internal, EntityIri.INTERNAL_BASE, base) : internal);
    }
    return lines.toBytes();
  }

  public static EntityGraph ofNTriples(EntityIri iri, byte[] nTriples) {
    return new EntityGraph(iri, NTriplesReader.read(nTriples));
  }

  /**
   * Cuts the graph of one entity out of a larger one: from the entity along its own fragments.
   * Empty if the larger graph says nothing of the entity.
   *
   * @param base the base under which {@code source} writes entity IRIs; the result is internal
   */
  public static Optional<EntityGraph> cut(Graph source, EntityIri iri, String base) {
    Node start = NodeFactory.createURI(iri.uri(base));
    Set<Node> seen = new HashSet<>(Set.of(start));
    Deque<Node> open = new ArrayDeque<>(seen);
    List<Triple> found = new ArrayList<>();
    while (!open.isEmpty()) {
      source
          .find(open.pop(), Node.ANY, Node.ANY)
          .forEach(
              triple -> {
                found.add(Rebase.triple(triple, base, EntityIri.INTERNAL_BASE));
                Node object = triple.getObject();
                if (isFragment(object, start) && seen.add(object)) {
                  open.push(object);
                }
              });
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new EntityGraph(iri, found));
  }

  private void requireOwnSubjects() {
    Node self = NodeFactory.createURI(iri.uri());
    for (Triple triple : triples) {
      Node subject = triple.getSubject();
      if (!subject.equals(self) && !isFragment(subject, self)) {
        throw new IllegalArgumentException("A graph of " + iri + " must not speak of " + subject);
      }
      if (triple.getObject().isBlank()) {
        throw new IllegalArgumentException("A blank node in the graph of " + iri + ": " + triple);
      }
    }
  }

  private void requireReachableFragments() {
    Node self = NodeFactory.createURI(iri.uri());
    Set<Node> subjects = new HashSet<>();
    Set<Node> objects = new HashSet<>(Set.of(self));
    for (Triple triple : triples) {
      subjects.add(triple.getSubject());
      objects.add(triple.getObject());
    }
    subjects.removeAll(objects);
    if (!subjects.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing in the graph of " + iri + " leads to " + subjects.iterator().next());
    }
  }

  private static boolean isFragment(Node node, Node entity) {
    return node.isURI() && node.getURI().startsWith(entity.getURI() + "#");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntityGraph that
        && iri.equals(that.iri)
        && triples.equals(that.triples);
  }

  @Override
  public int hashCode() {
    return Objects.hash(iri, triples);
  }

  @Override
  public String toString() {
    return iri + " (" + triples.size() + " triples)";
  }
}
