package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Triple;

/**
 * What happens to one entity in a stage. Triples carry the stage's base.
 *
 * @param before what the stage said of it so far; a projection that never had, or no longer has,
 *     some of it is not at fault
 * @param now all that it says of it from now on; empty if the entity has left the stage
 * @param gone whether the entity counts as gone from now on (410 instead of 404)
 */
public record Change(EntityIri entity, Set<Triple> before, Set<Triple> now, boolean gone) {

  public Change {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(now, "now");
  }

  public Set<Triple> removed() {
    return minus(before, now);
  }

  public Set<Triple> added() {
    return minus(now, before);
  }

  private static Set<Triple> minus(Set<Triple> from, Set<Triple> what) {
    if (from.isEmpty() || what.isEmpty()) {
      return from;
    }
    Set<Triple> rest = new HashSet<>(from);
    rest.removeAll(what);
    return rest;
  }
}
