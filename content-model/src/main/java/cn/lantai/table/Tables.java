package cn.lantai.table;

import cn.lantai.entity.EntityType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
          RecordingTable.RECORDINGS,
          LoanTables.LOANS,
          SelectionTables.SELECTIONS);

  /** The column of reference codes. */
  public static final String CODE = HoldingTables.CODE;

  /** The column of the lines that stand on a page. */
  public static final String TRANSCRIPT = ImageTable.TRANSCRIPT;

  /** The column of their places: as many lines, blank where nobody marked one. */
  public static final String REGIONS = ImageTable.REGIONS;

  /** The column with the record that a page belongs to. */
  public static final String PAGE_OF = ImageTable.RECORD;

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

  /** As {@link #columns}, and last the table for what the others do not carry. */
  public static Map<String, List<Column>> exported() {
    Map<String, List<Column>> exported = new LinkedHashMap<>(COLUMNS);
    exported.put(GraphTable.GRAPHS.file(), GraphTable.GRAPHS.columns());
    return Collections.unmodifiableMap(exported);
  }

  private static Map<String, List<Column>> allColumns() {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    for (Table table : ALL) {
      columns.put(table.file(), table.columns());
      table.parts().forEach(part -> columns.put(part.file(), part.columns()));
    }
    return Collections.unmodifiableMap(columns);
  }

  /** The table that has a row for each entity of this type. */
  public static Table of(EntityType type) {
    return switch (type) {
      case SOURCE -> AuthorityTables.SOURCES;
      case SCHEME -> AuthorityTables.SCHEMES;
      case THEME -> AuthorityTables.THEMES;
      case ORGANISATION -> AgentTables.ORGANISATIONS;
      case FAMILY -> AgentTables.FAMILIES;
      case PLACE -> AuthorityTables.PLACES;
      case PERSON -> AgentTables.PERSONS;
      case EVENT -> AuthorityTables.EVENTS;
      case LOAN -> LoanTables.LOANS;
      case RECORD_SET -> HoldingTables.SETS;
      case RECORD -> HoldingTables.RECORDS;
      case IMAGE -> ImageTable.IMAGES;
      case RECORDING -> RecordingTable.RECORDINGS;
      case EXHIBITION, COLLECTION, COMPILATION, STUDY -> SelectionTables.SELECTIONS;
    };
  }
}
