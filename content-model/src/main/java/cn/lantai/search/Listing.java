package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list without words: all that is of some type, lies directly in a set, is linked with an entity,
 * or belongs to a theme.
 *
 * @param parent the record set in which it lies directly
 * @param linked an entity to which it points by any property
 * @param theme a theme to which it belongs, or to one of those below it
 */
public record Listing(
    Set<EntityType> types,
    Optional<EntityIri> parent,
    Optional<EntityIri> linked,
    Optional<EntityIri> theme,
    Order order) {

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
    return new Listing(
        Set.of(type), Optional.empty(), Optional.empty(), Optional.empty(), Order.NATURAL);
  }

  public static Listing in(EntityIri set, EntityType type) {
    return new Listing(
        Set.of(type), Optional.of(set), Optional.empty(), Optional.empty(), Order.NATURAL);
  }

  public static Listing linkedWith(EntityIri entity, Set<EntityType> types) {
    return new Listing(
        types, Optional.empty(), Optional.of(entity), Optional.empty(), Order.NATURAL);
  }

  /** The records of a theme and of all themes below it. */
  public static Listing ofTheme(EntityIri theme) {
    return new Listing(
        Set.of(EntityType.RECORD),
        Optional.empty(),
        Optional.empty(),
        Optional.of(theme),
        Order.NATURAL);
  }

  public Listing by(Order other) {
    return new Listing(types, parent, linked, theme, other);
  }

  /** A stretch of the list, and the length of all of it. */
  public record Stretch(List<Summary> summaries, long total) {}
}
