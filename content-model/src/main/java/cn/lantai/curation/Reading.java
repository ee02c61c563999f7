package cn.lantai.curation;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.hierarchy.Standing;
import cn.lantai.journal.Journal;
import cn.lantai.journal.Premise;
import cn.lantai.theme.BuiltInSchemes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is read of the journal for one decision. The journal holds the decision to it, so that of
 * two who each would be right alone, but not together, the second decides again.
 */
final class Reading {

  private final Journal journal;
  private final Inbound inbound;
  private final Set<EntityIri> read = new HashSet<>();

  /** Types of which any change matters, for who points at something was asked. */
  private final Set<EntityType> asked = EnumSet.noneOf(EntityType.class);

  private long head = -1;

  Reading(Journal journal, Inbound inbound) {
    this.journal = journal;
    this.inbound = inbound;
  }

  /** The newest version of an entity. */
  Optional<EntityGraph> current(EntityIri entity) {
    begin();
    read.add(entity);
    return journal.current(entity);
  }

  /** Where things stand by their newest versions. */
  Standing standing() {
    return new Standing(
        entity ->
            current(entity).or(() -> Optional.ofNullable(BuiltInSchemes.graphs().get(entity))),
        (entity, property) -> {
          begin();
          // All that orders orders things of one type.
          asked.add(entity.type());
          return inbound.pointingAt(entity, property);
        });
  }

  Premise premise() {
    return head < 0
        ? Premise.NONE
        : new Premise(head, entity -> read.contains(entity) || asked.contains(entity.type()));
  }

  private void begin() {
    if (head < 0) {
      head = journal.head();
    }
  }
}
