package cn.lantai.journal;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.ReferenceCodeInUseException.Conflict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who has which reference code while rows are written under the lock of the journal. What counts is
 * how it is in the end, so that two may exchange their codes in one step.
 */
final class Codes {

  private final Map<String, Set<String>> holders = new HashMap<>();
  private final Map<String, String> given = new LinkedHashMap<>();

  /** For each branch that came into another archive, the codes of what lies in it, by entity. */
  private final Map<String, Map<String, String>> brought = new LinkedHashMap<>();

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

  /**
   * Codes are empty where there is none.
   *
   * @param moved whether the entity lies in something else now, perhaps in another archive
   */
  void change(String entity, String before, String after, boolean moved) {
    if (moved || !before.equals(after)) {
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

  /** Has a code come into another archive with the branch in which its holder lies. */
  void bring(String branch, String entity, String code) {
    brought.computeIfAbsent(branch, key -> new LinkedHashMap<>()).put(entity, code);
  }

  /**
   * Looks only at codes that were given or brought now: of two that had one before, each can still
   * be edited.
   *
   * @param sameArchive whether two entities lie in one archive, whose codes must differ
   * @throws ReferenceCodeInUseException if somebody else has one of them
   */
  void requireUnique(BiPredicate<String, String> sameArchive) {
    List<Conflict> conflicts = new ArrayList<>();
    Map<String, List<String>> takers = new HashMap<>();
    given.forEach(
        (entity, code) -> {
          if (!code.isEmpty()) {
            List<String> earlier = takers.computeIfAbsent(code, key -> new ArrayList<>());
            Stream.concat(before(code), earlier.stream())
                .filter(other -> sameArchive.test(entity, other))
                .findFirst()
                .ifPresent(holder -> conflicts.add(new Conflict(iri(entity), code, iri(holder))));
            earlier.add(entity);
          }
        });
    brought.forEach(
        (branch, codes) ->
            codes.entrySet().stream()
                .flatMap(each -> clash(branch, each.getKey(), each.getValue(), sameArchive))
                .filter(clash -> conflicts.stream().noneMatch(of(clash.entity())))
                .findFirst()
                .ifPresent(conflicts::add));
    if (!conflicts.isEmpty()) {
      throw new ReferenceCodeInUseException(conflicts);
    }
  }

  private static Predicate<Conflict> of(EntityIri entity) {
    return conflict -> conflict.entity().equals(entity);
  }

  /** What came with the same branch was in one archive before. */
  private Stream<Conflict> clash(
      String branch, String entity, String code, BiPredicate<String, String> sameArchive) {
    return holders.get(code).stream()
        .filter(other -> !brought.get(branch).containsKey(other))
        .filter(other -> sameArchive.test(entity, other))
        .map(holder -> new Conflict(iri(branch), code, iri(holder)));
  }

  /** Who has the code, and had it before. */
  private Stream<String> before(String code) {
    return holders.get(code).stream().filter(other -> !code.equals(given.get(other)));
  }

  private static EntityIri iri(String entity) {
    return EntityIri.parse(entity).orElseThrow();
  }
}
