package cn.lantai.server.launcher.remote;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.StreamSupport;

/** A value that was read from JSON (RFC 8259). What is not there is empty, never null. */
record Json(JsonElement value) {

  /**
   * @throws IllegalArgumentException if it is no JSON
   */
  static Json parse(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement read = JsonParser.parseReader(reader);
      if (text.isBlank() || reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException("Not one JSON value");
      }
      return new Json(read);
    } catch (JsonParseException | IOException broken) {
      throw new IllegalArgumentException("Not JSON", broken);
    }
  }

  /** As a string of JSON. */
  static String quote(String text) {
    return new JsonPrimitive(text).toString();
  }

  /** A member of an object. */
  Json at(String name) {
    return new Json(has(name) ? value.getAsJsonObject().get(name) : JsonNull.INSTANCE);
  }

  boolean has(String name) {
    return value instanceof JsonObject members && members.has(name);
  }

  /** Its text, or that of a number; empty for anything else. */
  String text() {
    return value instanceof JsonPrimitive known && !known.isBoolean() ? known.getAsString() : "";
  }

  String text(String name) {
    return at(name).text();
  }

  /** 0 if it is no number, or one of absurd size. */
  long number(String name) {
    try {
      return at(name).value instanceof JsonPrimitive known && known.isNumber()
          ? known.getAsNumber().longValue()
          : 0;
    } catch (NumberFormatException absurd) {
      return 0;
    }
  }

  boolean isTrue(String name) {
    return at(name).value instanceof JsonPrimitive known
        && known.isBoolean()
        && known.getAsBoolean();
  }

  /** The items of an array; none of anything else. */
  List<Json> list(String name) {
    JsonElement items = at(name).value;
    return items.isJsonArray()
        ? StreamSupport.stream(items.getAsJsonArray().spliterator(), false).map(Json::new).toList()
        : List.of();
  }
}
