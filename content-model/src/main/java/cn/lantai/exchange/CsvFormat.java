package cn.lantai.exchange;

import cn.lantai.entity.EntityIri;
import cn.lantai.table.Cells;
import cn.lantai.table.Column;
import cn.lantai.table.Tables;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The tables that an import reads, in the same columns: RFC 4180, in UTF-8 with a byte order mark,
 * so that spreadsheets open them.
 */
final class CsvFormat implements FolderFormat {

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String extension() {
    return "zip";
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public void write(Export export, OutputStream out) throws IOException {
    try (Spool spool = new Spool();
        Zip zip = new Zip(out)) {
      writeFolder(export, spool.folder());
      for (String file : Tables.exported().keySet()) {
        try (InputStream table = Files.newInputStream(spool.folder().resolve(file))) {
          zip.add(file, table);
        }
      }
    }
  }

  @Override
  public void writeFolder(Export export, Path folder) throws IOException {
    try (CsvFiles files = new CsvFiles(folder)) {
      export.walk(new TableRows(export, files));
    }
  }

  /** One file for each table, with or without rows. */
  private static final class CsvFiles implements TableRows.Sink, AutoCloseable {

    private final Map<String, CSVPrinter> files = new LinkedHashMap<>();

    CsvFiles(Path folder) throws IOException {
      for (Map.Entry<String, List<Column>> table : Tables.exported().entrySet()) {
        BufferedWriter file = Files.newBufferedWriter(folder.resolve(table.getKey()));
        CSVPrinter printer = new CSVPrinter(file, CSVFormat.RFC4180);
        files.put(table.getKey(), printer);
        file.write('\uFEFF');
        printer.printRecord(table.getValue().stream().map(Column::heading));
      }
    }

    @Override
    public void take(EntityIri entity, List<Cells> rows) throws IOException {
      for (Cells row : rows) {
        CSVPrinter file = files.get(row.file());
        for (Column column : Tables.exported().get(row.file())) {
          file.print(row.values().getOrDefault(column.heading(), ""));
        }
        file.println();
      }
    }

    @Override
    public void close() throws IOException {
      for (CSVPrinter file : files.values()) {
        file.close();
      }
    }
  }
}
