package cn.lantai.server.site.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who changed what of the holdings, from the journal, newest first.
 *
 * @param asked what the rows are restricted by, by the names of the form's fields
 * @param next the address of the rows before these, of which none may be found
 * @param lookedDownTo the number down to which rows were looked through
 */
public record AuditHoldingsView(
    List<Row> rows, Map<String, String> asked, Optional<String> next, long lookedDownTo)
    implements PageView {

  /**
   * @param entityHref the rows of the same entity
   */
  public record Row(
      long number,
      Instant at,
      String agent,
      StateView.Action action,
      String entity,
      String entityHref,
      String reason) {}

  public AuditHoldingsView {
    rows = List.copyOf(rows);
    asked = Map.copyOf(asked);
  }

  @Override
  public String template() {
    return "audit-holdings";
  }
}
