package cn.lantai.server.rights;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What things are called for one reader: by their newest versions where he may see these, and
 * beyond by what is public. A name may be part of what is not public yet.
 *
 * @param working the index of the working stage
 * @param open the index of the public stage
 */
public record Names(StageIndex working, StageIndex open, Rights rights) {

  /** What may not be named at all is left out. */
  public Map<EntityIri, Summary> of(Collection<EntityIri> things) {
    Map<Boolean, List<EntityIri>> bySight =
        things.stream().distinct().collect(Collectors.partitioningBy(this::isSeen));
    Map<EntityIri, Summary> names = new HashMap<>(working.summaries(bySight.get(true)));
    if (!bySight.get(false).isEmpty()) {
      names.putAll(open.summaries(bySight.get(false)));
    }
    return names;
  }

  public Optional<Summary> of(EntityIri thing) {
    return Optional.ofNullable(of(Set.of(thing)).get(thing));
  }

  /** Things one of whose names, or its pinyin, begins like this. */
  public List<Summary> beginning(String beginning, Set<EntityType> types, int limit) {
    List<Summary> all = working.suggest(beginning, types, limit);
    return rights.mayEverywhere(Permission.SEE)
        ? all
        : Stream.concat(
                all.stream().filter(each -> isSeen(each.iri())),
                open.suggest(beginning, types, limit).stream().filter(each -> !isSeen(each.iri())))
            .limit(limit)
            .toList();
  }

  private boolean isSeen(EntityIri thing) {
    return rights.may(Permission.SEE, thing);
  }
}
