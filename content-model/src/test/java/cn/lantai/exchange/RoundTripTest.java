package cn.lantai.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.bench.Generator;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.Successor;
import cn.lantai.ingest.IngestReport;
import cn.lantai.loan.Loan;
import cn.lantai.loan.ManifestReader;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import cn.lantai.table.CellText;
import cn.lantai.table.Column;
import cn.lantai.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported and is imported into an empty system is exported as the same bytes. */
class RoundTripTest {

  /** The columns that name files. */
  private static final Set<String> FILES = Set.of("图像", "音像");

  @TempDir private static Path folder;
  private static TestSystem samples;

  @BeforeAll
  static void loadTheSamples() throws IOException {
    samples = new TestSystem(folder.resolve("samples"));
    samples.load(TestSystem.SAMPLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void theTablesCarryTheSamplesWhole(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportReport report = samples.export(new Scope.Everything(), format, out);
    assertEquals(List.of(), report.problems());
    assertTrue(report.total() > 900);
  }

  @Test
  void tablesComeBackAsTheSameTables() throws IOException {
    assertComesBack(samples, folder.resolve("csv"));
  }

  /** The old address of what was merged is as much worth as the new one. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "nt", "ttl", "jsonld"})
  void whatWasMergedComesBackAndStays(String format) throws IOException {
    TestSystem system = new TestSystem(Files.createTempDirectory(folder, "merged"));
    Path tables = Files.createTempDirectory(folder, "persons");
    Files.writeString(tables.resolve("persons.csv"), "键,姓名\nmaodun,茅盾\nother,某人\n");
    assertLoads(system, tables);
    EntityIri maodun = new EntityIri(EntityType.PERSON, "maodun");
    EntityIri shen = new EntityIri(EntityType.PERSON, "shenyanbing");
    EntityIri oldest = new EntityIri(EntityType.PERSON, "xuanzhu");
    system.put(Successor.stub(shen, maodun), Successor.stub(oldest, shen));
    TestSystem other = new TestSystem(Files.createTempDirectory(folder, "other"));
    Path exported =
        export(
            system,
            format,
            Files.createTempDirectory(folder, format)
                .resolve(format.equals("csv") ? "tables" : "dump." + format));
    assertLoads(other, exported);
    assertArrayEquals(system.export("nt"), other.export("nt"));
    assertArrayEquals(system.export("csv"), other.export("csv"));
    IngestReport again = other.load(exported);
    assertEquals(List.of(), again.problems());
    assertEquals(again.acceptedInAll(), again.unchanged());
  }

  /** To lead what points at it to the survivor takes more than a row. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "nt", "ttl", "jsonld"})
  void whatOthersLendComesBackWithWhatShowsIt(String format) throws Exception {
    TestSystem system = new TestSystem(Files.createTempDirectory(folder, "lent"));
    List<EntityGraph> lent = new ArrayList<>();
    for (String version : List.of("v3.json", "v2.json")) {
      try (InputStream in = ManifestReader.class.getResourceAsStream(version)) {
        Loan loan =
            ManifestReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).loan();
        lent.add(loan.toGraph());
      }
    }
    Path tables = Files.createTempDirectory(folder, "showing");
    String first = lent.get(0).iri().key();
    String second = lent.get(1).iri().key();
    system.put(lent.toArray(EntityGraph[]::new));
    Files.writeString(tables.resolve("selections.csv"), "键,类型,题名\njoint,展览,合办\n");
    Files.writeString(tables.resolve("sections.csv"), "专题,节,题\njoint,1,一\n");
    Files.writeString(
        tables.resolve("blocks.csv"),
        "专题,节,块,类型,记录,图像,区域,文字\n"
            + "joint,1,1,展品,外馆:%s,,,说明\n".formatted(first)
            + "joint,1,2,细读,,%s#2,\"10,20,30,40\",看这里\n".formatted(first)
            + "joint,1,3,对读,外馆:%s,,,左\njoint,1,3,对读,外馆:%s,%s#2,,右\n"
                .formatted(first, second, second));
    assertLoads(system, tables);
    Path out =
        export(
            system,
            format,
            Files.createTempDirectory(folder, "out")
                .resolve(format.equals("csv") ? "tables" : "dump." + format));
    TestSystem other = new TestSystem(Files.createTempDirectory(folder, "back"));
    assertLoads(other, out);
    assertArrayEquals(system.export("nt"), other.export("nt"));
    assertTrue(new String(other.export("nt"), StandardCharsets.UTF_8).contains("#canvas-2>"));
  }

  @Test
  void aRowDoesNotMergeWhatHasADescription() throws IOException {
    TestSystem system = new TestSystem(Files.createTempDirectory(folder, "described"));
    Path tables = Files.createTempDirectory(folder, "persons");
    Files.writeString(tables.resolve("persons.csv"), "键,姓名\nmaodun,茅盾\nother,某人\n");
    assertLoads(system, tables);
    byte[] before = system.export("nt");
    Path graphs = Files.createTempDirectory(folder, "graphs").resolve("graphs.csv");
    Files.writeString(
        graphs,
        "IRI,三元组\nlantai:/id/person/other,<lantai:/id/person/other>"
            + " <http://purl.org/dc/terms/isReplacedBy> <lantai:/id/person/maodun> .\n");
    assertEquals(1, system.load(graphs).errors());
    assertArrayEquals(before, system.export("nt"));
  }

  @Test
  void aWorkbookComesBackAsTheSameWorkbook() throws IOException {
    byte[] exported = samples.export("xlsx");
    Path workbook = Files.write(folder.resolve("holdings.xlsx"), exported);
    TestSystem other = new TestSystem(folder.resolve("xlsx"));
    assertLoads(other, workbook);
    assertArrayEquals(samples.export("nt"), other.export("nt"));
    assertArrayEquals(exported, other.export("xlsx"));
  }

  @Test
  void findingAidsComeBackAsTheSameFindingAids() throws IOException {
    assertFindingAidsComeBack(samples, folder.resolve("ead"));
  }

  @Test
  void generatedFindingAidsComeBack() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("generated-tables"));
    new Generator(300).write(tables);
    TestSystem generated = new TestSystem(folder.resolve("generated"));
    assertLoads(generated, tables);
    assertFindingAidsComeBack(generated, folder.resolve("generated-ead"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲", "“引”\"<b>&amp;", "一|二；三;四\\", "= 1", "　𠮷  家\tb", "a:b：c"})
  void findingAidsCarryEveryElementOfEveryLevel(String text) throws IOException {
    Path tables = Files.createTempDirectory(folder, "elements");
    Files.writeString(tables.resolve("persons.csv"), "键,姓名\nsame,某人\n");
    Files.writeString(tables.resolve("organisations.csv"), "键,名称\nsame,某机构\n");
    Files.writeString(tables.resolve("families.csv"), "键,名称\nsame,某家族\n");
    Files.writeString(tables.resolve("places.csv"), "键,名称\nsame,某地\n");
    Files.writeString(tables.resolve("events.csv"), "键,名称\nsame,某事\n");
    Files.writeString(tables.resolve("sources.csv"), "键,题名\nsame,某书\n");
    Files.writeString(tables.resolve("themes.csv"), "键,体系,名称\nsame,local,某主题\n");
    write(
        tables.resolve("fonds.csv"),
        EntityType.RECORD_SET,
        List.of(
            cells(Level.FONDS, "x", "", text),
            cells(Level.SERIES, "x-a", "x", text),
            cells(Level.FILE, "x-b", "x-a", text)));
    write(
        tables.resolve("records.csv"),
        EntityType.RECORD,
        List.of(cells(Level.ITEM, "x-1", "x-b", text), cells(Level.ITEM, "x-2", "x-b", text)));
    TestSystem system = new TestSystem(tables.resolve("system"));
    assertLoads(system, tables);
    assertFindingAidsComeBack(system, tables.resolve("ead"));
  }

  private static void write(Path file, EntityType type, List<Map<String, String>> rows)
      throws IOException {
    List<String> headings = Tables.of(type).columns().stream().map(Column::heading).toList();
    try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.EXCEL)) {
      csv.printRecord(headings);
      for (Map<String, String> row : rows) {
        csv.printRecord(headings.stream().map(name -> row.getOrDefault(name, "")).toList());
      }
    }
  }

  /** Something in every cell that a description of this level may have. */
  private static Map<String, String> cells(Level level, String key, String parent, String text) {
    Map<String, String> cells = new HashMap<>();
    for (Element element : DescriptionProfile.get().elements()) {
      if (element.obligation(level).isPresent()) {
        cells.put(element.zh(), cell(element, key, text));
        cells.put(Column.ENGLISH + element.zh(), cell(element, key, text));
      }
    }
    cells.put("上级", parent);
    cells.put("著录层级", level.label("zh"));
    cells.put("原文日期", "民国十年春" + text);
    return cells;
  }

  private static String cell(Element element, String key, String text) {
    return switch (element.type()) {
      case KEY, CODE -> key;
      case LEVEL -> "";
      case DATE -> "1921-21/1922-03?";
      case INTEGER -> "7";
      case TERM -> element.choices().get(0).zh();
      case REFERENCE ->
          switch (element.id()) {
            case "creator", "sender", "addressee" -> "same；机构:same；家族:same";
            case "organisations" -> "same；家族:same";
            default -> "same";
          };
      case PARAGRAPHS -> CellText.guarded(CellText.join(List.of(text, "二" + text), CellText.LINES));
      default ->
          CellText.guarded(
              element.repeatable()
                  ? CellText.join(List.of("一" + text, "二" + text), CellText.LIST)
                  : text);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“引”\"\"文\"\"",
        "一|二；三;四\\",
        "一\n二",
        "'=1+1",
        "'-信",
        "　𠮷家🏮",
        "a,b",
        "001",
        "<b>&amp;",
        "_x0041_"
      })
  void oddCharactersComeBack(String text) throws IOException {
    Path tables = Files.createTempDirectory(folder, "odd");
    Files.writeString(
        tables.resolve("fonds.csv"),
        "键,档号,层级,题名,英文题名,日期,范围和提要,附注\nx1,X001,全宗,\"甲%1$s\",\"%1$s\",1921~,\"%1$s\",\"%1$s\"\n"
            .formatted(text));
    Files.writeString(
        tables.resolve("selections.csv"),
        "键,类型,题名,导言,凡例或制作,版权\ne1,展览,\"甲%1$s\",\"%1$s\",\"%1$s\",\"%1$s\"\n".formatted(text));
    TestSystem system = new TestSystem(tables.resolve("system"));
    assertLoads(system, tables);
    assertComesBack(system, tables);
    Path workbook = Files.write(tables.resolve("odd.xlsx"), system.export("xlsx"));
    TestSystem other = new TestSystem(tables.resolve("from-workbook"));
    assertLoads(other, workbook);
    assertArrayEquals(system.export("nt"), other.export("nt"));
  }

  /** Page images, whose files are not in a finding aid, do not come back. */
  private static void assertFindingAidsComeBack(TestSystem system, Path work) throws IOException {
    Path first = export(system, "ead3", work.resolve("first"));
    TestSystem other = new TestSystem(work.resolve("other"));
    assertLoads(other, first);
    Path second = export(other, "ead3", work.resolve("second"));
    assertEquals(files(first).size(), files(second).size());
    for (Path aid : files(first)) {
      String expected = Files.readString(aid).replaceAll(" *<dao [^>]*>(</dao>)?\n", "");
      assertEquals(expected, Files.readString(second.resolve(aid.getFileName())));
    }
    // What a finding aid only names is not touched where it is known better.
    byte[] before = system.export("nt");
    assertLoads(system, first);
    assertArrayEquals(before, system.export("nt"));
    assertLoads(other, first);
    Path third = export(other, "ead3", work.resolve("third"));
    for (Path aid : files(second)) {
      assertArrayEquals(
          Files.readAllBytes(aid), Files.readAllBytes(third.resolve(aid.getFileName())));
    }
  }

  private static void assertComesBack(TestSystem system, Path work) throws IOException {
    Path first = export(system, "csv", work.resolve("first"));
    TestSystem other = new TestSystem(work.resolve("other"));
    assertLoads(other, first);
    Path second = export(other, "csv", work.resolve("second"));
    for (Path table : files(first)) {
      assertEquals(Files.readString(table), Files.readString(second.resolve(table.getFileName())));
    }
    assertArrayEquals(system.export("nt"), other.export("nt"));
    assertArrayEquals(system.export("csv"), other.export("csv"));
  }

  private static Path export(TestSystem system, String format, Path target) throws IOException {
    new Exporter(system.stage())
        .write(
            new Scope.Everything(),
            ExportFormats.named(format).orElseThrow(),
            target,
            (done, step) -> {});
    return target;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** That nothing was kept out; the files of images and recordings are not there. */
  private static void assertLoads(TestSystem system, Path source) throws IOException {
    IngestReport report = system.load(source);
    assertEquals(
        List.of(),
        report.problems().stream().filter(problem -> !FILES.contains(problem.column())).toList());
  }
}
