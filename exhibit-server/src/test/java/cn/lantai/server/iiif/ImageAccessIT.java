package cn.lantai.server.iiif;

import static cn.lantai.server.testing.Web.header;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.Digest;
import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images and recordings that are open in degrees, for visitors and for those who sign in. */
class ImageAccessIT {

  private static final String WHOLE = "/full/max/0/default.png";
  private static final String AUTH = "http://iiif.io/api/auth/2/context.json";

  @TempDir private static Path folder;
  private static LantaiProcess lantai;
  private static Web web;

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(folder.resolve("holdings"))
            .table(
                "records.csv",
                SmallHoldings.RECORDS.replace("开放标识", "开放标识,使用条件,图像开放,图像限尺")
                    + "r1,X1-1,f1,信,Letter,示例,1936,,,开放,http://rightsstatements.org/vocab/InC/1.0/,,\n"
                    + "r2,X1-2,f1,册,Book,示例,1936,,,开放,,降质开放,300\n"
                    + "r3,X1-3,f1,密,Paper,示例,1936,,,开放,,不开放,\n")
            .table(
                "images.csv",
                "图像,记录,页序,页名,开放程度,限尺,水印,遮挡\n"
                    + "open.jpg,r1,1,一,,,,\n"
                    + "small.jpg,r1,2,二,降质开放,400,SAMPLE,\n"
                    + "covered.jpg,r1,3,三,,,,\"25,25,50,50\"\n"
                    + "signed.jpg,r1,4,四,登录后开放,,,\n"
                    + "tier.jpg,r1,5,五,登录后开放,200,,\n"
                    + "closed.jpg,r1,6,六,不开放,,,\n"
                    + "inherits.jpg,r2,1,一,,,,\n"
                    + "differs.jpg,r2,2,二,全部开放,,,\n"
                    + "hidden.jpg,r3,1,一,,,,\n");
    holdings.table(
        "recordings.csv",
        "音像,记录,题名,字幕,章节,配图,开放程度\n"
            + "tone.wav,r1,口述,WEBVTT||00:00.000 --> 00:01.000|我那年十六岁||"
            + "00:02.000 --> 00:03.000|去了江西,0:00 少年|0:02 参军,open,\n"
            + "held.wav,r1,口述,,,,登录后开放\n"
            + "shut.wav,r1,口述,,,,不开放\n"
            + "small-room.wav,r2,口述,,,,\n"
            + "hall.wav,r2,口述,,,,全部开放\n"
            + "secret.wav,r3,口述,,,,\n");
    for (String name : "tone held shut small-room hall secret".split(" ")) {
      holdings.sound(name + ".wav", 3);
    }
    for (String name : "open small covered signed tier closed inherits differs hidden".split(" ")) {
      holdings.image(name + ".jpg");
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
  void aRecordingIsSentWholeOrInRanges() throws Exception {
    HttpResponse<byte[]> whole = web.bytes("/media/tone");
    byte[] sound = whole.body();
    int size = sound.length;
    assertEquals(24_044, size);
    assertEquals("audio/wav", header(whole, "Content-Type"));
    assertEquals("bytes", header(whole, "Accept-Ranges"));
    assertEquals("*", header(whole, "Access-Control-Allow-Origin"));
    assertEquals("nosniff", header(whole, "X-Content-Type-Options"));
    String tag = header(whole, "ETag");
    HttpResponse<byte[]> part = web.bytes("/media/tone", "Range", "bytes=44-143");
    assertEquals(206, part.statusCode());
    assertEquals("bytes 44-143/" + size, header(part, "Content-Range"));
    assertArrayEquals(Arrays.copyOfRange(sound, 44, 144), part.body());
    HttpResponse<byte[]> end = web.bytes("/media/tone", "Range", "bytes=-10", "If-Range", tag);
    assertArrayEquals(Arrays.copyOfRange(sound, size - 10, size), end.body());
    HttpResponse<byte[]> other =
        web.bytes("/media/tone", "Range", "bytes=-10", "If-Range", "\"other\"");
    assertEquals(200, other.statusCode());
    HttpResponse<byte[]> two = web.bytes("/media/tone", "Range", "bytes=0-3,8-11");
    assertEquals(206, two.statusCode());
    assertTrue(header(two, "Content-Type").startsWith("multipart/byteranges; boundary="));
    String parts = new String(two.body(), StandardCharsets.ISO_8859_1);
    assertTrue(parts.contains("Content-Range: bytes 0-3/" + size + "\r\n\r\nRIFF\r\n--"), parts);
    assertTrue(parts.contains("\r\n\r\nWAVE\r\n--"), parts);
    HttpResponse<byte[]> beyond = web.bytes("/media/tone", "Range", "bytes=99999-");
    assertEquals(416, beyond.statusCode());
    assertEquals("bytes */" + size, header(beyond, "Content-Range"));
    assertEquals(304, web.bytes("/media/tone", "If-None-Match", tag).statusCode());
    assertEquals(412, web.bytes("/media/tone", "If-Match", "\"other\"").statusCode());
    HttpResponse<byte[]> head = web.head("/media/tone");
    assertEquals(Integer.toString(size), header(head, "Content-Length"));
    assertEquals(405, web.delete("/media/tone").statusCode());
    assertEquals(204, web.options("/media/tone").statusCode());
    HttpResponse<byte[]> captions = web.bytes("/media/tone/zh-Hans.vtt");
    assertEquals("text/vtt;charset=UTF-8", header(captions, "Content-Type"));
    assertTrue(new String(captions.body(), StandardCharsets.UTF_8).contains("我那年十六岁"));
    for (String nowhere :
        List.of("/media/", "/media/tone/", "/media/..%2ftone", "/media/tone/en.vtt", "/media/t")) {
      assertEquals(404, web.bytes(nowhere).statusCode(), nowhere);
    }
  }

  @Test
  void aRecordingIsAsOpenAsItsRecordUnlessItSaysOtherwise() throws Exception {
    for (String closed : List.of("shut", "small-room", "secret")) {
      assertEquals(404, web.bytes("/media/" + closed).statusCode(), closed);
    }
    assertTrue(web.get("/records/r1").body().contains("这段音像不开放"));
    assertEquals(200, web.bytes("/media/hall").statusCode());
    HttpResponse<byte[]> held = web.bytes("/media/held", "Range", "bytes=0-3");
    assertEquals(401, held.statusCode());
    assertEquals("no-store", header(held, "Cache-Control"));
    assertEquals(401, json("/iiif/auth/probe/recording/held").getInt("status"));
    assertEquals(200, json("/iiif/auth/probe/recording/tone").getInt("status"));
    assertEquals(404, json("/iiif/auth/probe/recording/shut").getInt("status"));
  }

  @Test
  void aManifestHasTheCanvasOfARecordingWithItsCaptionsChaptersAndPicture() throws Exception {
    JsonObject manifest = json("/iiif/manifest/r1");
    List<JsonObject> canvases = manifest.getJsonArray("items").getValuesAs(JsonObject.class);
    JsonObject canvas = canvases.get(canvases.size() - 1);
    String id = web.base() + "/iiif/canvas/recording/tone";
    assertEquals(id, canvas.getString("id"));
    assertEquals("3.0", canvas.get("duration").toString());
    assertFalse(canvas.containsKey("width"));
    assertTrue(canvas.containsKey("accompanyingCanvas"));
    JsonObject sound = only(only(canvas, "items"), "items").getJsonObject("body");
    assertEquals("Sound", sound.getString("type"));
    assertEquals("audio/wav", sound.getString("format"));
    assertEquals(web.base() + "/media/tone", sound.getString("id"));
    JsonObject captions = only(only(canvas, "annotations"), "items");
    assertEquals("supplementing", captions.getString("motivation"));
    assertEquals("text/vtt", captions.getJsonObject("body").getString("format"));
    JsonObject chapter = only(manifest, "structures").getJsonArray("items").getJsonObject(1);
    assertEquals(id + "#t=2,3", only(chapter, "items").getString("id"));
    JsonObject held = canvases.get(canvases.size() - 2);
    assertTrue(only(only(held, "items"), "items").getJsonObject("body").containsKey("service"));
    assertEquals(id, json("/iiif/canvas/recording/tone").getString("id"));
    JsonObject second = json("/iiif/presentation/2/manifest/r1");
    assertTrue(
        second.toString().contains("\"rendering\":{\"@id\":\"" + web.base() + "/media/tone"));
  }

  private static JsonObject only(JsonObject thing, String property) {
    return thing.getJsonArray(property).getJsonObject(0);
  }

  @Test
  void aRecordingIsPlayedOnThePageOfItsRecordWithoutAnyScript() throws Exception {
    String page = web.get("/records/r1?recording=tone&t=2").body();
    assertTrue(page.contains("src=\"/media/tone#t=2\""), page);
    assertTrue(page.contains("<track kind=\"captions\" src=\"/media/tone/zh-Hans.vtt\""));
    assertTrue(page.contains("?recording=tone&amp;t=2#recording-tone"));
    assertTrue(page.contains("去了江西"));
    assertTrue(page.contains("/signin?next="));
    assertEquals("/records/r1#recording-tone", web.target(web.get("/things/recording/tone")));
  }

  @Test
  void aReducedImageIsSmallAtEveryAddress() throws Exception {
    JsonObject information = json("/iiif/3/small/info.json");
    assertEquals(300, information.getInt("width"));
    assertEquals(400, information.getInt("height"));
    assertEquals(300, information.getInt("maxWidth"));
    assertEquals(400, information.getInt("maxHeight"));
    assertFalse(information.containsKey("service"));
    assertEquals(400, picture("/iiif/3/small" + WHOLE).getHeight());
    assertEquals(400, web.get("/iiif/3/small/full/600,800/0/default.jpg").statusCode());
    assertEquals(400, web.get("/iiif/3/small/full/%5E600,/0/default.jpg").statusCode());
    assertEquals(400, web.get("/iiif/2/small/full/600,/0/default.jpg").statusCode());
  }

  @Test
  void aWatermarkMakesOtherBytesUnderAnotherTag() {
    HttpResponse<byte[]> marked = web.bytes("/iiif/3/small/full/max/0/default.jpg");
    assertNotEquals(
        header(marked, "ETag"),
        header(web.bytes("/iiif/3/open/full/300,400/0/default.jpg"), "ETag"));
  }

  @Test
  void nothingOfACoveredPartCanBeAskedFor() throws Exception {
    BufferedImage whole = picture("/iiif/3/covered" + WHOLE);
    BufferedImage part = picture("/iiif/3/covered/pct:30,30,40,40/max/0/default.png");
    BufferedImage small = picture("/iiif/3/covered/full/60,/0/default.png");
    assertDark(whole.getRGB(300, 400));
    assertDark(whole.getRGB(160, 210));
    assertDark(small.getRGB(30, 40));
    for (int x = 0; x < part.getWidth(); x += 20) {
      for (int y = 0; y < part.getHeight(); y += 20) {
        assertDark(part.getRGB(x, y));
      }
    }
    assertTrue((whole.getRGB(20, 20) & 0xff) > 100, "the rest is there");
  }

  @Test
  void theMasterOfACoveredImageHasNoAddress() {
    String data = web.get("/data/image/covered.ttl").body();
    for (String digest : data.split("[^0-9a-f]+")) {
      if (digest.length() == 64) {
        assertTrue(Digest.isHex(digest));
        assertEquals(404, web.get("/iiif/3/" + digest + "/info.json").statusCode());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed", "hidden"})
  void aClosedImageIsAsUnknownAsOneThatIsNotThere(String key) {
    HttpResponse<String> closed = web.get("/iiif/3/" + key + "/info.json");
    HttpResponse<String> unknown = web.get("/iiif/3/nothing/info.json");
    assertEquals(unknown.statusCode(), closed.statusCode());
    assertEquals(unknown.body(), closed.body());
    assertEquals(404, web.get("/iiif/3/" + key + WHOLE).statusCode());
    assertEquals(404, web.get("/iiif/3/" + key + ".reduced" + WHOLE).statusCode());
  }

  @Test
  void anImageIsAsOpenAsItsRecordSaysUnlessItSaysOtherwise() {
    assertEquals(300, json("/iiif/3/inherits/info.json").getInt("height"));
    assertEquals(800, json("/iiif/3/differs/info.json").getInt("height"));
  }

  @Test
  void informationNamesRightsAndWhomToCredit() {
    assertEquals(
        "http://rightsstatements.org/vocab/InC/1.0/",
        json("/iiif/3/open/info.json").getString("rights"));
    JsonObject version2 = json("/iiif/2/open/info.json");
    assertEquals("http://rightsstatements.org/vocab/InC/1.0/", version2.getString("license"));
    assertEquals("小城档案馆，X1-1", version2.getString("attribution"));
  }

  @Test
  void whoHasNotSignedInIsToldHowTo() {
    HttpResponse<String> refused = web.get("/iiif/3/signed" + WHOLE);
    assertEquals(401, refused.statusCode());
    assertEquals("*", header(refused, "Access-Control-Allow-Origin"));
    assertTrue(header(refused, "Cache-Control").contains("no-store"));
    assertEquals(401, web.get("/iiif/3/signed" + WHOLE, "Cookie", "lantai-images=x").statusCode());

    JsonObject information = json("/iiif/3/signed/info.json");
    assertEquals(AUTH, information.getJsonArray("@context").getString(0));
    JsonObject probe = information.getJsonArray("service").getJsonObject(0);
    assertEquals("AuthProbeService2", probe.getString("type"));
    JsonObject access = probe.getJsonArray("service").getJsonObject(0);
    assertEquals("active", access.getString("profile"));
    assertEquals(
        "AuthAccessTokenService2",
        access.getJsonArray("service").getJsonObject(0).getString("type"));
    assertEquals(401, json(probe.getString("id")).getInt("status"));
    assertEquals(
        "AuthProbeService2",
        json("/iiif/2/signed/info.json")
            .getJsonArray("service")
            .getJsonObject(0)
            .getString("type"));
  }

  @Test
  void othersGetTheReducedPictureInTheMeantime() throws Exception {
    assertEquals(401, web.get("/iiif/3/tier" + WHOLE).statusCode());
    JsonObject substitute =
        json("/iiif/auth/probe/tier").getJsonArray("substitute").getJsonObject(0);
    assertEquals(200, picture(substitute.getString("id")).getHeight());
    JsonObject service = substitute.getJsonArray("service").getJsonObject(0);
    JsonObject information = json(service.getString("id") + "/info.json");
    assertEquals(200, information.getInt("height"));
    assertFalse(information.containsKey("service"));
    assertFalse(json("/iiif/auth/probe/signed").containsKey("substitute"));
  }

  @Test
  void theProbeAnswersScriptsOfAllSitesAndOnlyByTheToken() {
    HttpResponse<String> answer =
        web.get("/iiif/auth/probe/signed", "Authorization", "Bearer made-up");
    assertEquals(200, answer.statusCode());
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertTrue(answer.body().contains("\"status\":401"), answer.body());
    HttpResponse<String> preflight =
        web.options(
            "/iiif/auth/probe/signed",
            "Origin",
            "https://viewer.example",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "authorization");
    assertTrue(header(preflight, "Access-Control-Allow-Headers").contains("Authorization"));
    assertEquals(200, json("/iiif/auth/probe/open").getInt("status"));
    assertEquals(404, json("/iiif/auth/probe/closed").getInt("status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "javascript:alert(1)", "https://a.example/path", "null"})
  void aTokenIsOnlyForAnOrigin(String origin) {
    HttpResponse<String> refused =
        web.get("/iiif/auth/token?messageId=1&origin=" + Web.encode(origin));
    assertEquals(400, refused.statusCode());
    assertTrue(header(refused, "Content-Security-Policy").contains("frame-ancestors 'none'"));
  }

  @Test
  void aFrameWithoutAPassSaysWhatIsMissing() {
    HttpResponse<String> answer =
        web.get("/iiif/auth/token?messageId=m%221&origin=https%3A%2F%2Fviewer.example");
    assertEquals(200, answer.statusCode());
    assertTrue(
        header(answer, "Content-Security-Policy")
            .contains("frame-ancestors https://viewer.example"));
    assertTrue(answer.body().contains("missingAspect"), answer.body());
    assertFalse(answer.body().contains("m\"1"), "escaped");
  }

  @Test
  void aPageShowsThatAnImageIsForTheSignedIn() {
    String page = web.page("/records/r1?page=4").body();
    assertTrue(page.contains("/signin?next="), page);
    assertFalse(page.contains("/iiif/3/signed/full/!"), "no picture that cannot be had");
    assertTrue(web.page("/records/r1?page=5").body().contains("/iiif/3/tier.reduced/"));
  }

  @Test
  void readersWhoGoAwayInTheMiddleHurtNobody() throws Exception {
    URI address = URI.create(web.base());
    for (int i = 0; i < 40; i++) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        String request =
            "GET /iiif/3/open/full/%d,/0/default.png HTTP/1.1\r\nHost: x\r\n\r\n"
                .formatted(200 + i);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.setSoLinger(true, 0);
      }
    }
    assertEquals(333, picture("/iiif/3/open/full/333,/0/default.png").getWidth());
  }

  @Test
  void manySizesFromOneReaderAreAnsweredOrPutOffAndNeverFail() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(16);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        String size = "%d,%d".formatted(1 + i % 150, 1 + i / 2);
        answers.add(
            readers.submit(
                () -> web.bytes("/iiif/3/open/full/" + size + "/0/default.jpg").statusCode()));
      }
      for (Future<Integer> answer : answers) {
        assertTrue(Set.of(200, 503).contains(answer.get()), "" + answer.get());
      }
    } finally {
      readers.shutdown();
    }
    assertEquals(200, web.get("/health").statusCode());
  }

  /** The flow as a viewer on another origin goes through it. */
  @Nested
  @ExtendWith(Chromium.class)
  class InABrowser {

    @Test
    void aClickOnALineOfTheTranscriptPlaysTheRecordingFromThere(Browser browser) {
      try (BrowserContext context = browser.newContext()) {
        Page page = context.newPage();
        page.navigate(web.base() + "/records/r1");
        page.click("#recording-tone .av-text li:nth-child(2) a");
        page.waitForFunction(
            "() => document.querySelector('#recording-tone audio').currentTime > 2.1");
        assertEquals("去了江西", page.textContent("#recording-tone .av-text [aria-current] span"));
        String folder = System.getProperty("lantai.test.pictures");
        if (folder != null) {
          for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            page.locator("#recording-tone").scrollIntoViewIfNeeded();
            page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of(folder, "av-" + width + ".png")));
          }
        }
      }
    }

    @Test
    void aViewerElsewhereSignsItsReaderInAndOut(Browser browser) throws Exception {
      HttpServer elsewhere =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      elsewhere.createContext(
          "/",
          exchange -> {
            byte[] page = "<!doctype html><title>viewer</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      elsewhere.start();
      String origin = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
      try (BrowserContext context = browser.newContext()) {
        Page viewer = context.newPage();
        viewer.navigate(origin + "/");
        assertEquals("AuthAccessTokenError2", token(viewer, origin).get("type"));

        Page window =
            viewer.waitForPopup(
                () ->
                    viewer.evaluate(
                        "address => { window.open(address); }",
                        web.base() + "/iiif/auth/access?origin=" + Web.encode(origin)));
        window.fill("#username", "admin");
        window.fill("#password", lantai.password().orElseThrow());
        window.waitForClose(() -> window.click(".signin-box button"));

        Map<?, ?> token = token(viewer, origin);
        assertEquals("AuthAccessToken2", token.get("type"), token.toString());
        assertEquals("m1", token.get("messageId"));
        assertEquals(200, status(viewer, token.get("accessToken")));
        assertEquals(600, width(viewer));

        Page other = context.newPage();
        other.navigate(web.base() + "/iiif/auth/logout");
        assertEquals("AuthAccessTokenError2", token(viewer, origin).get("type"));
        assertEquals(401, status(viewer, token.get("accessToken")));
      } finally {
        elsewhere.stop(0);
      }
    }

    private Map<?, ?> token(Page viewer, String origin) {
      return (Map<?, ?>)
          viewer.evaluate(
              "address => new Promise(done => {"
                  + " window.addEventListener('message', e => done(e.data), { once: true });"
                  + " setTimeout(() => done({ type: 'no message came' }), 20000);"
                  + " const frame = document.createElement('iframe');"
                  + " frame.src = address; document.body.append(frame); })",
              web.base() + "/iiif/auth/token?messageId=m1&origin=" + Web.encode(origin));
    }

    private Object status(Page viewer, Object token) {
      return viewer.evaluate(
          "([address, token]) => fetch(address, { headers: { Authorization: 'Bearer ' + token } })"
              + ".then(answer => answer.json()).then(result => result.status)",
          new Object[] {web.base() + "/iiif/auth/probe/signed", token});
    }

    private Object width(Page viewer) {
      return viewer.evaluate(
          "address => new Promise((done, failed) => { const image = new Image();"
              + " image.onload = () => done(image.naturalWidth); image.onerror = failed;"
              + " image.src = address; })",
          web.base() + "/iiif/3/signed" + WHOLE);
    }
  }

  private static void assertDark(int rgb) {
    assertTrue((rgb & 0xff) < 40 && (rgb >> 8 & 0xff) < 40, Integer.toHexString(rgb));
  }

  private static BufferedImage picture(String address) throws Exception {
    HttpResponse<byte[]> answer = web.bytes(address);
    assertEquals(200, answer.statusCode(), address);
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  private static JsonObject json(String address) {
    HttpResponse<String> answer = web.get(address);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}
