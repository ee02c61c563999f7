package cn.lantai.server.site.view;

import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditGroup;
import cn.lantai.server.audit.AuditOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The audit log, newest first.
 *
 * @param asked what the rows are restricted by, by the names of the form's fields
 * @param people who can be chosen
 * @param next the address of the rows before these
 * @param csv the address of all that is found, as a table
 * @param rowsInAll how long the log is
 * @param hash of its last row
 * @param verified what a verification has found that was asked for just now
 */
public record AuditView(
    List<AuditRow> rows,
    Map<String, String> asked,
    List<String> people,
    Optional<String> next,
    String csv,
    long rowsInAll,
    String hash,
    Optional<Verified> verified)
    implements PageView {

  /**
   * @param firstBroken the first row that is not as it was
   */
  public record Verified(long rows, Optional<Long> firstBroken) {}

  /** Actions that belong together. */
  public record Choice(AuditGroup group, List<AuditAction> actions) {}

  public AuditView {
    rows = List.copyOf(rows);
    asked = Map.copyOf(asked);
    people = List.copyOf(people);
  }

  /** What can be asked for. */
  public List<Choice> choices() {
    return List.of(AuditGroup.values()).stream()
        .map(group -> new Choice(group, AuditAction.of(group)))
        .toList();
  }

  public List<AuditOutcome> outcomes() {
    return List.of(AuditOutcome.values());
  }

  /** Whether the rows are restricted. */
  public boolean isFiltered() {
    return !asked.isEmpty();
  }

  @Override
  public String template() {
    return "audit";
  }
}
