package cn.lantai.server.rights;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.hierarchy.Whole;
import cn.lantai.journal.Journal;
import cn.lantai.ontology.Rico;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds where things stand, by their newest versions in the journal. */
public final class Places {

  /** A hierarchy deeper than this is a mistake; the way up ends there. */
  private static final int LEVELS = 32;

  private final Journal journal;

  public Places(Journal journal) {
    this.journal = journal;
  }

  /** Something that the journal does not know stands by itself. */
  Place of(EntityIri entity) {
    if (isCommon(entity.type())) {
      return Place.COMMON;
    }
    return entity.type().isSelection()
        ? journal
            .current(entity)
            .map(Places::ofSelection)
            .orElseGet(() -> new Place(false, Set.of(entity)))
        : above(entity, journal.whole(entity), journal::whole);
  }

  /**
   * Where something stands by a version that is not saved yet.
   *
   * @param meanwhile what other versions that are not saved yet lie in
   */
  Place of(EntityGraph version, Function<EntityIri, Optional<EntityIri>> meanwhile) {
    EntityIri entity = version.iri();
    if (isCommon(entity.type())) {
      return Place.COMMON;
    }
    return entity.type().isSelection()
        ? ofSelection(version)
        : above(
            entity,
            Whole.of(version),
            lower -> meanwhile.apply(lower).or(() -> journal.whole(lower)));
  }

  /**
   * Where something would be put by a version that lies elsewhere than it did: the new whole with
   * what is above that. Who has a fonds has no say in what it is put into.
   *
   * @return empty if it stays where it is
   */
  Optional<Place> putInto(EntityGraph version, Function<EntityIri, Optional<EntityIri>> meanwhile) {
    EntityIri entity = version.iri();
    if (isCommon(entity.type()) || entity.type().isSelection() || !isKnown(entity)) {
      return Optional.empty();
    }
    return Whole.of(version).equals(journal.whole(entity))
        ? Optional.empty()
        : Optional.of(of(version, meanwhile).without(entity));
  }

  /** Whether the public has some version of it. */
  boolean isPublic(EntityIri entity) {
    return journal.state(entity).filter(state -> state.isPublic()).isPresent();
  }

  boolean isKnown(EntityIri entity) {
    return journal.state(entity).isPresent();
  }

  static boolean isCommon(EntityType type) {
    return switch (type) {
      case PERSON, ORGANISATION, FAMILY, PLACE, EVENT, THEME, SCHEME, SOURCE -> true;
      case RECORD, RECORD_SET, IMAGE, RECORDING, EXHIBITION, COLLECTION, COMPILATION, STUDY ->
          false;
    };
  }

  private static Place above(
      EntityIri entity,
      Optional<EntityIri> whole,
      Function<EntityIri, Optional<EntityIri>> wholeOf) {
    Set<EntityIri> path = new LinkedHashSet<>(Set.of(entity));
    Optional<EntityIri> at = whole;
    while (at.isPresent() && path.size() <= LEVELS && path.add(at.get())) {
      at = wholeOf.apply(at.get());
    }
    return new Place(false, path);
  }

  private static Place ofSelection(EntityGraph selection) {
    Set<EntityIri> path = new LinkedHashSet<>(Set.of(selection.iri()));
    new GraphReader(selection)
        .links(Rico.hasCreator).stream()
            .filter(creator -> creator.type() == EntityType.ORGANISATION)
            .forEach(path::add);
    return new Place(false, path);
  }
}
