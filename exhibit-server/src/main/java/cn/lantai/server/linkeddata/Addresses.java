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

  private static final String MANIFEST = "iiif/manifest/";
  private static final String COLLECTION = "iiif/collection/";
  private static final String CANVAS = "iiif/canvas/";

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
        ? Optional.of(base + MANIFEST + entity.key())
        : Optional.empty();
  }

  /** The canvas of a page image, the same in each manifest that shows it. */
  public String canvas(EntityIri image) {
    return base + CANVAS + image.key();
  }

  /**
   * What an address of IIIF stands for: a canvas for its image, a manifest or a collection for what
   * it describes. Whether there is such a thing is not asked.
   */
  public Optional<EntityIri> iiif(String address) {
    if (!address.startsWith(base)) {
      return Optional.empty();
    }
    String path = address.substring(base.length());
    return named(path, CANVAS, EntityType.IMAGE)
        .or(() -> named(path, MANIFEST, EntityType.RECORD))
        .or(() -> named(path, COLLECTION, EntityType.RECORD_SET));
  }

  /** {@code prefix/key} for the usual type, {@code prefix/type/key} for others. */
  private static Optional<EntityIri> named(String path, String prefix, EntityType usual) {
    if (!path.startsWith(prefix)) {
      return Optional.empty();
    }
    String rest = path.substring(prefix.length());
    int slash = rest.indexOf('/');
    String key = rest.substring(slash + 1);
    return EntityIri.isKey(key)
        ? (slash < 0 ? Optional.of(usual) : EntityType.ofSegment(rest.substring(0, slash)))
            .map(type -> new EntityIri(type, key))
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
