package cn.lantai.server.iiif.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What recipes of the IIIF Cookbook show, in words of our own: each method holds a manifest to the
 * shape of one. The addresses are {@code https://iiif.io/api/cookbook/recipe/} and what stands at
 * the method.
 */
final class Cookbook {

  private static final Set<String> DIRECTIONS =
      Set.of("left-to-right", "right-to-left", "top-to-bottom", "bottom-to-top");
  private static final Set<String> BEHAVIORS = Set.of("individuals", "paged", "continuous");

  private Cookbook() {}

  /** {@code 0005-image-service/}: a canvas as large as its one image, which has a service. */
  static void deepZoom(JsonObject canvas) {
    JsonObject image = painting(canvas);
    assertEquals("Image", image.getString("type"));
    assertEquals(canvas.getInt("width"), image.getInt("width"));
    assertEquals(canvas.getInt("height"), image.getInt("height"));
    assertTrue(image.getString("id").endsWith("/full/max/0/default.jpg"));
    assertEquals("image/jpeg", image.getString("format"));
    JsonObject service = only(image, "service");
    assertEquals("ImageService3", service.getString("type"));
    assertTrue(image.getString("id").startsWith(service.getString("id") + "/"));
    assertTrue(service.getString("profile").matches("level[0-2]"));
  }

  /** {@code 0009-book-1/}: canvases with labels in the order of the pages, and how to turn them. */
  static void book(JsonObject manifest, int pages) {
    assertEquals("paged", manifest.getJsonArray("behavior").getString(0));
    List<JsonObject> canvases = objects(manifest, "items");
    assertEquals(pages, canvases.size());
    for (JsonObject canvas : canvases) {
      languages(canvas.getJsonObject("label"));
      deepZoom(canvas);
    }
    assertEquals(pages, canvases.stream().map(canvas -> canvas.getString("id")).distinct().count());
  }

  /** {@code 0010-book-2-viewing-direction/}: said once, of the manifest; the order stays. */
  static void viewingDirection(JsonObject manifest, String direction) {
    assertTrue(DIRECTIONS.contains(direction));
    assertEquals(direction, manifest.getString("viewingDirection"));
    objects(manifest, "items")
        .forEach(canvas -> assertFalse(canvas.containsKey("viewingDirection"), "of a canvas"));
  }

  /** {@code 0011-book-3-behavior/}: a list of words, of which these exclude each other. */
  static void behavior(JsonObject manifest, String behavior) {
    List<String> said =
        manifest.getJsonArray("behavior").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList();
    assertEquals(List.of(behavior), said.stream().filter(BEHAVIORS::contains).toList());
  }

  /** {@code 0024-book-4-toc/}: ranges within ranges, whose leaves are canvases of the manifest. */
  static void tableOfContents(JsonObject manifest) {
    Set<String> canvases =
        objects(manifest, "items").stream()
            .map(canvas -> canvas.getString("id"))
            .collect(Collectors.toSet());
    List<JsonObject> leaves = new ArrayList<>();
    objects(manifest, "structures").forEach(range -> leaves(range, leaves));
    assertFalse(leaves.isEmpty());
    for (JsonObject leaf : leaves) {
      assertEquals("Canvas", leaf.getString("type"));
      assertTrue(canvases.contains(leaf.getString("id").replaceFirst("#.*", "")), leaf.toString());
    }
  }

  private static void leaves(JsonObject range, List<JsonObject> leaves) {
    assertEquals("Range", range.getString("type"));
    languages(range.getJsonObject("label"));
    for (JsonObject item : objects(range, "items")) {
      if (item.getString("type").equals("Range")) {
        leaves(item, leaves);
      } else {
        leaves.add(item);
      }
    }
  }

  /** {@code 0006-text-language/}, {@code 0029-metadata-anywhere/}: maps of lists, by language. */
  static void metadata(JsonObject manifest) {
    languages(manifest.getJsonObject("label"));
    for (JsonObject line : objects(manifest, "metadata")) {
      languages(line.getJsonObject("label"));
      languages(line.getJsonObject("value"));
    }
  }

  /** {@code 0008-rights/}: one licence with http, and not what an institution says of it. */
  static void rights(JsonObject manifest) {
    assertTrue(
        manifest
            .getString("rights")
            .matches(
                "http://(creativecommons\\.org/(licenses|publicdomain)|rightsstatements\\.org/vocab)"
                    + "/[A-Za-z-]+/\\d\\.\\d/"));
  }

  /** {@code 0047-homepage/}: a page for people, in HTML and in languages. */
  static void homepage(JsonObject thing) {
    JsonObject page = only(thing, "homepage");
    assertEquals("Text", page.getString("type"));
    assertEquals("text/html", page.getString("format"));
    languages(page.getJsonObject("label"));
    assertFalse(page.getJsonArray("language").isEmpty());
  }

  /** {@code 0053-seeAlso/}: data for programs, with its format and profile. */
  static void seeAlso(JsonObject thing) {
    for (JsonObject data : objects(thing, "seeAlso")) {
      assertEquals("Dataset", data.getString("type"));
      assertTrue(data.containsKey("format") && data.containsKey("profile"), data.toString());
    }
  }

  /** One of what {@code seeAlso} leads to is EAD, as in the recipe. */
  static void seeAlsoEad(JsonObject thing) {
    assertTrue(
        objects(thing, "seeAlso").stream().anyMatch(data -> data.getString("id").endsWith(".xml")),
        thing.toString());
  }

  /** {@code 0234-provider/}: an agent with a name, a page, a logo that has a service, and data. */
  static void provider(JsonObject manifest) {
    JsonObject agent = only(manifest, "provider");
    assertEquals("Agent", agent.getString("type"));
    languages(agent.getJsonObject("label"));
    homepage(agent);
    seeAlso(agent);
    JsonObject logo = only(agent, "logo");
    assertEquals("Image", logo.getString("type"));
    assertEquals("ImageService3", only(logo, "service").getString("type"));
  }

  /** {@code 0230-navdate/}: a moment in UTC. */
  static void navDate(JsonObject manifest, String moment) {
    assertTrue(moment.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    assertEquals(moment, manifest.getString("navDate"));
  }

  /** {@code 0154-geo-extension/}: GeoJSON, with the context of the extension before our own. */
  static void navPlace(JsonObject manifest, double longitude, double latitude) {
    assertEquals(
        List.of(
            "http://iiif.io/api/extension/navplace/context.json",
            "http://iiif.io/api/presentation/3/context.json"),
        manifest.getJsonArray("@context").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList());
    JsonObject places = manifest.getJsonObject("navPlace");
    assertEquals("FeatureCollection", places.getString("type"));
    JsonObject place = only(places, "features");
    assertEquals("Feature", place.getString("type"));
    languages(place.getJsonObject("properties").getJsonObject("label"));
    JsonObject geometry = place.getJsonObject("geometry");
    assertEquals("Point", geometry.getString("type"));
    JsonArray point = geometry.getJsonArray("coordinates");
    assertEquals(longitude, point.getJsonNumber(0).doubleValue(), "east comes first");
    assertEquals(latitude, point.getJsonNumber(1).doubleValue());
  }

  /**
   * {@code 0068-newspaper/}: lines of a page as supplementing annotations of plain text, each at
   * its rectangle. Where that recipe names it by a selector, ours does by the fragment of the
   * canvas, which means the same.
   */
  static void transcript(JsonObject canvas, String first, String fragment) {
    JsonObject line = only(only(canvas, "annotations"), "items");
    supplementing(line, canvas.getString("id") + "#" + fragment);
    JsonObject body = line.getJsonObject("body");
    assertEquals("TextualBody", body.getString("type"));
    assertEquals("text/plain", body.getString("format"));
    assertFalse(body.getString("language").isEmpty());
    assertEquals(first, body.getString("value"));
  }

  /** {@code 0269-embedded-or-referenced-annotations/}: the page of annotations by its address. */
  static void referred(JsonObject canvas) {
    JsonObject page = only(canvas, "annotations");
    assertEquals("AnnotationPage", page.getString("type"));
    assertFalse(page.containsKey("items"));
  }

  /** {@code 0002-mvm-audio/}: a canvas that lasts as long as its sound, and has no size. */
  static void audio(JsonObject canvas) {
    JsonObject sound = painting(canvas);
    assertEquals("Sound", sound.getString("type"));
    assertTrue(sound.getString("format").startsWith("audio/"));
    assertEquals(canvas.getJsonNumber("duration"), sound.getJsonNumber("duration"));
    assertFalse(canvas.containsKey("width") || canvas.containsKey("height"));
  }

  /** {@code 0003-mvm-video/}: a canvas that lasts as long as its film, and is as large. */
  static void video(JsonObject canvas) {
    JsonObject film = painting(canvas);
    assertEquals("Video", film.getString("type"));
    assertTrue(film.getString("format").startsWith("video/"));
    for (String same : List.of("duration", "width", "height")) {
      assertEquals(canvas.getJsonNumber(same), film.getJsonNumber(same), same);
    }
  }

  /** {@code 0014-accompanyingcanvas/}: what is seen while sound is heard. */
  static void accompanied(JsonObject canvas) {
    beside(canvas.getJsonObject("accompanyingCanvas"), canvas);
  }

  /** {@code 0013-placeholderCanvas/}: what is seen before a film begins. */
  static void preceded(JsonObject canvas) {
    beside(canvas.getJsonObject("placeholderCanvas"), canvas);
  }

  private static void beside(JsonObject seen, JsonObject canvas) {
    assertEquals("Canvas", seen.getString("type"));
    assertFalse(seen.getString("id").equals(canvas.getString("id")));
    assertFalse(seen.containsKey("duration") || seen.containsKey("accompanyingCanvas"));
    deepZoom(seen);
  }

  /** {@code 0219-using-caption-file/}: a file of WebVTT that supplements the whole canvas. */
  static void captions(JsonObject canvas, String... languages) {
    List<JsonObject> files = objects(only(canvas, "annotations"), "items");
    for (JsonObject file : files) {
      supplementing(file, canvas.getString("id"));
      JsonObject body = file.getJsonObject("body");
      assertEquals("Text", body.getString("type"));
      assertEquals("text/vtt", body.getString("format"));
      languages(body.getJsonObject("label"));
    }
    assertEquals(
        List.of(languages),
        files.stream().map(file -> file.getJsonObject("body").getString("language")).toList());
  }

  /** {@code 0026-toc-opera/}: ranges that end in stretches of time of a canvas. */
  static void tableOfTimes(JsonObject manifest, String... stretches) {
    tableOfContents(manifest);
    List<JsonObject> leaves = new ArrayList<>();
    objects(manifest, "structures").forEach(range -> leaves(range, leaves));
    assertEquals(
        List.of(stretches),
        leaves.stream().map(leaf -> leaf.getString("id").replaceFirst(".*#", "")).toList());
  }

  private static void supplementing(JsonObject annotation, String target) {
    assertEquals("Annotation", annotation.getString("type"));
    assertEquals("supplementing", annotation.getString("motivation"));
    assertEquals(target, annotation.getString("target"));
  }

  /** The body of the one painting annotation of a canvas, which it targets. */
  private static JsonObject painting(JsonObject canvas) {
    assertEquals(1, canvas.getJsonArray("items").size());
    JsonObject page = only(canvas, "items");
    assertEquals("AnnotationPage", page.getString("type"));
    assertEquals(1, page.getJsonArray("items").size());
    JsonObject annotation = only(page, "items");
    assertEquals("painting", annotation.getString("motivation"));
    assertEquals(canvas.getString("id"), annotation.getString("target"));
    return annotation.getJsonObject("body");
  }

  /** Each language has a list of strings. */
  private static void languages(JsonObject map) {
    assertFalse(map.isEmpty());
    map.forEach(
        (language, texts) -> {
          assertFalse(texts.asJsonArray().isEmpty(), language);
          for (JsonValue text : texts.asJsonArray()) {
            assertEquals(JsonValue.ValueType.STRING, text.getValueType());
          }
        });
  }

  static List<JsonObject> objects(JsonObject thing, String property) {
    return thing.getJsonArray(property).getValuesAs(JsonObject.class);
  }

  private static JsonObject only(JsonObject thing, String property) {
    return thing.getJsonArray(property).getJsonObject(0);
  }
}
