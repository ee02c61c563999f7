package cn.lantai.ingest;

import cn.lantai.ingest.source.SourceRow;
import cn.lantai.table.CellText;
import cn.lantai.table.Problem;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The report of an import in its folder: {@code problems.csv}, and in {@code rejected/} the rows
 * that were kept out, in the columns in which they came and with the reason in a last one, to be
 * mended and imported again. UTF-8 with a byte order mark, so that spreadsheets open them.
 */
final class ReportFiles implements AutoCloseable {

  static final String PROBLEMS = "problems.csv";
  static final String REJECTED = "rejected";

  /** The heading of the last column of what was rejected; it is passed over at the next import. */
  static final String REASON = "未收原因 Reason";

  private static final int HELD = 1000;
  private static final String[] HEADINGS = {
    "文件 File",
    "行 Row",
    "列 Column",
    "值 Value",
    "原因 Reason",
    "改法 Remedy",
    "Reason",
    "Remedy",
    "级别 Severity"
  };

  private final Path folder;
  private final Map<String, CSVPrinter> files = new HashMap<>();
  private final List<Problem> first = new ArrayList<>();
  private long rejected;
  private long errors;
  private long warnings;

  /**
   * @param lengths what is kept of the files that an interrupted import left, by name
   */
  ReportFiles(Path folder, Map<String, Long> lengths) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve(REJECTED));
    List<Path> left = new ArrayList<>(List.of(folder.resolve(PROBLEMS)));
    try (var rejected = Files.list(folder.resolve(REJECTED))) {
      rejected.forEach(left::add);
    }
    for (Path file : left) {
      cut(file, lengths.getOrDefault(folder.relativize(file).toString(), 0L));
    }
    open(PROBLEMS, List.of(HEADINGS));
  }

  private static void cut(Path file, long length) throws IOException {
    if (length == 0) {
      Files.deleteIfExists(file);
    } else if (Files.exists(file)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(length);
      }
    }
  }

  void problem(Problem problem) throws IOException {
    if (problem.isError()) {
      errors++;
    } else {
      warnings++;
    }
    if (first.size() < HELD) {
      first.add(problem);
    }
    files
        .get(PROBLEMS)
        .printRecord(
            problem.file(),
            problem.place().position(),
            problem.column(),
            CellText.guarded(problem.value()),
            problem.reason().zh(),
            problem.remedy().zh(),
            problem.reason().en().orElse(""),
            problem.remedy().en().orElse(""),
            problem.isError() ? "错误 error" : "提醒 warning");
  }

  void rejected(SourceRow row, List<Problem> why) throws IOException {
    String name = REJECTED + "/" + row.table().replaceAll("[\\\\/:*?\"<>|]|\\.csv$", "") + ".csv";
    if (!files.containsKey(name)) {
      List<String> headings = new ArrayList<>(row.header().names());
      headings.remove(REASON);
      headings.add(REASON);
      open(name, headings);
    }
    List<String> cells = new ArrayList<>();
    row.header().names().stream()
        .filter(heading -> !heading.equals(REASON))
        .forEach(heading -> cells.add(row.cell(heading)));
    cells.add(
        why.stream()
            .filter(Problem::isError)
            .map(problem -> (problem.column() + " " + problem.reason().zh()).strip())
            .distinct()
            .collect(Collectors.joining("；")));
    files.get(name).printRecord(cells);
    rejected++;
  }

  private void open(String name, List<String> headings) throws IOException {
    Path file = folder.resolve(name);
    boolean isNew = !Files.exists(file);
    Writer writer =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (isNew) {
      writer.write('\uFEFF');
    }
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.EXCEL);
    if (isNew) {
      csv.printRecord(headings);
    }
    files.put(name, csv);
  }

  /** Brings everything to the files; how long they are, by name. */
  Map<String, Long> flush() throws IOException {
    Map<String, Long> lengths = new TreeMap<>();
    for (Map.Entry<String, CSVPrinter> file : files.entrySet()) {
      file.getValue().flush();
      lengths.put(file.getKey(), Files.size(folder.resolve(file.getKey())));
    }
    return lengths;
  }

  List<Problem> first() {
    return first;
  }

  /** How many rows were kept out. */
  long rejected() {
    return rejected;
  }

  long errors() {
    return errors;
  }

  long warnings() {
    return warnings;
  }

  /** Counts on from where an interrupted import was. */
  void resume(Map<String, Long> counts) {
    rejected = counts.getOrDefault("rejected", 0L);
    errors = counts.getOrDefault("errors", 0L);
    warnings = counts.getOrDefault("warnings", 0L);
  }

  @Override
  public void close() throws IOException {
    for (CSVPrinter file : files.values()) {
      file.close();
    }
    try (var rejected = Files.list(folder.resolve(REJECTED))) {
      if (rejected.findAny().isEmpty()) {
        Files.delete(folder.resolve(REJECTED));
      }
    }
  }
}
