package cn.lantai.server.render;

import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditOutcome;
import cn.lantai.server.audit.Way;
import cn.lantai.server.rights.Role;
import cn.lantai.server.site.view.AuditEntryView;
import cn.lantai.server.site.view.AuditEntryView.Detail;
import cn.lantai.server.site.view.AuditHoldingsView;
import cn.lantai.server.site.view.AuditRow;
import cn.lantai.server.site.view.AuditView;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.StateView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of the audit log, with every action there is and one that there is not. */
final class AuditFixture {

  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
  private static final String HASH = "00ff".repeat(16);

  private AuditFixture() {}

  static Map<String, PageView> pages() {
    List<AuditRow> rows =
        Stream.<Optional<AuditAction>>concat(
                Arrays.stream(AuditAction.values()).map(Optional::of), Stream.of(Optional.empty()))
            .map(AuditFixture::row)
            .toList();
    return Map.of(
        "/workbench/audit",
        new AuditView(
            rows,
            Map.of(),
            List.of("wang.lan"),
            Optional.of("/workbench/audit?before=7"),
            "/workbench/audit/export.csv",
            1234,
            HASH,
            Optional.empty()),
        "/workbench/audit?person=zhao",
        new AuditView(
            List.of(),
            Map.of("person", "zhao", "action", "ACCOUNTS", "from", "2026-11-01"),
            List.of(),
            Optional.empty(),
            "/workbench/audit/export.csv?person=zhao",
            0,
            HASH,
            Optional.of(new AuditView.Verified(6, Optional.of(7L)))),
        "/workbench/audit/verification",
        new AuditView(
            rows,
            Map.of(),
            List.of(),
            Optional.empty(),
            "/workbench/audit/export.csv",
            1234,
            HASH,
            Optional.of(new AuditView.Verified(1234, Optional.empty()))),
        "/workbench/audit/7",
        new AuditEntryView(
            rows.get(7),
            List.of(
                new Detail(Optional.of(AuditKey.ROLE), "ROLE", "READER", Optional.of(Role.READER)),
                new Detail(Optional.of(AuditKey.TRIAL), "TRIAL", "true", Optional.empty()),
                new Detail(Optional.empty(), "LATER", "<b>不认识的</b>", Optional.empty())),
            HASH),
        "/workbench/audit/holdings",
        new AuditHoldingsView(
            Arrays.stream(StateView.Action.values())
                .map(
                    action ->
                        new AuditHoldingsView.Row(
                            7,
                            NOW,
                            "wang.lan",
                            action,
                            "record/r001",
                            "/workbench/audit/holdings?entity=record/r001",
                            "改正日期"))
                .toList(),
            Map.of("person", "wang.lan"),
            Optional.of("/workbench/audit/holdings?before=1"),
            1),
        "/workbench/audit/holdings?person=zhao",
        new AuditHoldingsView(
            List.of(),
            Map.of("person", "zhao"),
            Optional.of("/workbench/audit/holdings?person=zhao&before=20001"),
            20001),
        "/workbench/audit/holdings?entity=record/r9",
        new AuditHoldingsView(List.of(), Map.of("entity", "record/r9"), Optional.empty(), 1));
  }

  private static AuditRow row(Optional<AuditAction> action) {
    int number = action.map(List.of(AuditAction.values())::indexOf).orElse(99);
    AuditOutcome outcome = List.of(AuditOutcome.values()).get(number % 3);
    Way way = List.of(Way.values()).get(number % 4);
    return new AuditRow(
        number,
        "/workbench/audit/" + number,
        NOW,
        way,
        way == Way.ACCOUNT ? "wang.lan" : "",
        way == Way.SERVER ? "" : "10.1.2.3",
        action,
        action.map(Enum::name).orElse("LATER_ACTION"),
        number % 2 == 0 ? "account/wang.lan" : "job/12",
        number % 2 == 0 ? Optional.empty() : Optional.of("/workbench/audit?object=job/12"),
        outcome,
        outcome == AuditOutcome.FAILED ? 17 : 1);
  }
}
