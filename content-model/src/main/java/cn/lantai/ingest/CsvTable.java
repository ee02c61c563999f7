package cn.lantai.ingest;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Problem;
import cn.lantai.table.Row;
import cn.lantai.table.Tables;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table: UTF-8 with or without a byte order mark, RFC 4180, headings in the first row. */
final class CsvTable {

  static final long MAX_BYTES = 256L << 20;
  static final int MAX_CELL = 100_000;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

  private CsvTable() {}

  /**
   * The rows of the file that can be read at all; what is wrong with the others is added to {@code
   * problems}. A file that is not there has no rows.
   */
  static List<Row> read(Path file, List<Problem> problems) {
    if (!Files.exists(file)) {
      return List.of();
    }
    String name = file.getFileName().toString();
    try {
      if (Files.size(file) > MAX_BYTES) {
        problems.add(
            fileProblem(
                name,
                LocalizedText.of("文件超过 256 MB", "The file is larger than 256 MB"),
                LocalizedText.of("请拆成几个文件分批导入", "Split it and import the parts")));
        return List.of();
      }
      return parse(name, decode(Files.readAllBytes(file)), problems);
    } catch (CharacterCodingException notUtf8) {
      problems.add(
          fileProblem(
              name,
              LocalizedText.of("文件不是 UTF-8 编码", "The file is not in UTF-8"),
              LocalizedText.of(
                  "请在表格软件中另存为“CSV UTF-8（逗号分隔）”",
                  "Save it from the spreadsheet as “CSV UTF-8 (comma delimited)”")));
      return List.of();
    } catch (IOException | UncheckedIOException unreadable) {
      problems.add(
          fileProblem(
              name,
              LocalizedText.of(
                  "文件读不完整，可能有未闭合的引号", "The file breaks off; a quotation mark may be open"),
              LocalizedText.of("请检查引号是否成对，或重新导出", "Check that quotation marks come in pairs")));
      return List.of();
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<Row> parse(String name, String text, List<Problem> problems)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      List<String> header = null;
      for (CSVRecord record : parser) {
        if (header == null) {
          header = record.stream().map(heading -> Tables.heading(name, heading)).toList();
          continue;
        }
        Row row = row(name, record, header);
        if (row.hasProblems()) {
          problems.addAll(row.problems());
        } else {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static Row row(String name, CSVRecord record, List<String> header) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
      cells.put(header.get(i), record.get(i));
    }
    Row row = new Row(name, record.getRecordNumber(), cells);
    for (int i = header.size(); i < record.size(); i++) {
      if (!record.get(i).isBlank()) {
        row.problem(
            "",
            record.get(i),
            LocalizedText.of("本行的单元格比表头多", "The row has more cells than the header"),
            LocalizedText.of(
                "内容里有逗号时请用双引号括起", "Put double quotes around cells that contain commas"));
        break;
      }
    }
    cells.forEach(
        (column, value) -> {
          if (value.length() > MAX_CELL) {
            row.problem(
                column,
                value.substring(0, 40) + "…",
                LocalizedText.of("单元格超过十万字", "The cell has more than 100,000 characters"),
                LocalizedText.of("请把长文放进附件或分成几段", "Move the long text to a file of its own"));
          }
        });
    return row;
  }

  private static Problem fileProblem(String name, LocalizedText reason, LocalizedText remedy) {
    return new Problem(name, 0, "", "", reason, remedy);
  }
}
