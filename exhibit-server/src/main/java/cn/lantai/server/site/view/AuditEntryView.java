package cn.lantai.server.site.view;

import cn.lantai.server.audit.AuditKey;
import java.util.List;
import java.util.Optional;

/** One row of the audit log, with all that it tells. */
public record AuditEntryView(AuditRow row, List<Detail> details, String hash) implements PageView {

  /**
   * @param key empty if it is one of another version of the program
   * @param name the key as it is stored
   * @param word the value, if it is one of a list
   */
  public record Detail(Optional<AuditKey> key, String name, String value, Optional<Enum<?>> word) {}

  public AuditEntryView {
    details = List.copyOf(details);
  }

  @Override
  public String template() {
    return "audit-entry";
  }
}
