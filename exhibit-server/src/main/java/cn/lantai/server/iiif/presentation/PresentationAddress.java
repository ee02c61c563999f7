package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.server.linkeddata.Addresses;
import java.util.Optional;

/**
 * A document of the Presentation API, as its address names it.
 *
 * @param path the address below {@code iiif/}, in version 3
 * @param thing what it shows; empty for the top collection and for lists
 * @param list of which type a list is
 * @param second whether the address is that of version 2
 */
public record PresentationAddress(
    Kind kind, String path, Optional<EntityIri> thing, Optional<EntityType> list, boolean second) {

  /** What kind of document. */
  public enum Kind {
    MANIFEST,
    COLLECTION,
    TOP,
    LIST,
    CANVAS,
    TRANSCRIPT
  }

  private static final String TRANSCRIPT = "/transcript";

  /** Empty if nothing can be there. */
  public static Optional<PresentationAddress> parse(String path, Addresses addresses) {
    boolean second = path.startsWith(Addresses.VERSION_2);
    String bare = second ? path.substring(Addresses.VERSION_2.length()) : path;
    String first = bare.contains("/") ? bare.substring(0, bare.indexOf('/')) : bare;
    return switch (first) {
      case "manifest" -> thing(Kind.MANIFEST, bare, bare, second, addresses);
      case "canvas" ->
          bare.endsWith(TRANSCRIPT)
              ? thing(
                  Kind.TRANSCRIPT,
                  bare,
                  bare.substring(0, bare.length() - TRANSCRIPT.length()),
                  second,
                  addresses)
              : thing(Kind.CANVAS, bare, bare, second, addresses);
      case "collection" ->
          bare.equals(first)
              ? Optional.of(
                  new PresentationAddress(
                      Kind.TOP, bare, Optional.empty(), Optional.empty(), second))
              : thing(Kind.COLLECTION, bare, bare, second, addresses);
      case "list" ->
          EntityType.ofSegment(bare.substring(Math.min(bare.length(), first.length() + 1)))
              .map(
                  type ->
                      new PresentationAddress(
                          Kind.LIST, bare, Optional.empty(), Optional.of(type), second));
      default -> Optional.empty();
    };
  }

  private static Optional<PresentationAddress> thing(
      Kind kind, String path, String named, boolean second, Addresses addresses) {
    return addresses
        .iiif(addresses.base() + "iiif/" + named)
        .map(
            iri -> new PresentationAddress(kind, path, Optional.of(iri), Optional.empty(), second));
  }

  /** Where the same is said of another thing, such as the one that this was merged into. */
  Optional<String> of(EntityIri other, Addresses addresses) {
    return switch (kind) {
      case MANIFEST -> addresses.manifest(other);
      case COLLECTION -> Optional.of(addresses.collection(other));
      case CANVAS -> Optional.of(addresses.canvas(other));
      case TRANSCRIPT -> Optional.of(addresses.canvas(other) + TRANSCRIPT);
      case TOP, LIST -> Optional.empty();
    };
  }
}
