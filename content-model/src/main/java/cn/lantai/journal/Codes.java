package cn.lantai.journal;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.ReferenceCodeInUseException.Conflict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who has which reference code while rows are written under the lock of the journal. What counts is
 * how it is in the end, so that two may exchange their codes in one step.
 */
final class Codes {

  private final Map<String, Set<String>> holders = new HashMap<>();
  private final Map<String, String> given = new LinkedHashMap<>();

  /** Of these codes that are not known yet. */
  Collection<String> unknown(Collection<String> codes) {
    return codes.stream().filter(code -> !holders.containsKey(code)).distinct().toList();
  }

  void know(String code) {
    holders.computeIfAbsent(code, key -> new TreeSet<>());
  }

  void hold(String code, String entity) {
    know(code);
    holders.get(code).add(entity);
  }

  /** Codes are empty where there is none. */
  void change(String entity, String before, String after) {
    if (!before.equals(after)) {
      holders.computeIfPresent(
          before,
          (code, entities) -> {
            entities.remove(entity);
            return entities;
          });
      given.put(entity, after);
      if (!after.isEmpty()) {
        hold(after, entity);
      }
    }
  }

  /**
   * Looks only at codes that were given now: of two that had one before, each can still be edited.
   *
   * @throws ReferenceCodeInUseException if somebody else has one of them
   */
  void requireUnique() {
    List<Conflict> conflicts = new ArrayList<>();
    Map<String, String> first = new HashMap<>();
    given.forEach(
        (entity, code) -> {
          if (!code.isEmpty()) {
            holder(code, entity, first)
                .ifPresent(holder -> conflicts.add(new Conflict(iri(entity), code, iri(holder))));
          }
        });
    if (!conflicts.isEmpty()) {
      throw new ReferenceCodeInUseException(conflicts);
    }
  }

  /** Who had the code before, or else was the first to get it now; not the entity itself. */
  private Optional<String> holder(String code, String entity, Map<String, String> first) {
    Optional<String> before =
        holders.get(code).stream().filter(other -> !code.equals(given.get(other))).findFirst();
    String firstNow = first.computeIfAbsent(code, key -> entity);
    return before.or(() -> Optional.of(firstNow).filter(other -> !other.equals(entity)));
  }

  private static EntityIri iri(String entity) {
    return EntityIri.parse(entity).orElseThrow();
  }
}
