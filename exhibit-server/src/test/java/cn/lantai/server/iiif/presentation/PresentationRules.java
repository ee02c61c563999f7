package cn.lantai.server.iiif.presentation;

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
import java.util.stream.Collectors;

/**
 * What the IIIF Presentation API 3.0 demands of a document, as far as this server uses it: nothing
 * that the specification does not know, everything that it requires.
 */
final class PresentationRules {

  /** Appendix A of the specification, without what this server never writes. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry(
              "Manifest",
              Set.of(
                  "@context",
                  "id",
                  "type",
                  "viewingDirection",
                  "start",
                  "structures",
                  "label",
                  "metadata",
                  "summary",
                  "requiredStatement",
                  "rights",
                  "provider",
                  "thumbnail",
                  "seeAlso",
                  "homepage",
                  "partOf",
                  "service",
                  "navDate",
                  "navPlace",
                  "items",
                  "annotations",
                  "behavior",
                  "rendering")),
          Map.entry(
              "Collection",
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
                  "seeAlso",
                  "homepage",
                  "partOf",
                  "service",
                  "navDate",
                  "navPlace",
                  "items",
                  "annotations",
                  "behavior",
                  "rendering")),
          Map.entry(
              "Canvas",
              Set.of(
                  "@context",
                  "id",
                  "type",
                  "width",
                  "height",
                  "duration",
                  "placeholderCanvas",
                  "accompanyingCanvas",
                  "label",
                  "metadata",
                  "summary",
                  "thumbnail",
                  "items",
                  "annotations",
                  "partOf",
                  "seeAlso",
                  "rendering",
                  "behavior",
                  "requiredStatement")),
          Map.entry("Range", Set.of("id", "type", "label", "items")),
          Map.entry("AnnotationPage", Set.of("@context", "id", "type", "label", "items")),
          Map.entry("Annotation", Set.of("id", "type", "motivation", "body", "target", "label")),
          Map.entry("Image", Set.of("id", "type", "format", "width", "height", "service", "label")),
          Map.entry("Sound", Set.of("id", "type", "format", "duration", "service")),
          Map.entry(
              "Video", Set.of("id", "type", "format", "duration", "width", "height", "service")),
          Map.entry("ImageService3", Set.of("id", "type", "profile")),
          Map.entry("SearchService2", Set.of("id", "type", "service")),
          Map.entry("AutoCompleteService2", Set.of("id", "type")),
          Map.entry("Agent", Set.of("id", "type", "label", "homepage", "logo", "seeAlso")),
          Map.entry("Text", Set.of("id", "type", "label", "format", "language")),
          Map.entry("Dataset", Set.of("id", "type", "label", "format", "profile")),
          Map.entry("TextualBody", Set.of("type", "value", "language", "format", "textDirection")),
          Map.entry("FeatureCollection", Set.of("id", "type", "features")),
          Map.entry("Feature", Set.of("id", "type", "properties", "geometry")));

  private static final String PRESENTATION = "http://iiif.io/api/presentation/3/context.json";
  private static final String SEARCH = "http://iiif.io/api/search/2/context.json";
  private static final String NAV_PLACE = "http://iiif.io/api/extension/navplace/context.json";
  private static final Set<String> BEHAVIORS = Set.of("individuals", "paged", "continuous");
  private static final Set<String> ALONE = Set.of("facing-pages", "non-paged");
  private static final Set<String> DIRECTIONS =
      Set.of("left-to-right", "right-to-left", "top-to-bottom", "bottom-to-top");

  private final String base;
  private final Set<String> ids = new HashSet<>();

  PresentationRules(String base) {
    this.base = base;
  }

  /** A manifest or a collection, or a canvas or an annotation page that stands by itself. */
  void check(JsonObject document) {
    assertEquals("@context", document.keySet().iterator().next(), "the context comes first");
    assertContext(document);
    switch (document.getString("type")) {
      case "Manifest" -> manifest(document);
      case "Collection" -> collection(document);
      case "Canvas" -> canvas(document);
      default -> annotations(document, "supplementing", Set.of());
    }
  }

  private static void assertContext(JsonObject document) {
    JsonValue context = document.get("@context");
    List<String> contexts =
        context instanceof JsonArray array
            ? array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()
            : List.of(document.getString("@context"));
    assertEquals(PRESENTATION, contexts.get(contexts.size() - 1), "it overrides the others");
    assertEquals(document.containsKey("service"), contexts.contains(SEARCH));
    if (document.containsKey("navPlace")) {
      assertTrue(contexts.contains(NAV_PLACE));
    }
  }

  private void manifest(JsonObject manifest) {
    known(manifest);
    head(manifest);
    if (manifest.containsKey("viewingDirection")) {
      assertTrue(DIRECTIONS.contains(manifest.getString("viewingDirection")));
    }
    List<JsonObject> canvases = objects(manifest, "items");
    assertFalse(canvases.isEmpty(), "a manifest has a canvas");
    canvases.forEach(this::canvas);
    for (JsonObject canvas : canvases) {
      if (canvas.containsKey("behavior")) {
        assertEquals("[\"paged\"]", manifest.getJsonArray("behavior").toString());
        assertTrue(ALONE.contains(canvas.getJsonArray("behavior").getString(0)));
      }
    }
    Set<String> own = canvases.stream().map(it -> it.getString("id")).collect(Collectors.toSet());
    objects(manifest, "structures").forEach(range -> range(range, own));
  }

  private void collection(JsonObject collection) {
    known(collection);
    head(collection);
    for (JsonObject item : objects(collection, "items")) {
      assertTrue(Set.of("Manifest", "Collection").contains(item.getString("type")));
      known(item);
      unique(item);
      requireLabel(item);
      objects(item, "thumbnail").forEach(this::image);
      assertFalse(item.containsKey("items"), "a reference");
    }
  }

  private void head(JsonObject thing) {
    requireLabel(thing);
    if (thing.containsKey("summary")) {
      languageMap(thing.get("summary"));
    }
    objects(thing, "metadata").forEach(this::pair);
    if (thing.containsKey("requiredStatement")) {
      pair(thing.getJsonObject("requiredStatement"));
    }
    if (thing.containsKey("behavior")) {
      for (JsonString behavior : thing.getJsonArray("behavior").getValuesAs(JsonString.class)) {
        assertTrue(BEHAVIORS.contains(behavior.getString()), behavior.getString());
      }
    }
    if (thing.containsKey("rights")) {
      assertTrue(thing.getString("rights").startsWith("http://"), "as the registry writes it");
    }
    if (thing.containsKey("navDate")) {
      assertTrue(thing.getString("navDate").matches("\\d{4}-\\d\\d-\\d\\dT00:00:00Z"));
    }
    if (thing.containsKey("navPlace")) {
      places(thing.getJsonObject("navPlace"));
    }
    for (JsonObject agent : objects(thing, "provider")) {
      known(agent, "Agent");
      requireLabel(agent);
      objects(agent, "homepage").forEach(this::page);
    }
    objects(thing, "homepage").forEach(this::page);
    objects(thing, "seeAlso").forEach(data -> known(data, "Dataset"));
    objects(thing, "thumbnail").forEach(this::image);
    objects(thing, "partOf").forEach(whole -> known(whole, "Collection"));
    objects(thing, "service").forEach(service -> known(service, "SearchService2"));
  }

  private void places(JsonObject places) {
    known(places, "FeatureCollection");
    assertFalse(objects(places, "features").isEmpty());
    for (JsonObject feature : objects(places, "features")) {
      known(feature, "Feature");
      languageMap(feature.getJsonObject("properties").get("label"));
      JsonArray point = feature.getJsonObject("geometry").getJsonArray("coordinates");
      double longitude = point.getJsonNumber(0).doubleValue();
      double latitude = point.getJsonNumber(1).doubleValue();
      assertTrue(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90, point.toString());
    }
  }

  private void range(JsonObject range, Set<String> canvases) {
    known(range, "Range");
    unique(range);
    requireLabel(range);
    assertFalse(objects(range, "items").isEmpty());
    for (JsonObject item : objects(range, "items")) {
      if (item.getString("type").equals("Range")) {
        range(item, canvases);
      } else {
        String id = item.getString("id");
        assertTrue(canvases.contains(id.replaceFirst("#.*", "")), "of here");
        assertTrue(!id.contains("#") || id.matches(".*#(?:t|xywh)=[\\d.,]+"), id);
      }
    }
  }

  private void canvas(JsonObject canvas) {
    known(canvas, "Canvas");
    unique(canvas);
    String id = canvas.getString("id");
    assertFalse(id.contains("#"), "a canvas has no fragment");
    requireLabel(canvas);
    assertEquals(canvas.containsKey("width"), canvas.containsKey("height"), "both or none");
    if (canvas.containsKey("duration")) {
      lasting(canvas);
    }
    if (canvas.containsKey("width") || !canvas.containsKey("duration")) {
      positive(canvas, "width");
      positive(canvas, "height");
    }
    for (String beside : List.of("placeholderCanvas", "accompanyingCanvas")) {
      if (canvas.containsKey(beside)) {
        JsonObject other = canvas.getJsonObject(beside);
        assertFalse(other.containsKey("placeholderCanvas"), "none within one (B.3)");
        assertFalse(other.containsKey("accompanyingCanvas"));
        canvas(other);
      }
    }
    objects(canvas, "thumbnail").forEach(this::image);
    objects(canvas, "items").forEach(page -> annotations(page, "painting", Set.of(id)));
    for (JsonObject page : objects(canvas, "annotations")) {
      if (page.containsKey("items")) {
        boolean lines = page.getString("id").matches(".*/(?:transcript|captions)");
        annotations(page, lines ? "supplementing" : "commenting", Set.of(id));
      } else {
        known(page, "AnnotationPage");
      }
    }
  }

  /**
   * @param canvases at which they may point; empty for any
   */
  private void annotations(JsonObject page, String motivation, Set<String> canvases) {
    known(page, "AnnotationPage");
    unique(page);
    List<JsonObject> annotations = objects(page, "items");
    assertFalse(annotations.isEmpty());
    for (JsonObject annotation : annotations) {
      known(annotation, "Annotation");
      unique(annotation);
      assertEquals(motivation, annotation.getString("motivation"));
      String target = annotation.getString("target");
      assertTrue(
          canvases.isEmpty() || canvases.contains(target.replaceFirst("#(?:t|xywh)=[\\d.,]+$", "")),
          target);
      JsonValue body = annotation.get("body");
      List<JsonObject> bodies =
          body instanceof JsonArray array
              ? array.getValuesAs(JsonObject.class)
              : List.of(body.asJsonObject());
      for (JsonObject each : bodies) {
        if (motivation.equals("painting")) {
          painted(each);
        } else if (each.getString("type").equals("Text")) {
          captions(each);
        } else {
          text(each);
        }
      }
    }
  }

  private void painted(JsonObject body) {
    if (body.getString("type").equals("Image")) {
      image(body);
      return;
    }
    boolean film = body.getString("type").equals("Video");
    known(body, film ? "Video" : "Sound");
    assertTrue(body.getString("format").startsWith(film ? "video/" : "audio/"));
    lasting(body);
    if (film) {
      positive(body, "width");
      positive(body, "height");
    }
  }

  private void captions(JsonObject body) {
    known(body, "Text");
    requireLabel(body);
    assertEquals("text/vtt", body.getString("format"));
    assertTrue(Set.of("zh-Hans", "en").contains(body.getString("language")));
  }

  private static void lasting(JsonObject thing) {
    double seconds = thing.getJsonNumber("duration").doubleValue();
    assertTrue(seconds > 0 && Double.isFinite(seconds), "duration in seconds");
  }

  private static void text(JsonObject body) {
    properties(body, "TextualBody");
    assertFalse(body.getString("value").isBlank());
    assertTrue(Set.of("zh-Hans", "zh-Hant", "en").contains(body.getString("language")));
  }

  private void image(JsonObject image) {
    known(image, "Image");
    positive(image, "width");
    positive(image, "height");
    for (JsonObject service : objects(image, "service")) {
      known(service, "ImageService3");
      assertEquals("level2", service.getString("profile"));
      assertTrue(image.getString("id").startsWith(service.getString("id") + "/"));
    }
  }

  private void page(JsonObject page) {
    known(page, "Text");
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

  private void known(JsonObject thing, String type) {
    assertEquals(type, thing.getString("type"));
    known(thing);
  }

  private void known(JsonObject thing) {
    String id = thing.getString("id");
    assertTrue(URI.create(id).isAbsolute(), id);
    assertTrue(id.startsWith(base + "/"), id);
    properties(thing, thing.getString("type"));
  }

  private static void properties(JsonObject thing, String type) {
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
