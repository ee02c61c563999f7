package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import java.util.List;

/** All tables, in an order in which what is referred to comes first, on the whole. */
public final class Tables {

  public static final List<Table> ALL =
      List.of(
          AuthorityTables.SOURCES,
          AuthorityTables.ORGANISATIONS,
          AuthorityTables.PLACES,
          AuthorityTables.PERSONS,
          AuthorityTables.EVENTS,
          AuthorityTables.THEMES,
          HoldingTables.SETS,
          HoldingTables.RECORDS,
          ImageTable.IMAGES,
          SelectionTables.SELECTIONS);

  private Tables() {}

  /** What the table calls the column that a file heads in this way. */
  public static String heading(String file, String heading) {
    return ALL.stream()
        .filter(table -> table.file().equals(file))
        .flatMap(table -> Table.column(table.columns(), heading).stream())
        .map(Column::heading)
        .findFirst()
        .orElse(heading);
  }

  static List<Cells> unwritten(EntityGraph graph) {
    throw new UnsupportedOperationException("No table is written yet: " + graph.iri());
  }
}
