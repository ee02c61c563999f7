package cn.lantai.server.describe;

import cn.lantai.entity.EntityType;
import cn.lantai.table.Column;
import cn.lantai.table.Content;
import cn.lantai.table.Sheet;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cells of a template as they travel: {@code {"own": {"文种": "书信"}, "parts":
 * {"person_names.csv": [{"名称": "…"}]}}}. Each holds what somebody would type into its field, with a
 * line for each paragraph.
 */
final class TemplateBody {

  private TemplateBody() {}

  static Sheet read(EntityType type, JsonObject asked) {
    Table table = Tables.of(type);
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    Map<String, Column> own = byHeading(Sheet.columns(table));
    object(asked.getOrDefault("own", JsonValue.EMPTY_JSON_OBJECT), "own")
        .forEach(
            (heading, cell) -> {
              String place = "own." + heading;
              fields.putSingle(EntryFields.name(column(own, heading, place)), text(cell, place));
            });
    object(asked.getOrDefault("parts", JsonValue.EMPTY_JSON_OBJECT), "parts")
        .forEach((file, rows) -> add(part(table, file), rows, fields));
    return EntryFields.sheet(Templates.placeholder(type), fields);
  }

  /** What is of columns that there are no more is left out. */
  static JsonObjectBuilder write(Sheet sheet) {
    EntityType type = sheet.entity().type();
    Table table = Tables.of(type);
    JsonObjectBuilder parts = Json.createObjectBuilder();
    for (Table.Part part : table.parts()) {
      List<Map<String, String>> rows = sheet.parts().getOrDefault(part.file(), List.of());
      if (!rows.isEmpty()) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        rows.forEach(row -> all.add(typed(row, Sheet.columns(part), type, true)));
        parts.add(part.file(), all);
      }
    }
    return Json.createObjectBuilder()
        .add("own", typed(sheet.own(), Sheet.columns(table), type, false))
        .add("parts", parts);
  }

  private static JsonObjectBuilder typed(
      Map<String, String> cells, List<Column> columns, EntityType type, boolean part) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (Column column : columns) {
      String cell = cells.getOrDefault(column.heading(), "");
      if (!cell.isEmpty()) {
        json.add(column.heading(), Content.of(type, part, column).typed(cell));
      }
    }
    return json;
  }

  private static void add(Table.Part part, JsonValue rows, MultivaluedMap<String, String> fields) {
    String place = "parts." + part.file();
    if (!(rows instanceof JsonArray all) || all.size() > EntryFields.MOST_ROWS) {
      throw TemplateProblems.field(
          place,
          place + " 是至多 " + EntryFields.MOST_ROWS + " 行的数组。",
          place + " is an array of up to " + EntryFields.MOST_ROWS + " rows.");
    }
    Map<String, Column> columns = byHeading(Sheet.columns(part));
    for (int i = 0; i < all.size(); i++) {
      String at = place + "." + i;
      int row = i;
      object(all.get(i), at)
          .forEach(
              (heading, cell) ->
                  fields.putSingle(
                      EntryFields.name(part, row, column(columns, heading, at + "." + heading)),
                      text(cell, at + "." + heading)));
    }
  }

  private static Table.Part part(Table table, String file) {
    return table.parts().stream()
        .filter(part -> part.file().equals(file))
        .findFirst()
        .orElseThrow(
            () ->
                TemplateProblems.field(
                    "parts." + file,
                    "这类条目没有“" + file + "”这张分表。",
                    "Things of this type have no part table “" + file + "”."));
  }

  private static Map<String, Column> byHeading(List<Column> columns) {
    return columns.stream().collect(Collectors.toMap(Column::heading, column -> column));
  }

  private static Column column(Map<String, Column> columns, String heading, String place) {
    if (!columns.containsKey(heading)) {
      throw TemplateProblems.field(
          place, "表单里没有“" + heading + "”这一栏。", "The form has no field “" + heading + "”.");
    }
    return columns.get(heading);
  }

  private static String text(JsonValue cell, String place) {
    if (cell instanceof JsonString text) {
      return text.getString();
    }
    throw TemplateProblems.field(place, place + " 是文字。", place + " is a text.");
  }

  private static JsonObject object(JsonValue value, String place) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw TemplateProblems.field(place, place + " 是 JSON 对象。", place + " is a JSON object.");
  }
}
