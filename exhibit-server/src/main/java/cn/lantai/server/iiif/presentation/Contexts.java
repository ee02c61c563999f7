package cn.lantai.server.iiif.presentation;

import cn.lantai.server.iiif.AuthServices;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;

/** Puts the {@code @context} of what a document uses in front of it (4.6). */
final class Contexts {

  static final String PRESENTATION = "http://iiif.io/api/presentation/3/context.json";
  static final String NAV_PLACE = "http://iiif.io/api/extension/navplace/context.json";
  static final String SEARCH = "http://iiif.io/api/search/2/context.json";

  private Contexts() {}

  /** The context of the Presentation API comes last, for it overrides the others. */
  static JsonObject before(JsonObject document) {
    List<String> contexts = new ArrayList<>();
    if (uses(document, "navPlace")) {
      contexts.add(NAV_PLACE);
    }
    if (document.containsKey("service")) {
      contexts.add(SEARCH);
    }
    if (document.toString().contains("\"AuthProbeService2\"")) {
      contexts.add(AuthServices.CONTEXT);
    }
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (contexts.isEmpty()) {
      json.add("@context", PRESENTATION);
    } else {
      JsonArrayBuilder all = Json.createArrayBuilder(contexts);
      json.add("@context", all.add(PRESENTATION));
    }
    document.forEach(json::add);
    return json.build();
  }

  private static boolean uses(JsonObject document, String property) {
    return document.containsKey(property)
        || document.containsKey("items")
            && document.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .anyMatch(item -> item.containsKey(property));
  }
}
