package cn.lantai.server.render;

import cn.lantai.review.Act;
import cn.lantai.review.Round;
import cn.lantai.review.Stand;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.NoticeKind;
import cn.lantai.server.site.view.NoticesView;
import cn.lantai.server.site.view.PreviewLinksView;
import cn.lantai.server.site.view.Region;
import cn.lantai.server.site.view.ReviewView;
import cn.lantai.server.site.view.ReviewsView;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.VersionsView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reviews, wherever they may stand. */
final class ReviewFixture {

  private ReviewFixture() {}

  static ReviewsView list() {
    return new ReviewsView(
        "waiting",
        true,
        2,
        Arrays.stream(Stand.values())
            .map(
                stand ->
                    new ReviewsView.Row(
                        stand.ordinal(),
                        "/workbench/reviews/" + stand.ordinal(),
                        Text.title("zh-Hans", "一九三五，|赤水河两岸"),
                        Kind.EXHIBITION,
                        stand,
                        "wang",
                        Instant.EPOCH,
                        "zhao",
                        Instant.EPOCH,
                        stand == Stand.SCHEDULED ? Optional.of(Instant.EPOCH) : Optional.empty(),
                        1,
                        stand.round().isPresent()))
            .toList(),
        Optional.of("/workbench/reviews?show=waiting&before=7"));
  }

  static NoticesView notices() {
    return new NoticesView(
        Arrays.stream(NoticeKind.values())
            .map(
                kind ->
                    new NoticesView.Row(
                        kind,
                        Text.title("zh-Hans", "关于修缮渡口码头并请拨给|木料、铁件及民工口粮的请示（附|预算表三份）"),
                        "/workbench/reviews/" + kind.ordinal(),
                        "wang",
                        Instant.EPOCH,
                        kind == NoticeKind.RETURN ? "出处不明：请注明县志的卷次和页码。" : "",
                        kind.ordinal() < 4))
            .toList());
  }

  static ReviewsView empty(String show) {
    return new ReviewsView(show, show.equals("waiting"), 0, List.of(), Optional.empty());
  }

  static ReviewView view(Stand stand) {
    boolean first = stand == Stand.FIRST;
    Set<String> acts =
        Arrays.stream(Act.values())
            .filter(act -> stand == Stand.SCHEDULED || (act != Act.SUBMIT && act != Act.SCHEDULE))
            .map(Act::name)
            .collect(Collectors.toSet());
    return new ReviewView(
        stand.ordinal(),
        Text.title("zh-Hans", "一九三五，|赤水河两岸"),
        first ? Kind.IMAGE : Kind.EXHIBITION,
        "/workbench/selections/exhibition/chishui",
        Optional.of("/exhibitions/chishui"),
        stand,
        4,
        stand == Stand.FINAL ? List.of(Round.FINAL) : List.of(Round.values()),
        "wang",
        Instant.EPOCH,
        Optional.of(Instant.EPOCH).filter(at -> stand == Stand.SCHEDULED),
        Optional.of(new ReviewView.Newer("li", Instant.EPOCH)),
        first ? Optional.of(2) : Optional.empty(),
        stand == Stand.SECOND ? Set.of() : acts,
        stand == Stand.FINAL,
        stand == Stand.SECOND ? Optional.of(Text.zh("您已审过前面一道")) : Optional.empty(),
        Arrays.stream(Act.values())
            .map(
                act ->
                    new ReviewView.StepLine(
                        act,
                        act == Act.PASS ? Optional.of(Round.FIRST) : Optional.empty(),
                        "zhao",
                        Instant.EPOCH,
                        act == Act.RETURN ? "出处不明" : "",
                        act == Act.SCHEDULE ? Optional.of(Instant.EPOCH) : Optional.empty(),
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))
            .toList(),
        first,
        first
            ? List.of()
            : Arrays.stream(VersionsView.Happened.values())
                .map(
                    happened ->
                        new ReviewView.Change(
                            happened,
                            Text.zh("第一章 › 展品"),
                            happened == VersionsView.Happened.REMOVED ? "" : "block:s1-b1",
                            List.of(new VersionsView.Cell(Text.zh("文字"), "旧的\n两段", "新的"))))
                .toList(),
        List.of(new ReviewView.Spot("block:s1-b1", Text.zh("第一章 › 展品"))),
        "block:s1-b1",
        stand != Stand.PUBLISHED,
        List.of(
            new ReviewView.Remark(
                Optional.of(Text.zh("第一章 › 展品")),
                Optional.empty(),
                "zhao",
                Instant.EPOCH,
                List.of("年份", "有误")),
            new ReviewView.Remark(
                Optional.empty(),
                first ? Optional.of(new Region(12.5, 20, 30, 15)) : Optional.empty(),
                "wang",
                Instant.EPOCH,
                List.of("已改"))),
        first
            ? Optional.of(Image.of("/iiif/3/r005-1", 2400, 3200, Text.zh("电报稿，第 1 页"), true))
            : Optional.empty(),
        Optional.of("/workbench/previews/exhibition/chishui?version=41").filter(path -> !first));
  }

  /** Links of every kind, one of them new. */
  static PreviewLinksView links() {
    return links(
        true,
        List.of(
            link(4, "党史研究室 王教授", Optional.empty(), false, Optional.of(LocalDate.EPOCH)),
            link(3, "县志办", Optional.empty(), true, Optional.empty()),
            link(2, "顾问", Optional.of("zhao"), false, Optional.of(LocalDate.EPOCH))),
        Optional.of("/preview/" + "k7w2".repeat(8)));
  }

  /** Of what cannot be shown to people without an account. */
  static PreviewLinksView noLinks() {
    return links(false, List.of(), Optional.empty());
  }

  private static PreviewLinksView links(
      boolean open, List<PreviewLinksView.Row> rows, Optional<String> made) {
    return new PreviewLinksView(
        Text.title("zh-Hans", "关于修缮渡口码头并请拨给|木料、铁件及民工口粮的请示"),
        Kind.RECORD,
        "/workbench/previews/record/r005",
        "/workbench/entries/record/r005",
        41,
        "wang",
        Instant.EPOCH,
        open,
        open ? 3 : 0,
        open ? 2 : 0,
        30,
        rows,
        made,
        !open);
  }

  private static PreviewLinksView.Row link(
      long id, String label, Optional<String> endedBy, boolean over, Optional<LocalDate> usedOn) {
    return new PreviewLinksView.Row(
        id, label, 41, "wang", Instant.EPOCH, endedBy, over, usedOn, endedBy.isEmpty() && !over);
  }
}
