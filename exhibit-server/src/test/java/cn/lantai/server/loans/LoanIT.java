package cn.lantai.server.loans;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Web;
import cn.lantai.server.testing.Writing;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An archive and another one that lends to it, each a server of its own. */
@ExtendWith(Chromium.class)
class LoanIT {

  private static final String JSON = "application/json";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String LOANS =
      "键,题名,英文题名,收藏机构,馆藏号,署名,权利网址,对方网页,清单网址\n"
          + "m31,渡江船主名册,Register,青禾县档案馆,M31-0001,青禾县档案馆提供,"
          + "http://creativecommons.org/licenses/by/4.0/,%1$s/m31,%1$s/m31/manifest\n";

  private static final String CANVASES =
      "借展,序,名称,画布,图片网址,图像服务,服务等级,宽,高\n"
          + "m31,1,第一页,%1$s/m31/canvas/1,%1$s/iiif/2/m31-1/full/full/0/default.jpg,"
          + "%1$s/iiif/2/m31-1,2/level1,1200,1600\n"
          + "m31,2,第二页,%1$s/m31/canvas/2,%1$s/iiif/2/m31-2/full/full/0/default.jpg,"
          + "%1$s/iiif/2/m31-2,2/level1,1200,1600\n";

  private static final String BLOCKS =
      """
      专题,节,块,类型,记录,图像,区域,标题,文字
      joint,1,1,展品,外馆:m31,,,,与对方合办
      joint,1,2,细读,外馆:m31,m31#2,"10,20,30,40",名字,看这里
      joint,1,3,展墙,外馆:m31,,,,一句话
      joint,1,3,展墙,letter,,,,本馆的信
      joint,1,4,对读,外馆:m31,m31#2,,,左
      joint,1,4,对读,letter,,,,右
      joint,1,5,录文,外馆:m31,,,,校注
      ferry,1,1,文字,,,,,甲块
      byhand,1,1,文字,,,,,甲块
      """;

  @TempDir static Path temporary;

  private static PartnerArchive partner;
  private static LantaiProcess server;
  private static Person curator;
  private static Web web;

  private final Browser browser;

  LoanIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    partner = new PartnerArchive();
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table(
                "records.csv",
                SmallHoldings.RECORDS + "letter,X1-0001,f1,家信,Letter home,示例,1935-02,,,开放\n")
            .table("images.csv", SmallHoldings.IMAGES + "letter.jpg,letter,1,首页,信的首页\n")
            .image("letter.jpg")
            .table("loans.csv", LOANS.formatted(partner.base()))
            .table("loan_canvases.csv", CANVASES.formatted(partner.base()))
            .table("selections.csv", "键,类型,序号,题名\njoint,展览,1,合办\nferry,展览,2,渡口\nbyhand,展览,3,手做\n")
            .table("sections.csv", "专题,节,题\njoint,1,一\nferry,1,冬\nbyhand,1,一\n")
            .table("blocks.csv", BLOCKS);
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of(
                    "LANTAI_SAMPLES",
                    holdings.folder().toString(),
                    "LANTAI_IIIF_PARTNERS",
                    "iiif.example.cn," + partner.base()),
                "--demo")
            .awaitGreeting();
    web = new Web(server.baseUrl());
    curator = Staff.of(server).with("CURATOR", "wang").get("wang");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (partner != null) {
      partner.close();
    }
  }

  @Test
  void whatIsBorrowedIsShownAndToldInEveryWayAndGoesWhenItIsWithdrawn() {
    HttpResponse<String> shown = web.page("/exhibitions/joint");
    for (String told :
        List.of("渡江船主名册", "青禾县档案馆", "青禾县档案馆提供", "M31-0001", partner.base() + "/m31")) {
      assertTrue(shown.body().contains(told), told);
    }
    assertTrue(shown.body().contains("/iiif/2/m31-1/full/600,/0/default.jpg"));
    assertTrue(shown.body().contains("/iiif/2/m31-2/120,320,360,640/360,/0/default.jpg"));
    assertEquals(
        ContentPolicies.OWN + "; img-src 'self' " + partner.base(),
        Web.header(shown, ContentPolicies.NAME));
    HttpResponse<String> unchanged =
        web.page("/exhibitions/joint", "If-None-Match", Web.header(shown, "ETag"));
    assertEquals(304, unchanged.statusCode());
    assertTrue(Web.header(unchanged, ContentPolicies.NAME).endsWith(partner.base()));
    assertEquals(
        ContentPolicies.OWN,
        Web.header(web.page("/records/letter"), ContentPolicies.NAME),
        "other pages allow nothing");
    HttpResponse<String> own = web.page("/things/loan/m31");
    assertEquals(200, own.statusCode());
    assertTrue(own.body().contains("合办"), "it tells where it is shown");
    assertTrue(Web.header(own, ContentPolicies.NAME).endsWith("img-src 'self' " + partner.base()));

    String turtle = web.get("/data/loan/m31.ttl").body();
    assertTrue(turtle.contains(partner.base() + "/m31/manifest"), turtle);
    JsonObject manifest = json(web.get("/iiif/manifest/exhibition/joint").body());
    List<JsonObject> canvases =
        manifest.getJsonArray("items").getValuesAs(JsonObject.class).stream()
            .filter(canvas -> canvas.getString("id").startsWith(partner.base()))
            .toList();
    assertEquals(2, canvases.size());
    assertEquals(
        partner.base() + "/m31/manifest",
        canvases.get(0).getJsonArray("partOf").getJsonObject(0).getString("id"));
    assertTrue(canvases.get(0).get("requiredStatement").toString().contains("青禾县档案馆提供"));
    assertTrue(manifest.toString().contains("/m31/canvas/2#xywh=120,320,360,640"));
    String second = web.get("/iiif/presentation/2/manifest/exhibition/joint").body();
    assertTrue(second.contains("\"@id\":\"" + partner.base() + "/iiif/2/m31-2\""), second);

    assertEquals(
        303,
        curator
            .post("/workbench/entries/loan/m31/publication", "to", "withdrawn", "reason", "对方收回")
            .statusCode());
    until("/things/loan/m31", page -> page.statusCode() == 410);
    HttpResponse<String> without = web.page("/exhibitions/joint");
    assertFalse(without.body().contains("青禾县档案馆"));
    assertTrue(without.body().contains("家信"));
    assertEquals(ContentPolicies.OWN, Web.header(without, ContentPolicies.NAME));
  }

  @Test
  void onlyServersThatTheOperatorNamedAreAskedAndOnlyForWhoMayDescribe() {
    assertEquals(201, fetch(partner.base() + "/fetched/manifest").statusCode());
    assertTrue(partner.asked().contains("/fetched/manifest"));
    int before = partner.asked().size();
    for (String address :
        List.of(
            partner.base().replace("127.0.0.1", "localhost") + "/m31/manifest",
            partner.base().replace("http:", "https:") + "/m31/manifest",
            server.baseUrl() + "/iiif/manifest/letter",
            "https://169.254.169.254/latest/meta-data",
            "file:///etc/passwd")) {
      HttpResponse<String> refused = fetch(address);
      assertEquals(422, refused.statusCode(), address);
      assertTrue(refused.body().contains("没有借来"), refused.body());
    }
    assertEquals(before, partner.asked().size());
    assertTrue(fetch(partner.base() + "/away").body().contains("别的网站"));
    assertTrue(fetch(partner.base() + "/huge").body().contains("太大"));
    assertTrue(fetch(partner.base() + "/nothing").body().contains("404"));
    int asked = partner.asked().size();
    String path = "/api/loans?manifest=" + Web.encode(partner.base() + "/visitor/manifest");
    assertTrue(web.post(path, JSON, "").statusCode() >= 400);
    assertEquals(
        303, web.page("/workbench/selections/exhibition/ferry").statusCode(), "to sign in");
    assertEquals(asked, partner.asked().size());
  }

  @Test
  void whatIsBorrowedTwiceIsBorrowedOnceAndNotPublicUntilSomebodyPublishesIt() {
    JsonObject borrowed = borrow(partner.manifest("m32", "另一本名册"), 201);
    String key = borrowed.getString("key");
    assertEquals(key, borrow(partner.manifest("m32", "改了题名"), 200).getString("key"));
    assertEquals(404, web.page("/things/loan/" + key).statusCode());
    String form = curator.get("/workbench/entries/loan/" + key).body();
    assertTrue(form.contains("另一本名册") && form.contains(partner.base() + "/m32/manifest"));
    publish("loan/" + key);
    until("/things/loan/" + key, page -> page.body().contains("另一本名册"));
    until("/search?q=" + Web.encode("另一本名册"), page -> page.body().contains("外馆藏品"));
  }

  @Test
  void aManifestThatCannotBeReadIsRefusedWithWhereItIsWrong() {
    assertTrue(borrowing("{\"type\":\"Collection\"}").body().contains("/type"));
    assertTrue(borrowing("<html>").body().contains("line 1"));
    assertTrue(borrowing("").body().contains("粘贴"));
    String own =
        partner.manifest().replace(partner.base() + "/m31/manifest", server.baseUrl() + "/x");
    assertTrue(borrowing(own).body().contains("本馆自己"));
    assertEquals(
        413, curator.send("POST", "/api/loans", JSON, " ".repeat(12_000_001)).statusCode());
  }

  @Test
  void aCuratorBorrowsByKeysLabelsMarksAndPublishes() {
    List<String> troubles = new ArrayList<>();
    AtomicReference<String> refused = new AtomicReference<>("");
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(server.baseUrl() + "/")
                .setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN"))) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              troubles.add(message.text());
            }
          });
      page.onRequest(
          request -> {
            boolean ours = request.url().startsWith(server.baseUrl() + "/");
            boolean image =
                request.url().startsWith(partner.base() + "/iiif/2/")
                    && request.resourceType().equals("image");
            if (!ours && !image && !request.url().matches("(data|blob):.*")) {
              troubles.add("another host: " + request.url());
            }
          });
      signIn(page);
      page.navigate("/workbench/selections/exhibition/byhand");
      Locator borrow = page.locator(".b-borrow summary");
      borrow.focus();
      page.keyboard().press("Enter");
      page.locator("#b-manifest").focus();
      page.keyboard().insertText("{\"type\":\"Collection\"}");
      press(page, "[value=borrow]");
      assertThat(page.locator(".b-borrow [role=alert]")).containsText("/type");
      assertThat(page.locator("#b-manifest")).hasValue("{\"type\":\"Collection\"}");
      axe(page);
      page.locator("#b-manifest").fill(partner.manifest("hands", "亲手借来的名册"));
      press(page, "[value=borrow]");
      assertThat(page.locator(".b-shown")).hasText("亲手借来的名册");
      assertThat(page.locator("[data-draft-bar]")).isHidden();
      assertThat(page.locator("#b-out .flag").first()).isVisible();

      press(page, "[value='block:zoom']");
      page.locator("#bq").fill("亲手借来");
      page.locator("#bq").press("Enter");
      assertThat(page.locator(".found li").first()).containsText("亲手借来的名册");
      assertThat(page.locator(".found li").first()).containsText("外馆");
      press(page, ".found [name=op][value^='take:loan:']");
      Locator pages = page.locator("#b-edit select[name$='.图像']").first();
      assertThat(pages.locator("option")).hasCount(3);
      pages.selectOption(new String[] {pages.locator("option").nth(2).getAttribute("value")});
      assertThat(page.locator("[data-mark]").first())
          .hasAttribute("data-src", Pattern.compile(".*hands-2.*"));
      press(page, "[data-mark]");
      assertThat(page.locator(".stage-veil")).isFocused();
      page.keyboard().press("ArrowLeft");
      page.keyboard().press("Enter");
      assertThat(page.locator("[name$='.区域']").first()).hasValue(Pattern.compile("[\\d.,]+"));
      Writing.into(page.locator("#b-edit [name$='.文字']").first(), "看名字");
      page.keyboard().press("Control+s");
      assertThat(page.locator("[data-saved]")).isVisible();
      axe(page);

      String key = page.locator("[name$='.记录']").first().inputValue().replace("外馆:", "");
      publish("loan/" + key);
      publish("exhibition/byhand");
      until("/exhibitions/byhand", shown -> shown.body().contains("看名字"));
      for (int width : List.of(1280, 390)) {
        page.setViewportSize(width, 900);
        Response visited = page.navigate("/exhibitions/byhand");
        assertEquals(200, visited.status());
        Locator picture = page.locator(".exhibit img, .zoom-sheet img").first();
        picture.scrollIntoViewIfNeeded();
        page.waitForFunction("() => document.querySelector('.zoom-sheet img').naturalWidth > 0");
        assertThat(page.locator(".held").first()).containsText("青禾县档案馆");
        assertEquals(
            true,
            page.evaluate(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        axe(page);
      }
      assertEquals(List.of(), troubles);

      page.route(partner.base() + "/**", route -> route.abort());
      page.onRequestFailed(request -> refused.set(request.url()));
      page.navigate("/exhibitions/byhand");
      page.locator(".zoom-sheet img").scrollIntoViewIfNeeded();
      assertThat(page.locator(".held").first()).containsText("到“青禾县档案馆”看");
      assertThat(page.locator(".zoom-steps")).containsText("看名字");
      assertTrue(refused.get().startsWith(partner.base()), "the holder could not be reached");
    }
  }

  private static void axe(Page page) {
    assertEquals(
        List.of(),
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .exclude(List.of("iframe"))
                .analyze()
                .getViolations()
                .stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .toList());
  }

  private static void signIn(Page page) {
    page.navigate("/signin");
    page.locator("input[name=username]").fill("admin");
    page.locator("input[type=password]").fill(server.password().orElseThrow());
    page.locator("main button").click();
    page.waitForURL(url -> !url.contains("/signin"));
  }

  private static void press(Page page, String selector) {
    page.locator(selector).first().focus();
    page.keyboard().press("Enter");
  }

  private static HttpResponse<String> borrowing(String manifest) {
    return curator.send("POST", "/api/loans", JSON, manifest);
  }

  private static JsonObject borrow(String manifest, int status) {
    HttpResponse<String> answer = borrowing(manifest);
    assertEquals(status, answer.statusCode(), answer.body());
    return json(answer.body());
  }

  private static HttpResponse<String> fetch(String address) {
    return curator.send("POST", "/api/loans?manifest=" + Web.encode(address), JSON, "");
  }

  private static void publish(String entity) {
    HttpResponse<String> answer =
        curator.send("PUT", "/api/entities/" + entity + "/publication", JSON, "");
    assertTrue(answer.statusCode() < 300, answer.statusCode() + answer.body());
  }

  /** Asks until the public stage has followed. */
  private static HttpResponse<String> until(String path, Predicate<HttpResponse<String>> expected) {
    Instant end = Instant.now().plus(PATIENCE);
    HttpResponse<String> page = web.page(path);
    while (!expected.test(page) && Instant.now().isBefore(end)) {
      page = web.page(path);
    }
    assertTrue(expected.test(page), path + ": " + page.statusCode() + " " + page.body());
    return page;
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static final class ContentPolicies {
    static final String NAME = "Content-Security-Policy";
    static final String OWN =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";
  }
}
