package cn.lantai.ingest;

import cn.lantai.entity.EntityType;
import cn.lantai.table.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What an ingest did.
 *
 * @param read rows that were read
 * @param accepted entities that were taken in, by type
 * @param written journal rows that came of it; 0 if nothing had changed
 * @param problems what was kept out, in the order of files and rows
 */
public record IngestReport(
    long read, Map<EntityType, Long> accepted, long written, List<Problem> problems) {

  public long acceptedInAll() {
    return accepted.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Writes the problems as CSV (UTF-8 with a byte order mark, so that spreadsheets open it). */
  public void writeCsv(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (CSVPrinter csv =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.EXCEL)) {
      csv.print("\uFEFF文件 File");
      csv.printRecord("行 Row", "列 Column", "值 Value", "原因 Reason", "改法 Remedy", "Reason", "Remedy");
      for (Problem problem : problems) {
        csv.printRecord(
            problem.file(),
            problem.row(),
            problem.column(),
            problem.value(),
            problem.reason().zh(),
            problem.remedy().zh(),
            problem.reason().en().orElse(""),
            problem.remedy().en().orElse(""));
      }
    }
  }
}
