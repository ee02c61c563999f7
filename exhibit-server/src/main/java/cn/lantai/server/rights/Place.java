package cn.lantai.server.rights;

import cn.lantai.entity.EntityIri;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a thing stands in the holdings.
 *
 * @param isCommon whether it belongs to all archives, as persons and themes do
 * @param path the thing itself, and what it lies in up to the archive; of a selection, itself and
 *     the archives that edit it
 */
public record Place(boolean isCommon, Set<EntityIri> path) {

  static final Place COMMON = new Place(true, Set.of());

  public Place {
    path = Set.copyOf(path);
  }

  Place without(EntityIri entity) {
    return new Place(
        isCommon, path.stream().filter(each -> !each.equals(entity)).collect(Collectors.toSet()));
  }
}
