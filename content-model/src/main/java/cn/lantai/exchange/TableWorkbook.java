package cn.lantai.exchange;

import cn.lantai.table.Cells;
import cn.lantai.table.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook with a sheet for each table, written row by row to temporary files. A table that is
 * longer than a sheet goes on in another one: "records", "records-2". Every cell is text, also once
 * somebody edits it, so codes keep their zeros and nothing is calculated. What the profile says of
 * a column stands in a comment on its heading.
 */
final class TableWorkbook implements AutoCloseable {

  private static final int ROWS_IN_MEMORY = 100;
  private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();

  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]");

  private final Map<String, List<Column>> tables;
  private final SXSSFWorkbook workbook;
  private final CellStyle text;
  private final CellStyle heading;
  private final Map<String, Integer> sheetNumbers = new HashMap<>();
  private final Map<String, SXSSFSheet> sheets = new HashMap<>();

  TableWorkbook(Map<String, List<Column>> tables) {
    this.tables = tables;
    workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
    text = workbook.createCellStyle();
    text.setDataFormat(workbook.createDataFormat().getFormat("@"));
    text.setQuotePrefixed(true);
    heading = workbook.createCellStyle();
    heading.cloneStyleFrom(text);
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading.setFont(bold);
    tables.keySet().forEach(this::addSheet);
  }

  void add(Cells cells) {
    SXSSFSheet sheet = sheets.get(cells.file());
    if (sheet.getLastRowNum() == LAST_ROW) {
      sheet = addSheet(cells.file());
    }
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    List<Column> columns = tables.get(cells.file());
    for (int i = 0; i < columns.size(); i++) {
      String value = cells.values().getOrDefault(columns.get(i).heading(), "");
      if (!value.isEmpty()) {
        cell(row, i, value, text);
      }
    }
  }

  void write(OutputStream out) throws IOException {
    POIXMLProperties.CoreProperties properties =
        workbook.getXSSFWorkbook().getProperties().getCoreProperties();
    properties.setCreator("Lantai");
    properties.setCreated(Optional.of(new Date(0)));
    properties.setModified(Optional.of(new Date(0)));
    try (Spool spool = new Spool()) {
      Path file = spool.folder().resolve("workbook");
      try (OutputStream spooled = Files.newOutputStream(file)) {
        workbook.write(spooled);
      }
      try (Zip zip = new Zip(out)) {
        zip.addAll(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private SXSSFSheet addSheet(String file) {
    int number = sheetNumbers.merge(file, 1, Integer::sum);
    String table = file.replaceFirst("\\.csv$", "");
    SXSSFSheet sheet = workbook.createSheet(number == 1 ? table : table + "-" + number);
    sheet.createFreezePane(0, 1);
    Row header = sheet.createRow(0);
    List<Column> columns = tables.get(file);
    for (int i = 0; i < columns.size(); i++) {
      sheet.setDefaultColumnStyle(i, text);
      cell(header, i, columns.get(i).heading(), heading);
      if (number == 1) {
        HeadingHelp.add(sheet, i, columns.get(i));
      }
    }
    sheets.put(file, sheet);
    return sheet;
  }

  private static void cell(Row row, int column, String value, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(escaped(value));
    cell.setCellStyle(style);
  }

  /** Characters that XML cannot hold are written as _xHHHH_ (ISO 29500-1, 22.9.2.19). */
  private static String escaped(String text) {
    String literal = ESCAPE.matcher(text).replaceAll("_x005F_");
    return NOT_IN_XML
        .matcher(literal)
        .replaceAll(character -> "_x%04X_".formatted((int) character.group().charAt(0)));
  }
}
