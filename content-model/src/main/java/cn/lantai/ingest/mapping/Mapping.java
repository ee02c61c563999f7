package cn.lantai.ingest.mapping;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.scan.ScanFolder;
import cn.lantai.ingest.source.DelimitedSource;
import cn.lantai.ingest.source.Source;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.ontology.ValueType;
import cn.lantai.table.CellText;
import cn.lantai.table.Column;
import cn.lantai.table.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * How the tables of one kind of source become ours. Lines of one target table belong together;
 * where a source row gives rows of several tables, the last table is what the row is about, and of
 * the others each key is made once.
 *
 * @param name also the namespace of the keys that it makes
 */
public record Mapping(String name, List<Line> lines) {

  /** The headings of the file that a mapping is kept in. */
  static final List<String> HEADINGS = List.of("来源表", "来源列", "表", "列", "固定值", "分隔", "写法");

  /** For a mapping of all tables of a source. */
  static final String ANY = "*";

  private static final String LINE_BREAK = "换行";

  /**
   * @param source the source's table; {@link #ANY} for every one
   * @param from the source's column; empty for a constant
   * @param constant what stands in the column always; in front of the value, if there is a {@code
   *     from} as well
   * @param separator what parts several values in a cell
   */
  public record Line(
      String source,
      String from,
      String table,
      String column,
      String constant,
      String separator,
      Writing writing) {

    /** The same of another table of the source. */
    Line of(String otherSource) {
      return new Line(otherSource, from, table, column, constant, separator, writing);
    }
  }

  public Mapping {
    lines = List.copyOf(lines);
    if (!EntityIri.isKey(name)) {
      throw new IllegalArgumentException("Not a name for a mapping: " + name);
    }
  }

  /**
   * @throws UnreadableSourceException if a line names what does not exist
   */
  static Mapping read(String name, Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    new DelimitedSource(file, Optional.empty())
        .read(
            new Source.Sink() {
              @Override
              public void row(SourceRow row) throws IOException {
                if (!row.cell("表").isEmpty()) {
                  lines.add(line(row));
                }
              }

              @Override
              public void problem(Problem problem) {
                // Two columns of one heading: the first one counts.
              }
            });
    return new Mapping(name, lines);
  }

  private static Line line(SourceRow row) throws UnreadableSourceException {
    try {
      return line(
          row.cell("来源表"),
          CellText.plain(row.cell("来源列")),
          row.cell("表"),
          row.cell("列"),
          CellText.plain(row.cell("固定值")),
          separator(CellText.plain(row.cell("分隔"))),
          Writing.ofLabel(row.cell("写法"))
              .orElseThrow(() -> MappingRefusedException.unknown("写法", row.cell("写法"))));
    } catch (MappingRefusedException refused) {
      throw new UnreadableSourceException(
          row.place(),
          refused.reason(),
          LocalizedText.of("请改正映射表这一行", "Correct this line of the mapping"));
    }
  }

  /**
   * @throws MappingRefusedException if it says nothing, or has a name that cannot be one
   */
  public static Mapping of(String name, List<Line> lines) throws MappingRefusedException {
    if (!EntityIri.isKey(name)) {
      throw MappingRefusedException.name(name);
    }
    if (lines.isEmpty()) {
      throw MappingRefusedException.empty(name);
    }
    return new Mapping(name, lines);
  }

  /**
   * A line, its table and its column called in whatever words.
   *
   * @throws MappingRefusedException if there is no such table or column
   */
  public static Line line(
      String source,
      String from,
      String table,
      String column,
      String constant,
      String separator,
      Writing writing)
      throws MappingRefusedException {
    Target target =
        Target.named(table).orElseThrow(() -> MappingRefusedException.unknown("表", table));
    Column ours =
        target.column(column).orElseThrow(() -> MappingRefusedException.unknown("列", column));
    return new Line(
        source.isEmpty() ? ANY : source,
        from,
        target.file(),
        ours.heading(),
        constant,
        separator,
        writing);
  }

  /** A line break cannot be seen in a cell, so it is written in words. */
  public static String separator(String cell) {
    return cell.equals(LINE_BREAK) ? "\n" : cell;
  }

  public static String separatorCell(String separator) {
    return separator.equals("\n") ? LINE_BREAK : separator;
  }

  /** The mapping as the table that it is kept in. */
  byte[] toCsv() throws IOException {
    StringBuilder text = new StringBuilder("\uFEFF");
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
      csv.printRecord(HEADINGS);
      for (Line line : lines) {
        csv.printRecord(
            line.source(),
            CellText.guarded(line.from()),
            line.table(),
            line.column(),
            CellText.guarded(line.constant()),
            CellText.guarded(separatorCell(line.separator())),
            line.writing() == Writing.TEXT ? "" : line.writing().label());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws MappingRefusedException if two columns of a table go where there is room for one
   */
  void requireRoom() throws MappingRefusedException {
    Map<String, Line> taken = new HashMap<>();
    for (Line line : lines) {
      String place = String.join("\n", line.source(), line.table(), line.column());
      Line other = line.from().isEmpty() ? null : taken.putIfAbsent(place, line);
      if (other != null && (other.from().equals(line.from()) || !holdsSeveral(line))) {
        throw MappingRefusedException.twice(line.column(), other.from(), line.from());
      }
    }
  }

  /** Lists, and texts that can be put behind each other. */
  private static boolean holdsSeveral(Line line) {
    Column column = Target.named(line.table()).orElseThrow().column(line.column()).orElseThrow();
    return line.writing().isAuthority()
        || !column.required()
            && column
                .element()
                .filter(
                    element ->
                        element.repeatable()
                            || element.type().isLocalized()
                            || element.type() == ValueType.TEXT)
                .isPresent();
  }

  /** The lines for one of the source's tables. */
  List<Line> linesFor(String sourceTable) {
    String base = sourceTable.replaceFirst("\\.[A-Za-z]+$", "");
    return lines.stream()
        .filter(
            line ->
                line.source().equals(ANY) && !sourceTable.equals(ScanFolder.TABLE)
                    || line.source().equalsIgnoreCase(sourceTable)
                    || line.source().equalsIgnoreCase(base))
        .toList();
  }
}
