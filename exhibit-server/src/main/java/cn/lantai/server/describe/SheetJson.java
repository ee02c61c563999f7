package cn.lantai.server.describe;

import cn.lantai.entity.EntityIri;
import cn.lantai.table.Sheet;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cells of a sheet as JSON, without whose they are. */
final class SheetJson {

  private SheetJson() {}

  static String write(Sheet sheet) {
    JsonObjectBuilder parts = Json.createObjectBuilder();
    new TreeMap<>(sheet.parts())
        .forEach(
            (file, rows) -> {
              JsonArrayBuilder all = Json.createArrayBuilder();
              rows.forEach(row -> all.add(cells(row)));
              parts.add(file, all);
            });
    return Json.createObjectBuilder()
        .add("own", cells(sheet.own()))
        .add("parts", parts)
        .build()
        .toString();
  }

  private static JsonObjectBuilder cells(Map<String, String> cells) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    new TreeMap<>(cells).forEach(json::add);
    return json;
  }

  /** What is of columns that there are no more is passed over by who shows it. */
  static Sheet read(EntityIri entity, String text) {
    JsonObject json = Json.createReader(new StringReader(text)).readObject();
    Map<String, List<Map<String, String>>> parts = new HashMap<>();
    json.getJsonObject("parts")
        .forEach(
            (file, rows) ->
                parts.put(
                    file,
                    rows.asJsonArray().stream().map(row -> cells(row.asJsonObject())).toList()));
    return new Sheet(entity, cells(json.getJsonObject("own")), parts);
  }

  private static Map<String, String> cells(JsonObject json) {
    Map<String, String> cells = new HashMap<>();
    json.keySet().forEach(heading -> cells.put(heading, json.getString(heading)));
    return cells;
  }
}
