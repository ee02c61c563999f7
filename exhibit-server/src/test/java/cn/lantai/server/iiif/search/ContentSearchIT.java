package cn.lantai.server.iiif.search;

import static cn.lantai.server.testing.Web.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Web;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content Search 2.0 over the transcripts of the samples. */
@ExtendWith(LantaiServer.class)
class ContentSearchIT {

  private final Web web;

  ContentSearchIT(LantaiServer.Running server) {
    web = server.web();
  }

  @Test
  void aManifestSaysWhereItIsSearchedAndTheLinesThatAreFoundAreItsOwn() {
    JsonObject manifest = json(web.get("/iiif/manifest/r001"));
    JsonObject service = manifest.getJsonArray("service").getJsonObject(0);
    assertEquals("SearchService2", service.getString("type"));
    JsonObject found = json(web.get(service.getString("id") + "?q=" + Web.encode("陈望道")));
    assertEquals("http://iiif.io/api/search/2/context.json", found.getString("@context"));
    assertEquals("AnnotationPage", found.getString("type"));
    List<JsonObject> lines = items(found);
    assertEquals(
        List.of("陳望道 譯", "譯者 陳望道"),
        lines.stream().map(line -> line.getJsonObject("body").getString("value")).toList());
    for (JsonObject line : lines) {
      assertTrue(manifest.toString().contains(line.toString()), "as in the manifest");
    }
    JsonObject match = items(found.getJsonArray("annotations").getJsonObject(0)).get(1);
    assertEquals("highlighting", match.getString("motivation"));
    JsonObject target = match.getJsonObject("target");
    assertEquals(lines.get(1).getString("id"), target.getString("source"));
    JsonObject quote = target.getJsonArray("selector").getJsonObject(0);
    assertEquals("譯者 ", quote.getString("prefix"));
    assertEquals("陳望道", quote.getString("exact"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"collection", "collection/x001", "collection/person/chenwangdao"})
  void aCollectionSaysInWhichManifestALineIs(String collection) {
    JsonObject document = json(web.get("/iiif/" + collection));
    String service = document.getJsonArray("service").getJsonObject(0).getString("id");
    List<JsonObject> lines = items(json(web.get(service + "?q=" + Web.encode("陳望道 譯"))));
    JsonObject target =
        lines.stream()
            .map(line -> line.getJsonObject("target"))
            .filter(it -> it.getString("id").endsWith("/iiif/canvas/r001-1"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        web.base() + "/iiif/manifest/r001", target.getJsonObject("partOf").getString("id"));
  }

  @Test
  void aSelectionIsSearchedInThePagesThatItShows() {
    String exhibition = "/iiif/search/manifest/exhibition/xinyang-zhi-yuan?q=";
    assertFalse(items(json(web.get(exhibition + Web.encode("陳望道")))).isEmpty());
    String other = "/iiif/search/manifest/exhibition/donghai-shouwang?q=";
    assertTrue(items(json(web.get(other + Web.encode("陳望道")))).isEmpty());
  }

  @Test
  void wordsAreCompletedFromTheTranscripts() {
    JsonObject manifest = json(web.get("/iiif/manifest/r001"));
    String service =
        manifest
            .getJsonArray("service")
            .getJsonObject(0)
            .getJsonArray("service")
            .getJsonObject(0)
            .getString("id");
    JsonObject terms = json(web.get(service + "?q=" + Web.encode("共产")));
    assertEquals("TermPage", terms.getString("type"));
    assertTrue(items(terms).isEmpty(), "the cover is misprinted");
    terms = json(web.get(service + "?q=" + Web.encode("共党")));
    assertEquals("共黨產宣言", items(terms).get(0).getString("value"));
    assertTrue(items(json(web.get(service + "?min=99&q=" + Web.encode("共党")))).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "q=, 0",
    "'', 0",
    "q=%3F, 0",
    "q=%E9%99%B3%E6%9C%9B%E9%81%93&motivation=painting, 0",
    "q=%E9%99%B3%E6%9C%9B%E9%81%93&motivation=tagging%20supplementing, 2",
    "q=%E9%99%B3%E6%9C%9B%E9%81%93&page=2, 0",
    "q=%22%3Cscript%3E, 0"
  })
  void whatFindsNothingIsAnEmptyPage(String query, int lines) {
    assertEquals(lines, items(json(web.get("/iiif/search/manifest/r001?" + query))).size());
  }

  @Test
  void parametersThatAreNotLookedAtAreNamed() {
    JsonObject found = json(web.get("/iiif/search/manifest/r001?q=a&user=https://e.org/u&date=x"));
    assertEquals("[\"date\",\"user\"]", found.getJsonArray("ignored").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "/iiif/search/manifest/nothing?q=a, 404",
    "/iiif/search/canvas/r001-1?q=a, 404",
    "/iiif/search/list/person?q=a, 404",
    "/iiif/search/collection/exhibition/xinyang-zhi-yuan?q=a, 404",
    "/iiif/search/manifest/person/chenwangdao?q=a, 404",
    "/iiif/search/manifest/r001?q=a&page=101, 400",
    "/iiif/search/manifest/r001?q=a&page=0, 400",
    "/iiif/search/manifest/r001?q=a&page=x, 400",
    "/iiif/autocomplete/manifest/nothing?q=a, 404",
    "/iiif/search/nothing?q=a, 404",
    "/iiif/search/..%2fmanifest?q=a, 404"
  })
  void whatCannotBeSearchedIsRefused(String address, int status) {
    HttpResponse<String> answer = web.get(address);
    assertTrue(answer.statusCode() == status || answer.statusCode() == 400, answer.body());
    assertEquals(400, web.get("/iiif/search/manifest/r001?q=" + "a".repeat(1000)).statusCode());
    assertFalse(answer.body().contains("Exception"));
  }

  @Test
  void otherSitesMaySearch() {
    HttpResponse<String> answer = web.get("/iiif/search/manifest/r001?q=a");
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertEquals(
        204,
        web.options(
                "/iiif/search/manifest/r001",
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "GET")
            .statusCode());
  }

  private static List<JsonObject> items(JsonObject document) {
    return document.getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}
