package cn.lantai.table;

import cn.lantai.agent.Agent;
import cn.lantai.agent.AgentName;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.event.HistoricalEvent;
import cn.lantai.evidence.Certainty;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Source;
import cn.lantai.place.Coordinates;
import cn.lantai.place.Place;
import cn.lantai.theme.Scheme;
import cn.lantai.theme.Theme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables of what records are connected with: sources, agents, places, events, themes. */
final class AuthorityTables {

  static final Table SOURCES =
      new Table(
          "sources.csv",
          List.of(
              new Column("键", "key", true),
              new Column("题名", "title", true),
              new Column("类别", "kind", false),
              new Column("可靠性", "reliability", false),
              new Column("说明", "note", false)),
          row -> row.own(EntityType.SOURCE),
          (iri, row, parts, surroundings) -> source(iri, row),
          Tables::unwritten);

  static final Table ORGANISATIONS =
      new Table(
          "organisations.csv",
          List.of(
              new Column("键", "key", true),
              new Column("名称", "name", true),
              new Column("英文名", "name in English", false),
              new Column("异名", "other names", false),
              new Column("类型", "kind", false),
              new Column("存续", "existence", false),
              new Column("简介", "history", false),
              new Column("英文简介", "history in English", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false)),
          row -> row.own(EntityType.ORGANISATION),
          (iri, row, parts, surroundings) -> organisation(iri, row),
          Tables::unwritten);

  static final Table PLACES =
      new Table(
          "places.csv",
          List.of(
              new Column("键", "key", true),
              new Column("名称", "name", true),
              new Column("英文名", "name in English", false),
              new Column("异名", "other names", false),
              new Column("今属", "today in", false),
              new Column("纬度", "latitude", false),
              new Column("经度", "longitude", false),
              new Column("坐标依据", "basis of coordinates", false),
              new Column("类型", "kind", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false)),
          row -> row.own(EntityType.PLACE),
          (iri, row, parts, surroundings) -> place(iri, row),
          Tables::unwritten);

  private static final Table.Part FACTS =
      new Table.Part(
          "person_facts.csv",
          "人物",
          List.of(
              new Column("人物", "person", true),
              new Column("序", "number", false),
              new Column("时间", "date", false),
              new Column("事实", "fact", true),
              new Column("英文事实", "fact in English", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false)));

  static final Table PERSONS =
      new Table(
          "persons.csv",
          List.of(
              new Column("键", "key", true),
              new Column("姓名", "name", true),
              new Column("繁体", "traditional", false),
              new Column("拼音", "pinyin", false),
              new Column("英文名", "name in English", false),
              new Column("异名", "other names", false),
              new Column("生年", "born", false),
              new Column("生地", "birth place", false),
              new Column("卒年", "died", false),
              new Column("卒地", "death place", false),
              new Column("身份", "occupations", false),
              new Column("简介", "history", false),
              new Column("英文简介", "history in English", false),
              new Column("关系", "relations", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("考订", "assessment", false)),
          List.of(FACTS),
          row -> row.own(EntityType.PERSON),
          (iri, row, parts, surroundings) -> person(iri, row, parts.get(FACTS.file())),
          Tables::unwritten);

  static final Table EVENTS =
      new Table(
          "events.csv",
          List.of(
              new Column("键", "key", true),
              new Column("名称", "name", true),
              new Column("英文名", "name in English", false),
              new Column("原文日期", "date as written", false),
              new Column("时间", "date", false),
              new Column("地点", "places", false),
              new Column("参与者", "participants", false),
              new Column("简介", "description", false),
              new Column("英文简介", "description in English", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("考订", "assessment", false)),
          row -> row.own(EntityType.EVENT),
          (iri, row, parts, surroundings) -> event(iri, row),
          Tables::unwritten);

  static final Table THEMES =
      new Table(
          "themes.csv",
          List.of(
              new Column("键", "key", true),
              new Column("体系", "scheme", true),
              new Column("序号", "notation", false),
              new Column("名称", "name", true),
              new Column("英文名", "name in English", false),
              new Column("表述", "wording", false),
              new Column("分组", "group", false),
              new Column("上位", "broader", false),
              new Column("相关", "related", false),
              new Column("地点说明", "places", false),
              new Column("提出时间", "named", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("说明", "note", false)),
          row -> row.own(EntityType.THEME),
          (iri, row, parts, surroundings) -> theme(iri, row),
          Tables::unwritten);

  static final String CERTAINTIES = "存页核实、部分核实、一般知识、虚构示例";

  private AuthorityTables() {}

  private static Candidate source(EntityIri iri, Row row) {
    LocalizedText title = row.requiredText("题名", "英文题名");
    Source source = new Source(iri, title, row.get("类别"), join(row.get("可靠性"), row.get("说明")));
    return new Candidate(iri, List.of(row), source::toGraph, true);
  }

  private static Candidate organisation(EntityIri iri, Row row) {
    Agent agent =
        new Agent(
            iri,
            row.requiredText("名称", "英文名"),
            names(row, "异名"),
            row.get("类型"),
            row.edtf("存续").map(HistoricalDate::of),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            row.text("简介", "英文简介"),
            List.of(),
            List.of(),
            evidence(row));
    return new Candidate(iri, List.of(row), agent::toGraph, true);
  }

  private static Candidate person(EntityIri iri, Row row, List<Row> factRows) {
    List<AgentName> names = new ArrayList<>(names(row, "异名"));
    row.get("繁体")
        .filter(name -> !name.equals(row.get("姓名").orElse("")))
        .ifPresent(name -> names.add(new AgentName(AgentName.Kind.TRADITIONAL, name)));
    row.get("拼音").ifPresent(name -> names.add(new AgentName(AgentName.Kind.PINYIN, name)));
    Agent agent =
        new Agent(
            iri,
            row.requiredText("姓名", "英文名"),
            names,
            Optional.empty(),
            row.edtf("生年").map(HistoricalDate::of),
            row.get("生地"),
            row.edtf("卒年").map(HistoricalDate::of),
            row.get("卒地"),
            row.list("身份"),
            row.text("简介", "英文简介"),
            relations(row),
            factRows.stream().map(AuthorityTables::fact).toList(),
            evidence(row));
    List<Row> rows = new ArrayList<>(List.of(row));
    rows.addAll(factRows);
    return new Candidate(iri, rows, agent::toGraph, true);
  }

  private static Agent.Fact fact(Row row) {
    return new Agent.Fact(
        row.edtf("时间").map(HistoricalDate::of),
        row.requiredText("事实", "英文事实"),
        row.refs("依据", EntityType.SOURCE),
        certainty(row));
  }

  private static List<Agent.Relation> relations(Row row) {
    List<Agent.Relation> relations = new ArrayList<>();
    for (String relation : row.list("关系")) {
      int colon = Math.max(relation.lastIndexOf(':'), relation.lastIndexOf('：'));
      if (colon < 0) {
        row.problem(
            "关系",
            relation,
            LocalizedText.of("没有写明关系", "The relation is not named"),
            LocalizedText.of("写成“胞弟:shenzemin”", "Write it as “胞弟:shenzemin”"));
        continue;
      }
      row.resolve(
              "关系",
              relation.substring(colon + 1).strip(),
              EntityType.PERSON,
              EntityType.ORGANISATION)
          .ifPresent(
              other ->
                  relations.add(new Agent.Relation(relation.substring(0, colon).strip(), other)));
    }
    return relations;
  }

  /** Names such as “本名:沈德鸿；笔名:茅盾、玄珠”; a part without a type is another name. */
  private static List<AgentName> names(Row row, String column) {
    List<AgentName> names = new ArrayList<>();
    for (String part : row.list(column)) {
      String[] typed = part.split("[:：]", 2);
      AgentName.Kind kind =
          typed.length == 2 ? AgentName.Kind.ofLabel(typed[0].strip()) : AgentName.Kind.OTHER;
      Arrays.stream(typed[typed.length - 1].split("、"))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .forEach(name -> names.add(new AgentName(kind, name)));
    }
    return names;
  }

  private static Candidate place(EntityIri iri, Row row) {
    Place place =
        new Place(
            iri,
            row.requiredText("名称", "英文名"),
            row.list("异名"),
            row.get("类型"),
            row.get("今属"),
            coordinates(row),
            row.get("坐标依据"),
            evidence(row));
    return new Candidate(iri, List.of(row), place::toGraph, true);
  }

  private static Optional<Coordinates> coordinates(Row row) {
    LocalizedText reason = LocalizedText.of("不是经纬度", "Not a latitude and longitude");
    LocalizedText remedy =
        LocalizedText.of(
            "用十进制度，WGS-84：纬度 -90 至 90，经度 -180 至 180；两格都填或都空",
            "Decimal degrees in WGS-84: latitude -90 to 90, longitude -180 to 180; both or none");
    Optional<BigDecimal> latitude = row.parsed("纬度", BigDecimal::new, reason, remedy);
    Optional<BigDecimal> longitude = row.parsed("经度", BigDecimal::new, reason, remedy);
    if (latitude.isPresent() != longitude.isPresent()) {
      row.problem("纬度", row.get("纬度").orElse(""), reason, remedy);
    }
    try {
      return latitude.flatMap(north -> longitude.map(east -> new Coordinates(north, east)));
    } catch (IllegalArgumentException offTheGlobe) {
      row.problem("纬度", row.get("纬度").orElse(""), reason, remedy);
      return Optional.empty();
    }
  }

  private static Candidate event(EntityIri iri, Row row) {
    HistoricalEvent event =
        new HistoricalEvent(
            iri,
            row.requiredText("名称", "英文名"),
            row.date("原文日期", "时间"),
            row.refs("地点", EntityType.PLACE),
            row.refs("参与者", EntityType.PERSON, EntityType.ORGANISATION),
            row.text("简介", "英文简介"),
            evidence(row));
    return new Candidate(iri, List.of(row), event::toGraph, true);
  }

  private static Candidate theme(EntityIri iri, Row row) {
    Scheme scheme = row.requiredOneOf("体系", Scheme::ofKey, "official, local").orElse(Scheme.LOCAL);
    LocalizedText label = row.requiredText("名称", "英文名");
    Theme theme =
        new Theme(
            iri,
            scheme,
            label,
            row.get("序号"),
            row.get("表述"),
            row.get("分组"),
            named(row),
            row.ref("上位", EntityType.THEME),
            row.refs("相关", EntityType.THEME),
            join(row.get("地点说明"), row.get("说明")),
            evidence(row));
    return new Candidate(iri, List.of(row), theme::toGraph, true);
  }

  /** When a theme was named is often a remark in words; then it is kept as it is written. */
  private static Optional<HistoricalDate> named(Row row) {
    return row.get("提出时间")
        .map(
            text -> {
              try {
                return HistoricalDate.of(EdtfDate.parse(text));
              } catch (IllegalArgumentException words) {
                return new HistoricalDate(Optional.of(text), Optional.empty());
              }
            });
  }

  static Evidence evidence(Row row) {
    return new Evidence(row.refs("依据", EntityType.SOURCE), certainty(row), row.list("考订"));
  }

  static Optional<Certainty> certainty(Row row) {
    return row.oneOf("可信度", Certainty::ofLabel, CERTAINTIES);
  }

  private static Optional<String> join(Optional<String> first, Optional<String> second) {
    return first.isPresent() && second.isPresent()
        ? Optional.of(first.get() + "。" + second.get())
        : first.or(() -> second);
  }
}
