package cn.lantai.table;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.TaggedText;
import cn.lantai.event.HistoricalEvent;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.evidence.Source;
import cn.lantai.place.Coordinates;
import cn.lantai.place.Place;
import cn.lantai.theme.Scheme;
import cn.lantai.theme.Theme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of sources, places, events, concept schemes and themes. */
final class AuthorityTables {

  static final String BROADER = "上位";

  static final Table SOURCES =
      new Table(
          "sources.csv",
          List.of(
              new Column("键", "key", true),
              new Column("题名", "title", true),
              new Column("英文题名", "title in English", false),
              new Column("类别", "kind", false),
              new Column("可靠性", "reliability", false),
              new Column("说明", "note", false)),
          row -> row.own(EntityType.SOURCE),
          (iri, row, parts, surroundings) -> source(iri, row),
          AuthorityTables::writeSource);

  private static final Table.Part PLACE_NAMES =
      NameCells.part("place_names.csv", new Column("地点", "place", true));
  private static final Table.Part PLACE_RELATIONS =
      RelationCells.part("place_relations.csv", new Column("地点", "place", true));

  static final Table PLACES =
      new Table(
          "places.csv",
          List.of(
              new Column("键", "key", true),
              new Column("名称", "name", true),
              new Column("英文名", "name in English", false),
              new Column("异名", "other names", false),
              new Column("今属", "today in", false),
              new Column("隶于", "within", false),
              new Column("纬度", "latitude", false),
              new Column("经度", "longitude", false),
              new Column("坐标依据", "basis of coordinates", false),
              new Column("类型", "kind", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("考订", "assessment", false)),
          List.of(PLACE_NAMES, PLACE_RELATIONS),
          row -> row.own(EntityType.PLACE),
          (iri, row, parts, surroundings) -> place(iri, row, parts, surroundings),
          AuthorityTables::writePlace);

  private static final Table.Part EVENT_NAMES =
      NameCells.part("event_names.csv", new Column("事件", "event", true));
  private static final Table.Part EVENT_RELATIONS =
      RelationCells.part("event_relations.csv", new Column("事件", "event", true));

  static final Table EVENTS =
      new Table(
          "events.csv",
          List.of(
              new Column("键", "key", true),
              new Column("名称", "name", true),
              new Column("英文名", "name in English", false),
              new Column("异名", "other names", false),
              new Column("类型", "kinds", false),
              new Column("原文日期", "date as written", false),
              new Column("时间", "date", false),
              new Column("地点", "places", false),
              new Column("参与者", "participants", false),
              new Column("所属事件", "part of", false),
              new Column("简介", "description", false),
              new Column("英文简介", "description in English", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("考订", "assessment", false)),
          List.of(EVENT_NAMES, EVENT_RELATIONS),
          row -> row.own(EntityType.EVENT),
          (iri, row, parts, surroundings) -> event(iri, row, parts, surroundings),
          AuthorityTables::writeEvent);

  static final Table SCHEMES =
      new Table(
          "schemes.csv",
          List.of(
              new Column("键", "key", true),
              new Column("名称", "name", true),
              new Column("英文名", "name in English", false),
              new Column("说明", "description", false),
              new Column("英文说明", "description in English", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("考订", "assessment", false)),
          row -> row.own(EntityType.SCHEME),
          (iri, row, parts, surroundings) -> scheme(iri, row),
          AuthorityTables::writeScheme);

  static final Table THEMES =
      new Table(
          "themes.csv",
          List.of(
              new Column("键", "key", true),
              new Column("体系", "scheme", true),
              new Column("序号", "notation", false),
              new Column("名称", "name", true),
              new Column("英文名", "name in English", false),
              new Column("繁体", "traditional", false),
              new Column("拼音", "pinyin", false),
              new Column("其他名称", "other labels", false),
              new Column("表述", "wording", false),
              new Column("分组", "group", false),
              new Column(BROADER, "broader", false),
              new Column("相关", "related", false),
              new Column("等同", "exact match", false),
              new Column("近似", "close match", false),
              new Column("地点说明", "places", false),
              new Column("提出时间原文", "named as written", false),
              new Column("提出时间", "named", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("考订", "assessment", false),
              new Column("说明", "note", false)),
          row -> row.own(EntityType.THEME),
          (iri, row, parts, surroundings) -> theme(iri, row),
          AuthorityTables::writeTheme);

  private static final String TRADITIONAL = "zh-Hant";
  private static final String PINYIN = "zh-Latn-pinyin";

  private AuthorityTables() {}

  private static Candidate source(EntityIri iri, Row row) {
    Source source =
        new Source(
            iri, row.requiredText("题名", "英文题名"), row.get("类别"), row.get("可靠性"), row.get("说明"));
    return new Candidate(iri, List.of(row), source::toGraph, true);
  }

  private static List<Cells> writeSource(EntityGraph graph) {
    Source source = Source.of(graph);
    return List.of(
        new RowWriter(SOURCES.file())
            .set("键", source.iri().key())
            .text("题名", "英文题名", source.title())
            .set("类别", source.kind())
            .set("可靠性", source.reliability())
            .set("说明", source.remark())
            .cells());
  }

  private static Candidate place(
      EntityIri iri, Row row, Map<String, List<Row>> parts, Table.Surroundings surroundings) {
    List<Relation> relations =
        RelationCells.read(
            iri,
            RelationCells.refs(row, "隶于", RelationKind.WITHIN, iri),
            PLACE_RELATIONS,
            parts,
            surroundings);
    Place place =
        new Place(
            iri,
            row.requiredText("名称", "英文名"),
            NameCells.read(row, parts.get(PLACE_NAMES.file())),
            row.get("类型"),
            row.get("今属"),
            coordinates(row),
            row.get("坐标依据"),
            relations,
            GroundsCells.evidence(row));
    return new Candidate(iri, row, parts, place::toGraph, true);
  }

  private static Optional<Coordinates> coordinates(Row row) {
    Optional<BigDecimal> latitude = degrees(row, "纬度");
    Optional<BigDecimal> longitude = degrees(row, "经度");
    if (row.get("纬度").isPresent() != row.get("经度").isPresent()) {
      row.problem("纬度", row.get("纬度").orElse(""), NOT_A_POINT, DECIMAL_DEGREES);
    }
    row.get("坐标依据")
        .filter(Coordinates::isShifted)
        .ifPresent(
            basis ->
                row.problem(
                    "坐标依据",
                    basis,
                    LocalizedText.of(
                        "坐标出自加偏的坐标系（GCJ-02 或 BD-09），与 WGS-84 相差数百米",
                        "The coordinates are of a shifted system (GCJ-02 or BD-09), hundreds of"
                            + " metres away from WGS-84"),
                    LocalizedText.of(
                        "请换算成 WGS-84，或改用 GeoNames 等 WGS-84 来源",
                        "Convert them to WGS-84, or take them from a source in WGS-84")));
    if (latitude.isEmpty() || longitude.isEmpty()) {
      return Optional.empty();
    }
    if (Coordinates.looksSwapped(latitude.get(), longitude.get())) {
      row.problem(
          "纬度",
          latitude.get().toPlainString(),
          LocalizedText.of("经度与纬度像是填反了", "Latitude and longitude seem to be swapped"),
          LocalizedText.of("请对调这两格", "Swap the two cells"));
      return Optional.empty();
    }
    try {
      return Optional.of(new Coordinates(latitude.get(), longitude.get()));
    } catch (IllegalArgumentException refused) {
      row.problem("纬度", row.get("纬度").orElse(""), NOT_A_POINT, DECIMAL_DEGREES);
      return Optional.empty();
    }
  }

  private static final LocalizedText NOT_A_POINT =
      LocalizedText.of("不是经纬度", "Not a latitude and longitude");
  private static final LocalizedText DECIMAL_DEGREES =
      LocalizedText.of(
          "用十进制度，WGS-84：纬度 -90 至 90，经度 -180 至 180，小数不超过七位；两格都填或都空",
          "Decimal degrees in WGS-84: latitude -90 to 90, longitude -180 to 180, at most seven"
              + " decimals; both or none");

  private static Optional<BigDecimal> degrees(Row row, String column) {
    return row.parsed(column, BigDecimal::new, NOT_A_POINT, DECIMAL_DEGREES);
  }

  private static List<Cells> writePlace(EntityGraph graph) {
    Place place = Place.of(graph);
    RowWriter row =
        new RowWriter(PLACES.file())
            .set("键", place.iri().key())
            .text("名称", "英文名", place.name())
            .set("今属", place.today())
            .set("纬度", place.coordinates().map(point -> point.latitude().toPlainString()))
            .set("经度", place.coordinates().map(point -> point.longitude().toPlainString()))
            .set("坐标依据", place.basis())
            .set("类型", place.kind());
    RelationCells.writeRefs(place.relations(), RelationKind.WITHIN, row, "隶于");
    List<Cells> names = NameCells.write(place.iri(), place.names(), row, false, PLACE_NAMES);
    return AgentTables.all(
        GroundsCells.write(place.evidence(), row),
        names,
        RelationCells.writeFull(place.iri(), place.relations(), PLACE_RELATIONS),
        List.of());
  }

  private static Candidate event(
      EntityIri iri, Row row, Map<String, List<Row>> parts, Table.Surroundings surroundings) {
    Stream<Relation> references =
        Stream.of(
                RelationCells.refs(row, "地点", RelationKind.LOCATION, iri),
                RelationCells.refs(row, "参与者", RelationKind.PARTICIPANT, iri),
                RelationCells.refs(row, "所属事件", RelationKind.PART_OF_EVENT, iri))
            .flatMap(Function.identity());
    List<Relation> relations =
        RelationCells.read(iri, references, EVENT_RELATIONS, parts, surroundings);
    HistoricalEvent event =
        new HistoricalEvent(
            iri,
            row.requiredText("名称", "英文名"),
            NameCells.read(row, parts.get(EVENT_NAMES.file())),
            row.refs("类型", EntityType.THEME),
            row.date("原文日期", "时间"),
            relations,
            row.paragraphs("简介", "英文简介"),
            GroundsCells.evidence(row));
    return new Candidate(iri, row, parts, event::toGraph, true);
  }

  private static List<Cells> writeEvent(EntityGraph graph) {
    HistoricalEvent event = HistoricalEvent.of(graph);
    RowWriter row =
        new RowWriter(EVENTS.file())
            .set("键", event.iri().key())
            .text("名称", "英文名", event.name())
            .refs("类型", event.kinds())
            .date("原文日期", "时间", event.date())
            .paragraphs("简介", "英文简介", event.summary());
    RelationCells.writeRefs(event.relations(), RelationKind.LOCATION, row, "地点");
    RelationCells.writeRefs(event.relations(), RelationKind.PARTICIPANT, row, "参与者");
    RelationCells.writeRefs(event.relations(), RelationKind.PART_OF_EVENT, row, "所属事件");
    List<Cells> names = NameCells.write(event.iri(), event.names(), row, false, EVENT_NAMES);
    return AgentTables.all(
        GroundsCells.write(event.evidence(), row),
        names,
        RelationCells.writeFull(event.iri(), event.relations(), EVENT_RELATIONS),
        List.of());
  }

  private static Candidate scheme(EntityIri iri, Row row) {
    Scheme scheme =
        new Scheme(
            iri,
            row.requiredText("名称", "英文名"),
            row.paragraphs("说明", "英文说明"),
            GroundsCells.evidence(row));
    return new Candidate(iri, List.of(row), scheme::toGraph, true);
  }

  private static List<Cells> writeScheme(EntityGraph graph) {
    Scheme scheme = Scheme.of(graph);
    RowWriter row =
        new RowWriter(SCHEMES.file())
            .set("键", scheme.iri().key())
            .text("名称", "英文名", scheme.label())
            .paragraphs("说明", "英文说明", scheme.description());
    return List.of(GroundsCells.write(scheme.evidence(), row).cells());
  }

  private static Candidate theme(EntityIri iri, Row row) {
    EntityIri scheme = row.requiredRef("体系", EntityType.SCHEME).orElse(Scheme.LOCAL);
    LocalizedText label = row.requiredText("名称", "英文名");
    List<TaggedText> labels = otherLabels(row);
    Optional<HistoricalDate> named = named(row);
    Theme.Links links =
        new Theme.Links(
            row.refs(BROADER, EntityType.THEME),
            row.refs("相关", EntityType.THEME),
            row.refs("等同", EntityType.THEME),
            row.refs("近似", EntityType.THEME));
    return new Candidate(
        iri,
        List.of(row),
        () ->
            new Theme(
                    iri,
                    scheme,
                    label,
                    labels,
                    row.get("序号"),
                    row.get("表述"),
                    row.get("分组"),
                    row.get("地点说明"),
                    named,
                    links,
                    row.get("说明"),
                    GroundsCells.evidence(row))
                .toGraph(),
        true);
  }

  private static List<TaggedText> otherLabels(Row row) {
    List<TaggedText> labels = new ArrayList<>();
    row.get("繁体").map(text -> new TaggedText(text, TRADITIONAL)).ifPresent(labels::add);
    row.get("拼音").map(text -> new TaggedText(text, PINYIN)).ifPresent(labels::add);
    for (String label : row.list("其他名称")) {
      int colon = label.indexOf(':');
      try {
        labels.add(
            new TaggedText(
                label.substring(colon + 1), colon < 0 ? "zh" : label.substring(0, colon)));
      } catch (IllegalArgumentException refused) {
        row.problem(
            "其他名称",
            label,
            LocalizedText.of("语言标记不对", "Not a language tag"),
            LocalizedText.of(
                "写成“en:Long March”，没有冒号的按中文",
                "Write “en:Long March”; without colon it is Chinese"));
      }
    }
    return labels;
  }

  /** When a theme was named is often a remark in words; then it is kept as it is written. */
  private static Optional<HistoricalDate> named(Row row) {
    Optional<String> written = row.get("提出时间原文");
    Optional<String> text = row.get("提出时间");
    Optional<EdtfDate> edtf = text.flatMap(AuthorityTables::edtf);
    Optional<String> words = written.or(() -> edtf.isPresent() ? Optional.empty() : text);
    return words.isEmpty() && edtf.isEmpty()
        ? Optional.empty()
        : Optional.of(new HistoricalDate(words, edtf));
  }

  private static Optional<EdtfDate> edtf(String text) {
    try {
      return Optional.of(EdtfDate.parse(text));
    } catch (IllegalArgumentException words) {
      return Optional.empty();
    }
  }

  private static List<Cells> writeTheme(EntityGraph graph) {
    Theme theme = Theme.of(graph);
    Optional<String> traditional = only(theme.otherLabels(), TRADITIONAL);
    Optional<String> pinyin = only(theme.otherLabels(), PINYIN);
    RowWriter row =
        new RowWriter(THEMES.file())
            .set("键", theme.iri().key())
            .set("体系", theme.scheme().key())
            .set("序号", theme.notation())
            .text("名称", "英文名", theme.label())
            .set("繁体", traditional)
            .set("拼音", pinyin)
            .list(
                "其他名称",
                theme.otherLabels().stream()
                    .filter(
                        label ->
                            !(label.language().equals(TRADITIONAL) && traditional.isPresent())
                                && !(label.language().equals(PINYIN) && pinyin.isPresent()))
                    .map(label -> label.language() + ":" + label.text())
                    .toList())
            .set("表述", theme.wording())
            .set("分组", theme.group())
            .refs(BROADER, theme.links().broader())
            .refs("相关", theme.links().related())
            .refs("等同", theme.links().exactMatch())
            .refs("近似", theme.links().closeMatch())
            .set("地点说明", theme.scope())
            .set("说明", theme.note());
    boolean onlyWords = theme.named().filter(date -> date.edtf().isEmpty()).isPresent();
    row.date(onlyWords ? "提出时间" : "提出时间原文", "提出时间", theme.named());
    return List.of(GroundsCells.write(theme.evidence(), row).cells());
  }

  /** The text in this language, if there is just one. */
  private static Optional<String> only(List<TaggedText> labels, String language) {
    List<String> texts =
        labels.stream()
            .filter(label -> label.language().equals(language))
            .map(TaggedText::text)
            .toList();
    return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
  }
}
