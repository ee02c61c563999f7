package cn.lantai.server.iiif.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Web;
import com.microsoft.playwright.Browser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A manifest and a collection of each kind; {@link MiradorProgram} opens them all. */
@ExtendWith({Chromium.class, LantaiServer.class})
class MiradorIT {

  private final Browser browser;
  private final String base;

  MiradorIT(Browser browser, LantaiServer.Running server) {
    this.browser = browser;
    base = server.baseUrl();
  }

  @Test
  void oneOfEachKindOpens() {
    Map<String, JsonObject> kinds = new LinkedHashMap<>();
    new EmittedDocuments(new Web(base)).all().forEach(it -> kinds.putIfAbsent(kind(it), it));
    Set<String> expected =
        Set.of(
            "/iiif/manifest seen",
            "/iiif/manifest played",
            "/iiif/manifest/set seen",
            "/iiif/manifest/exhibition seen",
            "/iiif/manifest/collection seen",
            "/iiif/manifest/compilation seen",
            "/iiif/manifest/study seen",
            "/iiif/collection offered",
            "/iiif/collection/person offered",
            "/iiif/collection/theme offered",
            "/iiif/list offered");
    assertTrue(kinds.keySet().containsAll(expected), kinds.keySet().toString());
    List<String> failures = new ArrayList<>();
    try (Mirador mirador = new Mirador(browser, base, "r001")) {
      for (JsonObject each : kinds.values()) {
        failures.addAll(mirador.open(List.of(each)));
      }
    }
    assertEquals(List.of(), failures);
  }

  @Test
  void whatIsNotThereDoesNotPassForOpen() {
    JsonObject lost =
        Json.createObjectBuilder(
                new EmittedDocuments(new Web(base)).get(base + "/iiif/manifest/r001"))
            .add("id", base + "/iiif/manifest/nothing")
            .build();
    try (Mirador mirador = new Mirador(browser, base, "r001")) {
      assertFalse(mirador.open(List.of(lost)).isEmpty());
    }
  }

  /** Such as {@code /iiif/manifest/exhibition seen}. */
  private String kind(JsonObject document) {
    String path = document.getString("id").substring(base.length()).replaceFirst("\\?.*", "");
    String parent =
        path.equals("/iiif/collection") ? path : path.substring(0, path.lastIndexOf('/'));
    return parent + " " + Mirador.kind(document);
  }
}
