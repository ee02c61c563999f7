package cn.lantai.server.sparql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What DESCRIBE says of a resource: its triples, and those of its own fragments and blank nodes.
 * For an entity that is the entity's graph.
 */
final class EntityDescription {

  private final Graph source;

  EntityDescription(Graph source) {
    this.source = source;
  }

  /**
   * @param sink takes a triple and says whether it wants more
   * @return whether the sink wanted all of them
   */
  boolean describe(Node resource, Predicate<Triple> sink) {
    Set<Node> seen = new HashSet<>(Set.of(resource));
    Deque<Node> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Iterator<Triple> triples = source.find(open.pop(), Node.ANY, Node.ANY);
      while (triples.hasNext()) {
        Triple triple = triples.next();
        if (!sink.test(triple)) {
          return false;
        }
        Node object = triple.getObject();
        if (belongs(object, resource) && seen.add(object)) {
          open.push(object);
        }
      }
    }
    return true;
  }

  private static boolean belongs(Node node, Node resource) {
    return node.isBlank()
        || (node.isURI() && resource.isURI() && node.getURI().startsWith(resource.getURI() + "#"));
  }
}
