package cn.lantai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.agent.Agent;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.evidence.RelationKind;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.ingest.source.SourceKeys;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.table.Problem;
import cn.lantai.theme.BuiltInSchemes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is broken, wrong or hostile is reported with its place, and nothing of it is half done. */
class BadInputTest {

  private static final String FONDS = "键,档号,著录层级,上级,题名\n";
  private static final String EAD_TOP =
      "<ead><eadheader><eadid>aid</eadid></eadheader><archdesc level='fonds'><did><unitid>X1"
          + "</unitid><unittitle>某全宗</unittitle></did><dsc>";
  private static final String EAD_END = "</dsc></archdesc></ead>";

  @TempDir private Path folder;
  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void refusesAnEntityOfAnotherFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    write(
        "aid.xml",
        "<!DOCTYPE ead [<!ENTITY x SYSTEM '"
            + secret.toUri()
            + "'>]>"
            + EAD_TOP.replace("某全宗", "&x;")
            + EAD_END);
    assertEquals("aid.xml 1", onlyError().place().toString());
    assertNothingWritten();
  }

  @Test
  void refusesEntitiesThatMultiply() throws IOException {
    write(
        "aid.xml",
        "<!DOCTYPE ead [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            + EAD_TOP.replace("某全宗", "&b;")
            + EAD_END);
    assertTrue(onlyError().reason().zh().contains("实体"));
    assertNothingWritten();
  }

  @Test
  void readsPastADocumentTypeWithoutFetchingIt() throws IOException {
    write(
        "aid.xml",
        "<!DOCTYPE ead PUBLIC '+//ISBN 1-931666-00-8//DTD ead.dtd//EN' 'http://192.0.2.1/ead.dtd'>"
            + EAD_TOP
            + EAD_END);
    assertEquals(0, load("aid.xml").errors());
  }

  @Test
  void refusesAFindingAidThatBreaksOffBeforeAnythingIsWritten() throws IOException {
    write("aid.xml", EAD_TOP + "<c level='item'><did><unittitle>信</unittitle></did></c><c>");
    assertEquals("aid.xml", onlyError().file());
    assertNothingWritten();
  }

  @Test
  void takesInTheHierarchyOfAFindingAidAndUpdatesItTheNextTime() throws IOException {
    write(
        "aid.xml",
        EAD_TOP
            + "<c level='series'><did><unitid>Box 1</unitid><unittitle>书信</unittitle></did>"
            + "<c level='item'><did><unitid>Box 1</unitid><unittitle>家信</unittitle><unitdate"
            + " normal='19370501/19370501'>1937年5月1日</unitdate></did><controlaccess><persname>"
            + "某甲</persname></controlaccess></c></c>"
            + EAD_END);
    assertEquals(0, load("aid.xml").errors());
    ArchivalRecord letter = record(SourceKeys.of("aid", "@Box 1.@Box 1"));
    assertEquals("家信", letter.title().zh());
    assertEquals(SourceKeys.of("aid", "@Box 1"), letter.parent().key());
    assertEquals("1937-05-01", letter.date().orElseThrow().edtf().orElseThrow().value());
    assertEquals("Box 1", letter.elements().values("source-code").get(0).zh());
    assertEquals(1, letter.related(RelationKind.SUBJECT).size());
    IngestReport again = load("aid.xml");
    assertEquals(again.acceptedInAll(), again.unchanged());
  }

  @Test
  void cutsACellOfManyMegabytesAndReportsItsRow() throws IOException {
    try (Writer csv = Files.newBufferedWriter(folder.resolve("persons.csv"))) {
      csv.write("键,姓名\na,");
      for (int i = 0; i < 200; i++) {
        csv.write("字".repeat(1 << 16));
      }
      csv.write("\nb,某乙\n");
    }
    Problem problem = load("persons.csv").problems().get(0);
    assertEquals(List.of(2L, "姓名"), List.of(problem.row(), problem.column()));
    assertEquals("某乙", person("b").name().zh());
  }

  @Test
  void namesTheRowsOfACycleAndOfACodeThatOccursTwice() throws IOException {
    write(
        "fonds.csv",
        FONDS + "x,X1,全宗,,全宗\na,X1-1,类别,b,甲\nb,X1-2,类别,a,乙\nc,X1-3,类别,x,丙\nd,X1-3,类别,x,丁\n");
    List<Problem> problems = load("fonds.csv").problems();
    assertEquals(List.of(3L, 4L, 6L), problems.stream().map(Problem::row).sorted().toList());
    assertTrue(problems.get(0).reason().zh().contains("fonds.csv 4"), problems.toString());
    assertTrue(problems.get(2).remedy().zh().contains("第 5 行"), problems.toString());
  }

  @Test
  void namesTheRowsOfEveryKindOfCycle() throws IOException {
    write("places.csv", "键,名称,隶于\na,甲,b\nb,乙,a\nc,丙,a\n");
    write("events.csv", "键,名称,所属事件\na,甲,b\nb,乙,a\n");
    write("themes.csv", "键,体系,名称,上位\na,local,甲,b\nb,local,乙,x；a\nx,local,丙,\n");
    write("persons.csv", "键,姓名,关系\na,甲,\nb,乙,父亲:a\nc,丙,父亲:b\n");
    write("person_relations.csv", "人物,关系,对象\na,父母,c\n");
    write("organisations.csv", "键,名称,关系\na,甲,隶属:b\nb,乙,隶属:a\n");
    List<String> columns = new ArrayList<>();
    for (Problem problem : load("").problems()) {
      if (problem.reason().zh().contains(" → ")) {
        columns.add(problem.file() + " " + problem.row() + " " + problem.column());
      }
    }
    assertEquals(
        List.of(
            "events.csv 2 所属事件",
            "events.csv 3 所属事件",
            "organisations.csv 2 关系",
            "organisations.csv 3 关系",
            "persons.csv 2 关系",
            "persons.csv 3 关系",
            "persons.csv 4 关系",
            "places.csv 2 隶于",
            "places.csv 3 隶于",
            "themes.csv 2 上位",
            "themes.csv 3 上位"),
        columns.stream().sorted().toList());
  }

  @Test
  void findsACycleThatGoesOverWhatWasThereBefore() throws IOException {
    write("places.csv", "键,名称,隶于\na,甲,b\nb,乙,c\nc,丙,\n");
    assertEquals(List.of(), load("places.csv").problems());
    write("places.csv", "键,名称,隶于\nc,丙,a\n");
    Problem problem = load("places.csv").problems().get(0);
    assertEquals("“c”会隶于自己：c（places.csv 2） → a → b → c（places.csv 2）", problem.reason().zh());
    write("places.csv", "键,名称,隶于\nc,丙,a\na,甲,\n");
    assertEquals(List.of(), load("places.csv").problems());
  }

  @Test
  void aThemeIsNotBelowOneOfAnotherScheme() throws IOException {
    write("schemes.csv", "键,名称\nlocal,本地主题\nperiods,时期\n");
    write("themes.csv", "键,体系,名称,上位,近似\na,local,甲,,c\nb,local,乙,c,\nc,periods,丙,,\n");
    List<Problem> problems = load("").problems();
    assertEquals(List.of(3L), problems.stream().map(Problem::row).toList());
    assertTrue(problems.get(0).reason().zh().contains("（periods）"), problems.toString());
    assertTrue(problems.get(0).remedy().en().orElseThrow().contains("close match"));
  }

  @Test
  void aRowMayStandBeforeWhatItNeeds() throws IOException {
    write("fonds.csv", FONDS + "b,X1-1-1,类别,a,乙\na,X1-1,类别,x,甲\nx,X1,全宗,,全宗\n");
    IngestReport report = load("fonds.csv");
    assertEquals(List.of(), report.problems());
    assertEquals(3, report.accepted().get(EntityType.RECORD_SET));
  }

  @Test
  void whatWasKeptOutComesBackAsAFileToMend() throws IOException {
    write("fonds.csv", FONDS + "x,X1,全宗,,全宗\na,X1-1,类别,nowhere,甲\n");
    load("fonds.csv");
    Path rejected = folder.resolve("report/rejected/fonds.csv");
    String text = Files.readString(rejected);
    assertTrue(text.contains("未收原因 Reason"), text);
    Files.writeString(folder.resolve("fonds.csv"), text.replace("nowhere", "x"));
    IngestReport mended = load("fonds.csv");
    assertEquals(List.of(), mended.problems());
    assertEquals(1, mended.created());
  }

  @Test
  void aDryRunReportsEverythingAndWritesNothing() throws IOException {
    write("fonds.csv", FONDS + "x,X1,全宗,,全宗\na,X1-1,类别,nowhere,甲\n");
    IngestReport report = load(order("fonds.csv").onlyTried());
    assertEquals(1, report.errors());
    assertTrue(report.created() > 0);
    assertNothingWritten();
  }

  @Test
  void saysAtWhichLineAnEncodingBreaks() throws IOException {
    try (OutputStream csv = Files.newOutputStream(folder.resolve("persons.csv"))) {
      csv.write("键,姓名\na,陈望道陈望道陈望道陈望道\nb,".getBytes(StandardCharsets.UTF_8));
      csv.write("某乙".getBytes(Charset.forName("GB18030")));
    }
    assertEquals(3, onlyErrorOf("persons.csv").row());
    assertNothingWritten();
  }

  @Test
  void readsSemicolonsAndTabs() throws IOException {
    write("persons.csv", "键;姓名\na;某甲\n");
    load("persons.csv");
    write("persons.csv", "键\t姓名\nb\t某乙\n");
    load("persons.csv");
    assertEquals("某甲", person("a").name().zh());
    assertEquals("某乙", person("b").name().zh());
  }

  @Test
  void keepsConvertedTextAsItIsAndFlagsIt() throws IOException {
    write("persons.csv", "键,姓名,简介\na,某甲,縣檔案館推進(jìn)檔案進(jìn)館\nb,仉(zhǎng)某,读音\n");
    List<Problem> problems = load("persons.csv").problems();
    assertEquals(List.of("简介"), problems.stream().map(Problem::column).toList());
    assertFalse(problems.get(0).isError());
    assertEquals("縣檔案館推進(jìn)檔案進(jìn)館", person("a").summary().orElseThrow().zh());
  }

  @Test
  void takesTheResultsOfFormulasAndReportsThemAndMergedCells() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(folder.resolve("book.xlsx"))) {
      XSSFSheet sheet = workbook.createSheet("persons");
      fill(sheet.createRow(0), "键", "姓名", "简介");
      fill(sheet.createRow(1), "a", "", "");
      sheet.getRow(1).getCell(1).setCellFormula("CONCATENATE(\"某\",\"甲\")");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      fill(sheet.createRow(2), "b", "某乙", "合并");
      fill(sheet.createRow(3), "c", "某丙", "");
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 2, 2));
      workbook.write(out);
    }
    List<Problem> problems = load("book.xlsx").problems();
    assertEquals(
        List.of("persons!2", "persons!3", "persons!4"),
        problems.stream().map(problem -> problem.place().position()).toList());
    assertTrue(problems.stream().noneMatch(Problem::isError), problems.toString());
    assertEquals("某甲", person("a").name().zh());
  }

  @Test
  void refusesAZipBomb() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("bomb.xlsx")))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
    }
    assertEquals("bomb.xlsx", onlyErrorOf("bomb.xlsx").file());
    assertNothingWritten();
  }

  @Test
  void writesAMappingToFillInForATableThatItDoesNotKnow() throws IOException {
    write("things.csv", "objectid,what\n1,thing\n");
    assertEquals("things.csv", onlyErrorOf("things.csv").file());
    assertTrue(Files.readString(folder.resolve("report/mapping.csv")).contains("objectid"));
  }

  @Test
  void takesInForeignColumnsByAMapping() throws IOException {
    write("things.csv", "objectid,title,creator,date\nd_1,A letter,Smith; Jones,1910\n");
    IngestReport report = load(order("things.csv").withMapping("dublin-core"));
    assertEquals(0, report.errors(), report.problems().toString());
    ArchivalRecord letter = record("dublin-core-d_1");
    assertEquals("A letter", letter.title().zh());
    assertEquals(2, letter.related(RelationKind.CREATOR).size());
  }

  private static void fill(Row row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private Problem onlyError() throws IOException {
    return onlyErrorOf("aid.xml");
  }

  private Problem onlyErrorOf(String file) throws IOException {
    IngestReport report = load(file);
    assertEquals(1, report.problems().size(), report.problems().toString());
    assertTrue(report.problems().get(0).isError());
    return report.problems().get(0);
  }

  private void assertNothingWritten() {
    assertTrue(
        journal.after(0, 1000).stream()
            .allMatch(row -> BuiltInSchemes.graphs().containsKey(row.entity())));
  }

  private ImportOrder order(String file) {
    return ImportOrder.of(new Author("test", "测试"), folder.resolve(file));
  }

  private IngestReport load(String file) throws IOException {
    return load(order(file));
  }

  private IngestReport load(ImportOrder order) throws IOException {
    return new Importer(
            journal,
            new Curation(journal, new ProfileCheck(), Inbound.NONE),
            MediaStore.open(folder.resolve("media")),
            new Mappings(folder.resolve("mappings")))
        .run(order, folder.resolve("report"), Progress.NONE);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private Agent person(String key) {
    return Agent.of(journal.current(new EntityIri(EntityType.PERSON, key)).orElseThrow());
  }

  private ArchivalRecord record(String key) {
    return ArchivalRecord.of(journal.current(new EntityIri(EntityType.RECORD, key)).orElseThrow());
  }
}
