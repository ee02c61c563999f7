package cn.lantai.loan;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A value in a document and where it stands. What is not there, or not of the kind that is asked
 * for, is simply absent.
 *
 * @param pointer a JSON Pointer (RFC 6901)
 */
record JsonPlace(JsonValue value, String pointer) {

  private static final int LARGEST = 1_000_000;

  Optional<JsonPlace> get(String name) {
    return value instanceof JsonObject object && object.containsKey(name)
        ? Optional.of(new JsonPlace(object.get(name), pointer + "/" + name))
        : Optional.empty();
  }

  /** Under the first of the names that is there. */
  Optional<JsonPlace> get(String name, String other) {
    return get(name).or(() -> get(other));
  }

  /** The elements of an array; anything else is the only one. */
  List<JsonPlace> all() {
    if (!(value instanceof JsonArray array)) {
      return value == JsonValue.NULL ? List.of() : List.of(this);
    }
    List<JsonPlace> all = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      all.add(new JsonPlace(array.get(i), pointer + "/" + i));
    }
    return all;
  }

  List<JsonPlace> all(String name) {
    return get(name).map(JsonPlace::all).orElse(List.of());
  }

  Optional<String> string() {
    return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
  }

  Optional<String> string(String name) {
    return get(name).flatMap(JsonPlace::string);
  }

  /** What it is named by: {@code id}, in version 2 {@code @id}, or it is nothing but a name. */
  Optional<String> id() {
    return get("id", "@id").flatMap(JsonPlace::string).or(this::string);
  }

  /** What it says of its type, without a prefix: {@code Canvas}, also for {@code sc:Canvas}. */
  String type() {
    return get("type", "@type")
        .flatMap(type -> type.all().stream().flatMap(each -> each.string().stream()).findFirst())
        .map(type -> type.substring(type.indexOf(':') + 1))
        .orElse("");
  }

  /** A number of pixels. By way of a double, for a number may be longer in full than memory is. */
  OptionalInt pixels(String name) {
    return get(name)
        .filter(place -> place.value() instanceof JsonNumber)
        .map(place -> ((JsonNumber) place.value()).doubleValue())
        .filter(number -> number >= 1 && number <= LARGEST)
        .map(number -> OptionalInt.of(number.intValue()))
        .orElse(OptionalInt.empty());
  }
}
