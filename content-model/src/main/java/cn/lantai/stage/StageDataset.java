package cn.lantai.stage;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.apache.jena.sparql.graph.GraphZero;

/**
 * What readers see of a dataset: its default graph and no other, and no way to write. Queries over
 * TDB2 run by {@link StageQueryEngine}, so that the view costs them nothing.
 */
final class StageDataset extends DatasetGraphWrapper implements DatasetGraphWrapperView {

  StageDataset(DatasetGraph dataset) {
    super(dataset);
  }

  @Override
  public Graph getDefaultGraph() {
    return new GraphReadOnly(super.getDefaultGraph());
  }

  @Override
  public Graph getUnionGraph() {
    return GraphZero.instance();
  }

  @Override
  public Graph getGraph(Node name) {
    return Quad.isDefaultGraph(name) ? getDefaultGraph() : GraphZero.instance();
  }

  @Override
  public boolean containsGraph(Node name) {
    return Quad.isDefaultGraph(name);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return Iter.nullIterator();
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public boolean isEmpty() {
    return !contains(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  @Override
  public Iterator<Quad> find() {
    return find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  @Override
  public Stream<Quad> stream(Node g, Node s, Node p, Node o) {
    return Iter.asStream(find(g, s, p, o));
  }

  @Override
  public Iterator<Quad> find(Quad quad) {
    return find(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  @Override
  public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
    boolean anyGraph = g == null || Node.ANY.equals(g);
    return anyGraph || Quad.isDefaultGraph(g)
        ? super.find(Quad.defaultGraphIRI, s, p, o)
        : Iter.nullIterator();
  }

  @Override
  public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
    return Iter.nullIterator();
  }

  @Override
  public boolean contains(Quad quad) {
    return find(quad).hasNext();
  }

  @Override
  public boolean contains(Node g, Node s, Node p, Node o) {
    return find(g, s, p, o).hasNext();
  }

  @Override
  public void begin(ReadWrite mode) {
    throw readOnly();
  }

  @Override
  public void begin(TxnType type) {
    throw readOnly();
  }

  @Override
  public void close() {
    throw readOnly();
  }

  @Override
  protected DatasetGraph getW() {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("A stage is only written by following the journal");
  }
}
