package cn.lantai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Rico;
import cn.lantai.selection.Selection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {

  private static final Scope ALL = new Scope.Everything();
  private static final ExportFormat NT = ExportFormats.named("nt").orElseThrow();
  private static final ExportFormat CSV = ExportFormats.named("csv").orElseThrow();

  @TempDir private Path folder;
  private TestSystem system;
  private Exporter exporter;

  @BeforeEach
  void describeAnExhibition() {
    system = new TestSystem(folder.resolve("system")).put(exhibition("e1"), exhibition("e2"));
    exporter = new Exporter(system.stage());
  }

  @Test
  void writesAFileOrAFolderAsItsNameSays() throws IOException {
    write(CSV, "tables");
    write(CSV, "tables.zip");
    write(NT, "dump.nt");
    write(NT, "dump.nt.gz");
    assertTrue(Files.isRegularFile(folder.resolve("out/tables/selections.csv")));
    assertTrue(Files.isRegularFile(folder.resolve("out/tables.zip")));
    try (GZIPInputStream dump =
        new GZIPInputStream(Files.newInputStream(folder.resolve("out/dump.nt.gz")))) {
      assertEquals(
          Files.readString(folder.resolve("out/dump.nt")),
          new String(dump.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(4, written().size());
  }

  @Test
  void neverWritesIntoAFolderWithSomethingInIt() throws IOException {
    write(CSV, "tables");
    assertThrows(NotExportableException.class, () -> write(CSV, "tables"));
  }

  @Test
  void whenCancelledInTheMiddleWhatWasThereBeforeStays() throws IOException {
    write(NT, "dump.nt");
    String before = Files.readString(folder.resolve("out/dump.nt"));
    system.put(exhibition("e3"));
    assertThrows(
        CancellationException.class,
        () ->
            exporter.write(
                ALL,
                NT,
                folder.resolve("out/dump.nt"),
                (done, step) -> {
                  if (done == 2) {
                    throw new CancellationException();
                  }
                }));
    assertEquals(before, Files.readString(folder.resolve("out/dump.nt")));
    assertEquals(List.of("dump.nt"), written());
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws IOException {
    ExportFormat full = new FullDisk();
    IOException failure = assertThrows(IOException.class, () -> write(full, "dump"));
    assertEquals("No space left on device", failure.getMessage());
    assertEquals(List.of(), written());
  }

  @Test
  void saysThatThereIsNothingOfThatFonds() {
    Scope unknown = new Scope.Branch(new EntityIri(EntityType.RECORD_SET, "x999"));
    NotExportableException refusal =
        assertThrows(
            NotExportableException.class,
            () -> exporter.write(unknown, NT, folder.resolve("out/x.nt"), (done, step) -> {}));
    assertTrue(refusal.sentence().en().isPresent());
  }

  @Test
  void anEmptyStageGivesAnEmptyExport() throws IOException {
    TestSystem empty = new TestSystem(folder.resolve("empty"));
    assertEquals(0, empty.export("nt").length);
    assertTrue(empty.export("csv").length > 0);
  }

  @Test
  void whatNoTableCarriesGoesIntoTheTableOfGraphs() throws IOException {
    EntityIri untitled = new EntityIri(EntityType.EXHIBITION, "e0");
    EntityIri richer = new EntityIri(EntityType.EXHIBITION, "e9");
    List<Triple> more = new ArrayList<>(exhibition("e9").triples());
    more.addAll(
        new GraphWriter(richer, Rico.RecordSet)
            .string(Rico.history, "表格没有的")
            .toEntityGraph()
            .triples());
    system.put(
        new GraphWriter(untitled, Rico.RecordSet).integer(Rico.rankInSequence, 1).toEntityGraph(),
        new EntityGraph(richer, more));
    ExportReport report = write(CSV, "tables");
    assertTrue(report.isComplete());
    String graphs = Files.readString(folder.resolve("out/tables/graphs.csv"));
    assertTrue(graphs.contains("lantai:/id/exhibition/e0,") && graphs.contains("表格没有的"));
    String table = Files.readString(folder.resolve("out/tables/selections.csv"));
    assertTrue(table.contains("e1,展览") && table.contains("e2,展览"));
    assertFalse(table.contains("e9,展览"));
  }

  @Test
  void reportsWhatAWorkbookCannotHold() throws IOException {
    EntityIri entity = new EntityIri(EntityType.EXHIBITION, "e0");
    system.put(
        new GraphWriter(entity, Rico.RecordSet)
            .string(Rico.history, "长".repeat(40_000))
            .toEntityGraph());
    assertTrue(write(CSV, "tables").isComplete());
    ExportReport report = write(ExportFormats.named("xlsx").orElseThrow(), "holdings.xlsx");
    assertEquals(1, report.problemCount());
    assertEquals(entity, report.problems().get(0).entity());
    Path csv = folder.resolve("report/problems.csv");
    report.writeCsv(csv);
    assertTrue(Files.readString(csv).contains("exhibition/e0"));
  }

  @Test
  void setsThatContainEachOtherAreExportedOnce() throws IOException {
    system.put(set("a", "b"), set("b", "a"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportReport report = exporter.write(ALL, NT, out, (done, step) -> {});
    assertEquals(2, report.counts().get(EntityType.RECORD_SET));
  }

  private static EntityGraph set(String key, String parent) {
    return new GraphWriter(new EntityIri(EntityType.RECORD_SET, key), Rico.RecordSet)
        .string(Rico.identifier, key)
        .link(Rico.isDirectlyIncludedIn, new EntityIri(EntityType.RECORD_SET, parent))
        .toEntityGraph();
  }

  private static EntityGraph exhibition(String key) {
    return new Selection(
            new EntityIri(EntityType.EXHIBITION, key),
            1,
            LocalizedText.of("信仰之源"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of())
        .toGraph();
  }

  private ExportReport write(ExportFormat format, String name) throws IOException {
    return exporter.write(ALL, format, folder.resolve("out").resolve(name), (done, step) -> {});
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Writes a little before the disk is full. */
  private static final class FullDisk implements ExportFormat {

    @Override
    public String name() {
      return "full";
    }

    @Override
    public String extension() {
      return "full";
    }

    @Override
    public String mediaType() {
      return "text/plain";
    }

    @Override
    public void write(Export export, OutputStream out) throws IOException {
      out.write(1);
      throw new IOException("No space left on device");
    }
  }
}
