package cn.lantai.archive;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import java.util.Optional;
import java.util.function.Function;

/** That the holdings are a tree: nothing lies in itself, by however many steps. */
public final class Hierarchy {

  /** No real arrangement is deeper; DA/T 18 foresees a handful of levels. */
  public static final int MAX_DEPTH = 16;

  private Hierarchy() {}

  /**
   * Why something must not be put there; empty if it may. Only the way up is looked at, so the cost
   * does not depend on how much lies below.
   *
   * @param parentOf where a set lies now; empty for a fonds and for what is not known
   */
  public static Optional<LocalizedText> objection(
      EntityIri child, EntityIri parent, Function<EntityIri, Optional<EntityIri>> parentOf) {
    Optional<EntityIri> above = Optional.of(parent);
    for (int depth = 1; above.isPresent(); depth++) {
      if (above.get().equals(child)) {
        return Optional.of(
            LocalizedText.of(
                "“" + child.key() + "”会成为自己的下级", "“" + child.key() + "” would lie within itself"));
      }
      if (depth >= MAX_DEPTH) {
        return Optional.of(
            LocalizedText.of(
                "层级超过 " + MAX_DEPTH + " 层", "There are more than " + MAX_DEPTH + " levels"));
      }
      above = parentOf.apply(above.get());
    }
    return Optional.empty();
  }
}
