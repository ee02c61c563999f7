package cn.lantai.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.ingest.IngestReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported and is imported into an empty system is exported as the same bytes. */
class RoundTripTest {

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

  @Test
  void aWorkbookComesBackAsTheSameWorkbook() throws IOException {
    byte[] exported = samples.export("xlsx");
    Path workbook = Files.write(folder.resolve("holdings.xlsx"), exported);
    TestSystem other = new TestSystem(folder.resolve("xlsx"));
    assertLoads(other, workbook);
    assertArrayEquals(samples.export("nt"), other.export("nt"));
    assertArrayEquals(exported, other.export("xlsx"));
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

  private static void assertComesBack(TestSystem system, Path work) throws IOException {
    Path first = export(system, work.resolve("first"));
    TestSystem other = new TestSystem(work.resolve("other"));
    assertLoads(other, first);
    Path second = export(other, work.resolve("second"));
    for (Path table : files(first)) {
      assertEquals(Files.readString(table), Files.readString(second.resolve(table.getFileName())));
    }
    assertArrayEquals(system.export("nt"), other.export("nt"));
    assertArrayEquals(system.export("csv"), other.export("csv"));
  }

  private static Path export(TestSystem system, Path target) throws IOException {
    new Exporter(system.stage())
        .write(
            new Scope.Everything(),
            ExportFormats.named("csv").orElseThrow(),
            target,
            (done, step) -> {});
    return target;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** That nothing was kept out; the image files are not there. */
  private static void assertLoads(TestSystem system, Path source) throws IOException {
    IngestReport report = system.load(source);
    assertEquals(
        List.of(),
        report.problems().stream().filter(problem -> !problem.column().equals("图像")).toList());
  }
}
