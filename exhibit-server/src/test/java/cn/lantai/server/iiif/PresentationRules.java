package cn.lantai.server.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the IIIF Presentation API 3.0 demands of a manifest, as far as this server uses it: nothing
 * that the specification does not know, everything that it requires.
 */
final class PresentationRules {

  /** Appendix A of the specification, without what this server never writes. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "Manifest",
          Set.of(
              "@context",
              "id",
              "type",
              "label",
              "metadata",
              "summary",
              "requiredStatement",
              "rights",
              "provider",
              "thumbnail",
              "behavior",
              "viewingDirection",
              "seeAlso",
              "homepage",
              "rendering",
              "partOf",
              "service",
              "start",
              "items",
              "structures",
              "annotations"),
          "Canvas",
          Set.of(
              "id",
              "type",
              "label",
              "metadata",
              "summary",
              "width",
              "height",
              "thumbnail",
              "items",
              "annotations",
              "seeAlso",
              "rendering",
              "behavior",
              "requiredStatement"),
          "AnnotationPage",
          Set.of("id", "type", "label", "items"),
          "Annotation",
          Set.of("id", "type", "motivation", "body", "target", "label"),
          "Image",
          Set.of("id", "type", "format", "width", "height", "service", "label"),
          "ImageService3",
          Set.of("id", "type", "profile"),
          "Agent",
          Set.of("id", "type", "label", "homepage", "logo", "seeAlso"),
          "Text",
          Set.of("id", "type", "label", "format", "language"),
          "Dataset",
          Set.of("id", "type", "label", "format", "profile"),
          "TextualBody",
          Set.of("id", "type", "value", "language", "format"));

  private static final Set<String> BEHAVIORS = Set.of("individuals", "paged", "continuous");
  private static final Set<String> DIRECTIONS =
      Set.of("left-to-right", "right-to-left", "top-to-bottom", "bottom-to-top");

  private final String base;
  private final Set<String> ids = new HashSet<>();

  PresentationRules(String base) {
    this.base = base;
  }

  void check(JsonObject manifest) {
    assertEquals("@context", manifest.keySet().iterator().next(), "the context comes first");
    described(manifest, "Manifest");
    requireLabel(manifest);
    if (manifest.containsKey("summary")) {
      languageMap(manifest.get("summary"));
    }
    if (manifest.containsKey("metadata")) {
      manifest.getJsonArray("metadata").getValuesAs(JsonObject.class).forEach(this::pair);
    }
    if (manifest.containsKey("requiredStatement")) {
      pair(manifest.getJsonObject("requiredStatement"));
    }
    if (manifest.containsKey("behavior")) {
      for (JsonString behavior : manifest.getJsonArray("behavior").getValuesAs(JsonString.class)) {
        assertTrue(BEHAVIORS.contains(behavior.getString()), behavior.getString());
      }
    }
    if (manifest.containsKey("viewingDirection")) {
      assertTrue(DIRECTIONS.contains(manifest.getString("viewingDirection")));
    }
    if (manifest.containsKey("rights")) {
      assertTrue(manifest.getString("rights").startsWith("http://"), "as the registry writes it");
    }
    for (JsonObject agent : objects(manifest, "provider")) {
      described(agent, "Agent");
      requireLabel(agent);
      objects(agent, "homepage").forEach(this::page);
    }
    objects(manifest, "homepage").forEach(this::page);
    objects(manifest, "seeAlso").forEach(data -> described(data, "Dataset"));
    objects(manifest, "thumbnail").forEach(this::image);
    List<JsonObject> canvases = objects(manifest, "items");
    canvases.forEach(this::canvas);
  }

  private void canvas(JsonObject canvas) {
    described(canvas, "Canvas");
    unique(canvas);
    assertFalse(canvas.getString("id").contains("#"), "a canvas has no fragment");
    requireLabel(canvas);
    positive(canvas, "width");
    positive(canvas, "height");
    objects(canvas, "thumbnail").forEach(this::image);
    List<JsonObject> pages = objects(canvas, "items");
    assertFalse(pages.isEmpty());
    pages.forEach(page -> annotations(page, "painting", canvas));
    objects(canvas, "annotations").forEach(page -> annotations(page, "supplementing", canvas));
  }

  private void annotations(JsonObject page, String motivation, JsonObject canvas) {
    described(page, "AnnotationPage");
    unique(page);
    List<JsonObject> annotations = objects(page, "items");
    assertFalse(annotations.isEmpty());
    for (JsonObject annotation : annotations) {
      described(annotation, "Annotation");
      unique(annotation);
      assertEquals(motivation, annotation.getString("motivation"));
      assertEquals(canvas.getString("id"), annotation.getString("target"));
      JsonObject body = annotation.getJsonObject("body");
      if (motivation.equals("painting")) {
        image(body);
      } else {
        known(body, "TextualBody");
        assertFalse(body.getString("value").isBlank());
      }
    }
  }

  private void image(JsonObject image) {
    described(image, "Image");
    positive(image, "width");
    positive(image, "height");
    for (JsonObject service : objects(image, "service")) {
      described(service, "ImageService3");
      assertEquals("level2", service.getString("profile"));
      assertTrue(image.getString("id").startsWith(service.getString("id") + "/"));
    }
  }

  private void page(JsonObject page) {
    described(page, "Text");
    requireLabel(page);
    assertEquals("text/html", page.getString("format"));
  }

  private void pair(JsonObject pair) {
    assertEquals(Set.of("label", "value"), pair.keySet());
    languageMap(pair.get("label"));
    languageMap(pair.get("value"));
  }

  private static void requireLabel(JsonObject thing) {
    languageMap(thing.get("label"));
  }

  /** An object from language tags to arrays of strings, none of them empty. */
  private static void languageMap(JsonValue value) {
    JsonObject map = value.asJsonObject();
    assertFalse(map.isEmpty());
    map.forEach(
        (language, texts) -> {
          assertTrue(language.matches("none|[a-z]{2,3}(-[A-Za-z0-9]+)*"), language);
          JsonArray array = texts.asJsonArray();
          assertFalse(array.isEmpty());
          array
              .getValuesAs(JsonString.class)
              .forEach(text -> assertFalse(text.getString().isBlank()));
        });
  }

  private void described(JsonObject thing, String type) {
    known(thing, type);
    String id = thing.getString("id");
    assertTrue(URI.create(id).isAbsolute(), id);
    assertTrue(id.startsWith(base + "/"), id);
  }

  private static void known(JsonObject thing, String type) {
    assertEquals(type, thing.getString("type"));
    Set<String> unknown = new HashSet<>(thing.keySet());
    unknown.removeAll(ALLOWED.get(type));
    assertTrue(unknown.isEmpty(), () -> type + " does not have " + unknown);
  }

  private void unique(JsonObject thing) {
    assertTrue(ids.add(thing.getString("id")), () -> "twice: " + thing.getString("id"));
  }

  private static void positive(JsonObject thing, String name) {
    JsonNumber number = thing.getJsonNumber(name);
    assertTrue(number.isIntegral() && number.intValue() > 0, name);
  }

  private static List<JsonObject> objects(JsonObject thing, String name) {
    JsonArray array = thing.getJsonArray(name);
    return array == null ? List.of() : array.getValuesAs(JsonObject.class);
  }
}
