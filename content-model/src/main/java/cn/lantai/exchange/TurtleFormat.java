package cn.lantai.exchange;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.vocabulary.RDF;

/** Turtle with one block for each subject. */
final class TurtleFormat implements ExportFormat {

  private static final Comparator<Triple> READABLE =
      Comparator.comparing((Triple triple) -> triple.getSubject().getURI())
          .thenComparing(triple -> !triple.getPredicate().equals(RDF.type.asNode()))
          .thenComparing(triple -> triple.getPredicate().getURI())
          .thenComparing(triple -> triple.getObject().toString());

  @Override
  public String name() {
    return "ttl";
  }

  @Override
  public String extension() {
    return "ttl";
  }

  @Override
  public String mediaType() {
    return "text/turtle";
  }

  @Override
  public void write(Export export, OutputStream out) throws IOException {
    String base = export.holdings().base();
    StreamRDF turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
    turtle.start();
    RdfPrefixes.all(base).forEach(turtle::prefix);
    export.walk(entity -> write(entity, base, turtle));
    turtle.finish();
  }

  private static void write(EntityGraph entity, String base, StreamRDF turtle) {
    entity.triples().stream()
        .map(triple -> Rebase.triple(triple, EntityIri.INTERNAL_BASE, base))
        .sorted(READABLE)
        .forEach(turtle::triple);
  }
}
