package cn.lantai.server.linkeddata;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.net.URI;
import java.util.Optional;

/**
 * Where things are: the one place that knows which address an entity's page, data and manifest
 * have.
 *
 * @param base the public base, with a slash at its end
 */
public record Addresses(String base) {

  public Addresses {
    if (!URI.create(base).isAbsolute() || !base.endsWith("/")) {
      throw new IllegalArgumentException("A public base is absolute and ends in a slash: " + base);
    }
  }

  /** The IRI that names the entity itself; its address answers 303. */
  public String id(EntityIri entity) {
    return entity.uri(base);
  }

  public String page(EntityIri entity) {
    return base + pagePath(entity).substring(1);
  }

  /** The page's path from the root of the server, for links within the site. */
  public static String pagePath(EntityIri entity) {
    return switch (entity.type()) {
      case EXHIBITION -> "/exhibitions/" + entity.key();
      case COLLECTION, PERSON -> "/people/" + entity.key();
      case COMPILATION -> "/compilations/" + entity.key();
      case STUDY -> "/study/" + entity.key();
      case RECORD_SET -> "/archives/" + entity.key();
      case RECORD -> "/records/" + entity.key();
      case IMAGE, ORGANISATION, FAMILY, PLACE, EVENT, THEME, SCHEME, SOURCE ->
          "/things/" + entity.type().segment() + "/" + entity.key();
    };
  }

  public String data(EntityIri entity, RdfSyntax syntax) {
    return base + dataPath(entity, syntax).substring(1);
  }

  public static String dataPath(EntityIri entity, RdfSyntax syntax) {
    return "/data/" + entity.type().segment() + "/" + entity.key() + "." + syntax.extension();
  }

  /** The IIIF manifest; only records have one. */
  public Optional<String> manifest(EntityIri entity) {
    return entity.type() == EntityType.RECORD
        ? Optional.of(base + "iiif/manifest/" + entity.key())
        : Optional.empty();
  }

  public String sparql() {
    return base + "sparql";
  }

  /** The entity that an IRI under the public base names; a fragment is cut off. */
  public Optional<EntityIri> entity(String iri) {
    return EntityIri.parse(iri, base);
  }
}
