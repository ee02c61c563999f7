package cn.lantai.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.ingest.mapping.TableChoice.ColumnChoice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingDraftTest {

  private static final SeenTable FOREIGN = table("目录.csv", "编号", "名称", "别名");

  @TempDir private Path folder;

  @Test
  void ofASingleTableTheMappingIsForWhateverFileComesNext() throws Exception {
    Mapping mapping = draft(FOREIGN).of(List.of(choice(FOREIGN, "records.csv", "档号", "题名", "")));
    assertEquals(List.of("* 编号 records.csv 档号 CELL", "* 名称 records.csv 题名 CELL"), lines(mapping));
  }

  @Test
  void amongSeveralTablesEachIsToldByItsName() throws Exception {
    SeenTable persons = table("人.csv", "谁");
    Mapping mapping =
        draft(FOREIGN, persons)
            .of(
                List.of(
                    choice(FOREIGN, "records.csv", "档号", "", ""),
                    choice(persons, "persons.csv", "姓名")));
    assertEquals(
        List.of("目录.csv 编号 records.csv 档号 CELL", "人.csv 谁 persons.csv 姓名 CELL"), lines(mapping));
  }

  @Test
  void aTableThatIsRecognisedAndLeftAsItIsNeedsNoLines() throws Exception {
    SeenTable ours = table("persons.csv", "键", "姓名");
    Mapping mapping =
        draft(FOREIGN, ours)
            .of(
                List.of(
                    choice(FOREIGN, "records.csv", "档号", "", ""),
                    TableChoice.recognised(ours, Optional.empty())));
    assertEquals(List.of("目录.csv 编号 records.csv 档号 CELL"), lines(mapping));
  }

  @Test
  void ofARecognisedTableWithAForeignColumnTheOthersAreTakenAsBefore() throws Exception {
    SeenTable ours = table("persons.csv", "键", "姓名", "生平");
    Mapping mapping = draft(ours).of(List.of(choice(ours, "persons.csv", "键", "姓名", "简介")));
    assertEquals(
        List.of("* 键 persons.csv 键 CELL", "* 姓名 persons.csv 姓名 CELL", "* 生平 persons.csv 简介 CELL"),
        lines(mapping));
  }

  @Test
  void whatTheMappingSaysBesideTheChoiceStaysAsItWas() throws Exception {
    Mapping before = new Mappings(folder).get("dublin-core");
    SeenTable table = table("x.csv", "objectid", "title", "creator", "提要");
    TableChoice recognised = TableChoice.recognised(table, Optional.of(before));
    TableChoice changed =
        new TableChoice(
            "x.csv",
            "records.csv",
            Stream.concat(
                    recognised.columns().stream().limit(3),
                    Stream.of(new ColumnChoice("提要", "范围和提要", Writing.TEXT, "")))
                .toList());
    Mapping after =
        new MappingDraft("own", Optional.of(before), List.of(table)).of(List.of(changed));
    assertTrue(after.lines().containsAll(before.lines()), lines(after).toString());
    assertEquals(before.lines().size() + 1, after.lines().size());
  }

  @Test
  void whatDoesNotExistOrFitIsRefused() {
    assertRefused("没有“nothing.csv”", choice(FOREIGN, "nothing.csv", "档号", "", ""));
    assertRefused("没有“颜色”", choice(FOREIGN, "records.csv", "颜色", "", ""));
    assertRefused("只放得下一列", choice(FOREIGN, "records.csv", "档号", "题名", "题名"));
    assertRefused("没有指定任何一列", choice(FOREIGN, "records.csv", "", "", ""));
    SeenTable other = table("别的.csv", "编号");
    assertRefused("没有“别的.csv”", choice(other, "records.csv", "档号"));
    assertRefused("没有“颜色”这一列", choice(table("目录.csv", "颜色"), "records.csv", "档号"));
    MappingRefusedException name =
        assertThrows(
            MappingRefusedException.class,
            () ->
                new MappingDraft("../x", Optional.empty(), List.of(FOREIGN))
                    .of(List.of(choice(FOREIGN, "records.csv", "档号", "", ""))));
    assertTrue(name.reason().en().orElse("").contains("../x"));
  }

  @Test
  void textsOfTwoColumnsMayStandInOneNote() throws Exception {
    Mapping mapping = draft(FOREIGN).of(List.of(choice(FOREIGN, "records.csv", "档号", "附注", "附注")));
    assertEquals(3, mapping.lines().size());
  }

  @Test
  void theColumnsOfAnotherTableAreLookedForAgain() {
    TableChoice records = choice(table("x.csv", "姓名", "题名"), "records.csv", "", "题名");
    TableChoice persons = records.into("persons.csv");
    assertEquals("persons.csv", persons.table());
    assertEquals(List.of("姓名", ""), persons.columns().stream().map(ColumnChoice::column).toList());
  }

  private void assertRefused(String why, TableChoice choice) {
    MappingRefusedException refused =
        assertThrows(MappingRefusedException.class, () -> draft(FOREIGN).of(List.of(choice)));
    assertTrue(refused.reason().zh().contains(why), refused.reason().zh());
  }

  private static MappingDraft draft(SeenTable... seen) {
    return new MappingDraft("own", Optional.empty(), List.of(seen));
  }

  private static SeenTable table(String name, String... headings) {
    return new SeenTable(
        name,
        Arrays.stream(headings).map(heading -> new SeenTable.Column(heading, List.of())).toList());
  }

  private static TableChoice choice(SeenTable table, String target, String... columns) {
    List<ColumnChoice> choices =
        IntStream.range(0, columns.length)
            .mapToObj(
                i ->
                    new ColumnChoice(
                        table.columns().get(i).heading(), columns[i], Writing.CELL, ""))
            .toList();
    return new TableChoice(table.name(), target, choices);
  }

  private static List<String> lines(Mapping mapping) {
    return mapping.lines().stream()
        .map(
            line ->
                String.join(
                    " ",
                    line.source(),
                    line.from(),
                    line.table(),
                    line.column(),
                    line.writing().name()))
        .toList();
  }
}
