package cn.lantai.journal;

import cn.lantai.entity.EntityIri;
import java.util.function.Predicate;

/**
 * By what rows were decided: they are only appended if it still holds.
 *
 * @param head the last row of the journal when it was read
 * @param entities what was read; none of it may have a row after the head
 */
public record Premise(long head, Predicate<EntityIri> entities) {

  /** Holds in any case. */
  public static final Premise NONE = new Premise(Long.MAX_VALUE, entity -> false);

  /** Holds if both do. */
  public Premise and(Premise other) {
    return new Premise(Math.min(head, other.head), entities.or(other.entities));
  }
}
