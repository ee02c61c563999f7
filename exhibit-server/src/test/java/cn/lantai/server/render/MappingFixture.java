package cn.lantai.server.render;

import cn.lantai.ingest.mapping.Writing;
import cn.lantai.server.site.view.MappingView;
import cn.lantai.server.site.view.Text;
import java.util.List;
import java.util.Optional;

/** A table that was not recognised, one that was, and an import without tables. */
final class MappingFixture {

  private final Language language;

  MappingFixture(Language language) {
    this.language = language;
  }

  MappingView filled() {
    return new MappingView(
        "/workbench/imports/4",
        "旧目录.csv、persons.csv",
        "old-catalogue",
        "dublin-core",
        "0".repeat(64),
        Optional.of(t("“名称”和“别名”都放进“题名”，那里只放得下一列", "Two columns go into “Title”, which takes one")),
        List.of(
            table(
                0,
                "旧目录.csv",
                "records.csv",
                List.of(
                    column(0, "编号", List.of("X1-0001", "X1-0002", "X1-0003"), "", Writing.CODE),
                    column(1, "<名称>", List.of("关于修缮渡口码头的请示".repeat(4)), "题名", Writing.TEXT),
                    column(2, "谁写的", List.of(), "责任者", Writing.PERSON))),
            table(
                1, "persons.csv", "", List.of(column(0, "姓名", List.of("茅盾"), "", Writing.CELL)))));
  }

  MappingView empty() {
    return new MappingView(
        "/workbench/imports/5", "扫描.zip", "", "", "", Optional.empty(), List.of());
  }

  private MappingView.Table table(
      int number, String name, String target, List<MappingView.Column> columns) {
    return new MappingView.Table(
        number,
        name,
        target,
        List.of(
            new MappingView.Option("persons.csv", Text.of("und", "persons.csv"), false),
            new MappingView.Option("records.csv", Text.of("und", "records.csv"), false)),
        List.of(
            new MappingView.Group(
                Optional.of(t("标识", "Identity")),
                List.of(
                    new MappingView.Option("题名", t("题名", "Title"), true),
                    new MappingView.Option("责任者", t("责任者", "Creator"), false))),
            new MappingView.Group(
                Optional.empty(), List.of(new MappingView.Option("图像", t("图像", "Image"), false)))),
        columns);
  }

  private MappingView.Column column(
      int number, String heading, List<String> samples, String chosen, Writing writing) {
    return new MappingView.Column(
        number,
        heading,
        samples,
        chosen.isEmpty() ? Optional.empty() : Optional.of(t(chosen, "Title")),
        chosen,
        writing,
        writing == Writing.PERSON ? "换行" : "");
  }

  private Text t(String zh, String en) {
    return language == Language.ZH ? Text.zh(zh) : Text.en(en);
  }
}
