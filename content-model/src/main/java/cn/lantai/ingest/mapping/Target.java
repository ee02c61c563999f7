package cn.lantai.ingest.mapping;

import cn.lantai.table.Column;
import cn.lantai.table.GraphTable;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table that a row belongs to.
 *
 * @param part the part table, if it is one of those
 */
public record Target(Table table, Optional<Table.Part> part) {

  /** All tables and parts, in the order of {@link Tables}; entities as graphs come last. */
  static final List<Target> ALL =
      Stream.concat(Tables.ALL.stream(), Stream.of(GraphTable.GRAPHS))
          .flatMap(
              table ->
                  Stream.concat(
                      Stream.of(new Target(table, Optional.empty())),
                      table.parts().stream().map(part -> new Target(table, Optional.of(part)))))
          .toList();

  /**
   * Where the rows of a source of this name belong among others, so that most find what they need.
   */
  public static int order(String source) {
    return named(source).map(ALL::indexOf).orElse(ALL.size());
  }

  public String file() {
    return part.map(Table.Part::file).orElse(table.file());
  }

  List<Column> columns() {
    return part.map(Table.Part::columns).orElse(table.columns());
  }

  /** The table that a file or a sheet is named for, with or without an extension. */
  static Optional<Target> named(String name) {
    return ALL.stream().filter(target -> base(target.file()).equals(base(name))).findFirst();
  }

  private static String base(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.(csv|tsv|txt)$", "");
  }

  /** The column that a heading means, in whatever words. */
  Optional<Column> column(String heading) {
    return Table.column(columns(), heading);
  }
}
