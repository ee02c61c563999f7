package cn.lantai.server.api;

import cn.lantai.ingest.mapping.Mapping;
import cn.lantai.ingest.mapping.MappingRefusedException;
import cn.lantai.ingest.mapping.SeenTable;
import cn.lantai.ingest.mapping.TableChoice;
import cn.lantai.ingest.mapping.TableChoice.ColumnChoice;
import cn.lantai.ingest.mapping.Writing;
import cn.lantai.server.imports.ColumnMappings;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Mappings, and the columns that they are for, as JSON; the members of a line are its columns. */
final class MappingJson {

  private MappingJson() {}

  static JsonObjectBuilder of(Mapping mapping) {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    mapping.lines().forEach(line -> lines.add(line(line)));
    return Json.createObjectBuilder().add("name", mapping.name()).add("lines", lines);
  }

  private static JsonObjectBuilder line(Mapping.Line line) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("source", line.source())
            .add("from", line.from())
            .add("table", line.table())
            .add("column", line.column())
            .add("writing", lower(line.writing()));
    if (!line.constant().isEmpty()) {
      json.add("constant", line.constant());
    }
    if (!line.separator().isEmpty()) {
      json.add("separator", line.separator());
    }
    return json;
  }

  /** What is not said of a line is empty, and its text is taken as it is. */
  static Mapping read(String name, JsonObject json) throws MappingRefusedException {
    List<Mapping.Line> lines = new ArrayList<>();
    JsonArray array =
        json.get("lines") instanceof JsonArray given ? given : JsonValue.EMPTY_JSON_ARRAY;
    for (JsonValue value : array) {
      JsonObject line = value instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
      String writing = JsonBody.text(line, "writing");
      lines.add(
          Mapping.line(
              JsonBody.text(line, "source"),
              JsonBody.text(line, "from"),
              JsonBody.text(line, "table"),
              JsonBody.text(line, "column"),
              JsonBody.text(line, "constant"),
              JsonBody.text(line, "separator"),
              writing.isEmpty() ? Writing.TEXT : Writing.named(writing)));
    }
    return Mapping.of(name, lines);
  }

  static JsonObjectBuilder of(ColumnMappings.Columns columns) {
    JsonArrayBuilder tables = Json.createArrayBuilder();
    for (int i = 0; i < columns.tables().size(); i++) {
      tables.add(table(columns.tables().get(i), columns.recognised().get(i)));
    }
    JsonObjectBuilder json = Json.createObjectBuilder().add("tables", tables);
    columns.mapping().ifPresent(kept -> json.add("mapping", kept.mapping().name()));
    return json;
  }

  private static JsonObjectBuilder table(SeenTable seen, TableChoice recognised) {
    JsonArrayBuilder columns = Json.createArrayBuilder();
    for (SeenTable.Column column : seen.columns()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("from", column.heading())
              .add("samples", Json.createArrayBuilder(column.samples()));
      taken(recognised, column)
          .ifPresent(
              choice ->
                  json.add("column", choice.column()).add("writing", lower(choice.writing())));
      columns.add(json);
    }
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("source", seen.name()).add("columns", columns);
    if (!recognised.table().isEmpty()) {
      json.add("table", recognised.table());
    }
    return json;
  }

  private static Optional<ColumnChoice> taken(TableChoice recognised, SeenTable.Column column) {
    return recognised.columns().stream()
        .filter(choice -> choice.from().equals(column.heading()))
        .filter(choice -> !choice.column().isEmpty())
        .findFirst();
  }

  private static String lower(Writing writing) {
    return writing.name().toLowerCase(Locale.ROOT);
  }
}
