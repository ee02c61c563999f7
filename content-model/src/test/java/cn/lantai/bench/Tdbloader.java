package cn.lantai.bench;

import cn.lantai.stage.GraphStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/** The rival: what {@code tdb2.tdbloader} does with a file of N-Triples, in this process. */
final class Tdbloader {

  private Tdbloader() {}

  /** Writes what a stage has, for {@link #load}. */
  static void dump(GraphStore stage, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      stage.read(
          data -> {
            RDFDataMgr.writeTriples(out, data.getDefaultGraph().find());
            return null;
          });
    }
  }

  /**
   * Loads the file into a new dataset with the loader that the command takes if it is told none.
   *
   * @return seconds
   */
  static double load(Path file, Path folder) throws IOException {
    delete(folder);
    Files.createDirectories(folder);
    long begin = System.nanoTime();
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(folder.toString());
    DataLoader loader = LoaderFactory.phasedLoader(dataset, (format, arguments) -> {});
    loader.startBulk();
    loader.load(List.of(file.toString()));
    loader.finishBulk();
    double seconds = (System.nanoTime() - begin) / 1e9;
    TDBInternal.expel(dataset);
    return seconds;
  }

  static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
