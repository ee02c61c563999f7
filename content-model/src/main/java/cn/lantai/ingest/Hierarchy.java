package cn.lantai.ingest;

import cn.lantai.entity.EntityIri;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is a part of what by the rows of an import, to find cycles: among the rows, and over what
 * was there before.
 */
final class Hierarchy {

  /** No hierarchy that exists is deeper; more is a cycle that was there already. */
  private static final int DEEPEST = 100;

  private final Map<EntityIri, Child> children = new LinkedHashMap<>();

  private record Child(int row, EntityIri parent) {}

  void add(int row, EntityIri child, EntityIri parent) {
    children.putIfAbsent(child, new Child(row, parent));
  }

  /** For each row on a cycle, the cycle in words. */
  Map<Integer, String> cycles(Survey survey, Existing existing) {
    Map<Integer, String> found = new HashMap<>();
    Set<EntityIri> done = new HashSet<>();
    for (EntityIri start : children.keySet()) {
      List<EntityIri> path = new ArrayList<>();
      Set<EntityIri> onPath = new HashSet<>();
      Optional<EntityIri> at = Optional.of(start);
      while (at.isPresent() && !done.contains(at.get()) && onPath.add(at.get())) {
        path.add(at.get());
        at = above(at.get(), survey, existing);
      }
      if (at.isPresent() && onPath.contains(at.get())) {
        note(path.subList(path.indexOf(at.get()), path.size()), survey, found);
      }
      done.addAll(path);
    }
    return found;
  }

  /** The next entity above that the import speaks of, passing over what was there before. */
  private Optional<EntityIri> above(EntityIri entity, Survey survey, Existing existing) {
    EntityIri at = children.get(entity).parent();
    for (int i = 0; i < DEEPEST; i++) {
      if (children.containsKey(at)) {
        return Optional.of(at);
      }
      Optional<EntityIri> parent = survey.declares(at) ? Optional.empty() : existing.parent(at);
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      at = parent.get();
    }
    return Optional.empty();
  }

  private void note(List<EntityIri> cycle, Survey survey, Map<Integer, String> found) {
    String words =
        cycle.stream()
            .map(each -> each.key() + "（" + survey.place(children.get(each).row()) + "）")
            .collect(Collectors.joining(" → "));
    cycle.forEach(each -> found.put(children.get(each).row(), words));
  }
}
