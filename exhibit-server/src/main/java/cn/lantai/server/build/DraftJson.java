package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.Piece;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A draft as it travels with the page of the builder. */
final class DraftJson {

  /**
   * In characters. A draft with twice as many words as the longest of our exhibitions has a tenth.
   */
  static final int LONGEST = 1_000_000;

  private static final int DEPTH = 4;

  private DraftJson() {}

  static String write(Draft draft) {
    return write(draft.whole()).build().toString();
  }

  private static JsonObjectBuilder write(Piece piece) {
    JsonObjectBuilder cells = Json.createObjectBuilder();
    new TreeMap<>(piece.cells()).forEach(cells::add);
    JsonArrayBuilder parts = Json.createArrayBuilder();
    piece.pieces().forEach(part -> parts.add(write(part)));
    return Json.createObjectBuilder()
        .add("id", piece.id())
        .add("type", piece.type())
        .add("cells", cells)
        .add("parts", parts);
  }

  /**
   * @throws IllegalArgumentException if it is not a draft, or larger than one may be
   */
  static Draft read(EntityIri entity, String json) {
    if (json.length() > LONGEST) {
      throw new IllegalArgumentException("More than " + LONGEST + " characters");
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return new Draft(entity, read(reader.readObject(), DEPTH));
    } catch (JsonException | ClassCastException | NullPointerException broken) {
      throw new IllegalArgumentException("Not a draft", broken);
    }
  }

  private static Piece read(JsonObject json, int depth) {
    if (depth == 0) {
      throw new IllegalArgumentException("Deeper than sections, blocks and items");
    }
    Map<String, String> cells = new HashMap<>();
    json.getJsonObject("cells")
        .forEach((heading, text) -> cells.put(heading, ((JsonString) text).getString()));
    List<Piece> parts = new ArrayList<>();
    JsonArray array = json.getJsonArray("parts");
    for (JsonValue part : array) {
      parts.add(read(part.asJsonObject(), depth - 1));
    }
    return new Piece(json.getString("id"), json.getString("type"), cells, parts);
  }
}
