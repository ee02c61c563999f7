package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The machine-readable side of a page.
 *
 * @param iri the entity's public name, absolute, shown in citations
 * @param data the data's address without a format ending, {@code /data/record/{key}}
 * @param manifest the IIIF manifest's address
 */
public record EntityLinks(String iri, String data, Optional<String> manifest) {
  /** Endings that {@code data} takes, with the name a reader knows them by. */
  public static final List<Format> FORMATS =
      List.of(
          new Format("ttl", "text/turtle", "Turtle"),
          new Format("jsonld", "application/ld+json", "JSON-LD"),
          new Format("nt", "application/n-triples", "N-Triples"),
          new Format("rdf", "application/rdf+xml", "RDF/XML"));

  public EntityLinks {
    Objects.requireNonNull(iri);
    Objects.requireNonNull(data);
    Objects.requireNonNull(manifest);
  }

  public List<Format> formats() {
    return FORMATS;
  }

  /** A serialisation that is offered for download. */
  public record Format(String ending, String mediaType, String name) {}
}
