package cn.lantai.ingest.mapping;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.scan.ScanFolder;
import cn.lantai.ingest.source.DelimitedSource;
import cn.lantai.ingest.source.Source;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /**
   * @param source the source's table; {@link #ANY} for every one
   * @param from the source's column; empty for a constant
   * @param constant what stands in the column always; in front of the value, if there is a {@code
   *     from} as well
   * @param separator what parts several values in a cell
   */
  record Line(
      String source,
      String from,
      String table,
      String column,
      String constant,
      String separator,
      Writing writing) {}

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
    String table = row.cell("表");
    Optional<Target> target = Target.named(table);
    if (target.isEmpty()) {
      throw unknown(row.place(), "表", table);
    }
    if (target.get().column(row.cell("列")).isEmpty()) {
      throw unknown(row.place(), "列", row.cell("列"));
    }
    Writing writing =
        Writing.ofLabel(row.cell("写法"))
            .orElseThrow(() -> unknown(row.place(), "写法", row.cell("写法")));
    return new Line(
        row.cell("来源表").isEmpty() ? ANY : row.cell("来源表"),
        row.cell("来源列"),
        target.get().file(),
        target.get().column(row.cell("列")).orElseThrow().heading(),
        row.cell("固定值"),
        separator(row.cell("分隔")),
        writing);
  }

  /** A line break cannot be seen in a cell, so it is written in words. */
  private static String separator(String cell) {
    return cell.equals("换行") ? "\n" : cell;
  }

  private static UnreadableSourceException unknown(Place place, String column, String value) {
    return new UnreadableSourceException(
        place,
        LocalizedText.of(
            "映射表的“" + column + "”没有“" + value + "”",
            "The mapping names “" + value + "” under “" + column + "”, which does not exist"),
        LocalizedText.of("请改正映射表这一行", "Correct this line of the mapping"));
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
