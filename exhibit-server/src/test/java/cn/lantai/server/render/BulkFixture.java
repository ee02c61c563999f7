package cn.lantai.server.render;

import cn.lantai.server.site.view.BulkCard;
import cn.lantai.server.site.view.BulkFormView;
import cn.lantai.server.site.view.BulkListView;
import cn.lantai.server.site.view.BulkOrderView;
import cn.lantai.server.site.view.BulkStep;
import cn.lantai.server.site.view.BulkView;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.JobPhase;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.Pager;
import cn.lantai.server.site.view.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of many descriptions, in all their steps. */
final class BulkFixture {

  private static final Instant AT = Instant.parse("2026-11-29T08:00:00Z");

  private static final BulkOrderView CHANGE =
      new BulkOrderView(
          "/workbench/search?q=家信",
          Kind.RECORD,
          0,
          Optional.of(Text.zh("题名")),
          "replace",
          "家信",
          "家书",
          "统一用词",
          true);

  private static final BulkOrderView SUBMISSION =
      new BulkOrderView(
          "/workbench/search?q=家信",
          Kind.RECORD,
          12,
          Optional.empty(),
          "submit",
          "",
          "",
          "请在年底前审完",
          false);

  private BulkFixture() {}

  static Map<String, PageView> pages() {
    Map<String, PageView> pages = new LinkedHashMap<>();
    String path = "/workbench/bulk-edits";
    pages.put(path, new BulkListView(List.of(card(BulkStep.EDIT, JobPhase.RUNNING, 40))));
    pages.put(path + "?empty", new BulkListView(List.of()));
    pages.put(path + "/new", form(Optional.empty(), 1240));
    pages.put(path + "/new?field", form(Optional.of(field()), 1240));
    pages.put(path + "/new?none", form(Optional.empty(), 0));
    pages.put(path + "/1", view(BulkStep.PREVIEW, JobPhase.DONE, "changed"));
    pages.put(path + "/1?show=refused", view(BulkStep.PREVIEW, JobPhase.DONE, "refused"));
    pages.put(path + "/1?show=unchanged", view(BulkStep.EDIT, JobPhase.DONE, "unchanged"));
    pages.put(path + "/2", view(BulkStep.EDIT, JobPhase.RUNNING, "changed"));
    pages.put(path + "/3", view(BulkStep.EDIT, JobPhase.CANCELLED, "changed"));
    pages.put(path + "/4", view(BulkStep.UNDO, JobPhase.FAILED, "changed"));
    pages.put(path + "/new?act=submit", submission(List.of()));
    pages.put(path + "/new?act=submit&chosen=record/r001", submission(List.of("record/r001")));
    for (BulkStep step : BulkStep.values()) {
      for (String part : List.of("changed", "refused", "unchanged")) {
        pages.put(
            path + "/5?step=" + step.ordinal() + "&show=" + part,
            view(SUBMISSION, step, JobPhase.DONE, part));
      }
    }
    pages.put(path + "/6", view(SUBMISSION, BulkStep.EDIT, JobPhase.CANCELLED, "changed"));
    pages.put(
        path + "?submitted",
        new BulkListView(List.of(card(SUBMISSION, BulkStep.EDIT, JobPhase.DONE, 40))));
    return pages;
  }

  private static BulkFormView form(Optional<EntryView.Field> field, long total) {
    return new BulkFormView(
        false,
        List.of(),
        "q=家信&fonds=x001",
        "/workbench/search?q=家信&fonds=x001",
        total,
        100_000,
        List.of(
            new BulkFormView.Choice("record", Kind.RECORD, total),
            new BulkFormView.Choice("person", Kind.PERSON, 12)),
        "record",
        List.of(
            new BulkFormView.Group(
                Text.zh("内容与结构"), List.of(new BulkFormView.Option("文种", Text.zh("文种")))),
            new BulkFormView.Group(
                Text.zh(""), List.of(new BulkFormView.Option("类型", Text.zh("类型"))))),
        field,
        field.isPresent() ? List.of("set", "fill", "replace", "clear") : List.of(),
        field.isPresent() ? "set" : "",
        "",
        "",
        "",
        field.isPresent(),
        false,
        field.map(f -> Text.zh("请填写值；要清空请选“清空”")));
  }

  private static BulkFormView submission(List<String> chosen) {
    return new BulkFormView(
        true,
        chosen,
        "q=家信&fonds=x001",
        "/workbench/search?q=家信&fonds=x001",
        chosen.isEmpty() ? 1240 : chosen.size(),
        100_000,
        List.of(new BulkFormView.Choice("record", Kind.RECORD, 1240)),
        "record",
        List.of(),
        Optional.empty(),
        List.of(),
        "",
        "",
        "",
        "请审",
        false,
        false,
        Optional.empty());
  }

  private static EntryView.Field field() {
    return new EntryView.Field(
        "f.文种",
        "i-1",
        Text.zh("文种"),
        Optional.of(Text.zh("文件的种类，如书信、电报。")),
        EntryView.Kind.LINE,
        EntryView.Need.OPTIONAL,
        "",
        List.of(),
        "",
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static BulkCard card(BulkStep step, JobPhase phase, long refused) {
    return card(CHANGE, step, phase, refused);
  }

  private static BulkCard card(BulkOrderView order, BulkStep step, JobPhase phase, long refused) {
    return new BulkCard(
        "/workbench/bulk-edits/" + (step.ordinal() + 1),
        step,
        order,
        phase,
        "li.ming",
        600,
        phase.isPending() ? 1240 : 0,
        AT,
        1190,
        10,
        refused,
        3);
  }

  private static BulkView view(BulkStep step, JobPhase phase, String part) {
    return view(CHANGE, step, phase, part);
  }

  private static BulkView view(BulkOrderView order, BulkStep step, JobPhase phase, String part) {
    List<BulkView.Row> rows =
        List.of(
            new BulkView.Row(
                "/workbench/entries/record/r001",
                "家信一封：致母亲",
                "X001-WS·2019·Y-0001",
                "家信一封：致母亲",
                part.equals("unchanged") ? "家信一封：致母亲" : "家书一封：致母亲",
                true,
                step == BulkStep.PREVIEW,
                false,
                part.equals("refused")
                    ? Optional.of(Text.zh("您的权限不包括这一条所在的全宗。请安全管理员授权"))
                    : Optional.empty()),
            new BulkView.Row(
                "/workbench/entries/record/r002",
                "家信",
                "",
                "家信",
                "",
                true,
                false,
                true,
                Optional.empty()));
    return new BulkView(
        card(order, step, phase, part.equals("refused") ? 40 : 0),
        Optional.of(Text.zh("正在修改")),
        part,
        phase == JobPhase.FAILED ? List.of() : rows,
        phase == JobPhase.FAILED
            ? Pager.single("/workbench/bulk-edits/1?show=" + part, 0)
            : new Pager("/workbench/bulk-edits/1?show=" + part, 2, 24, 1190),
        phase != JobPhase.FAILED,
        phase == JobPhase.DONE || phase == JobPhase.CANCELLED,
        step == BulkStep.PREVIEW ? Optional.empty() : Optional.of("/workbench/bulk-edits/1"),
        Optional.empty(),
        phase.isPending() ? Optional.empty() : Optional.of("/api/bulk-edits/1/report.csv"));
  }
}
