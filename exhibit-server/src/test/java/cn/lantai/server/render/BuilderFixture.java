package cn.lantai.server.render;

import cn.lantai.search.Publication;
import cn.lantai.server.site.view.BuilderView;
import cn.lantai.server.site.view.BuilderView.Level;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.Guide;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Publishing;
import cn.lantai.server.site.view.StateView;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.VersionsView;
import cn.lantai.server.site.view.WorkshopView;
import cn.lantai.showing.Showing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The pages of curating, with everything that they can show. */
final class BuilderFixture {

  private BuilderFixture() {}

  static BuilderView view() {
    Image sheet = Image.of("/iiif/3/letter-1", 2400, 3200, Text.zh("信的第一页"), true);
    BuilderView.Item item =
        new BuilderView.Item(
            "s1-b1-i1",
            fields("s1-b1-i1"),
            Optional.of(Text.zh("周砚秋致父亲信")),
            Optional.of(sheet),
            "s1-b1-i1.区域",
            true);
    return new BuilderView(
        Text.title("zh-Hans", "一九三五，|赤水河两岸"),
        Kind.EXHIBITION,
        "exhibition",
        "chishui",
        7,
        EntryView.EntryState.CHANGED,
        false,
        "{\"id\":\"whole\",\"title\":\"“<script>”\"}",
        "s1-b1",
        Optional.of(Text.zh("现在是第 2 个，共 3 个")),
        List.of(Text.zh("题名缺失")),
        Optional.of(
            new BuilderView.Overtaken(
                "wang",
                List.of(Text.zh("隆冬到岸")),
                List.of(
                    new BuilderView.Collision(
                        "s1-b1", Text.zh("细读“信”"), List.of(Text.zh("文字：他们写的"))),
                    new BuilderView.Collision("s0", Text.zh("前言"), List.of())))),
        List.of(
            new BuilderView.Section("s0", Optional.empty(), Text.zh("前言"), 0, List.of()),
            new BuilderView.Section(
                "s1",
                Optional.of(1),
                Text.zh("隆冬到岸"),
                1,
                List.of(
                    new BuilderView.BlockLine(
                        "s1-b1", Text.zh("细读"), Text.zh("周砚秋致父亲信"), 4, 2, 1)))),
        new BuilderView.Editor(
            "s1-b1",
            Level.BLOCK,
            Text.zh("细读"),
            Optional.of(Text.zh("带着观众细看一页")),
            fields("s1-b1"),
            List.of(Text.zh("细读至少要有 1 步")),
            List.of(item, other(item)),
            Text.zh("步"),
            true,
            Optional.of(
                new BuilderView.Covers(
                    List.of(
                        new BuilderView.CoverChoice(
                            "cover:letter-1", Text.zh("周砚秋致父亲信，第 1 页"), sheet, true),
                        new BuilderView.CoverChoice(
                            "cover:letter-2", Text.zh("周砚秋致父亲信，第 2 页"), sheet, false)),
                    Optional.of(sheet),
                    "whole.封面区域"))),
        List.of(
            new BuilderView.BlockKind("text", Text.zh("文字"), Text.zh("连续的叙述文字")),
            new BuilderView.BlockKind("zoom", Text.zh("细读"), Text.zh("细看一页"))),
        new BuilderView.Finder(
            "渡口",
            false,
            List.of(
                new BuilderView.Found(
                    "take:record:r1",
                    Text.zh("渡船照片"),
                    List.of(Text.zh("约 1936"), Text.of("zxx", "017-006-0004")),
                    Optional.of(sheet),
                    Optional.of(Publication.CONTROLLED),
                    true),
                new BuilderView.Found(
                    "take:record:r2",
                    Text.zh("夜校马灯"),
                    List.of(),
                    Optional.empty(),
                    Optional.of(Publication.PUBLISHED),
                    false)),
            45,
            2,
            3,
            Optional.of(Text.zh("请写简单些")),
            Optional.of(
                new BuilderView.Borrowing(
                    List.of("iiif.example.cn"),
                    "https://iiif.example.cn/m31",
                    "{\"type\":\"Collection\"}",
                    List.of(Text.zh("这是 IIIF 集合，不是清单（/type）。")),
                    List.of(Text.zh("未采用 /items/2：没有图像"))))),
        3,
        1,
        Optional.of("/exhibitions/chishui"),
        publishing("exhibition", "chishui"),
        Optional.of(guide()));
  }

  private static Guide guide() {
    List<String> names = List.of("title", "records", "words", "zoom", "tidy", "save", "publish");
    return new Guide(
        "exhibition",
        names.stream()
            .map(
                name ->
                    new Guide.Step(
                        name,
                        !name.equals("zoom"),
                        name.equals("publish")
                            ? Optional.of("/exhibitions/chishui")
                            : Optional.empty()))
            .toList());
  }

  static Publishing publishing(String type, String key) {
    return new Publishing(
        type,
        key,
        7,
        EntryView.EntryState.CHANGED,
        true,
        true,
        true,
        Optional.of("/workbench/reviews/3"),
        false,
        Optional.of(
            new Publishing.Times(
                2,
                "2026-12-01T09:00",
                "2027-03-01T00:00",
                Optional.of(Instant.EPOCH),
                Optional.of(Showing.Act.OPEN),
                Optional.of(Showing.Outcome.NOT_OPEN),
                false,
                true)));
  }

  private static BuilderView.Item other(BuilderView.Item item) {
    return new BuilderView.Item(
        "s1-b1-i2", fields("s1-b1-i2"), Optional.empty(), Optional.empty(), item.region(), false);
  }

  private static List<EntryView.Field> fields(String id) {
    return Arrays.stream(EntryView.Kind.values())
        .map(
            kind ->
                new EntryView.Field(
                    id + "." + kind,
                    "i-" + id + "-" + kind,
                    Text.zh("栏" + kind.ordinal()),
                    Optional.of(Text.zh("填写的办法")),
                    kind,
                    EntryView.Need.OPTIONAL,
                    kind == EntryView.Kind.PROSE ? "**x**\n- [y](/records/r005)" : "x",
                    kind == EntryView.Kind.CHOICE
                        ? List.of(new EntryView.Choice("x", "第 1 页"))
                        : List.of(),
                    kind == EntryView.Kind.KEYS ? "record" : "",
                    List.of(),
                    List.of(new EntryView.Problem(Text.zh("还空着"), Text.zh("公布前补上"), false)),
                    Optional.of("他们写的")))
        .toList();
  }

  static WorkshopView list() {
    return new WorkshopView(
        Optional.of("exhibition"),
        "赤水",
        List.of(
            new WorkshopView.Row(
                "/workbench/selections/exhibition/chishui",
                Kind.EXHIBITION,
                Text.zh("一九三五，赤水河两岸"),
                EntryView.EntryState.PUBLIC,
                4,
                23,
                Optional.of(Showing.Act.CLOSE),
                Optional.of(Instant.EPOCH))),
        Optional.of(Text.zh("键已有人用")),
        "新展览");
  }

  static WorkshopView emptyList() {
    return new WorkshopView(Optional.empty(), "", List.of(), Optional.empty(), "");
  }

  static VersionsView versions() {
    return new VersionsView(
        Text.title("zh-Hans", "一九三五，|赤水河两岸"),
        "/workbench/selections/exhibition/chishui",
        7,
        3,
        7,
        List.of(
            new EntryView.Version(
                7, Instant.EPOCH, "admin", "改说明牌", StateView.Action.CHANGED, false),
            new EntryView.Version(5, Instant.EPOCH, "admin", "", StateView.Action.PUBLISHED, false),
            new EntryView.Version(3, Instant.EPOCH, "wang", "", StateView.Action.CREATED, true)),
        Arrays.stream(VersionsView.Happened.values())
            .map(
                happened ->
                    new VersionsView.Change(
                        happened,
                        Text.zh("第一章 › 展品"),
                        happened == VersionsView.Happened.MOVED
                            ? List.of()
                            : List.of(new VersionsView.Cell(Text.zh("文字"), "旧的\n两段", "新的"))))
            .toList());
  }
}
