package cn.lantai.server.iiif.presentation;

import cn.lantai.server.linkeddata.Addresses;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says in version 2.1 of the Presentation API what a document of version 3 says, as far as version
 * 2 has words for it. Canvases and annotations keep their names; documents have an address of their
 * own.
 */
final class Presentation2 {

  static final String CONTEXT = "http://iiif.io/api/presentation/2/context.json";

  private static final String IMAGE_CONTEXT = "http://iiif.io/api/image/2/context.json";
  private static final String IMAGE_PROFILE = "http://iiif.io/api/image/2/level2.json";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("Collection", "sc:Collection"),
          Map.entry("Manifest", "sc:Manifest"),
          Map.entry("Canvas", "sc:Canvas"),
          Map.entry("Range", "sc:Range"),
          Map.entry("AnnotationPage", "sc:AnnotationList"),
          Map.entry("Annotation", "oa:Annotation"),
          Map.entry("TextualBody", "cnt:ContentAsText"),
          Map.entry("Image", "dctypes:Image"),
          Map.entry("Text", "dctypes:Text"),
          Map.entry("Sound", "dctypes:Sound"),
          Map.entry("Video", "dctypes:MovingImage"),
          Map.entry("Dataset", "dctypes:Dataset"));

  /** A transcript is painted on the canvas in version 2, for it has no other word for that. */
  private static final Map<String, String> MOTIVATIONS =
      Map.of(
          "painting", "sc:painting",
          "supplementing", "sc:painting",
          "commenting", "oa:commenting");

  private static final int SOUNDLESS_WIDTH = 1600;
  private static final int SOUNDLESS_HEIGHT = 900;

  private final Addresses addresses;

  Presentation2(Addresses addresses) {
    this.addresses = addresses;
  }

  JsonObject convert(JsonObject document) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("@context", CONTEXT);
    body(document).forEach(json::add);
    return json.build();
  }

  private JsonObject body(JsonObject thing) {
    return switch (thing.getString("type")) {
      case "Manifest" -> manifest(thing);
      case "Collection" -> collection(thing);
      case "Canvas" -> canvas(thing).build();
      case "AnnotationPage" -> annotationList(thing).build();
      default -> described(thing).build();
    };
  }

  private JsonObject manifest(JsonObject manifest) {
    JsonObjectBuilder json = described(manifest);
    if (!manifest.containsKey("items")) {
      return json.build();
    }
    JsonObjectBuilder sequence =
        Json.createObjectBuilder()
            .add("@id", address(manifest) + "/sequence/normal")
            .add("@type", "sc:Sequence");
    reading(manifest, sequence);
    JsonArrayBuilder canvases = Json.createArrayBuilder();
    objects(manifest, "items").forEach(canvas -> canvases.add(canvas(canvas)));
    json.add("sequences", Json.createArrayBuilder().add(sequence.add("canvases", canvases)));
    JsonArrayBuilder ranges = Json.createArrayBuilder();
    objects(manifest, "structures").forEach(range -> flatten(range, true, ranges));
    JsonArray flat = ranges.build();
    return (flat.isEmpty() ? json : json.add("structures", flat)).build();
  }

  private JsonObject collection(JsonObject collection) {
    JsonObjectBuilder json = described(collection);
    List<JsonObject> items = objects(collection, "items").toList();
    boolean ofManifests = items.stream().allMatch(item -> isA(item, "Manifest"));
    boolean ofCollections = items.stream().allMatch(item -> isA(item, "Collection"));
    if (collection.containsKey("items")) {
      JsonArrayBuilder members = Json.createArrayBuilder();
      items.forEach(item -> members.add(body(item)));
      json.add(ofManifests ? "manifests" : ofCollections ? "collections" : "members", members);
    }
    return json.build();
  }

  private JsonObjectBuilder canvas(JsonObject canvas) {
    JsonObjectBuilder json = described(canvas);
    copy(canvas, json, "width", "height");
    JsonArrayBuilder images = Json.createArrayBuilder();
    if (canvas.containsKey("duration")) {
      return soundless(canvas, json.add("images", images));
    }
    objects(canvas, "items")
        .flatMap(page -> objects(page, "items"))
        .forEach(painting -> images.add(annotation(painting)));
    json.add("images", images);
    if (canvas.containsKey("annotations")) {
      JsonArrayBuilder others = Json.createArrayBuilder();
      objects(canvas, "annotations").forEach(page -> others.add(annotationList(page)));
      json.add("otherContent", others);
    }
    return json;
  }

  /**
   * Version 2 knows neither time nor sound. A recording is an empty page of some size there, with
   * the file as what else can be had of it (5.2, rendering).
   */
  private static JsonObjectBuilder soundless(JsonObject canvas, JsonObjectBuilder json) {
    if (!canvas.containsKey("width")) {
      json.add("width", SOUNDLESS_WIDTH).add("height", SOUNDLESS_HEIGHT);
    }
    objects(canvas, "items")
        .flatMap(page -> objects(page, "items"))
        .map(painting -> painting.getJsonObject("body"))
        .findFirst()
        .ifPresent(
            file ->
                json.add(
                    "rendering",
                    Json.createObjectBuilder()
                        .add("@id", file.getString("id"))
                        .add("format", file.getString("format"))
                        .add("label", map(canvas, "label").orElseThrow())));
    return json;
  }

  private JsonObjectBuilder annotationList(JsonObject page) {
    JsonObjectBuilder json = described(page);
    if (page.containsKey("items")) {
      JsonArrayBuilder resources = Json.createArrayBuilder();
      objects(page, "items").forEach(annotation -> resources.add(annotation(annotation)));
      json.add("resources", resources);
    }
    return json;
  }

  private JsonObjectBuilder annotation(JsonObject annotation) {
    String motivation = annotation.getString("motivation");
    JsonObjectBuilder json =
        described(annotation).add("motivation", MOTIVATIONS.getOrDefault(motivation, motivation));
    JsonValue body = annotation.get("body");
    if (body instanceof JsonArray several) {
      JsonArrayBuilder all = Json.createArrayBuilder();
      several.getValuesAs(JsonObject.class).forEach(each -> all.add(resource(each)));
      json.add("resource", all);
    } else {
      json.add("resource", resource(body.asJsonObject()));
    }
    return json.add("on", annotation.get("target"));
  }

  private JsonObjectBuilder resource(JsonObject resource) {
    if (isA(resource, "TextualBody")) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("@type", TYPES.get("TextualBody"))
              .add("chars", resource.get("value"));
      copy(resource, json, "format", "language");
      return json;
    }
    JsonObjectBuilder json = described(resource);
    copy(resource, json, "format", "width", "height");
    return json;
  }

  /** Version 2 lists ranges one after the other; each names those within it. */
  private void flatten(JsonObject range, boolean top, JsonArrayBuilder all) {
    JsonObjectBuilder json = described(range);
    if (top) {
      json.add("viewingHint", "top");
    }
    JsonArrayBuilder ranges = Json.createArrayBuilder();
    JsonArrayBuilder canvases = Json.createArrayBuilder();
    List<JsonObject> within = new ArrayList<>();
    for (JsonObject item : objects(range, "items").toList()) {
      if (isA(item, "Range")) {
        ranges.add(address(item));
        within.add(item);
      } else {
        canvases.add(address(item));
      }
    }
    JsonArray rangeIds = ranges.build();
    JsonArray canvasIds = canvases.build();
    if (!rangeIds.isEmpty()) {
      json.add("ranges", rangeIds);
    }
    if (!canvasIds.isEmpty()) {
      json.add("canvases", canvasIds);
    }
    all.add(json);
    within.forEach(inner -> flatten(inner, false, all));
  }

  /** The properties that all resources may have. */
  private JsonObjectBuilder described(JsonObject thing) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("@id", address(thing));
    String type = thing.getString("type");
    json.add("@type", TYPES.getOrDefault(type, type));
    map(thing, "label").ifPresent(label -> json.add("label", label));
    map(thing, "summary").ifPresent(summary -> json.add("description", summary));
    metadata(thing, json);
    attribution(thing).ifPresent(words -> json.add("attribution", words));
    rename(thing, "rights", json, "license");
    copy(thing, json, "navDate");
    first(thing, "thumbnail").ifPresent(image -> json.add("thumbnail", resource(image)));
    first(thing, "provider")
        .flatMap(agent -> first(agent, "logo"))
        .ifPresent(image -> json.add("logo", resource(image)));
    first(thing, "service").flatMap(this::imageService).ifPresent(it -> json.add("service", it));
    first(thing, "partOf").ifPresent(whole -> json.add("within", address(whole)));
    links(thing, "homepage").ifPresent(pages -> json.add("related", pages));
    links(thing, "seeAlso").ifPresent(data -> json.add("seeAlso", data));
    if (type.equals("Manifest") || type.equals("Canvas")) {
      reading(thing, json);
    }
    return json;
  }

  private static void reading(JsonObject thing, JsonObjectBuilder json) {
    copy(thing, json, "viewingDirection");
    JsonArray behavior = thing.getJsonArray("behavior");
    if (behavior != null && !behavior.isEmpty()) {
      json.add("viewingHint", behavior.get(0));
    }
  }

  private static void metadata(JsonObject thing, JsonObjectBuilder json) {
    if (thing.containsKey("metadata")) {
      JsonArrayBuilder pairs = Json.createArrayBuilder();
      objects(thing, "metadata")
          .forEach(
              pair ->
                  pairs.add(
                      Json.createObjectBuilder()
                          .add("label", map(pair, "label").orElseThrow())
                          .add("value", map(pair, "value").orElseThrow())));
      json.add("metadata", pairs);
    }
  }

  /** What must be shown, and else who provides it. */
  private static Optional<JsonArray> attribution(JsonObject thing) {
    return thing.containsKey("requiredStatement")
        ? map(thing.getJsonObject("requiredStatement"), "value")
        : first(thing, "provider").flatMap(agent -> map(agent, "label"));
  }

  private Optional<JsonArrayBuilder> links(JsonObject thing, String property) {
    if (!thing.containsKey(property)) {
      return Optional.empty();
    }
    JsonArrayBuilder links = Json.createArrayBuilder();
    objects(thing, property)
        .forEach(
            link -> {
              JsonObjectBuilder json = Json.createObjectBuilder().add("@id", link.getString("id"));
              map(link, "label").ifPresent(label -> json.add("label", label));
              copy(link, json, "format", "profile");
              links.add(json);
            });
    return Optional.of(links);
  }

  /** Ours speak both versions; of others only those that speak the one of this are named. */
  private Optional<JsonObjectBuilder> imageService(JsonObject service) {
    if (service.getString("@type", "").equals("ImageService2")) {
      return Optional.of(
          Json.createObjectBuilder()
              .add("@context", IMAGE_CONTEXT)
              .add("@id", service.get("@id"))
              .add("profile", service.get("profile")));
    }
    return isA(service, "ImageService3") && !address(service).equals(service.getString("id"))
        ? Optional.of(
            Json.createObjectBuilder()
                .add("@context", IMAGE_CONTEXT)
                .add("@id", address(service))
                .add("profile", IMAGE_PROFILE))
        : Optional.empty();
  }

  /** Strings with their language (2.1, 4.3); what is in no language is a plain value. */
  private static Optional<JsonArray> map(JsonObject thing, String property) {
    if (!thing.containsKey(property)) {
      return Optional.empty();
    }
    JsonArrayBuilder values = Json.createArrayBuilder();
    thing
        .getJsonObject(property)
        .forEach(
            (language, texts) -> {
              for (JsonString text : texts.asJsonArray().getValuesAs(JsonString.class)) {
                JsonObjectBuilder value = Json.createObjectBuilder().add("@value", text);
                values.add(language.equals("none") ? value : value.add("@language", language));
              }
            });
    return Optional.of(values.build());
  }

  private String address(JsonObject thing) {
    return addresses.inVersion2(thing.getString("id"));
  }

  private static boolean isA(JsonObject thing, String type) {
    return thing.getString("type", "").equals(type);
  }

  private static void copy(JsonObject from, JsonObjectBuilder to, String... properties) {
    for (String property : properties) {
      rename(from, property, to, property);
    }
  }

  private static void rename(
      JsonObject from, String property, JsonObjectBuilder to, String otherName) {
    if (from.containsKey(property)) {
      to.add(otherName, from.get(property));
    }
  }

  private static Optional<JsonObject> first(JsonObject thing, String property) {
    return objects(thing, property).findFirst();
  }

  private static Stream<JsonObject> objects(JsonObject thing, String property) {
    return thing.get(property) instanceof JsonArray array
        ? array.getValuesAs(JsonObject.class).stream()
        : Stream.empty();
  }
}
