package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine-readable side of a page.
 *
 * @param iri the entity's public name, absolute, shown in citations
 * @param data the data's address without a format ending, {@code /data/record/{key}}
 * @param isInEad whether EAD describes such a thing
 * @param manifest the IIIF manifest's address
 */
public record EntityLinks(String iri, String data, boolean isInEad, Optional<String> manifest) {

  private static final List<Format> RDF =
      List.of(
          new Format("ttl", "text/turtle", "Turtle"),
          new Format("jsonld", "application/ld+json", "JSON-LD"),
          new Format("nt", "application/n-triples", "N-Triples"),
          new Format("rdf", "application/rdf+xml", "RDF/XML"));

  private static final Format EAD = new Format("xml", "application/xml", "EAD3");

  public EntityLinks {
    Objects.requireNonNull(iri);
    Objects.requireNonNull(data);
    Objects.requireNonNull(manifest);
  }

  /** Endings that {@code data} takes, with the name a reader knows them by. */
  public List<Format> formats() {
    return isInEad ? Stream.concat(RDF.stream(), Stream.of(EAD)).toList() : RDF;
  }

  /** A serialisation that is offered for download. */
  public record Format(String ending, String mediaType, String name) {}
}
