package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.server.iiif.presentation.UnreadableContentStateException.Reason;
import cn.lantai.server.linkeddata.Addresses;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds in a content state what it points at. */
final class ContentStateReader {

  private static final String TIME = "t=";
  private static final int LONGEST = 16_000;

  /** An annotation, its target, the source of that, and what it is part of: more is a trap. */
  private static final int DEEPEST = 32;

  private final Addresses addresses;

  ContentStateReader(Addresses addresses) {
    this.addresses = addresses;
  }

  ContentState read(String text) {
    String content = text.strip();
    if (content.isEmpty()) {
      throw new UnreadableContentStateException(Reason.EMPTY);
    }
    if (content.length() > LONGEST) {
      throw new UnreadableContentStateException(Reason.TOO_LONG);
    }
    Optional<ContentState> state =
        content.startsWith("http:") || content.startsWith("https:")
            ? pointer(content, Optional.empty())
            : target(json(content));
    return state.orElseThrow(() -> new UnreadableContentStateException(Reason.NO_TARGET));
  }

  private static JsonObject json(String content) {
    String json = content.startsWith("{") ? content : decoded(content);
    if (nesting(json) > DEEPEST) {
      throw new UnreadableContentStateException(Reason.NOT_JSON);
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException | ClassCastException broken) {
      throw new UnreadableContentStateException(Reason.NOT_JSON);
    }
  }

  private static String decoded(String content) {
    try {
      String unpadded = content.replaceFirst("=+$", "").replace('+', '-').replace('/', '_');
      String plain = new String(Base64.getUrlDecoder().decode(unpadded), StandardCharsets.UTF_8);
      return plain.startsWith("%")
          ? URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8)
          : plain;
    } catch (IllegalArgumentException notEncoded) {
      throw new UnreadableContentStateException(Reason.NOT_ENCODED);
    }
  }

  /** Brackets within strings are counted too, which only makes it stricter. */
  private static int nesting(String json) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '{' || c == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return deepest;
  }

  private Optional<ContentState> target(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> pointer(((JsonString) value).getString(), Optional.empty());
      case ARRAY -> firstOf(value.asJsonArray().stream());
      case OBJECT -> target(value.asJsonObject());
      default -> Optional.empty();
    };
  }

  private Optional<ContentState> target(JsonObject object) {
    if (object.containsKey("target")) {
      return target(object.get("target"));
    }
    if (object.containsKey("source")) {
      return target(object.get("source")).map(state -> withSelector(state, object));
    }
    return string(object, "id")
        .or(() -> string(object, "@id"))
        .flatMap(id -> pointer(id, container(object)))
        .or(() -> container(object).map(whole -> state(whole, Optional.empty(), "")));
  }

  private Optional<ContentState> firstOf(Stream<JsonValue> values) {
    return values.flatMap(value -> target(value).stream()).findFirst();
  }

  /** The manifest of ours that something is part of. */
  private Optional<EntityIri> container(JsonObject object) {
    return list(object.get("partOf")).stream()
        .flatMap(value -> target(value).stream())
        .map(ContentState::target)
        .findFirst();
  }

  private Optional<ContentState> pointer(String address, Optional<EntityIri> container) {
    int hash = address.indexOf('#');
    String bare = hash < 0 ? address : address.substring(0, hash);
    String fragment = hash < 0 ? "" : address.substring(hash + 1);
    return addresses
        .iiif(bare)
        .or(() -> addresses.entity(bare))
        .map(
            found ->
                found.type().isDigital()
                    ? state(container.orElse(found), Optional.of(found), fragment)
                    : state(found, Optional.empty(), ""));
  }

  private static ContentState state(EntityIri target, Optional<EntityIri> shown, String fragment) {
    return new ContentState(
        target, shown, CanvasRegion.parse(fragment), shown.flatMap(it -> span(it, fragment)));
  }

  /** What stands at {@code t} (Media Fragments URI 1.0, 4.2.1); a page has no time. */
  private static Optional<MediaTime.Span> span(EntityIri shown, String fragment) {
    return shown.type() == EntityType.RECORDING
        ? Arrays.stream(fragment.split("&"))
            .filter(part -> part.startsWith(TIME))
            .flatMap(part -> MediaTime.parseSpan(part.substring(TIME.length())).stream())
            .findFirst()
        : Optional.empty();
  }

  private static ContentState withSelector(ContentState state, JsonObject specific) {
    if (state.shown().isEmpty()) {
      return state;
    }
    List<JsonObject> selectors =
        list(specific.get("selector")).stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonValue::asJsonObject)
            .toList();
    Optional<CanvasRegion> region =
        selectors.stream()
            .flatMap(selector -> string(selector, "value").stream())
            .flatMap(value -> CanvasRegion.parse(value).stream())
            .findFirst();
    Optional<MediaTime.Span> span =
        selectors.stream()
            .flatMap(selector -> span(state.shown().get(), selector).stream())
            .findFirst();
    return new ContentState(
        state.target(), state.shown(), region.or(state::region), span.or(state::span));
  }

  /**
   * A point in time, as the standard has its own selector for it, or a fragment. By way of a
   * double, for a number may be longer in full than memory is.
   */
  private static Optional<MediaTime.Span> span(EntityIri shown, JsonObject selector) {
    return selector.get("t") instanceof JsonNumber point
        ? Optional.of(point.doubleValue())
            .filter(Double::isFinite)
            .flatMap(at -> span(shown, TIME + BigDecimal.valueOf(at).toPlainString()))
        : string(selector, "value").flatMap(value -> span(shown, value));
  }

  private static List<JsonValue> list(JsonValue value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof JsonArray array ? List.copyOf(array) : List.of(value);
  }

  private static Optional<String> string(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }
}
