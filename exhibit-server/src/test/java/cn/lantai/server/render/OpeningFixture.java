package cn.lantai.server.render;

import cn.lantai.opening.Act;
import cn.lantai.opening.Ground;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.WordList;
import cn.lantai.server.site.view.OpeningListsView;
import cn.lantai.server.site.view.OpeningStatisticsView;
import cn.lantai.server.site.view.OpeningView;
import cn.lantai.server.site.view.OpeningsView;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.Text;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opening reviews, wherever they may stand. */
final class OpeningFixture {

  private static final String PATH = "/workbench/openings";
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final Text TITLE = Text.title("zh-Hans", "关于修缮渡口码头并请拨给|木料、铁件及民工口粮的请示（附|预算表三份）");

  private OpeningFixture() {}

  static Map<String, PageView> pages() {
    Map<String, PageView> pages = new LinkedHashMap<>();
    for (String show : List.of("due", "undated", "signed")) {
      pages.put(PATH + "?show=" + show, queue(show, rows(show)));
      pages.put(PATH + "?show=" + show + "&fonds=x9", queue(show, List.of()));
    }
    pages.put(PATH + "/record/unsigned", record(Optional.empty(), true, reasons()));
    pages.put(PATH + "/record/plain", record(Optional.empty(), true, List.of()));
    pages.put(PATH + "/record/own", record(Optional.of(signed(true)), true, reasons()));
    pages.put(PATH + "/record/second", record(Optional.of(signed(false)), true, reasons()));
    pages.put(PATH + "/record/decided", record(Optional.empty(), false, reasons()));
    pages.put(PATH + "/words", lists(true, 2));
    pages.put(PATH + "/words?archive=o1", lists(false, 1));
    pages.put(PATH + "/words?archive=o2", lists(false, 0));
    pages.put(PATH + "/statistics", statistics());
    pages.put(
        PATH + "/statistics?empty",
        new OpeningStatisticsView(counted(Optional.empty(), "", 0, ""), List.of(), List.of()));
    return pages;
  }

  private static OpeningsView queue(String show, List<OpeningsView.Row> rows) {
    boolean pages = !rows.isEmpty();
    return new OpeningsView(
        show,
        25,
        1240,
        17,
        List.of(
            new OpeningsView.Choice("x1", Text.zh("渡口区公所档案（一九三〇—一九四九）"), 1200),
            new OpeningsView.Choice("x2", Text.zh("县志办公室"), 40)),
        List.of(new OpeningsView.Choice("2015", Text.zh("2015"), 3)),
        pages ? "" : "x1",
        pages && show.equals("due") ? "2015" : "",
        rows.size(),
        rows,
        pages && show.equals("due"),
        pages ? 2 : 0,
        Optional.of(PATH + "?show=" + show + "&page=1").filter(path -> pages),
        Optional.of(PATH + "?show=" + show + "&page=3").filter(path -> pages));
  }

  private static List<OpeningsView.Row> rows(String show) {
    boolean signed = show.equals("signed");
    boolean undated = show.equals("undated");
    return Arrays.stream(Outcome.values())
        .map(
            outcome ->
                new OpeningsView.Row(
                    PATH + "/record/" + outcome.ordinal(),
                    "X001-WS·1935·Y-000" + outcome.ordinal(),
                    TITLE,
                    Optional.of(Text.zh("民国二十四年（1935）三月")).filter(date -> !undated),
                    undated ? 0 : 2015,
                    outcome == Outcome.EXTEND,
                    outcome,
                    outcome == Outcome.OPEN ? 0 : 3,
                    Optional.of("r" + outcome.ordinal() + ":" + HASH)
                        .filter(value -> outcome == Outcome.OPEN && show.equals("due")),
                    Optional.of("wang").filter(name -> signed)))
        .toList();
  }

  private static OpeningView record(
      Optional<OpeningView.Open> open, boolean waiting, List<OpeningView.Reason> reasons) {
    boolean seen = !reasons.isEmpty();
    return new OpeningView(
        "r005",
        "X001-WS·1935·Y-0005",
        TITLE,
        Optional.of(Text.zh("民国二十四年（1935）三月")).filter(date -> seen),
        "/workbench/entries/record/r005",
        waiting,
        Text.zh(waiting ? "未审核" : "开放"),
        seen ? 2015 : 0,
        HASH,
        HASH,
        seen ? Outcome.EXTEND : Outcome.OPEN,
        Optional.of("2041").filter(year -> seen),
        seen
            ? List.of(
                new OpeningView.Share(Outcome.OPEN, 20), new OpeningView.Share(Outcome.EXTEND, 80))
            : List.of(),
        seen ? 96 : 0,
        reasons,
        List.of(
            new OpeningView.Image(
                Optional.of("/iiif/3/r005-1/full/240,/0/default.jpg"),
                Text.zh("第 1 页"),
                "/workbench/entries/image/r005-1"),
            new OpeningView.Image(
                Optional.empty(), Text.zh("第 2 页（背面）"), "/workbench/entries/image/r005-2")),
        List.of(
            new OpeningView.Passage(
                Text.zh("范围和提要"),
                List.of(
                    new OpeningView.Piece("渡口夜校教员", List.of()),
                    new OpeningView.Piece("周砚秋", seen ? List.of(1, 2) : List.of()),
                    new OpeningView.Piece("来信，请拨木料。\n" + "x".repeat(120), List.of())))),
        seen,
        open,
        open.isEmpty() && waiting,
        open.isPresent() || !waiting ? past() : List.of());
  }

  private static List<OpeningView.Reason> reasons() {
    return List.of(
        new OpeningView.Reason(
            1, Text.zh("周砚秋可能健在：没有卒年，出生不满一百年或不详"), Outcome.EXTEND, 2, Optional.of("/people/zhou")),
        new OpeningView.Reason(2, Text.zh("词表“信访”：周砚秋"), Outcome.CONTROL, 0, Optional.empty()));
  }

  private static OpeningView.Open signed(boolean own) {
    return new OpeningView.Open(
        7,
        1,
        "wang",
        Instant.EPOCH,
        Outcome.CONTROL,
        Optional.empty(),
        Optional.of(Ground.RIGHTS),
        "有身份证号",
        Outcome.EXTEND,
        !own,
        own,
        !own,
        own);
  }

  private static List<OpeningView.Past> past() {
    return Arrays.stream(Act.values())
        .map(
            act ->
                new OpeningView.Past(
                    7,
                    act,
                    "zhao",
                    Instant.EPOCH,
                    Optional.of(Outcome.EXTEND).filter(is -> act == Act.SIGN),
                    Optional.of("2041").filter(is -> act == Act.SIGN),
                    act == Act.RETURN ? "附件未看" : "",
                    HASH,
                    act == Act.AGREE))
        .toList();
  }

  private static OpeningListsView lists(boolean mayEdit, int archives) {
    return new OpeningListsView(
        List.of(
                new OpeningsView.Choice("o1", Text.zh("渡口县档案馆"), 0),
                new OpeningsView.Choice("o2", Text.zh("县志办公室"), 0))
            .subList(0, archives),
        archives == 0 ? "" : "o1",
        mayEdit,
        archives == 0
            ? List.of()
            : List.of(
                new OpeningListsView.Row(
                    1, "", "信访", WordList.Kind.WORDS, Outcome.CONTROL, "信访\n处分\n组织处理", 3),
                new OpeningListsView.Row(
                    2, "", "人事文种", WordList.Kind.FORMS, Outcome.EXTEND, "鉴定表", 1)));
  }

  private static OpeningStatisticsView statistics() {
    return new OpeningStatisticsView(
        counted(Optional.empty(), "", 1240, "66"),
        List.of(
            counted(Optional.of(Text.zh("渡口区公所档案（一九三〇—一九四九）")), "2015", 1200, "66"),
            counted(Optional.empty(), "", 40, "")),
        List.of(
            model("o1", true, true, false),
            model("o2", true, false, true),
            model("o3", false, false, false)));
  }

  private static OpeningStatisticsView.Row counted(
      Optional<Text> fonds, String year, long due, String share) {
    return new OpeningStatisticsView.Row(fonds, year, due, due / 2, due / 3, due / 4, share);
  }

  private static OpeningStatisticsView.Model model(
      String archive, boolean trained, boolean enough, boolean running) {
    return new OpeningStatisticsView.Model(
        archive,
        Text.zh("渡口县档案馆"),
        trained,
        enough,
        List.of(96, 40, 12),
        88,
        65,
        running,
        !running);
  }
}
