package cn.lantai.server.render;

import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Publishing;
import cn.lantai.server.site.view.StateView;
import cn.lantai.server.site.view.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A form with every kind of field, after somebody else has saved and something is wrong. */
final class EntryFixture {

  private EntryFixture() {}

  static EntryView view() {
    List<EntryView.Field> fields =
        new ArrayList<>(
            Arrays.stream(EntryView.Kind.values()).map(kind -> field("f." + kind, kind)).toList());
    return new EntryView(
        Optional.of(Text.zh("茅盾致友人谈《子夜》写作经过并托购旧书信稿一通三页")),
        "person",
        Optional.of("maodun"),
        "",
        17,
        EntryView.EntryState.CHANGED,
        true,
        List.of(Text.zh("档号“X-1”已属于 record r1")),
        Optional.of(new EntryView.Overtaken("admin", List.of("简介", "卒年"))),
        true,
        BuilderFixture.publishing("person", "maodun"),
        List.of(new EntryView.Group("identity", Text.zh("标识"), fields)),
        List.of(
            new EntryView.Part(
                "person_names",
                Text.zh("名称"),
                List.of(List.of(field("person_names.csv.0.名称", EntryView.Kind.LINE))),
                List.of(field("person_names.csv.1.名称", EntryView.Kind.LINE)),
                List.of(field("person_names.csv.N.名称", EntryView.Kind.LINE)))),
        List.of(
            new EntryView.Version(
                17, Instant.EPOCH, "admin", "改正生年", StateView.Action.CHANGED, false),
            new EntryView.Version(3, Instant.EPOCH, "admin", "", StateView.Action.CREATED, true)),
        Optional.of("/id/person/maodun"),
        Optional.of(
            new EntryView.Leaves(
                Optional.empty(),
                List.of(
                    new EntryView.Leaf(
                        Text.zh("信封正面"),
                        "/workbench/entries/image/letter-1",
                        Image.of("/workbench/images/letter-1", 600, 800, Text.zh("信封正面"), true),
                        12),
                    new EntryView.Leaf(
                        Text.zh("第 2 页"),
                        "/workbench/entries/image/letter-2",
                        Image.unreadable(Text.zh("第 2 页")),
                        0)),
                0)),
        Optional.empty(),
        List.of());
  }

  /** The form of a recording, which plays beside it. */
  static EntryView recording() {
    return new EntryView(
        Optional.of(Text.zh("渡口号子")),
        "recording",
        Optional.of("lz-tone"),
        "",
        3,
        EntryView.EntryState.NOT_PUBLIC,
        false,
        List.of(),
        Optional.empty(),
        true,
        BuilderFixture.publishing("recording", "lz-tone"),
        List.of(
            new EntryView.Group(
                "description",
                Text.zh("著录项"),
                List.of(field("f.字幕", EntryView.Kind.LINES), field("f.题名", EntryView.Kind.LINE)))),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(SoundFixture.tone("/workbench/recordings/lz-tone")),
        List.of());
  }

  /** Something new, before which there are templates or none. */
  static EntryView blank(List<EntryView.Template> templates) {
    return new EntryView(
        Optional.empty(),
        "set",
        Optional.empty(),
        "",
        0,
        EntryView.EntryState.NEW,
        false,
        List.of(),
        Optional.empty(),
        true,
        Publishing.NOTHING,
        List.of(
            new EntryView.Group(
                "identity", Text.zh("标识"), List.of(field("f.题名", EntryView.Kind.LINE)))),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        templates);
  }

  private static EntryView.Field field(String name, EntryView.Kind kind) {
    return new EntryView.Field(
        name,
        "i-" + Integer.toHexString(name.hashCode()),
        Text.zh("生平简介与其他"),
        Optional.of(Text.zh("写到能让人认出是谁为止。")),
        kind,
        EntryView.Need.REQUIRED,
        kind == EntryView.Kind.PARAGRAPHS ? "小说家。\n批评家。" : "存页核实",
        List.of(new EntryView.Choice("存页核实", "存页核实"), new EntryView.Choice("推定", "推定")),
        "person,organisation",
        List.of(Link.to(Text.zh("沈泽民"), "/workbench/entries/person/shenzemin")),
        List.of(new EntryView.Problem(Text.zh("不是有效的日期"), Text.zh("写成 1921-07 之类"), true)),
        Optional.of("别人写的"));
  }
}
