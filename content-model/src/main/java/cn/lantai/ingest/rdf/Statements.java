package cn.lantai.ingest.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.ParserProfileWrapper;
import org.apache.jena.sparql.core.Quad;

/** Hands on each statement that a parser makes, with the line that it stands on. */
final class Statements extends ParserProfileWrapper {

  /** What relative IRIs are resolved against, to be known by it: a file has no address. */
  static final String NO_BASE = "no-base://no-base/";

  private final RdfFile.Sink sink;

  Statements(ParserProfile profile, RdfFile.Sink sink) {
    super(profile);
    this.sink = sink;
  }

  @Override
  public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
    Triple triple = super.createTriple(subject, predicate, object, line, column);
    take(triple, line, column);
    return triple;
  }

  @Override
  public Quad createQuad(
      Node graph, Node subject, Node predicate, Node object, long line, long column) {
    Quad quad = super.createQuad(graph, subject, predicate, object, line, column);
    take(quad.asTriple(), line, column);
    return quad;
  }

  private void take(Triple triple, long line, long column) {
    if (isRelative(triple)) {
      getErrorHandler()
          .error("A relative IRI, and no base: write @base into the file", line, column);
    }
    if (triple.getSubject().isTripleTerm() || triple.getObject().isTripleTerm()) {
      getErrorHandler().error("Statements about statements (RDF 1.2) are not taken", line, column);
    }
    sink.triple(triple, Math.max(0, line));
  }

  static boolean isRelative(Triple triple) {
    return isRelative(triple.getSubject())
        || isRelative(triple.getPredicate())
        || isRelative(triple.getObject());
  }

  private static boolean isRelative(Node node) {
    return node.isURI() && node.getURI().startsWith(NO_BASE);
  }
}
