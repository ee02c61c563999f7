package cn.lantai.server.audit;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.rights.Role;
import cn.lantai.server.site.view.AccountFault;
import cn.lantai.server.site.view.AuditEntryView;
import cn.lantai.server.site.view.AuditRow;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Rows of the log as the pages show them. */
final class AuditWording {

  private static final String JOB = "job/";

  private AuditWording() {}

  static AuditRow row(AuditEntry entry) {
    return new AuditRow(
        entry.number(),
        AuditPages.PATH + "/" + entry.number(),
        entry.at(),
        entry.actor().way(),
        entry.actor().who(),
        entry.actor().address(),
        AuditAction.named(entry.action()),
        entry.action(),
        entry.object(),
        objectHref(entry.object()),
        entry.outcome(),
        entry.times());
  }

  static AuditEntryView view(AuditEntry entry) {
    return new AuditEntryView(
        row(entry),
        entry.detail().entrySet().stream().map(AuditWording::detail).toList(),
        entry.hash());
  }

  private static AuditEntryView.Detail detail(Map.Entry<String, String> told) {
    Optional<AuditKey> key = AuditKey.named(told.getKey());
    Optional<Enum<?>> word =
        key.flatMap(
            known ->
                switch (known) {
                  case ROLE -> constant(Role.values(), told.getValue());
                  case REASON -> constant(AccountFault.values(), told.getValue());
                  default -> Optional.empty();
                });
    return new AuditEntryView.Detail(key, told.getKey(), told.getValue(), word);
  }

  private static Optional<Enum<?>> constant(Enum<?>[] all, String name) {
    return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst().map(e -> e);
  }

  /** An entity's rows in the journal; all rows of a job. */
  private static Optional<String> objectHref(String object) {
    if (object.startsWith(JOB)) {
      return Optional.of(AuditPages.PATH + "?object=" + object);
    }
    return entity(object).map(entity -> AuditPages.HOLDINGS + "?entity=" + object);
  }

  /** The entity that is called {@code TYPE/KEY}. */
  static Optional<EntityIri> entity(String object) {
    int slash = object.indexOf('/');
    return slash <= 0
        ? Optional.empty()
        : Entities.named(object.substring(0, slash), object.substring(slash + 1));
  }
}
