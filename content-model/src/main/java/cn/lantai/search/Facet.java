package cn.lantai.search;

import cn.lantai.entity.EntityType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what results can be narrowed. Several values of one facet widen each other. */
public enum Facet {
  /** A segment of {@link EntityType}. */
  TYPE(Optional.empty()),
  /** The key of the organisation that keeps the fonds. */
  ARCHIVE(Optional.of(EntityType.ORGANISATION)),
  /** The key of the fonds. */
  FONDS(Optional.of(EntityType.RECORD_SET)),
  /** A key of {@link Periods}. */
  PERIOD(Optional.empty()),
  /** The documentary form (文种), as the catalogue writes it. */
  GENRE(Optional.empty()),
  /** What it is written on, as the catalogue writes it. */
  CARRIER(Optional.empty()),
  PERSON(Optional.of(EntityType.PERSON)),
  ORGANISATION(Optional.of(EntityType.ORGANISATION)),
  PLACE(Optional.of(EntityType.PLACE)),
  EVENT(Optional.of(EntityType.EVENT)),
  /** A theme that is chosen brings along those below it. */
  THEME(Optional.of(EntityType.THEME)),
  /** A name of {@link Publication}; counted only where stages are compared. */
  STATE(Optional.empty());

  private final Optional<EntityType> type;

  Facet(Optional<EntityType> type) {
    this.type = type;
  }

  /** What kind of entity the values are keys of; empty if they are not keys. */
  public Optional<EntityType> type() {
    return type;
  }

  /** As in addresses: {@code person}. There, {@code theme} is already the look of the pages. */
  public String slug() {
    return this == THEME ? "topic" : name().toLowerCase(Locale.ROOT);
  }

  /** The facet that a record's link to an entity of this type counts for. */
  static Optional<Facet> ofLink(EntityType type) {
    return Arrays.stream(new Facet[] {PERSON, ORGANISATION, PLACE, EVENT, THEME})
        .filter(facet -> facet.type.equals(Optional.of(type)))
        .findFirst();
  }
}
