package cn.lantai.server.rights;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.Optional;

/**
 * For which part of the holdings a role is given.
 *
 * @param root an archive or a record set, with all that lies in it; empty for everything
 */
public record Scope(Optional<EntityIri> root) {

  public static final Scope EVERYWHERE = new Scope(Optional.empty());

  public Scope {
    root.ifPresent(
        each -> {
          if (each.type() != EntityType.ORGANISATION && each.type() != EntityType.RECORD_SET) {
            throw new IllegalArgumentException("Neither archive nor fonds: " + each);
          }
        });
  }

  public static Scope of(EntityIri root) {
    return new Scope(Optional.of(root));
  }

  boolean holds(Place place) {
    return place.isCommon() || root.isEmpty() || place.path().contains(root.get());
  }
}
