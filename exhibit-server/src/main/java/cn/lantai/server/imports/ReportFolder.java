package cn.lantai.server.imports;

import cn.lantai.ingest.mapping.SeenTables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What an import leaves to be looked at.
 *
 * @param folder which may not be there yet
 */
public record ReportFolder(Path folder) {

  private static final int CELLS = 9;

  /** A line of the report. */
  public record Line(
      String file,
      String row,
      String column,
      String value,
      String reasonZh,
      String remedyZh,
      String reasonEn,
      String remedyEn,
      boolean isError) {}

  /** All problems, as CSV. */
  public Optional<Path> problems() {
    return Optional.of(folder.resolve(IngestJob.REPORT)).filter(Files::isRegularFile);
  }

  /** A mapping to be filled in, if there was a table that nobody knew. */
  public Optional<Path> mapping() {
    return Optional.of(folder.resolve("mapping.csv")).filter(Files::isRegularFile);
  }

  /** Whether it says what columns there were. */
  public boolean hasColumns() {
    return SeenTables.isIn(folder);
  }

  /** The tables of the rows that were kept out. */
  public List<Path> rejected() {
    Path rejected = folder.resolve("rejected");
    if (!Files.isDirectory(rejected)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(rejected)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Writes the tables of the rows that were kept out as a ZIP archive. */
  public void writeRejected(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : rejected()) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  /** The first lines of the report. */
  public List<Line> first(int most) {
    Optional<Path> file = problems();
    if (file.isEmpty()) {
      return List.of();
    }
    try (Reader text = Files.newBufferedReader(file.get());
        CSVParser lines = CSVParser.parse(text, CSVFormat.EXCEL)) {
      return lines.stream()
          .skip(1)
          .filter(line -> line.size() >= CELLS)
          .limit(most)
          .map(ReportFolder::line)
          .toList();
    } catch (IOException | UncheckedIOException halfWritten) {
      return List.of();
    }
  }

  private static Line line(CSVRecord line) {
    return new Line(
        line.get(0),
        line.get(1),
        line.get(2),
        line.get(3),
        line.get(4),
        line.get(5),
        line.get(6),
        line.get(7),
        line.get(8).endsWith("error"));
  }
}
