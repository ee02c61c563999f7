package cn.lantai.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionProfileTest {

  private final DescriptionProfile profile = DescriptionProfile.get();

  @ParameterizedTest
  @CsvSource({
    "FONDS, 档案馆代码 著录层级 档号 题名 日期 责任者 档案保管沿革",
    "SERIES, 著录层级 档号 题名 日期 责任者",
    "FILE, 著录层级 档号 题名 日期 责任者 保管期限 开放标识",
    "ITEM, 著录层级 档号 题名 日期 责任者 保管期限 开放标识"
  })
  void requiresWhatTheStandardRequiresAtEachLevel(Level level, String names) {
    assertEquals(Set.of(names.split(" ")), standard(level, Obligation.REQUIRED));
  }

  @ParameterizedTest
  @CsvSource({"FONDS, ''", "SERIES, ''", "FILE, 销毁情况", "ITEM, 文件编号 载体形态 密级"})
  void requiresIfPresentWhatTheStandardDoes(Level level, String names) {
    Set<String> expected = names.isEmpty() ? Set.of() : Set.of(names.split(" "));
    assertEquals(expected, standard(level, Obligation.REQUIRED_IF_PRESENT));
  }

  @Test
  void leavesTheRestToChoice() {
    assertEquals(
        Set.of(
            "并列题名",
            "副题名",
            "组织机构沿革/人物生平",
            "范围和提要",
            "载体形态",
            "整理情况",
            "缩微号",
            "存储位置",
            "原件存放位置",
            "复制件存放位置",
            "相关著录单元",
            "附注",
            "著录者",
            "著录日期"),
        standard(Level.FONDS, Obligation.OPTIONAL));
    assertTrue(
        standard(Level.ITEM, Obligation.OPTIONAL).containsAll(Set.of("稿本", "文种", "人名", "公开属性")));
  }

  private Set<String> standard(Level level, Obligation obligation) {
    return profile.elements().stream()
        .filter(Element::standard)
        .filter(element -> element.obligation(level).filter(obligation::equals).isPresent())
        .map(Element::zh)
        .collect(Collectors.toSet());
  }

  @Test
  void keepsTheGroupsTogetherAndInTheOrderOfTheStandard() {
    List<ElementGroup> groups =
        profile.elements().stream().map(Element::group).distinct().sorted().toList();
    assertEquals(List.of(ElementGroup.values()), groups);
    assertEquals(
        groups, profile.elements().stream().map(Element::group).distinct().toList(), "order");
  }

  @Test
  void saysEverythingInBothLanguages() {
    for (Element element : profile.elements()) {
      for (String text : List.of(element.zh(), element.en(), element.helpZh(), element.helpEn())) {
        assertFalse(text.isBlank(), element.id());
      }
      element
          .choices()
          .forEach(choice -> assertFalse(choice.zh().isBlank() || choice.en().isBlank()));
    }
  }

  @Test
  void noHeadingMeansTwoElements() {
    Map<String, Set<String>> meanings = new TreeMap<>();
    for (Element element : profile.elements()) {
      Stream.concat(Stream.of(element.zh(), element.en()), element.aliases().stream())
          .forEach(
              heading ->
                  meanings
                      .computeIfAbsent(heading.toLowerCase(), key -> new TreeSet<>())
                      .add(element.id()));
    }
    meanings.values().removeIf(elements -> elements.size() == 1);
    assertEquals(Map.of(), meanings);
  }

  @Test
  void readsThePathOfAValueThroughItsParts() {
    ElementPath path = profile.element("box").path().orElseThrow();
    assertEquals(2, path.steps().size());
    assertEquals(Rico.Instantiation, path.steps().get(0).type());
    assertEquals("box", path.steps().get(1).fragment());
    assertEquals(Lt.term("box-number"), path.steps().get(1).kind().orElseThrow().value());
    assertEquals(Rico.textualValue, path.property());
  }

  @ParameterizedTest
  @CsvSource({"rico", "foo:bar", "rico:a/rico:b", "rico:a/rico:B#c", "'rico:a b'", "''"})
  void refusesAPathThatIsNone(String path) {
    assertThrows(IllegalArgumentException.class, () -> ElementPath.parse(path));
  }

  @Test
  void knowsAChoiceByItsLabelsAndByWhatCataloguesWrite() {
    Element retention = profile.element("retention");
    for (String text : List.of("定期30年", "30 years", "D30", "d30", "30年", "thirty-years")) {
      assertEquals("thirty-years", retention.choice(text).orElseThrow().slug(), text);
    }
    assertTrue(retention.choice("若干年").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"全宗, FONDS", "子全宗, SERIES", "Series, SERIES", "案卷级, FILE", "文件级, ITEM", "件, ITEM"})
  void knowsALevelByItsNames(String name, Level level) {
    assertEquals(level, Level.ofLabel(name).orElseThrow());
  }
}
