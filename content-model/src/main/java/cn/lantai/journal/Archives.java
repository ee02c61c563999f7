package cn.lantai.journal;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** In which archive things are kept, by what lies in what. Remembers its answers. */
final class Archives {

  /** Where holdings have more levels than these, the rest is taken on trust. */
  private static final int LEVELS = 32;

  private final Function<String, Optional<String>> whole;
  private final Map<String, String> found = new HashMap<>();

  /**
   * @param whole what an entity lies in
   */
  Archives(Function<String, Optional<String>> whole) {
    this.whole = whole;
  }

  /** Whether both are kept in one archive; what does not say where is in the same unnamed one. */
  boolean isSame(String one, String other) {
    return archive(one).equals(archive(other));
  }

  private String archive(String entity) {
    return found.computeIfAbsent(entity, this::walk);
  }

  private String walk(String entity) {
    String at = entity;
    Optional<String> next = whole.apply(at);
    for (int level = 0; next.isPresent() && level < LEVELS; level++) {
      at = next.get();
      next = whole.apply(at);
    }
    return EntityIri.parse(at).filter(iri -> iri.type() == EntityType.ORGANISATION).isPresent()
        ? at
        : "";
  }
}
