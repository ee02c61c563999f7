package cn.lantai.ingest;

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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of holdings: fonds.csv (全宗, 类别, 案卷), records.csv and images.csv. */
final class HoldingTables {

  private static final ReferenceCode NONE = new ReferenceCode("0");

  private HoldingTables() {}

  static Candidate recordSet(EntityIri iri, Row row) {
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

  static Candidate record(EntityIri iri, Row row) {
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

  /**
   * @param content stores the image file that the row names; empty if it cannot be read
   */
  static Candidate image(
      EntityIri iri, Row row, boolean open, Function<Row, Optional<PageImage.Content>> content) {
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
                    content.apply(row),
                    transcript,
                    true)
                .toGraph(),
        open);
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
