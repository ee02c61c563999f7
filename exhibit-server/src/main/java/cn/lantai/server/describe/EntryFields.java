package cn.lantai.server.describe;

import cn.lantai.entity.EntityIri;
import cn.lantai.table.CellText;
import cn.lantai.table.Column;
import cn.lantai.table.Content;
import cn.lantai.table.Problem;
import cn.lantai.table.Sheet;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The names of the fields of a form, and what they hold, as a sheet. */
final class EntryFields {

  /** More rows of a part than these are for a table. */
  static final int MOST_ROWS = 500;

  private EntryFields() {}

  /** The fields that the query of an address fills in, such as {@code ?上级=x001}. */
  static MultivaluedMap<String, String> given(MultivaluedMap<String, String> query) {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    query.forEach((heading, values) -> fields.put("f." + heading, values));
    return fields;
  }

  static String name(Column column) {
    return "f." + column.heading();
  }

  /**
   * @param row its number, from 0
   */
  static String name(Table.Part part, int row, Column column) {
    return part.file() + "." + row + "." + column.heading();
  }

  /**
   * The field of a form that a problem is about; rows may have been taken out of the form.
   *
   * @return empty if it is about no field
   */
  static Optional<String> name(Table table, Problem problem, MultivaluedMap<String, String> form) {
    if (problem.column().isEmpty()) {
      return Optional.empty();
    }
    if (problem.file().equals(table.file())) {
      return Optional.of("f." + problem.column());
    }
    String prefix = problem.file() + ".";
    List<Integer> numbers =
        form.keySet().stream()
            .filter(field -> field.startsWith(prefix))
            .map(field -> field.substring(prefix.length()).replaceFirst("\\..*", ""))
            .filter(number -> number.matches("\\d{1,3}"))
            .map(Integer::valueOf)
            .filter(number -> number < MOST_ROWS)
            .distinct()
            .sorted()
            .toList();
    int row = Math.toIntExact(problem.row()) - 1;
    return row < 0 || row >= numbers.size()
        ? Optional.empty()
        : Optional.of(prefix + numbers.get(row) + "." + problem.column());
  }

  /** Rows of which every field is empty are left out. */
  static Sheet sheet(EntityIri entity, MultivaluedMap<String, String> form) {
    Table table = Tables.of(entity.type());
    Map<String, String> own = new HashMap<>();
    for (Column column : Sheet.columns(table)) {
      own.put(column.heading(), cell(form, name(column), Content.of(entity.type(), false, column)));
    }
    own.computeIfPresent(
        Tables.REGIONS, (heading, regions) -> beside(own.get(Tables.TRANSCRIPT), regions));
    Map<String, List<Map<String, String>>> parts = new HashMap<>();
    for (Table.Part part : table.parts()) {
      parts.put(part.file(), List.copyOf(rows(entity, part, form).values()));
    }
    return new Sheet(entity, own, parts);
  }

  /** Nobody need type the blank lines that stand for the last lines of a page. */
  private static String beside(String transcript, String regions) {
    if (regions.isEmpty()) {
      return "";
    }
    List<String> places = new ArrayList<>(CellText.split(regions, CellText.LINES));
    for (int lines = CellText.split(transcript, CellText.LINES).size(); places.size() < lines; ) {
      places.add("");
    }
    return CellText.join(places, CellText.LINES);
  }

  private static Map<Integer, Map<String, String>> rows(
      EntityIri entity, Table.Part part, MultivaluedMap<String, String> form) {
    String prefix = part.file() + ".";
    Map<Integer, Map<String, String>> rows = new TreeMap<>();
    for (String field : form.keySet()) {
      String rest = field.startsWith(prefix) ? field.substring(prefix.length()) : "";
      String number = rest.replaceFirst("\\..*", "");
      if (number.matches("\\d{1,3}") && Integer.parseInt(number) < MOST_ROWS) {
        rows.computeIfAbsent(Integer.valueOf(number), n -> row(entity, part, n, form));
      }
    }
    return rows;
  }

  private static Map<String, String> row(
      EntityIri entity, Table.Part part, int number, MultivaluedMap<String, String> form) {
    Map<String, String> cells = new HashMap<>();
    for (Column column : Sheet.columns(part)) {
      cells.put(
          column.heading(),
          cell(form, name(part, number, column), Content.of(entity.type(), true, column)));
    }
    return cells;
  }

  private static String cell(MultivaluedMap<String, String> form, String name, Content content) {
    return Optional.ofNullable(form.getFirst(name)).map(content::cell).orElse("");
  }
}
