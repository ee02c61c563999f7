package cn.lantai.ingest.mapping;

import cn.lantai.ingest.source.Header;
import cn.lantai.ingest.source.SourceRow;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Looks at the first rows of each table while an import reads them, and keeps what it saw beside
 * the report, so that nobody has to read the files again to show their columns.
 */
public final class SeenTables {

  private static final String FILE = "columns.csv";
  private static final int SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 80;

  /** Of more tables the columns are not kept; those of a hundred fill no page that can be used. */
  private static final int MOST_TABLES = 100;

  /** A column that is empty for so many rows is shown without a value. */
  private static final int LOOKED_AT = 1000;

  private final Map<String, Map<String, List<String>>> tables = new LinkedHashMap<>();
  private final Map<Header, Integer> rows = new IdentityHashMap<>();

  public void note(SourceRow row) {
    Header header = row.header();
    if (rows.merge(header, 1, Integer::sum) > LOOKED_AT
        || tables.size() == MOST_TABLES && !tables.containsKey(row.table())) {
      return;
    }
    Map<String, List<String>> columns =
        tables.computeIfAbsent(row.table(), name -> new LinkedHashMap<>());
    for (String heading : header.names()) {
      if (!heading.isBlank()) {
        note(row.cell(heading), columns.computeIfAbsent(heading, name -> new ArrayList<>()));
      }
    }
  }

  private static void note(String value, List<String> samples) {
    String sample = value.strip();
    String shown =
        sample.length() > LONGEST_SAMPLE ? sample.substring(0, LONGEST_SAMPLE) + "…" : sample;
    if (!sample.isEmpty() && samples.size() < SAMPLES && !samples.contains(shown)) {
      samples.add(shown);
    }
  }

  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (CSVPrinter csv =
        new CSVPrinter(
            Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8),
            CSVFormat.EXCEL)) {
      for (var table : tables.entrySet()) {
        for (var column : table.getValue().entrySet()) {
          csv.print(table.getKey());
          csv.print(column.getKey());
          csv.printRecord(column.getValue());
        }
      }
    }
  }

  /** Whether an import left there what it saw of tables. */
  public static boolean isIn(Path folder) {
    try {
      return Files.isRegularFile(folder.resolve(FILE)) && Files.size(folder.resolve(FILE)) > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /** What was seen by the import that left its report in the folder; none if it saw no tables. */
  public static List<SeenTable> in(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(FILE))) {
      return List.of();
    }
    Map<String, List<SeenTable.Column>> tables = new LinkedHashMap<>();
    try (Reader text = Files.newBufferedReader(folder.resolve(FILE), StandardCharsets.UTF_8);
        CSVParser csv = CSVParser.parse(text, CSVFormat.EXCEL)) {
      for (CSVRecord line : csv) {
        tables
            .computeIfAbsent(line.get(0), name -> new ArrayList<>())
            .add(new SeenTable.Column(line.get(1), line.toList().subList(2, line.size())));
      }
    }
    return tables.entrySet().stream()
        .map(table -> new SeenTable(table.getKey(), table.getValue()))
        .toList();
  }
}
