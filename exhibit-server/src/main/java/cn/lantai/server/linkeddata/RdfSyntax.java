package cn.lantai.server.linkeddata;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

/** The syntaxes of RDF that the server writes; the first is the default. */
public enum RdfSyntax {
  TURTLE("ttl", RDFFormat.TURTLE_PRETTY, "text/turtle", "application/x-turtle"),
  JSONLD("jsonld", RDFFormat.JSONLD11_PRETTY, "application/ld+json", "application/json"),
  NTRIPLES("nt", RDFFormat.NTRIPLES_UTF8, "application/n-triples", "text/plain"),
  /** Plain, because the pretty writer of RDF/XML takes time with the square of the size. */
  RDFXML("rdf", RDFFormat.RDFXML_PLAIN, "application/rdf+xml");

  private final String extension;
  private final RDFFormat format;
  private final List<String> mediaTypes;

  RdfSyntax(String extension, RDFFormat format, String... mediaTypes) {
    this.extension = extension;
    this.format = format;
    this.mediaTypes = List.of(mediaTypes);
  }

  public String extension() {
    return extension;
  }

  /** The media type to answer with. */
  public String mediaType() {
    return mediaTypes.get(0);
  }

  /** The value of Content-Type; Turtle is the one for which clients still guess. */
  public String contentType() {
    return this == TURTLE ? mediaType() + "; charset=utf-8" : mediaType();
  }

  /**
   * The media types that ask for this syntax, the proper one first. Plain XML is none of them:
   * browsers ask for it.
   */
  public List<String> mediaTypes() {
    return mediaTypes;
  }

  public static Optional<RdfSyntax> ofExtension(String extension) {
    return Arrays.stream(values()).filter(syntax -> syntax.extension.equals(extension)).findFirst();
  }

  /**
   * @throws org.apache.jena.shared.JenaException if the graph cannot be said in this syntax, such
   *     as a property in RDF/XML whose IRI ends in a digit
   */
  public void write(Graph graph, OutputStream out) {
    RDFWriter.source(graph).format(format).output(out);
  }
}
