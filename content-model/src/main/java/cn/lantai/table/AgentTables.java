package cn.lantai.table;

import cn.lantai.agent.Agent;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.name.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of persons, organisations and families, with their names, relations and facts. */
final class AgentTables {

  static final String LOGO = "标志";

  private static final Table.Part PERSON_NAMES =
      NameCells.part("person_names.csv", new Column("人物", "person", true));
  private static final Table.Part PERSON_RELATIONS =
      RelationCells.part("person_relations.csv", new Column("人物", "person", true));
  private static final Table.Part PERSON_FACTS =
      new Table.Part(
          "person_facts.csv",
          "人物",
          List.of(
              new Column("人物", "person", true),
              new Column("序", "number", false),
              new Column("原文日期", "date as written", false),
              new Column("时间", "date", false),
              new Column("事实", "fact", true),
              new Column("英文事实", "fact in English", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("说法出自", "according to", false)));

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
              new Column("生年原文", "born as written", false),
              new Column("生年", "born", false),
              new Column("生地", "birth place", false),
              new Column("卒年原文", "died as written", false),
              new Column("卒年", "died", false),
              new Column("卒地", "death place", false),
              new Column("身份", "occupations", false),
              new Column("简介", "history", false),
              new Column("英文简介", "history in English", false),
              new Column("关系", "relations", false),
              new Column("依据", "sources", false),
              new Column("可信度", "certainty", false),
              new Column("考订", "assessment", false)),
          List.of(PERSON_NAMES, PERSON_RELATIONS, PERSON_FACTS),
          row -> row.own(EntityType.PERSON),
          (iri, row, parts, surroundings) -> person(iri, row, parts),
          AgentTables::writePerson);

  private static final Table.Part ORGANISATION_NAMES =
      NameCells.part("organisation_names.csv", new Column("机构", "organisation", true));
  private static final Table.Part ORGANISATION_RELATIONS =
      RelationCells.part("organisation_relations.csv", new Column("机构", "organisation", true));

  static final Table ORGANISATIONS =
      new Table(
          "organisations.csv",
          organisationColumns(),
          List.of(ORGANISATION_NAMES, ORGANISATION_RELATIONS),
          row -> row.own(EntityType.ORGANISATION),
          (iri, row, parts, surroundings) ->
              group(
                  iri,
                  row,
                  parts.get(ORGANISATION_NAMES.file()),
                  parts.get(ORGANISATION_RELATIONS.file())),
          graph ->
              writeGroup(graph, "organisations.csv", ORGANISATION_NAMES, ORGANISATION_RELATIONS));

  private static final Table.Part FAMILY_NAMES =
      NameCells.part("family_names.csv", new Column("家族", "family", true));
  private static final Table.Part FAMILY_RELATIONS =
      RelationCells.part("family_relations.csv", new Column("家族", "family", true));

  static final Table FAMILIES =
      new Table(
          "families.csv",
          groupColumns(),
          List.of(FAMILY_NAMES, FAMILY_RELATIONS),
          row -> row.own(EntityType.FAMILY),
          (iri, row, parts, surroundings) ->
              group(iri, row, parts.get(FAMILY_NAMES.file()), parts.get(FAMILY_RELATIONS.file())),
          graph -> writeGroup(graph, "families.csv", FAMILY_NAMES, FAMILY_RELATIONS));

  private AgentTables() {}

  private static List<Column> groupColumns() {
    return List.of(
        new Column("键", "key", true),
        new Column("名称", "name", true),
        new Column("英文名", "name in English", false),
        new Column("异名", "other names", false),
        new Column("类型", "kind", false),
        new Column("存续原文", "existence as written", false),
        new Column("存续", "existence", false),
        new Column("简介", "history", false),
        new Column("英文简介", "history in English", false),
        new Column("关系", "relations", false),
        new Column("依据", "sources", false),
        new Column("可信度", "certainty", false),
        new Column("考订", "assessment", false));
  }

  private static List<Column> organisationColumns() {
    List<Column> columns = new ArrayList<>(groupColumns());
    columns.add(
        new Column(LOGO, "logo", false)
            .helped(
                "馆徽、标志：一页不属于任何记录的图像，随馆藏一起出现在 IIIF 清单里。",
                "An image that belongs to no record; IIIF manifests show it with what the"
                    + " organisation keeps."));
    return columns;
  }

  private static Candidate person(EntityIri iri, Row row, Map<String, List<Row>> parts) {
    List<Row> nameRows = parts.get(PERSON_NAMES.file());
    List<Row> relationRows = parts.get(PERSON_RELATIONS.file());
    List<Row> factRows = parts.get(PERSON_FACTS.file());
    Agent agent =
        new Agent(
            iri,
            row.requiredText("姓名", "英文名"),
            NameCells.read(row, nameRows),
            Optional.empty(),
            row.date("生年原文", "生年"),
            row.get("生地"),
            row.date("卒年原文", "卒年"),
            row.get("卒地"),
            row.list("身份"),
            row.paragraphs("简介", "英文简介"),
            Optional.empty(),
            RelationCells.read(iri, row, relationRows),
            factRows.stream().map(AgentTables::fact).toList(),
            GroundsCells.evidence(row));
    return candidate(agent, row, nameRows, relationRows, factRows);
  }

  private static Agent.Fact fact(Row row) {
    return new Agent.Fact(
        row.date("原文日期", "时间"), row.requiredText("事实", "英文事实"), GroundsCells.read(row));
  }

  private static Candidate group(EntityIri iri, Row row, List<Row> nameRows, List<Row> relations) {
    Agent agent =
        new Agent(
            iri,
            row.requiredText("名称", "英文名"),
            NameCells.read(row, nameRows),
            row.get("类型"),
            row.date("存续原文", "存续"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            row.paragraphs("简介", "英文简介"),
            row.ref(LOGO, EntityType.IMAGE),
            RelationCells.read(iri, row, relations),
            List.of(),
            GroundsCells.evidence(row));
    return candidate(agent, row, nameRows, relations, List.of());
  }

  private static Candidate candidate(
      Agent agent, Row row, List<Row> names, List<Row> relations, List<Row> facts) {
    for (Name name : agent.namesOutsideLife()) {
      names.stream()
          .filter(each -> each.get("名称").equals(Optional.of(name.text())))
          .findFirst()
          .orElse(row)
          .warning(
              "时间",
              name.text(),
              LocalizedText.of(
                  "名称的使用时间在生卒年之外", "The name was in use only before birth or after death"),
              LocalizedText.of("请核对名称的时间与生卒年", "Check the dates of the name and of the life"));
    }
    return new Candidate(
        agent.iri(),
        Stream.of(List.of(row), names, relations, facts).flatMap(List::stream).toList(),
        agent::toGraph,
        true);
  }

  private static List<Cells> writePerson(EntityGraph graph) {
    Agent person = Agent.of(graph);
    RowWriter row =
        new RowWriter(PERSONS.file())
            .set("键", person.iri().key())
            .text("姓名", "英文名", person.name())
            .date("生年原文", "生年", person.begin())
            .set("生地", person.birthPlace())
            .date("卒年原文", "卒年", person.end())
            .set("卒地", person.deathPlace())
            .list("身份", person.roles())
            .paragraphs("简介", "英文简介", person.summary());
    List<Cells> names = NameCells.write(person.iri(), person.names(), row, true, PERSON_NAMES);
    List<Cells> relations =
        RelationCells.write(person.iri(), person.relations(), row, PERSON_RELATIONS);
    List<Cells> facts = new ArrayList<>();
    for (Agent.Fact fact : person.facts()) {
      facts.add(writeFact(person.iri(), facts.size() + 1, fact));
    }
    return all(GroundsCells.write(person.evidence(), row), names, relations, facts);
  }

  private static Cells writeFact(EntityIri person, int number, Agent.Fact fact) {
    RowWriter row =
        new RowWriter(PERSON_FACTS.file())
            .set("人物", person.key())
            .integer("序", number)
            .date("原文日期", "时间", fact.date())
            .text("事实", "英文事实", fact.text());
    return GroundsCells.write(fact.grounds(), row).cells();
  }

  private static List<Cells> writeGroup(
      EntityGraph graph, String file, Table.Part nameTable, Table.Part relationTable) {
    Agent group = Agent.of(graph);
    RowWriter row =
        new RowWriter(file)
            .set("键", group.iri().key())
            .text("名称", "英文名", group.name())
            .set("类型", group.kind())
            .date("存续原文", "存续", group.begin())
            .paragraphs("简介", "英文简介", group.summary())
            .ref(LOGO, group.logo());
    List<Cells> names = NameCells.write(group.iri(), group.names(), row, false, nameTable);
    List<Cells> relations = RelationCells.write(group.iri(), group.relations(), row, relationTable);
    return all(GroundsCells.write(group.evidence(), row), names, relations, List.of());
  }

  static List<Cells> all(RowWriter own, List<Cells> first, List<Cells> second, List<Cells> third) {
    return Stream.of(List.of(own.cells()), first, second, third).flatMap(List::stream).toList();
  }
}
