package cn.lantai.bench;

import cn.lantai.curation.Author;
import cn.lantai.ingest.ImportOrder;
import cn.lantai.ingest.IngestReport;
import cn.lantai.ingest.Progress;
import cn.lantai.stage.StageKind;
import cn.lantai.testing.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.jena.sys.JenaSystem;

/**
 * Imports a made-up archive into an empty system, until journal, both stages and both indexes are
 * complete, and makes the stages again from the journal; each against what {@code tdb2.tdbloader}
 * takes for the triples of both stages.
 *
 * <p>Arguments: a folder, which is left for the other benchmarks; how many records (1,000,000).
 */
public final class ImportBenchmark {

  private ImportBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    JenaSystem.init();
    Path folder = Path.of(arguments[0]);
    int records = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    Path tables = folder.resolve("tables");
    if (!Files.exists(tables)) {
      new Generator(records).write(tables);
    }
    Tdbloader.delete(folder.resolve("data"));
    try (DataFolder system = new DataFolder(folder.resolve("data"))) {
      double taken = takeIn(system, tables, folder.resolve("report"));
      double followed = seconds(() -> follow(system));
      double rebuilt = seconds(system.stages()::rebuild);
      double rival = rival(system, folder);
      Print.line("");
      Print.line("records                  %,12d", records);
      Print.line("import into the journal  %,12.1f s", taken);
      Print.line("stages and indexes       %,12.1f s", followed);
      Print.line("records a second         %,12.0f", records / (taken + followed));
      Print.line("rebuild                  %,12.1f s", rebuilt);
      Print.line("tdb2.tdbloader           %,12.1f s", rival);
      Print.line("import / tdbloader       %12.2f   (limit 1.50)", (taken + followed) / rival);
      Print.line("rebuild / tdbloader      %12.2f   (limit 1.50)", rebuilt / rival);
      Print.line("journal                  %,12d MB", system.bytes("db") >> 20);
      Print.line("stages                   %,12d MB", system.bytes("stages") >> 20);
      Print.line("heap at most             %,12d MB", Runtime.getRuntime().maxMemory() >> 20);
    }
  }

  private static double takeIn(DataFolder system, Path tables, Path report) throws Exception {
    Tdbloader.delete(report);
    ImportOrder order =
        ImportOrder.of(new Author("benchmark", "ImportBenchmark"), tables).published();
    IngestReport[] result = new IngestReport[1];
    double seconds = seconds(() -> result[0] = system.importer().run(order, report, Progress.NONE));
    Print.line("%s", result[0]);
    return seconds;
  }

  private static void follow(DataFolder system) throws Exception {
    system.follow();
    system.awaitHead();
  }

  private static double rival(DataFolder system, Path folder) throws Exception {
    Map<StageKind, Path> files = new EnumMap<>(StageKind.class);
    for (StageKind kind : StageKind.values()) {
      Path file = folder.resolve(kind.folder() + ".nt");
      Tdbloader.dump(system.graph(kind), file);
      files.put(kind, file);
    }
    double seconds = 0;
    for (Map.Entry<StageKind, Path> file : files.entrySet()) {
      Path made = folder.resolve("tdbloader-" + file.getKey().folder());
      double each = Tdbloader.load(file.getValue(), made);
      Print.line("tdbloader %s: %.1f s, %,d MB", file.getKey(), each, DataFolder.bytes(made) >> 20);
      seconds += each;
      Tdbloader.delete(made);
      Files.delete(file.getValue());
    }
    return seconds;
  }

  private static double seconds(Step step) throws Exception {
    long begin = System.nanoTime();
    step.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    Print.line("… %.1f s", seconds);
    return seconds;
  }

  private interface Step {
    void run() throws Exception;
  }
}
