package cn.lantai.ingest;

import cn.lantai.access.AccessState;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.journal.Journal;
import cn.lantai.ontology.Rico;
import java.util.Optional;
import java.util.function.Function;

/** What was there before an import. Safe for use by many threads. */
public interface Existing {

  /** The newest version of an entity. */
  Optional<EntityGraph> current(EntityIri entity);

  boolean has(EntityIri entity);

  /** The record or record set that has this reference code (档号). */
  Optional<EntityIri> withCode(String code);

  /** What the entity is directly a part of. */
  default Optional<EntityIri> parent(EntityIri entity) {
    return current(entity).flatMap(graph -> new GraphReader(graph).link(Rico.isDirectlyIncludedIn));
  }

  /** Whether a record may become public; false if it is not there. */
  default boolean isOpen(EntityIri record) {
    return current(record).filter(AccessState.OPEN::isOf).isPresent();
  }

  /** What a journal holds; in an empty one nothing needs to be looked up. */
  static Existing in(Journal journal, Function<String, Optional<EntityIri>> byCode) {
    boolean empty = journal.head() == 0;
    return new Existing() {
      @Override
      public Optional<EntityGraph> current(EntityIri entity) {
        return empty ? Optional.empty() : journal.current(entity);
      }

      @Override
      public boolean has(EntityIri entity) {
        return !empty && journal.state(entity).isPresent();
      }

      @Override
      public Optional<EntityIri> withCode(String code) {
        return empty ? Optional.empty() : byCode.apply(code);
      }
    };
  }
}
