package cn.lantai.table;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Level;
import cn.lantai.archive.Nature;
import cn.lantai.archive.RecordSet;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.media.PageImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of holdings: fonds.csv (全宗, 类别, 案卷), records.csv and images.csv. */
final class HoldingTables {

  static final Table SETS =
      new Table(
          "fonds.csv",
          List.of(
              new Column("键", "key", true),
              new Column("档号", "reference code", true),
              new Column("层级", "level", true),
              new Column("上级", "parent", false),
              new Column("收藏单位", "holder", false),
              new Column("题名", "title", true),
              new Column("英文题名", "title in English", false),
              new Column("时间", "date", false),
              new Column("范围与内容", "scope and content", false),
              new Column("英文范围与内容", "scope and content in English", false),
              new Column("沿革", "history", false),
              new Column("英文沿革", "history in English", false),
              new Column("性质", "nature", true),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("考订", "assessment", false)),
          row -> row.own(EntityType.RECORD_SET),
          (iri, row, parts, surroundings) -> recordSet(iri, row),
          Tables::unwritten);

  static final Table RECORDS =
      new Table(
          "records.csv",
          List.of(
              new Column("键", "key", true),
              new Column("档号", "reference code", true),
              new Column("上级", "parent", true),
              new Column("题名", "title", true),
              new Column("英文题名", "title in English", false),
              new Column("性质", "nature", true),
              new Column("文种", "documentary form", false),
              new Column("原文日期", "date as written", false),
              new Column("时间", "date", false),
              new Column("载体数量", "extent", false),
              new Column("语种", "language", false),
              new Column("责任者", "creators", false),
              new Column("发文者", "senders", false),
              new Column("受文者", "addressees", false),
              new Column("相关人物", "persons", false),
              new Column("相关地点", "places", false),
              new Column("相关事件", "events", false),
              new Column("主题", "themes", false),
              new Column("内容提要", "abstract", false),
              new Column("英文提要", "abstract in English", false),
              new Column("开放状态", "access", true),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("考订", "assessment", false)),
          row -> row.own(EntityType.RECORD),
          (iri, row, parts, surroundings) -> record(iri, row),
          Tables::unwritten);

  static final Table IMAGES =
      new Table(
          "images.csv",
          List.of(
              new Column("图像", "image", true),
              new Column("记录", "record", false),
              new Column("页序", "page", false),
              new Column("页名", "label", true),
              new Column("英文页名", "label in English", false),
              new Column("图像说明", "description", false),
              new Column("英文说明", "description in English", false),
              new Column("录文", "transcript", false),
              new Column("录文语言", "language of transcript", false),
              new Column("书写方向", "direction", false)),
          HoldingTables::imageIri,
          (iri, row, parts, surroundings) -> image(iri, row, surroundings),
          Tables::unwritten);

  private static final ReferenceCode NONE = new ReferenceCode("0");

  private HoldingTables() {}

  private static Candidate recordSet(EntityIri iri, Row row) {
    Optional<ReferenceCode> code = code(row);
    Optional<Level> level = row.requiredOneOf("层级", Level::ofLabel, "全宗、类别、案卷");
    Optional<EntityIri> parent = row.ref("上级", EntityType.RECORD_SET);
    Optional<EntityIri> holder = row.ref("收藏单位", EntityType.ORGANISATION);
    LocalizedText title = row.requiredText("题名", "英文题名");
    Optional<HistoricalDate> date = row.edtf("时间").map(HistoricalDate::of);
    Nature nature = nature(row);
    Evidence evidence = AuthorityTables.evidence(row);
    return new Candidate(
        iri,
        List.of(row),
        () ->
            new RecordSet(
                    iri,
                    code.orElse(NONE),
                    level.orElse(Level.FONDS),
                    parent,
                    holder,
                    title,
                    date,
                    row.text("范围与内容", "英文范围与内容"),
                    row.text("沿革", "英文沿革"),
                    nature,
                    evidence)
                .toGraph(),
        true);
  }

  private static Candidate record(EntityIri iri, Row row) {
    Optional<ReferenceCode> code = code(row);
    Optional<EntityIri> parent = row.requiredRef("上级", EntityType.RECORD_SET);
    LocalizedText title = row.requiredText("题名", "英文题名");
    Nature nature = nature(row);
    Optional<HistoricalDate> date = row.date("原文日期", "时间");
    AccessState access =
        row.requiredOneOf("开放状态", AccessState::ofLabel, "开放、控制").orElse(AccessState.CONTROLLED);
    EntityType[] agents = {EntityType.PERSON, EntityType.ORGANISATION};
    ArchivalRecord.Links links =
        new ArchivalRecord.Links(
            row.refs("责任者", agents),
            row.refs("发文者", agents),
            row.refs("受文者", agents),
            Stream.concat(
                    row.refs("相关人物", agents).stream(), row.refs("主题", EntityType.THEME).stream())
                .toList(),
            row.refs("相关地点", EntityType.PLACE),
            row.refs("相关事件", EntityType.EVENT));
    Evidence evidence = AuthorityTables.evidence(row);
    return new Candidate(
        iri,
        List.of(row),
        () ->
            new ArchivalRecord(
                    iri,
                    code.orElse(NONE),
                    parent.orElseThrow(),
                    title,
                    nature,
                    row.get("文种"),
                    date,
                    row.get("载体数量"),
                    row.get("语种"),
                    row.text("内容提要", "英文提要"),
                    links,
                    access,
                    evidence)
                .toGraph(),
        access == AccessState.OPEN);
  }

  private static Optional<EntityIri> imageIri(Row row) {
    String file = row.required("图像");
    String key = file.replaceFirst("\\.[A-Za-z]+$", "").toLowerCase(Locale.ROOT);
    if (!EntityIri.isKey(key)) {
      row.problem(
          "图像",
          file,
          LocalizedText.of("不是合用的文件名", "Not a usable file name"),
          LocalizedText.of("文件名只用字母、数字、点、连字符", "Use letters, digits, dots and hyphens only"));
      return Optional.empty();
    }
    return Optional.of(new EntityIri(EntityType.IMAGE, key));
  }

  private static Candidate image(EntityIri iri, Row row, Table.Surroundings surroundings) {
    Optional<EntityIri> record = row.ref("记录", EntityType.RECORD);
    int page = row.integer("页序", 1);
    LocalizedText label = row.requiredText("页名", "英文页名");
    Optional<PageImage.Transcript> transcript = transcript(row);
    return new Candidate(
        iri,
        List.of(row),
        () ->
            new PageImage(
                    iri,
                    record,
                    page,
                    label,
                    row.text("图像说明", "英文说明"),
                    surroundings.image(row),
                    transcript,
                    true)
                .toGraph(),
        record.map(surroundings::isOpen).orElse(true));
  }

  private static Optional<PageImage.Transcript> transcript(Row row) {
    List<String> lines = new ArrayList<>(row.lines("录文"));
    Optional<String> language =
        row.oneOf(
            "录文语言",
            text -> Optional.of(text).filter(List.of("zh-Hans", "zh-Hant")::contains),
            "zh-Hans, zh-Hant");
    Optional<Boolean> vertical =
        row.oneOf(
            "书写方向",
            text ->
                text.equals("竖排")
                    ? Optional.of(true)
                    : text.equals("横排") ? Optional.of(false) : Optional.empty(),
            "竖排、横排");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PageImage.Transcript(lines, language.orElse("zh-Hans"), vertical.orElse(false)));
  }

  private static Optional<ReferenceCode> code(Row row) {
    row.required("档号");
    return row.parsed(
        "档号",
        ReferenceCode::new,
        LocalizedText.of("不是合用的档号", "Not a usable reference code"),
        LocalizedText.of(
            "各段用连字符相连，只用汉字、字母、数字、点", "Join the parts by hyphens: Chinese, letters, digits, dots"));
  }

  private static Nature nature(Row row) {
    return row.requiredOneOf("性质", Nature::ofLabel, "真实、拟归、示例").orElse(Nature.KNOWN);
  }
}
