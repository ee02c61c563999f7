package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.Set;

/**
 * How far somebody may see: the facets count nothing beyond, either.
 *
 * @param everything whether there is no limit; then the rest says nothing
 * @param roots archives and record sets that can be seen, with all that lies in them and, of
 *     archives, the selections that they edit
 * @param common types of which everything can be seen
 */
public record Reach(boolean everything, Set<EntityIri> roots, Set<EntityType> common) {

  public static final Reach EVERYTHING = new Reach(true, Set.of(), Set.of());

  public Reach {
    roots = Set.copyOf(roots);
    common = Set.copyOf(common);
  }

  public static Reach within(Set<EntityIri> roots, Set<EntityType> common) {
    return new Reach(false, roots, common);
  }
}
