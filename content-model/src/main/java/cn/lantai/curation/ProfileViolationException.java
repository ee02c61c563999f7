package cn.lantai.curation;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.ReferenceCodeInUseException;
import cn.lantai.ontology.ProfileCheck.Violation;
import java.util.List;

/**
 * A description cannot be taken in, for the profile or its place forbids it; nothing was written.
 */
public final class ProfileViolationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public ProfileViolationException(EntityIri entity, List<Violation> violations) {
    super(entity + ": " + violations.get(0).en());
    this.violations = List.copyOf(violations);
  }

  /** As {@link Curation} tells it. */
  ProfileViolationException(ReferenceCodeInUseException inUse, List<Violation> violations) {
    this(inUse.conflicts().get(0).entity(), violations);
    initCause(inUse);
  }

  public List<Violation> violations() {
    return violations;
  }

  /** Who has the reference codes that were to be given; their names are in the violations. */
  public List<EntityIri> holders() {
    return getCause() instanceof ReferenceCodeInUseException inUse
        ? inUse.conflicts().stream().map(ReferenceCodeInUseException.Conflict::holder).toList()
        : List.of();
  }
}
