package cn.lantai.journal;

import cn.lantai.entity.EntityIri;
import java.util.List;

/**
 * Something else in the same archive has a reference code (档号) that was to be given, perhaps since
 * a moment ago; nothing was written.
 */
public final class ReferenceCodeInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Conflict> conflicts;

  /**
   * Two entities of one code.
   *
   * @param entity the one that was to be written
   */
  public record Conflict(EntityIri entity, String code, EntityIri holder) {}

  ReferenceCodeInUseException(List<Conflict> conflicts) {
    super(
        "The reference code %s of %s belongs to %s"
            .formatted(
                conflicts.get(0).code(), conflicts.get(0).entity(), conflicts.get(0).holder()));
    this.conflicts = List.copyOf(conflicts);
  }

  /** Each entity once. */
  public List<Conflict> conflicts() {
    return conflicts;
  }
}
