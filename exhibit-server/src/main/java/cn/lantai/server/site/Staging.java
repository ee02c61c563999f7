package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.linkeddata.Addresses;
import java.util.Optional;
import java.util.Set;

/**
 * What is shown at another address than the public one, because it is not public yet: one thing,
 * and its own images.
 *
 * @param address of the page, without a slash at its end
 */
record Staging(Optional<EntityIri> entity, String address, Set<EntityIri> images) {

  /** Everything is where the public finds it. */
  static final Staging NONE = new Staging(Optional.empty(), "", Set.of());

  Staging {
    images = Set.copyOf(images);
  }

  String path(EntityIri iri) {
    return entity.filter(iri::equals).isPresent() ? address : Addresses.pagePath(iri);
  }

  /** The image service of one of these images. */
  Optional<String> service(EntityIri image) {
    return images.contains(image)
        ? Optional.of(address + "/images/" + image.key())
        : Optional.empty();
  }
}
