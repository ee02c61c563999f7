package cn.lantai.server.iiif.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.recording.RecordingReader;
import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sound and film as viewers of other sites get them: in manifests with the shape of the recipes of
 * the IIIF Cookbook, by links to a moment, and in searches.
 */
class RecordingManifestIT {

  private static final String SONG = "/iiif/canvas/recording/song";

  @TempDir private static Path folder;
  private static LantaiProcess lantai;
  private static Web web;

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(folder.resolve("holdings"))
            .table(
                "records.csv",
                SmallHoldings.RECORDS
                    + "r1,X1-1,f1,渡口号子,Song of the ferry,示例,1936,,,开放\n"
                    + "r2,X1-2,f1,影片,Film,示例,1950,,,开放\n")
            .table("images.csv", SmallHoldings.IMAGES + "card.jpg,r1,1,盒卡,\n")
            .table(
                "recordings.csv",
                "音像,记录,题名,英文题名,字幕,英文字幕,章节,配图,合成示例\n"
                    + "song.wav,r1,号子,Song,"
                    + "WEBVTT||00:00.000 --> 00:02.000|起船啰||00:02.000 --> 00:04.500|过了太平渡,"
                    + "WEBVTT||00:00.000 --> 00:04.500|Cast off,0:00 领|0:02 和,card,是\n"
                    + "film.mp4,r2,影片,Film,,,,,是\n");
    holdings
        .table("selections.csv", "键,类型,序号,题名,英文题名\nferry,展览,1,渡口,The ferry\n")
        .table("sections.csv", "专题,节,题,英文题\nferry,1,声音,Sounds\n")
        .table(
            "blocks.csv",
            "专题,节,块,类型,版式,记录,音像,时段,标题,文字,英文文字\n"
                + "ferry,1,1,音像,lines,r1,song.wav,0:02-0:04.5,和句,听和的人。,Hear them answer.\n"
                + "ferry,1,2,音像,,r2,,,,,\n");
    holdings.image("card.jpg").sound("song.wav", 6);
    try (InputStream film = RecordingReader.class.getResourceAsStream("pattern.mp4")) {
      holdings.image("film.mp4", film.readAllBytes());
    }
    lantai =
        LantaiProcess.start(
                folder.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString()),
                "--demo")
            .awaitGreeting();
    web = new Web(lantai.baseUrl());
  }

  @AfterAll
  static void end() {
    lantai.close();
  }

  @Test
  void everyManifestWithARecordingIsValid() {
    for (String address :
        List.of("manifest/r1", "manifest/r2", "manifest/set/f1", "canvas/recording/song")) {
      new PresentationRules(web.base()).check(get("/iiif/" + address));
    }
  }

  /** Recipes 0002 (audio), 0014 (accompanying canvas), 0219 (captions). */
  @Test
  void soundHasADurationAndNoSizeAndItsCaptionsAreFiles() {
    JsonObject canvas = items(get("/iiif/manifest/r1")).get(1);
    assertEquals(web.base() + SONG, canvas.getString("id"));
    assertFalse(canvas.containsKey("width"));
    JsonObject sound = only(only(canvas, "items"), "items").getJsonObject("body");
    assertEquals(Set.of("id", "type", "format", "duration"), sound.keySet());
    assertEquals("Sound", sound.getString("type"));
    assertEquals(canvas.get("duration"), sound.get("duration"));
    JsonObject seen = canvas.getJsonObject("accompanyingCanvas");
    assertEquals(web.base() + SONG + "/picture", seen.getString("id"), "not that of the page");
    JsonObject captions = only(canvas, "annotations");
    assertEquals(
        List.of("zh-Hans", "en"),
        items(captions).stream()
            .map(each -> each.getJsonObject("body").getString("language"))
            .toList());
    for (JsonObject each : items(captions)) {
      assertEquals("supplementing", each.getString("motivation"));
      assertEquals(canvas.getString("id"), each.getString("target"));
      assertEquals("text/vtt", each.getJsonObject("body").getString("format"));
      assertEquals(200, web.get(each.getJsonObject("body").getString("id")).statusCode());
    }
  }

  /** Recipe 0003 (video). */
  @Test
  void filmHasASizeAsWell() {
    JsonObject canvas = items(get("/iiif/manifest/r2")).get(0);
    JsonObject film = only(only(canvas, "items"), "items").getJsonObject("body");
    assertEquals("Video", film.getString("type"));
    assertEquals("video/mp4", film.getString("format"));
    for (String same : List.of("width", "height", "duration")) {
      assertEquals(canvas.get(same), film.get(same), same);
    }
  }

  /** Recipe 0026 (table of contents). */
  @Test
  void chaptersAreRangesOfTheTimeOfTheCanvas() {
    JsonObject range = only(get("/iiif/manifest/r1"), "structures");
    assertEquals(
        List.of(web.base() + SONG + "#t=0,2", web.base() + SONG + "#t=2,6"),
        items(range).stream().map(chapter -> only(chapter, "items").getString("id")).toList());
  }

  @Test
  void theManifestOfASetHasTheRecordingsOfItsRecords() {
    JsonObject manifest = get("/iiif/manifest/set/f1");
    assertEquals(
        List.of("/iiif/canvas/card", SONG, "/iiif/canvas/recording/film"),
        items(manifest).stream()
            .map(canvas -> canvas.getString("id").substring(web.base().length()))
            .toList());
    List<JsonObject> records = items(only(manifest, "structures"));
    assertEquals(2, records.size());
    JsonObject song = items(records.get(0)).get(1);
    assertEquals("Range", song.getString("type"), "with its chapters");
    assertEquals(
        web.base() + "/iiif/canvas/recording/film", only(records.get(1), "items").getString("id"));
  }

  @Test
  void aLinkToAMomentOpensTheRecordThere() {
    String canvas = web.base() + SONG;
    for (String state :
        List.of(
            canvas + "#t=2,4",
            "{\"id\":\""
                + canvas
                + "#t=2,4\",\"type\":\"Canvas\",\"partOf\":[{\"id\":\""
                + web.base()
                + "/iiif/manifest/r1\",\"type\":\"Manifest\"}]}",
            "{\"id\":\""
                + canvas
                + "#t=2,4\",\"partOf\":\""
                + web.base()
                + "/iiif/manifest/set/f1\"}")) {
      for (String door : List.of("/iiif/content-state", "/", "/records/r2")) {
        HttpResponse<String> answer = web.get(door + "?iiif-content=" + Web.encode(state));
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals("/records/r1?recording=song&t=2,4#recording-song", web.target(answer), door);
      }
    }
    String page = web.get("/records/r1?recording=song&t=2,4").body();
    assertTrue(page.contains("<audio controls preload=\"metadata\" src=\"/media/song#t=2,4\""));
  }

  @Test
  void aSearchOfAManifestFindsWhatIsSaidAndWhen() {
    JsonObject manifest = get("/iiif/manifest/r1");
    String service = only(manifest, "service").getString("id");
    JsonObject found = get(service + "?q=" + Web.encode("太平渡"));
    JsonObject line = only(found, "items");
    assertEquals("过了太平渡", line.getJsonObject("body").getString("value"));
    assertEquals(web.base() + SONG + "#t=2,4.5", line.getString("target"));
    JsonObject match = only(only(found, "annotations"), "items").getJsonObject("target");
    assertEquals(line.getString("id"), match.getString("source"));
    assertEquals("太平渡", only(match, "selector").getString("exact"));
    JsonObject english = get("/iiif/search/collection?q=cast");
    assertEquals("Cast off", only(english, "items").getJsonObject("body").getString("value"));
    assertEquals(
        web.base() + SONG + "#t=0,4.5",
        only(english, "items").getJsonObject("target").getString("id"));
    JsonObject terms = get("/iiif/autocomplete/manifest/r1?q=" + Web.encode("太平"));
    assertEquals("太平渡", only(terms, "items").getString("value"));
  }

  @Test
  void aResultOfTheSearchOfTheSiteLeadsToTheMoment() {
    String page = web.page("/search?q=" + Web.encode("太平渡")).body();
    assertTrue(page.contains("/records/r1?recording=song&amp;t=2#recording-song"), page);
  }

  @Test
  void anExhibitionPlaysItsPartOfARecordingWithoutAnyScript() {
    String page = web.page("/exhibitions/ferry").body();
    assertTrue(
        page.contains("<audio controls preload=\"metadata\" src=\"/media/song#t=2,4.5\""), page);
    assertTrue(page.contains("<video controls"), "without a name, the first of the record");
    assertTrue(page.contains("过了太平渡"));
    assertFalse(page.contains("起船啰"), "what is said before the part");
    assertTrue(page.contains("听和的人。"));
  }

  @Test
  void theManifestOfAnExhibitionHasWhatItPlays() {
    JsonObject manifest = get("/iiif/manifest/exhibition/ferry");
    new PresentationRules(web.base()).check(manifest);
    assertEquals(
        List.of(web.base() + SONG, web.base() + "/iiif/canvas/recording/film"),
        items(manifest).stream().map(canvas -> canvas.getString("id")).toList());
    JsonObject section = items(only(manifest, "structures")).get(0);
    assertEquals(web.base() + SONG + "#t=2,4.5", items(section).get(0).getString("id"));
    assertTrue(manifest.toString().contains("听和的人。"), "the label, as a comment");
    JsonObject found = get("/iiif/search/manifest/exhibition/ferry?q=" + Web.encode("太平渡"));
    assertEquals(web.base() + SONG + "#t=2,4.5", only(found, "items").getString("target"));
  }

  private JsonObject get(String address) {
    HttpResponse<String> answer = web.get(address);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static List<JsonObject> items(JsonObject thing) {
    return thing.getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static JsonObject only(JsonObject thing, String property) {
    return thing.getJsonArray(property).getJsonObject(0);
  }

  @Nested
  @ExtendWith(Chromium.class)
  class InABrowser {

    @Test
    void anExhibitionWithSoundIsForEverybody(Browser browser) {
      try (BrowserContext context = browser.newContext()) {
        Page page = context.newPage();
        page.navigate(web.base() + "/exhibitions/ferry");
        assertEquals(
            List.of(),
            new AxeBuilder(page).analyze().getViolations().stream().map(Object::toString).toList());
        page.waitForFunction("() => document.querySelector('audio').readyState > 0");
        page.click(".sound [data-t='2']");
        page.waitForFunction("() => !document.querySelector('audio').paused");
      }
    }

    @Test
    void aMomentIsSharedByALinkThatPlaysFromThere(Browser browser) {
      try (BrowserContext context = browser.newContext()) {
        Page page = context.newPage();
        page.navigate(web.base() + "/records/r1?recording=song&t=2.5");
        page.waitForFunction("() => document.querySelector('audio').currentTime > 2.4");
        page.click("[data-av-share]");
        String state = page.textContent(".av [data-share=state]");
        assertEquals(
            web.base() + "/records/r1?recording=song&t=2.5#recording-song",
            page.textContent(".av [data-share=link]"));
        HttpResponse<String> answer = web.page(state.substring(web.base().length()));
        assertEquals("/records/r1?recording=song&t=2.5#recording-song", web.target(answer));
      }
    }

    @Test
    void aStretchIsSharedFromTheMomentToWhereItIsEnded(Browser browser) {
      try (BrowserContext context = browser.newContext()) {
        Page page = context.newPage();
        page.navigate(web.base() + "/records/r1?recording=song&t=1");
        page.waitForFunction("() => document.querySelector('audio').currentTime > 0.9");
        page.click("[data-av-share]");
        assertTrue(page.isDisabled("[data-av-until]"), "it has not gone on yet");
        page.evaluate("document.querySelector('audio').currentTime = 3.5");
        page.click("[data-av-until]");
        assertEquals("From 0:01 to 0:03.5", page.textContent("[data-av-span]"));
        assertEquals(
            web.base() + "/records/r1?recording=song&t=1,3.5#recording-song",
            page.textContent(".av [data-share=link]"));
        String state = page.textContent(".av [data-share=state]");
        HttpResponse<String> answer = web.page(state.substring(web.base().length()));
        assertEquals("/records/r1?recording=song&t=1,3.5#recording-song", web.target(answer));
        page.navigate(page.textContent(".av [data-share=link]"));
        page.waitForFunction("() => document.querySelector('audio').readyState > 0");
        page.evaluate("document.querySelector('audio').play()");
        page.waitForFunction(
            "() => { const it = document.querySelector('audio');"
                + " return it.paused && it.currentTime >= 3.4; }");
      }
    }
  }
}
