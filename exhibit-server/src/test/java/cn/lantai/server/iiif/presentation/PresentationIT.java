package cn.lantai.server.iiif.presentation;

import static cn.lantai.server.testing.Web.header;
import static cn.lantai.server.testing.Web.mediaType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Web;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests and collections of the samples, as viewers and harvesters of other sites read them. */
@ExtendWith(LantaiServer.class)
class PresentationIT {

  private static final String VERSION_3 = "http://iiif.io/api/presentation/3/context.json";
  private static final String VERSION_2 = "http://iiif.io/api/presentation/2/context.json";
  private static final String WANTS_2 = "application/ld+json;profile=\"" + VERSION_2 + "\"";

  private final Web web;

  PresentationIT(LantaiServer.Running server) {
    web = server.web();
  }

  @Test
  void theTopCollectionLeadsToEverythingAndAllOfItIsValid() {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(web.base() + "/iiif/collection"));
    while (!open.isEmpty()) {
      String address = open.pop();
      if (seen.add(address)) {
        JsonObject document = get(address);
        assertEquals(address, document.getString("id"));
        new PresentationRules(web.base()).check(document);
        if (document.getString("type").equals("Collection")) {
          items(document).forEach(item -> open.push(item.getString("id")));
        }
      }
    }
    for (String record : List.of("r001", "r006", "r040", "r057", "r104")) {
      assertTrue(seen.contains(web.base() + "/iiif/manifest/" + record), record);
    }
    assertTrue(seen.contains(web.base() + "/iiif/manifest/set/m001-ws-001"));
    assertTrue(seen.contains(web.base() + "/iiif/manifest/exhibition/xinyang-zhi-yuan"));
  }

  @Test
  void aRecordSaysWhereItIsFromWhenAndWhereAndWhatItMustBeShownWith() {
    HttpResponse<String> answer = web.get("/iiif/manifest/r001");
    String type = header(answer, "Content-Type").replace(" ", "");
    assertTrue(type.startsWith("application/ld+json;profile=\"" + VERSION_3 + "\""), type);
    JsonObject manifest = json(answer);
    assertEquals("1920-08-01T00:00:00Z", manifest.getString("navDate"));
    assertEquals("paged", manifest.getJsonArray("behavior").getString(0));
    assertTrue(manifest.containsKey("requiredStatement"), "drawn pages are called drawn");
    assertEquals(2, manifest.getJsonObject("navPlace").getJsonArray("features").size());
    assertEquals(
        web.base() + "/iiif/collection/x001-zl-001",
        manifest.getJsonArray("partOf").getJsonObject(0).getString("id"));
    assertEquals(
        web.base() + "/records/r001",
        manifest.getJsonArray("homepage").getJsonObject(0).getString("id"));
    assertEquals(5, manifest.getJsonArray("seeAlso").size(), "four of RDF, and EAD");
    for (JsonObject link : manifest.getJsonArray("seeAlso").getValuesAs(JsonObject.class)) {
      HttpResponse<String> data = web.get(link.getString("id"));
      assertEquals(200, data.statusCode());
      assertEquals(link.getString("format"), mediaType(data));
    }
  }

  @Test
  void aTranscriptHasAnAnnotationForEachLine() {
    JsonObject canvas = items(get("/iiif/manifest/r001")).get(1);
    JsonObject page = canvas.getJsonArray("annotations").getJsonObject(0);
    assertEquals(4, page.getJsonArray("items").size());
    JsonObject line = page.getJsonArray("items").getJsonObject(1);
    assertEquals("譯者 陳望道", line.getJsonObject("body").getString("value"));
    assertEquals("zh-Hant", line.getJsonObject("body").getString("language"));
    assertEquals(canvas.getString("id"), line.getString("target"));
    JsonObject alone = get(page.getString("id"));
    assertEquals(page.getJsonArray("items"), alone.getJsonArray("items"));
    assertEquals(
        web.base() + "/iiif/manifest/r001",
        get(canvas.getString("id")).getJsonArray("partOf").getJsonObject(0).getString("id"));
  }

  @Test
  void aFileShowsItsRecordsAsRanges() {
    JsonObject manifest = get("/iiif/manifest/set/x001-zl-001");
    Cookbook.tableOfContents(manifest);
    JsonObject contents = manifest.getJsonArray("structures").getJsonObject(0);
    assertEquals(
        items(get("/iiif/collection/x001-zl-001")).size() - 1,
        contents.getJsonArray("items").size(),
        "the collection has the whole file before its records");
  }

  @Test
  void anExhibitionSaysOfRegionsWhatItsStepsSay() {
    JsonObject manifest = get("/iiif/manifest/exhibition/xinyang-zhi-yuan");
    Cookbook.tableOfContents(manifest);
    assertTrue(manifest.toString().contains("日期与天气"));
    assertTrue(manifest.toString().contains("/iiif/canvas/r057-3#xywh="));
    assertTrue(
        manifest.getJsonArray("structures").getJsonObject(0).getJsonArray("items").size() > 2);
  }

  @Test
  void version2IsGivenToWhoAsksForItAndHasItsOwnAddress() {
    HttpResponse<String> negotiated = web.get("/iiif/manifest/r001", "Accept", WANTS_2);
    String own = web.base() + "/iiif/presentation/2/manifest/r001";
    assertEquals(own, header(negotiated, "Content-Location"));
    assertTrue(header(negotiated, "Vary").contains("Accept"));
    assertTrue(header(negotiated, "Content-Type").contains(VERSION_2));
    JsonObject manifest = json(negotiated);
    assertEquals(manifest, get(own));
    assertEquals(VERSION_2, manifest.getString("@context"));
    assertEquals(own, manifest.getString("@id"));
    assertEquals("sc:Manifest", manifest.getString("@type"));
    assertEquals("paged", manifest.getString("viewingHint"));
    JsonObject canvas =
        manifest
            .getJsonArray("sequences")
            .getJsonObject(0)
            .getJsonArray("canvases")
            .getJsonObject(0);
    assertEquals(web.base() + "/iiif/canvas/r001-1", canvas.getString("@id"));
    JsonObject image = canvas.getJsonArray("images").getJsonObject(0);
    assertEquals("sc:painting", image.getString("motivation"));
    JsonObject resource = image.getJsonObject("resource");
    assertEquals(200, web.head(resource.getString("@id")).statusCode());
    String service = resource.getJsonObject("service").getString("@id");
    assertEquals(service, get(service + "/info.json").getString("@id"));
    JsonObject lines = get(canvas.getJsonArray("otherContent").getJsonObject(0).getString("@id"));
    assertEquals("sc:AnnotationList", lines.getString("@type"));
    assertFalse(manifest.toString().contains("\"id\""), "no word of version 3 is left");
    assertFalse(manifest.toString().contains("presentation/3"));
  }

  @Test
  void rangesAndCollectionsAreInVersion2AsWell() {
    JsonObject file = get("/iiif/presentation/2/manifest/set/x001-zl-001");
    JsonObject top = file.getJsonArray("structures").getJsonObject(0);
    assertEquals("top", top.getString("viewingHint"));
    assertEquals(
        top.getJsonArray("ranges").getString(0),
        file.getJsonArray("structures").getJsonObject(1).getString("@id"));
    JsonObject list = get("/iiif/presentation/2/list/exhibition");
    String first = list.getJsonArray("manifests").getJsonObject(0).getString("@id");
    assertEquals(first, get(first).getString("@id"));
    assertEquals(
        "sc:Collection",
        get("/iiif/presentation/2/collection")
            .getJsonArray("collections")
            .getJsonObject(0)
            .getString("@type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "*/*                                                     | application/ld+json",
        "application/ld+json                                     | application/ld+json",
        "application/json                                        | application/json",
        "text/html,application/xhtml+xml,*/*;q=0.8               | application/json",
        "application/ld+json;profile=\"x/presentation/3/context.json\","
            + " application/ld+json;profile=\"x/presentation/2/context.json\";q=0.5 |"
            + " application/ld+json"
      })
  void withoutAWishForVersion2ItIsVersion3(String accept, String mediaType) {
    HttpResponse<String> answer = web.get("/iiif/manifest/r001", "Accept", accept);
    assertEquals(mediaType, mediaType(answer));
    assertEquals(web.base() + "/iiif/manifest/r001", json(answer).getString("id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/iiif/manifest",
        "/iiif/manifest/",
        "/iiif/manifest/nothing",
        "/iiif/manifest/R001",
        "/iiif/manifest/r001/",
        "/iiif/manifest/r001?page=1",
        "/iiif/manifest/..%2fr001",
        "/iiif/manifest/set%2Fx001",
        "/iiif/manifest/set/x001",
        "/iiif/manifest/person/chenwangdao",
        "/iiif/manifest/nothing/r001",
        "/iiif/manifest/%E5%85%B0",
        "/iiif/manifest/r001%00",
        "/iiif/collection/nothing",
        "/iiif/collection/exhibition/xinyang-zhi-yuan",
        "/iiif/collection/x001?page=0",
        "/iiif/collection/x001?page=2",
        "/iiif/collection/x001?page=99999999999",
        "/iiif/collection/x001?page=%27",
        "/iiif/list",
        "/iiif/list/image",
        "/iiif/list/nothing",
        "/iiif/canvas/nothing",
        "/iiif/canvas/r001-1/nothing",
        "/iiif/presentation/2/manifest/nothing",
        "/iiif/presentation/3/manifest/r001"
      })
  void whatIsNotThereIsNotThere(String address) {
    HttpResponse<String> answer = web.get(address);
    assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, "" + answer.statusCode());
    assertFalse(answer.body().contains("Exception"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/iiif/manifest/r001",
        "/iiif/manifest/exhibition/xinyang-zhi-yuan",
        "/iiif/collection",
        "/iiif/collection/x001",
        "/iiif/list/person",
        "/iiif/canvas/r001-1",
        "/iiif/canvas/r001-2/transcript",
        "/iiif/presentation/2/collection/x001"
      })
  void everyDocumentIsOpenToOtherSitesAndCanBeKept(String address) {
    HttpResponse<String> answer = web.get(address);
    assertEquals(200, answer.statusCode());
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    String tag = header(answer, "ETag");
    assertEquals(304, web.get(address, "If-None-Match", tag).statusCode());
    assertEquals(200, web.head(address).statusCode());
    HttpResponse<String> preflight =
        web.options(
            address, "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "GET");
    assertEquals(204, preflight.statusCode());
    assertEquals("*", header(preflight, "Access-Control-Allow-Origin"));
  }

  @Test
  void aContentStateOpensThePageOfTheSiteThatShowsIt() {
    String canvas = web.base() + "/iiif/canvas/r001-2";
    assertEquals("/records/r001?page=2", opened(canvas));
    assertEquals("/records/r001", opened(web.base() + "/iiif/manifest/r001"));
    assertEquals("/archives/x001", opened(web.base() + "/iiif/collection/x001"));
    assertEquals(
        "/exhibitions/xinyang-zhi-yuan",
        opened(web.base() + "/iiif/manifest/exhibition/xinyang-zhi-yuan"));
    String seal =
        ContentState.encode(
            "{\"id\":\""
                + canvas
                + "#xywh=10,20,300,400\",\"type\":\"Canvas\",\"partOf\":[{\"id\":\""
                + web.base()
                + "/iiif/manifest/r001\",\"type\":\"Manifest\"}]}");
    String page = opened(seal);
    assertTrue(page.startsWith("/records/r001?page=2&region="), page);
    for (String anywhere : List.of("/", "/records/r002")) {
      assertEquals(page, web.target(web.page(anywhere + "?iiif-content=" + seal)), anywhere);
    }
    assertEquals(200, web.page(page).statusCode());
  }

  private String opened(String content) {
    HttpResponse<String> answer = web.get(state(content));
    assertEquals(303, answer.statusCode(), answer.body());
    return web.target(answer);
  }

  private static String state(String content) {
    return "/iiif/content-state?iiif-content=" + Web.encode(content);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400",
    "https://elsewhere.example/manifest, 400",
    "javascript:alert(1), 400",
    "AAAA, 400",
    "//elsewhere.example, 400"
  })
  void aContentStateThatLeadsElsewhereIsRefused(String content, int status) {
    HttpResponse<String> answer = web.get(state(content));
    assertEquals(status, answer.statusCode());
    assertTrue(answer.body().contains("iiif-content"));
    assertEquals(
        404, web.get(state(web.base() + "/iiif/manifest/nothing")).statusCode(), "ours, not there");
  }

  private static List<JsonObject> items(JsonObject document) {
    JsonArray items = document.getJsonArray("items");
    return items.getValuesAs(JsonObject.class);
  }

  private JsonObject get(String address) {
    return json(web.get(address));
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}
