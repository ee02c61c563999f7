package cn.lantai.entity;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Moves entity IRIs between the journal's internal base and a public one. */
public final class Rebase {

  private Rebase() {}

  /** The triple with every IRI under {@code from} moved below {@code to}. */
  public static Triple triple(Triple triple, String from, String to) {
    return Triple.create(
        node(triple.getSubject(), from, to),
        node(triple.getPredicate(), from, to),
        node(triple.getObject(), from, to));
  }

  /** The node moved, if it is an entity IRI under {@code from}; otherwise the node itself. */
  public static Node node(Node node, String from, String to) {
    if (!node.isURI() || !node.getURI().startsWith(from + "id/")) {
      return node;
    }
    return NodeFactory.createURI(to + node.getURI().substring(from.length()));
  }
}
