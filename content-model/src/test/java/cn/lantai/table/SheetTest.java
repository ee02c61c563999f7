package cn.lantai.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class SheetTest {

  private static final EntityIri MAO_DUN = new EntityIri(EntityType.PERSON, "maodun");

  private static final Sheet SHEET =
      new Sheet(
          MAO_DUN,
          Map.of("姓名", "茅盾", "生年原文", "清光绪二十二年", "生年", "1896", "简介", "小说家。|批评家。", "卒地", "+北京"),
          Map.of(
              "person_names.csv",
              List.of(
                  Map.of("名称", "沈德鸿", "类别", "本名", "可信度", "存页核实"),
                  Map.of("名称", "雁冰", "类别", "字", "称谓", "表字")),
              "person_facts.csv",
              List.of(Map.of("事实", "发起文学研究会。", "时间", "1921"))));

  @Test
  void whatIsFilledInComesBackAsItWas() {
    Sheet.Reading reading = read(SHEET);
    assertEquals(List.of(), reading.problems());
    assertEquals(SHEET, Sheet.of(reading.graph().orElseThrow()));
  }

  @Test
  void blankFieldsAndRowsAreNone() {
    Sheet blank =
        new Sheet(
            MAO_DUN,
            Map.of("姓名", " 茅盾 ", "卒年", " "),
            Map.of("person_names.csv", List.of(Map.of("名称", "", "类别", " "))));
    assertEquals(new Sheet(MAO_DUN, Map.of("姓名", "茅盾"), Map.of()), blank);
  }

  @Test
  void eachProblemIsToldAtItsField() {
    Sheet faulty =
        new Sheet(
            MAO_DUN,
            Map.of("生年", "1896-13"),
            Map.of(
                "person_names.csv", List.of(Map.of("名称", "沈德鸿"), Map.of("名称", "雁冰", "类别", "雅号"))));
    Sheet.Reading reading = read(faulty);
    assertEquals(Optional.empty(), reading.graph());
    assertEquals(
        Set.of(
            "persons.csv 1 姓名",
            "persons.csv 1 生年",
            "person_names.csv 1 类别",
            "person_names.csv 2 类别"),
        new HashSet<>(
            reading.problems().stream()
                .map(each -> each.file() + " " + each.row() + " " + each.column())
                .toList()));
  }

  @Test
  void keysSayWhatTheyStandFor() {
    Sheet sheet =
        new Sheet(
            new EntityIri(EntityType.EVENT, "e1"),
            Map.of("名称", "创刊", "参与者", "maodun；机构:org-a；niemand"),
            Map.of());
    Sheet.Reading reading =
        sheet.read(
            iri -> Optional.of(iri).filter(each -> !each.key().equals("niemand")),
            Table.Surroundings.NONE);
    assertEquals(
        List.of(MAO_DUN, new EntityIri(EntityType.ORGANISATION, "org-a")),
        reading.mentions().stream().map(Sheet.Mention::target).toList());
    assertEquals("niemand", reading.problems().get(0).value());
  }

  @Test
  void whatTheFormDoesNotShowStaysUnlessItSpeaksOfWhatTheFormChanges() {
    EntityGraph graph = read(SHEET).graph().orElseThrow();
    Triple more = said(MAO_DUN.uri());
    assertEquals(Optional.of(Set.of(more)), Sheet.beside(with(graph, more)));
    String name =
        graph.triples().stream()
            .map(triple -> triple.getSubject().getURI())
            .filter(subject -> subject.contains("#"))
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.empty(), Sheet.beside(with(graph, said(name))));
  }

  @Test
  void whatOnlyOneOfTwoEditorsChangedIsTakenFromEach() {
    Sheet theirs = with(with(SHEET, "卒年", "1981"), "卒地", "");
    Sheet yours = with(with(SHEET, "卒年", "1981-03"), "姓名", "茅　盾");
    SheetMerge merge = SheetMerge.of(SHEET, theirs, yours);
    assertEquals(with(yours, "卒地", ""), merge.merged());
    assertEquals(List.of("卒地"), merge.theirs());
    assertEquals(List.of(new SheetMerge.Collision("卒年", "1981")), merge.collisions());
  }

  @Test
  void theRowsOfAPartAreOneField() {
    Sheet theirs =
        new Sheet(MAO_DUN, SHEET.own(), Map.of("person_names.csv", List.of(Map.of("名称", "玄珠"))));
    SheetMerge untouched = SheetMerge.of(SHEET, theirs, SHEET);
    assertEquals(theirs, untouched.merged());
    SheetMerge merge = SheetMerge.of(SHEET, theirs, new Sheet(MAO_DUN, SHEET.own(), Map.of()));
    assertTrue(merge.merged().parts().isEmpty());
    assertEquals(List.of(new SheetMerge.Collision("person_names.csv", "")), merge.collisions());
  }

  private static Sheet.Reading read(Sheet sheet) {
    return sheet.read(Optional::of, Table.Surroundings.NONE);
  }

  private static Sheet with(Sheet sheet, String heading, String text) {
    Map<String, String> own = new HashMap<>(sheet.own());
    own.put(heading, text);
    return new Sheet(sheet.entity(), own, sheet.parts());
  }

  private static EntityGraph with(EntityGraph graph, Triple more) {
    Set<Triple> triples = new HashSet<>(graph.triples());
    triples.add(more);
    return new EntityGraph(graph.iri(), triples);
  }

  private static Triple said(String subject) {
    return Triple.create(
        NodeFactory.createURI(subject),
        NodeFactory.createURI("https://example.org/remark"),
        NodeFactory.createLiteralString("另有一说"));
  }
}
