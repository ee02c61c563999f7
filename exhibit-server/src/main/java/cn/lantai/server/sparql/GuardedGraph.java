package cn.lantai.server.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph that can be searched only as long as there is time. */
final class GuardedGraph extends WrappedGraph {

  private final QueryBudget budget;

  GuardedGraph(Graph graph, QueryBudget budget) {
    super(graph);
    this.budget = budget;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple triple) {
    return guarded(super.find(triple));
  }

  @Override
  public ExtendedIterator<Triple> find(Node s, Node p, Node o) {
    return guarded(super.find(s, p, o));
  }

  @Override
  public ExtendedIterator<Triple> find() {
    return guarded(super.find());
  }

  @Override
  public boolean contains(Node s, Node p, Node o) {
    budget.check();
    return super.contains(s, p, o);
  }

  @Override
  public boolean contains(Triple triple) {
    budget.check();
    return super.contains(triple);
  }

  private ExtendedIterator<Triple> guarded(ExtendedIterator<Triple> triples) {
    budget.check();
    return triples.mapWith(
        triple -> {
          budget.check();
          return triple;
        });
  }
}
