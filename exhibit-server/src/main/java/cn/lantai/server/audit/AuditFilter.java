package cn.lantai.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which rows are asked for.
 *
 * @param actions any of these; all if there are none
 * @param since at this time or later
 * @param until before this time
 * @param object text within the object, in whatever case
 */
public record AuditFilter(
    Optional<String> person,
    List<AuditAction> actions,
    Optional<AuditOutcome> outcome,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<String> object) {

  public static final AuditFilter EVERYTHING =
      new AuditFilter(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public AuditFilter {
    actions = List.copyOf(actions);
  }
}
