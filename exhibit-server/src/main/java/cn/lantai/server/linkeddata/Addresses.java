package cn.lantai.server.linkeddata;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.exchange.FindingAid;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where things are: the one place that knows which address an entity's page, data and manifest
 * have.
 *
 * @param base the public base, with a slash at its end
 */
public record Addresses(String base) {

  /** Stands behind {@code iiif/} in addresses of version 2.1 of the Presentation API. */
  public static final String VERSION_2 = "presentation/2/";

  private static final String IIIF = "iiif/";
  private static final Pattern DOCUMENT =
      Pattern.compile("(manifest|collection|list)(/.*)?|canvas/[^/]+/transcript");
  private static final String MANIFEST = "iiif/manifest/";
  private static final String COLLECTION = "iiif/collection/";
  private static final String LIST = "iiif/list/";
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

  /** Where curators describe it. */
  public static String formPath(EntityIri entity) {
    return "/workbench/entries/" + entity.type().segment() + "/" + entity.key();
  }

  /** The service of an image as it was stored, for those who describe or review it. */
  public static String originalPath(EntityIri image) {
    return "/workbench/images/" + image.key();
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
      case IMAGE, RECORDING, ORGANISATION, FAMILY, PLACE, EVENT, THEME, SCHEME, SOURCE, LOAN ->
          "/things/" + entity.type().segment() + "/" + entity.key();
    };
  }

  public String data(EntityIri entity, RdfSyntax syntax) {
    return base + dataPath(entity, syntax).substring(1);
  }

  public static String dataPath(EntityIri entity, RdfSyntax syntax) {
    return dataPath(entity, syntax.extension());
  }

  private static String dataPath(EntityIri entity, String extension) {
    return "/data/" + entity.type().segment() + "/" + entity.key() + "." + extension;
  }

  /** The EAD3 document of a set or record. */
  public Optional<String> findingAid(EntityIri entity) {
    return FindingAid.isFor(entity.type())
        ? Optional.of(base + dataPath(entity, FindingAid.EXTENSION).substring(1))
        : Optional.empty();
  }

  /** The IIIF manifest of what shows pages: a record, the records of a set, a selection. */
  public Optional<String> manifest(EntityIri entity) {
    return entity.type() == EntityType.RECORD
        ? Optional.of(base + MANIFEST + entity.key())
        : entity.type() == EntityType.RECORD_SET || entity.type().isSelection()
            ? Optional.of(base + MANIFEST + named(entity))
            : Optional.empty();
  }

  /** The IIIF collection of what lies in a set, or is linked with any other thing. */
  public String collection(EntityIri entity) {
    return base
        + COLLECTION
        + (entity.type() == EntityType.RECORD_SET ? entity.key() : named(entity));
  }

  /** The IIIF collection of all that is of a type. */
  public String list(EntityType type) {
    return base + LIST + type.segment();
  }

  /** The IIIF collection that leads to all others. */
  public String topCollection() {
    return base + IIIF + "collection";
  }

  /**
   * The address of the same in version 2.1 of the Presentation API, or 2 of the Image API. Canvases
   * and annotations are the same in both versions.
   */
  public String inVersion2(String address) {
    if (!address.startsWith(base + IIIF)) {
      return address;
    }
    String path = address.substring((base + IIIF).length());
    if (path.startsWith("3/")) {
      return base + IIIF + "2/" + path.substring(2);
    }
    String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    return DOCUMENT.matcher(bare).matches() ? base + IIIF + VERSION_2 + path : address;
  }

  /** Where the transcripts of a manifest or a collection are searched. */
  public String search(String document) {
    return document.replace(base + IIIF, base + IIIF + "search/");
  }

  /** Where words that begin so are completed from the same transcripts. */
  public String autocomplete(String document) {
    return document.replace(base + IIIF, base + IIIF + "autocomplete/");
  }

  /** What IIIF has of an entity as a whole: its manifest, or its collection. */
  public Optional<String> presentation(EntityIri entity) {
    return switch (entity.type()) {
      case RECORD, EXHIBITION, COLLECTION, COMPILATION, STUDY -> manifest(entity);
      case RECORD_SET, PERSON, ORGANISATION, FAMILY, PLACE, EVENT, THEME ->
          Optional.of(collection(entity));
      case IMAGE, RECORDING -> Optional.of(canvas(entity));
      case SCHEME, SOURCE, LOAN -> Optional.empty();
    };
  }

  private static String named(EntityIri entity) {
    return entity.type().segment() + "/" + entity.key();
  }

  /** The canvas of a page image or a recording, the same in each manifest that shows it. */
  public String canvas(EntityIri digital) {
    return base + CANVAS + (digital.type() == EntityType.IMAGE ? digital.key() : named(digital));
  }

  /** The file of a recording. */
  public String media(EntityIri recording) {
    return base + mediaPath(recording).substring(1);
  }

  /** Its path from the root of the server. */
  public static String mediaPath(EntityIri recording) {
    return "/media/" + recording.key();
  }

  /** The captions of a recording in a language. */
  public String captions(EntityIri recording, String language) {
    return base + captionsPath(recording, language).substring(1);
  }

  /** Their path from the root of the server. */
  public static String captionsPath(EntityIri recording, String language) {
    return mediaPath(recording) + "/" + language + ".vtt";
  }

  /**
   * What an address of IIIF stands for: a canvas for its image, a manifest or a collection for what
   * it describes. Whether there is such a thing is not asked.
   */
  public Optional<EntityIri> iiif(String address) {
    if (!address.startsWith(base)) {
      return Optional.empty();
    }
    String path = address.substring(base.length()).replaceFirst("^iiif/" + VERSION_2, IIIF);
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
