package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list without words: all that is of some type, lies directly in a set, or is linked with an
 * entity.
 *
 * @param parent the record set in which it lies directly
 * @param linked an entity to which it points by any property
 */
public record Listing(
    Set<EntityType> types, Optional<EntityIri> parent, Optional<EntityIri> linked, Order order) {

  /** In which order. */
  public enum Order {
    /**
     * Records and sets by reference code, persons by pinyin, selections by rank, themes by
     * notation.
     */
    NATURAL,
    /** The earliest first, what has no date last. */
    DATE
  }

  public static Listing all(EntityType type) {
    return new Listing(Set.of(type), Optional.empty(), Optional.empty(), Order.NATURAL);
  }

  public static Listing in(EntityIri set, EntityType type) {
    return new Listing(Set.of(type), Optional.of(set), Optional.empty(), Order.NATURAL);
  }

  public static Listing linkedWith(EntityIri entity, Set<EntityType> types) {
    return new Listing(types, Optional.empty(), Optional.of(entity), Order.NATURAL);
  }

  public Listing by(Order other) {
    return new Listing(types, parent, linked, other);
  }

  /** A stretch of the list, and the length of all of it. */
  public record Stretch(List<Summary> summaries, long total) {}
}
