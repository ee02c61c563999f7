package cn.lantai.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In what two versions of one entity differ, as a form shows them. Rows of parts are known by what
 * they say: of those that differ, the first is held against the first.
 */
public record SheetDifference(List<Change> changes) {

  /**
   * @param part the file of the part; empty for the entity's own cells
   * @param row the number of the row in the later version, from 1; in the earlier one if it is gone
   * @param before empty if the row is new
   * @param after empty if the row is gone
   * @param cells those that differ
   */
  public record Change(
      Optional<String> part,
      int row,
      Map<String, String> before,
      Map<String, String> after,
      List<Cell> cells) {
    public Change {
      cells = List.copyOf(cells);
    }
  }

  /** What stands under a heading before and after; empty where nothing does. */
  public record Cell(String heading, String before, String after) {}

  public SheetDifference {
    changes = List.copyOf(changes);
  }

  public static SheetDifference of(Sheet before, Sheet after) {
    Table table = Tables.of(after.entity().type());
    List<Change> changes = new ArrayList<>();
    add(changes, Optional.empty(), 1, Sheet.columns(table), before.own(), after.own());
    for (Table.Part part : table.parts()) {
      compare(
          changes,
          part,
          before.parts().getOrDefault(part.file(), List.of()),
          after.parts().getOrDefault(part.file(), List.of()));
    }
    return new SheetDifference(changes);
  }

  private static void compare(
      List<Change> changes,
      Table.Part part,
      List<Map<String, String>> before,
      List<Map<String, String>> after) {
    List<Integer> gone = withoutEqual(before, after);
    List<Integer> come = withoutEqual(after, before);
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      Map<String, String> was = i < gone.size() ? before.get(gone.get(i)) : Map.of();
      Map<String, String> is = i < come.size() ? after.get(come.get(i)) : Map.of();
      int row = (i < come.size() ? come : gone).get(i) + 1;
      add(changes, Optional.of(part.file()), row, Sheet.columns(part), was, is);
    }
  }

  /** The places of the rows that have no equal in the other list. */
  private static List<Integer> withoutEqual(
      List<Map<String, String>> rows, List<Map<String, String>> others) {
    List<Map<String, String>> equals = new ArrayList<>(others);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!equals.remove(rows.get(i))) {
        places.add(i);
      }
    }
    return places;
  }

  private static void add(
      List<Change> changes,
      Optional<String> part,
      int row,
      List<Column> columns,
      Map<String, String> before,
      Map<String, String> after) {
    Set<String> headings = new LinkedHashSet<>();
    columns.forEach(column -> headings.add(column.heading()));
    List<Cell> cells =
        headings.stream()
            .map(
                heading ->
                    new Cell(
                        heading, before.getOrDefault(heading, ""), after.getOrDefault(heading, "")))
            .filter(cell -> !cell.before().equals(cell.after()))
            .toList();
    if (!cells.isEmpty()) {
      changes.add(new Change(part, row, before, after, cells));
    }
  }
}
