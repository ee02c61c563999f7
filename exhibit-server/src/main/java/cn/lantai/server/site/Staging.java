package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.linkeddata.Addresses;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is shown at another address than the public one, because it is not public yet.
 *
 * @param entity one thing, with its own images
 * @param address of its page, without a slash at its end
 * @param images where the pictures of an image are; empty for those that are where the public finds
 *     them
 */
public record Staging(Optional<EntityIri> entity, String address, Pictures images) {

  /** Everything is where the public finds it. */
  static final Staging NONE = new Staging(Optional.empty(), "", image -> Optional.empty());

  /** Gives the address of an image service, without a slash at its end. */
  @FunctionalInterface
  public interface Pictures {
    Optional<String> service(EntityIri image);
  }

  /** One thing at an address of its own, and these images below it. */
  static Staging of(EntityIri entity, String address, Set<EntityIri> images) {
    return new Staging(
        Optional.of(entity),
        address,
        image ->
            images.contains(image)
                ? Optional.of(address + "/images/" + image.key())
                : Optional.empty());
  }

  /** Images as they were stored, for those who may see them so. */
  static Staging ofOriginals(Predicate<EntityIri> which) {
    return new Staging(
        Optional.empty(),
        "",
        image -> which.test(image) ? Optional.of(Addresses.originalPath(image)) : Optional.empty());
  }

  String path(EntityIri iri) {
    return entity.filter(iri::equals).isPresent() ? address : Addresses.pagePath(iri);
  }
}
