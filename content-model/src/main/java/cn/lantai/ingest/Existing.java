package cn.lantai.ingest;

import cn.lantai.access.AccessState;
import cn.lantai.curation.Merging;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.Successor;
import cn.lantai.ingest.scan.KnownPages;
import cn.lantai.journal.Journal;
import cn.lantai.media.PageImage;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;

/** What was there before an import. Safe for use by many threads. */
public interface Existing extends KnownPages {

  /** How many answers of {@link #meant} are remembered: persons are named again and again. */
  int MEANINGS = 10_000;

  /** So many reference codes are fetched at once. */
  int CODES = 10_000;

  /** The newest version of an entity. */
  Optional<EntityGraph> current(EntityIri entity);

  @Override
  boolean has(EntityIri entity);

  /** The entity itself, or the last of those that it was merged into; empty if it is not there. */
  Optional<EntityIri> meant(EntityIri entity);

  /** The records and record sets that have this reference code (档号): one in an archive. */
  List<EntityIri> withCode(String code);

  /** What an entity lies in. */
  Optional<EntityIri> whole(EntityIri part);

  /** What lies in an entity, itself and not by what lies in that. */
  default List<EntityIri> within(EntityIri whole) {
    return List.of();
  }

  /** All reference codes, of which there may be millions. */
  default void codes(BiConsumer<String, EntityIri> taker) {}

  @Override
  default List<EntityIri> images(EntityIri record) {
    return within(record).stream().filter(part -> part.type() == EntityType.IMAGE).toList();
  }

  @Override
  default OptionalInt page(EntityIri image) {
    return current(image)
        .map(graph -> OptionalInt.of(PageImage.of(graph).page()))
        .orElseGet(OptionalInt::empty);
  }

  /** Whether a record may become public; false if it is not there. */
  default boolean isOpen(EntityIri record) {
    return current(record).filter(AccessState.OPEN::isOf).isPresent();
  }

  /** What a journal holds; in an empty one nothing needs to be looked up. */
  static Existing in(Journal journal) {
    boolean empty = journal.head() == 0;
    Cache<EntityIri, Optional<EntityIri>> meant =
        Caffeine.newBuilder().maximumSize(MEANINGS).build();
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
      public Optional<EntityIri> meant(EntityIri entity) {
        if (!Merging.TYPES.contains(entity.type())) {
          return Optional.of(entity).filter(this::has);
        }
        return empty ? Optional.empty() : meant.get(entity, this::survivor);
      }

      private Optional<EntityIri> survivor(EntityIri entity) {
        Set<EntityIri> seen = new HashSet<>();
        Optional<EntityIri> at = Optional.of(entity).filter(this::has);
        while (at.isPresent() && seen.add(at.get())) {
          Optional<EntityIri> next = current(at.get()).flatMap(Successor::in);
          if (next.isEmpty()) {
            return at;
          }
          at = next;
        }
        return at;
      }

      @Override
      public List<EntityIri> withCode(String code) {
        return empty ? List.of() : journal.withCode(code);
      }

      @Override
      public Optional<EntityIri> whole(EntityIri part) {
        return empty ? Optional.empty() : journal.whole(part);
      }

      @Override
      public List<EntityIri> within(EntityIri whole) {
        return empty ? List.of() : journal.within(whole);
      }

      @Override
      public void codes(BiConsumer<String, EntityIri> taker) {
        List<Journal.Coded> page = journal.codes(Optional.empty(), CODES);
        while (!page.isEmpty()) {
          page.forEach(each -> taker.accept(each.code(), each.entity()));
          page = journal.codes(Optional.of(page.get(page.size() - 1).entity()), CODES);
        }
      }
    };
  }
}
