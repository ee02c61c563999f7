package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tables, in an order in which what is referred to comes first, on the whole. */
public final class Tables {

  public static final List<Table> ALL =
      List.of(
          AuthorityTables.SOURCES,
          AuthorityTables.SCHEMES,
          AuthorityTables.THEMES,
          AgentTables.ORGANISATIONS,
          AgentTables.FAMILIES,
          AuthorityTables.PLACES,
          AgentTables.PERSONS,
          AuthorityTables.EVENTS,
          HoldingTables.SETS,
          HoldingTables.RECORDS,
          ImageTable.IMAGES,
          SelectionTables.SELECTIONS);

  private static final Map<String, List<Column>> COLUMNS = allColumns();

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

  /** The columns of every table and part table, by its file, in the order of the tables. */
  public static Map<String, List<Column>> columns() {
    return COLUMNS;
  }

  private static Map<String, List<Column>> allColumns() {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    for (Table table : ALL) {
      columns.put(table.file(), table.columns());
      table.parts().forEach(part -> columns.put(part.file(), part.columns()));
    }
    return Collections.unmodifiableMap(columns);
  }

  /** The table that has a row for each entity of this type; empty if there is none. */
  public static Optional<Table> of(EntityType type) {
    return switch (type) {
      case SOURCE -> Optional.of(AuthorityTables.SOURCES);
      case ORGANISATION -> Optional.of(AuthorityTables.ORGANISATIONS);
      case PLACE -> Optional.of(AuthorityTables.PLACES);
      case PERSON -> Optional.of(AuthorityTables.PERSONS);
      case EVENT -> Optional.of(AuthorityTables.EVENTS);
      case THEME -> Optional.of(AuthorityTables.THEMES);
      case RECORD_SET -> Optional.of(HoldingTables.SETS);
      case RECORD -> Optional.of(HoldingTables.RECORDS);
      case IMAGE -> Optional.of(ImageTable.IMAGES);
      case EXHIBITION, COLLECTION, COMPILATION, STUDY -> Optional.of(SelectionTables.SELECTIONS);
      case FAMILY, SCHEME -> Optional.empty();
    };
  }

  static List<Cells> unwritten(EntityGraph graph) {
    throw new UnsupportedOperationException("No table is written yet: " + graph.iri());
  }
}
