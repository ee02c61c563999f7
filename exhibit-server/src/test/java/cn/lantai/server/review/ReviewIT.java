package cn.lantai.server.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Visit;
import cn.lantai.server.testing.Web;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An archive that publishes nothing without three reviews, and the people who do them. */
@ExtendWith(Chromium.class)
class ReviewIT {

  private static final String JSON = "application/json";
  private static final Pattern LINK = Pattern.compile("/preview/[a-z0-9]{32}");
  private static final Pattern NEWEST = Pattern.compile("name=\"until\" value=\"([^\"]+)\"");

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Staff people;

  private final Browser browser;

  ReviewIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table(
                "persons.csv",
                SmallHoldings.PERSONS
                    + "zhou,周砚秋,Zhou Yanqiu,教员\n"
                    + "shen,沈泽民,Shen Zemin,作家\n"
                    + "mao,茅盾,Mao Dun,作家\n")
            .table(
                "records.csv",
                SmallHoldings.RECORDS
                    + "letter,X1-0001,f1,一封小城的信,A letter,示例,1937-05,,,控制\n"
                    + "note,X1-0002,f1,一张便条,A note,示例,1937-06,,,控制\n")
            .table(
                "images.csv",
                SmallHoldings.IMAGES
                    + "letter-1.jpg,letter,1,第 1 页,\n"
                    + "note-1.jpg,note,1,第 1 页,\n"
                    + "note-2.jpg,note,2,第 2 页,\n")
            .image("letter-1.jpg")
            .image("note-1.jpg")
            .image("note-2.jpg")
            .table("selections.csv", "键,类型,序号,题名\nferry,展览,1,渡口\n")
            .table("sections.csv", "专题,节,题\nferry,1,冬\n")
            .table("blocks.csv", "专题,节,块,类型,记录,文字\nferry,1,1,文字,,甲块\n");
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString(), "LANTAI_REVIEW", "three"),
                "--demo")
            .awaitGreeting();
    people =
        Staff.of(server)
            .with("CURATOR", "author")
            .with("REVIEWER", "first", "second", "third")
            .with("READER", "reader", "leaver");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void nothingOpensByATimeOfItsOwnButMayClose() {
    String address = "/api/showings/exhibition/ferry";
    String opens = "{\"opens\":\"2035-03-01T01:00:00Z\"}";
    String closes = opens.replace("opens", "closes");
    String[] never = {"If-Match", "\"0\""};
    assertEquals(409, at("author").send("PUT", address, JSON, opens, never).statusCode());
    assertEquals(403, at("first").send("PUT", address, JSON, closes, never).statusCode());
    assertEquals(200, at("author").send("PUT", address, JSON, closes, never).statusCode());
    assertEquals(412, at("author").send("PUT", address, JSON, closes, never).statusCode());
    assertEquals(428, at("author").send("PUT", address, JSON, closes).statusCode());
    String past = closes.replace("2035", "2015");
    String[] once = {"If-Match", "\"1\""};
    assertEquals(422, at("author").send("PUT", address, JSON, past, once).statusCode());
    String unreadable = closes.replace("2035-03-01", "soon");
    assertEquals(400, at("author").send("PUT", address, JSON, unreadable, once).statusCode());
    assertTrue(at("reader").get(address).body().contains("\"next\":\"close\""));
  }

  @Test
  void aChangeGoesBackOnceThenThroughThreeReviewsAndOutAgain() {
    String form = "/workbench/entries/person/zhou";
    long version = save("person/zhou", "教员，渡口夜校的创办人");
    assertEquals(
        409, at("author").post(form + "/publication", "to", "public").statusCode(), "not directly");
    String review = submit("person", "zhou", version);
    assertTrue(at("first").get("/workbench/reviews").body().contains(review));
    assertFalse(at("author").get("/workbench/reviews?show=waiting").body().contains(review));
    assertTrue(at("author").get("/workbench/reviews").body().contains(review), "his own");
    assertTrue(at("first").get("/workbench/notices").body().contains("nt-waits"));
    assertFalse(at("reader").get("/workbench/notices").body().contains("nt-waits"), "not for him");
    String page = at("first").get(review).body();
    assertTrue(page.contains("渡口夜校的创办人"), page);
    assertTrue(page.contains("公众现在看到"), page);

    assertEquals(403, step("reader", review, "pass", 1), "by rights");
    assertEquals(403, step("author", review, "pass", 1), "by rights, before his own work");
    assertEquals(422, step("first", review, "return", 1), "a reason is missing");
    HttpResponse<String> said =
        at("first").post(review + "/comments", "spot", "field:简介", "words", "出处？<b>");
    assertEquals(303, said.statusCode(), said.body());
    assertEquals(
        400, at("first").post(review + "/comments", "spot", "field:没有", "words", "x").statusCode());
    assertEquals(303, step("first", review, "return", 1, "reason", "出处不明"));
    page = at("author").get(review).body();
    assertTrue(page.contains("已退回") && page.contains("出处不明"), page);
    assertTrue(page.contains("出处？&lt;b&gt;"), page);
    theAuthorHearsThatItCameBack();

    version = save("person/zhou", "教员，渡口夜校的创办人（县志稿）");
    String again = submit("person", "zhou", version);
    long newer = save("person/zhou", "还没有审过的字句");
    assertTrue(newer > version);
    assertTrue(at("first").get(again).body().contains("更新的版本"));
    assertEquals(303, step("first", again, "pass", 1));
    assertEquals(403, step("first", again, "pass", 2), "one person, one round");
    assertEquals(409, step("second", again, "pass", 1), "somebody was faster");
    assertEquals(303, step("second", again, "pass", 2));
    assertEquals(303, step("third", again, "pass", 3, "reason", "同意公布"));
    awaitPublic("/people/zhou", "县志稿");
    assertFalse(web().page("/people/zhou").body().contains("还没有审过"));
    assertFalse(
        at("author").get("/api/notices", JSON).body().contains("\"unseen\":0"),
        "nobody has seen what is yet to come");
    assertTrue(
        at("author").get("/api/entities/person/zhou/versions", JSON).body().contains("同意公布 · 审核"));

    assertEquals(422, at("author").post(form + "/publication", "to", "withdrawn").statusCode());
    assertEquals(
        303,
        at("author").post(form + "/publication", "to", "withdrawn", "reason", "权属不清").statusCode());
    page = at("third").get(again).body();
    assertTrue(page.contains("已撤下") && page.contains("权属不清"), page);
  }

  private static void theAuthorHearsThatItCameBack() {
    String notices = at("author").get("/workbench/notices").body();
    assertTrue(notices.contains("已退回") && notices.contains("出处不明"), notices);
    assertTrue(notices.contains("有意见") && notices.contains("出处？&lt;b&gt;"), notices);
    String bell = "条未读\"";
    assertTrue(at("author").get("/workbench/search").body().contains(bell), "on every page");
    Matcher newest = NEWEST.matcher(notices);
    assertTrue(newest.find(), notices);
    assertEquals(
        303, at("author").post("/workbench/notices", "until", newest.group(1)).statusCode());
    assertFalse(at("author").get("/workbench/search").body().contains(bell), "seen");
    assertTrue(at("author").get("/workbench/notices").body().contains("已退回"), "but still there");
    assertEquals(
        204,
        at("author")
            .send("PUT", "/api/notices/seen", JSON, "{\"until\":\"2020-01-01T00:00:00Z\"}")
            .statusCode());
    String told = at("author").get("/api/notices", JSON).body();
    assertTrue(told.contains("\"unseen\":0"), told);
    assertTrue(told.contains("\"kind\":\"RETURN\""), told);
    assertEquals(400, at("author").post("/workbench/notices", "until", "soon").statusCode());
    for (String never : List.of("+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z")) {
      assertEquals(
          303, at("author").post("/workbench/notices", "until", never).statusCode(), never);
    }
  }

  @Test
  void programsDoTheSameAndWhatIsScheduledComesAtItsTime() throws Exception {
    long version = save("person/shen", "作家，译者");
    HttpResponse<String> made =
        at("author")
            .send(
                "POST",
                "/api/reviews",
                JSON,
                "{\"entity\":\"person/shen\",\"version\":" + version + "}");
    assertEquals(201, made.statusCode(), made.body());
    String review = "/api/reviews/" + Web.header(made, "Location").replaceFirst(".*/", "");
    assertEquals("\"1\"", Web.header(made, "ETag"));
    assertEquals(428, act("first", review, "", "{\"act\":\"pass\"}").statusCode());
    assertEquals(200, act("first", review, "\"1\"", "{\"act\":\"pass\"}").statusCode());
    HttpResponse<String> late = act("second", review, "\"1\"", "{\"act\":\"pass\"}");
    assertEquals(412, late.statusCode());
    assertTrue(late.body().contains("其间已有别人处理"), late.body());
    assertEquals(200, act("second", review, "\"2\"", "{\"act\":\"pass\"}").statusCode());
    String past = "{\"act\":\"pass\",\"due\":\"2020-01-01T00:00:00Z\"}";
    assertEquals(422, act("third", review, "\"3\"", past).statusCode());
    String due = Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS).toString();
    HttpResponse<String> scheduled =
        act("third", review, "\"3\"", "{\"act\":\"pass\",\"due\":\"" + due + "\"}");
    assertEquals(200, scheduled.statusCode(), scheduled.body());
    assertTrue(scheduled.body().contains("\"due\":\"" + due + "\""), scheduled.body());
    assertFalse(web().page("/people/shen").body().contains("译者"));
    String soon = Instant.now().plusMillis(300).toString();
    HttpResponse<String> moved =
        act("first", review, "\"5\"", "{\"act\":\"schedule\",\"due\":\"" + soon + "\"}");
    assertEquals(200, moved.statusCode(), moved.body());
    awaitPublic("/people/shen", "译者");
    assertTrue(at("author").get(review, JSON).body().contains("\"stand\":\"published\""));
    assertEquals(404, at("reader").get("/api/reviews/999999", JSON).statusCode());
    assertEquals(
        409,
        at("author")
            .send("PUT", "/api/entities/person/shen/publication", "text/turtle", "")
            .statusCode());
  }

  @Test
  void thePagesAreAccessible() {
    long version = saveSelection();
    String review = submit("exhibition", "ferry", version);
    at("first").post(review + "/comments", "spot", "block:s0-b1", "words", "再短些");
    try (Visit visit = Visit.atDesk(browser, server.baseUrl())) {
      Staff.signIn(visit, "first");
      for (String path :
          List.of(
              "/workbench/reviews",
              "/workbench/reviews?show=mine",
              "/workbench/notices",
              review,
              "/workbench/previews/exhibition/ferry?version=" + version)) {
        Page page = visit.open(path);
        assertEquals(
            List.of(),
            new AxeBuilder(page)
                .analyze().getViolations().stream().map(rule -> rule.getId()).toList(),
            path);
      }
      visit.assertNoTrouble();
    }
  }

  @Test
  void aRemarkCanSpeakOfAPlaceThatIsDrawnOnTheImage() {
    HttpResponse<String> image = at("author").get("/api/entities/image/letter-1", "text/turtle");
    assertEquals(200, image.statusCode(), image.body());
    String review =
        submit("image", "letter-1", Long.parseLong(Web.header(image, "ETag").replace("\"", "")));
    try (Visit visit = Visit.atDesk(browser, server.baseUrl())) {
      Staff.signIn(visit, "first");
      Page page = visit.open(review);
      page.locator("[data-mark]").click();
      page.locator(".stage-veil").press("Enter");
      assertEquals("percent:30,30,40,40", page.locator("#rv-place").inputValue());
      page.locator("#rv-words").fill("印章不清");
      page.locator("#say button:not([type=button])").click();
      page.waitForURL("**#remarks");
      assertThat(page.locator(".rv-sheet rect")).hasCount(1);
      assertEquals("30%", page.locator(".rv-sheet rect").getAttribute("x"));
      assertEquals(
          List.of(),
          new AxeBuilder(page)
              .analyze().getViolations().stream().map(rule -> rule.getId()).toList());
      visit.assertNoTrouble();
    }
  }

  @Test
  void anExpertWithoutAnAccountSeesOneVersionByALinkUntilItEnds() {
    long version = save("person/mao", "只给专家看的一版");
    String links = "/workbench/previews/person/mao";
    String link = link("author", links, version);
    save("person/mao", "后来的一版");
    HttpResponse<String> shown = web().page(link);
    assertEquals(200, shown.statusCode(), shown.body());
    assertTrue(shown.body().contains("只给专家看的一版"), shown.body());
    assertFalse(shown.body().contains("后来的一版"), "the version of the link");
    assertTrue(shown.body().contains("预览，未公布"), shown.body());
    assertTrue(shown.body().contains("<meta name=\"robots\" content=\"noindex\">"));
    assertTrue(Web.header(shown, "Cache-Control").contains("no-store"));
    assertEquals("no-referrer", Web.header(shown, "Referrer-Policy"));
    assertEquals("noindex, nofollow", Web.header(shown, "X-Robots-Tag"));
    assertFalse(web().page("/people/mao").body().contains("专家看的一版"), "nowhere else");
    String forged = link.replaceFirst(".$", link.endsWith("a") ? "b" : "a");
    assertEquals(404, web().page(forged).statusCode());
    assertEquals(404, web().page("/preview/").statusCode());

    for (String[] wrong :
        List.of(
            new String[] {"label", "王教授", "days", "31"},
            new String[] {"label", "王教授", "days", "0"},
            new String[] {"label", " ", "days", "7"})) {
      assertEquals(422, at("author").post(links, wrong).statusCode(), List.of(wrong).toString());
    }
    assertEquals(404, at("author").get("/workbench/previews/image/letter-1").statusCode());

    String program = links.replace("/workbench/", "/api/");
    HttpResponse<String> made =
        at("author").send("POST", program, JSON, "{\"label\":\"李教授\",\"days\":1}");
    assertEquals(201, made.statusCode(), made.body());
    Matcher another = LINK.matcher(made.body());
    assertTrue(another.find(), made.body());
    assertTrue(web().page(another.group()).body().contains("后来的一版"), "the newest");
    assertFalse(at("author").get(program, JSON).body().contains(another.group()), "told once");
    Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(made.body());
    assertTrue(id.find());
    String ended = program + "/" + id.group(1);
    assertEquals(403, at("reader").send("DELETE", ended, JSON, "").statusCode());
    assertEquals(204, at("author").send("DELETE", ended, JSON, "").statusCode());
    assertEquals(410, web().page(another.group()).statusCode());

    String end = end(links);
    assertEquals(403, at("reader").post(end).statusCode(), "neither his nor his to decide");
    assertEquals(200, web().page(link).statusCode());
    assertEquals(303, at("author").post(end).statusCode());
    HttpResponse<String> over = web().page(link);
    assertEquals(410, over.statusCode());
    assertFalse(over.body().contains("专家看的一版"));
    assertEquals("no-referrer", Web.header(over, "Referrer-Policy"));

    String ofLeaver = link("leaver", links, version);
    assertEquals(200, web().page(ofLeaver).statusCode());
    at("admin").post("/workbench/accounts/leaver/state", "to", "disabled");
    assertEquals(410, web().page(ofLeaver).statusCode(), "it does no more than who made it may");

    for (String action : List.of("PREVIEW_MADE", "PREVIEW_SEEN", "PREVIEW_ENDED")) {
      String log = at("admin").get("/api/audit?object=person/mao&action=" + action, JSON).body();
      assertTrue(log.contains(action) && log.contains("王教授"), log);
      assertFalse(log.contains(link.substring("/preview/".length())), "no secret");
    }
  }

  @Test
  void aLinkToARecordShowsItsPagesAsLongAsItIsOpenAndNothingElse() {
    String links = "/workbench/previews/record/note";
    long closed = mark("open", "controlled");
    assertTrue(at("author").get(links).body().contains("不能给没有账号的人看"));
    assertEquals(422, at("author").post(links, "label", "x", "days", "7").statusCode());

    long open = mark("controlled", "open");
    assertTrue(open > closed);
    String link = link("author", links, open);
    String page = web().page(link).body();
    assertTrue(page.contains("一张便条"), page);
    assertTrue(page.contains(link + "/images/note-1/"), page);
    assertTrue(page.contains(link + "?page=2"), "its other pages are here as well");
    assertTrue(web().page(link + "?page=2").body().contains(link + "/images/note-2/"));
    String picture = "/full/!400,400/0/default.jpg";
    HttpResponse<byte[]> image = web().bytes(link + "/images/note-1" + picture);
    assertEquals(200, image.statusCode());
    assertTrue(Web.header(image, "Content-Type").startsWith("image/jpeg"));
    assertEquals("no-store", Web.header(image, "Cache-Control"));
    assertEquals(200, web().get(link + "/images/note-1/info.json").statusCode());
    assertEquals(404, web().get(link + "/images/letter-1" + picture).statusCode(), "of another");
    assertEquals(404, web().get("/iiif/3/note-1" + picture).statusCode(), "not public by it");
    assertEquals(404, web().page("/records/note").statusCode());

    try (Visit visit = Visit.byPhone(browser, server.baseUrl())) {
      Page seen = visit.open(link);
      assertEquals(
          List.of(),
          new AxeBuilder(seen)
              .analyze().getViolations().stream().map(rule -> rule.getId()).toList());
      visit.assertNoTrouble();
    }

    mark("open", "controlled");
    assertEquals(410, web().page(link).statusCode(), "not open any more, whatever the version");
    assertEquals(404, web().get(link + "/images/note-1" + picture).statusCode());
  }

  /** Saves the note with another state; the number of the version. */
  private static long mark(String from, String to) {
    HttpResponse<String> current =
        at("author").get("/api/entities/record/note", "application/n-triples");
    HttpResponse<String> saved =
        at("author")
            .send(
                "PUT",
                "/api/entities/record/note",
                "application/n-triples",
                current.body().replace(from + "> .", to + "> ."),
                "If-Match",
                Web.header(current, "ETag"));
    assertEquals(204, saved.statusCode(), saved.body());
    return Long.parseLong(Web.header(saved, "ETag").replace("\"", ""));
  }

  /** Makes a link for an expert; where it leads on this server. */
  private static String link(String who, String links, long version) {
    HttpResponse<String> made =
        at(who).post(links, "version", Long.toString(version), "label", "王教授", "days", "7");
    assertEquals(201, made.statusCode(), made.body());
    Matcher link = LINK.matcher(made.body());
    assertTrue(link.find(), made.body());
    assertFalse(at(who).get(links).body().contains(link.group()), "told once");
    return link.group();
  }

  private static String end(String links) {
    Matcher end = Pattern.compile(links + "/\\d+/end").matcher(at("author").get(links).body());
    assertTrue(end.find());
    return end.group();
  }

  /** Saves what the person is known for; the number of the version. */
  private static long save(String name, String text) {
    Person author = at("author");
    HttpResponse<String> current = author.get("/api/entities/" + name, "application/n-triples");
    assertEquals(200, current.statusCode(), current.body());
    String changed =
        current
                .body()
                .replaceAll(
                    "(?m)^.*scopeAndContent.*$\\n"
                        + "?|^.*ontology#history.*$\\n"
                        + "?|^.*description.*$\\n"
                        + "?",
                    "")
            + "<%s/id/%s> <https://www.ica.org/standards/RiC/ontology#history> \"%s\"@zh-Hans .\n"
                .formatted(server.baseUrl(), name, text);
    HttpResponse<String> saved =
        author.send(
            "PUT",
            "/api/entities/" + name,
            "application/n-triples",
            changed,
            "If-Match",
            Web.header(current, "ETag"));
    assertEquals(204, saved.statusCode(), saved.body());
    return Long.parseLong(Web.header(saved, "ETag").replace("\"", ""));
  }

  private static long saveSelection() {
    Person author = at("author");
    HttpResponse<String> current =
        author.get("/api/entities/exhibition/ferry", "application/n-triples");
    HttpResponse<String> saved =
        author.send(
            "PUT",
            "/api/entities/exhibition/ferry",
            "application/n-triples",
            current.body().replace("甲块", "甲块，改过的"),
            "If-Match",
            Web.header(current, "ETag"));
    assertEquals(204, saved.statusCode(), saved.body());
    return Long.parseLong(Web.header(saved, "ETag").replace("\"", ""));
  }

  private static String submit(String type, String key, long version) {
    HttpResponse<String> sent =
        at("author")
            .post(
                "/workbench/reviews", "type", type, "key", key, "version", Long.toString(version));
    assertEquals(303, sent.statusCode(), sent.body());
    return web().target(sent);
  }

  private static int step(String who, String review, String act, int seen, String... more) {
    String[] fields = new String[4 + more.length];
    System.arraycopy(new String[] {"act", act, "seen", Integer.toString(seen)}, 0, fields, 0, 4);
    System.arraycopy(more, 0, fields, 4, more.length);
    return at(who).post(review, fields).statusCode();
  }

  private static HttpResponse<String> act(String who, String review, String seen, String body) {
    return seen.isEmpty()
        ? at(who).send("POST", review + "/steps", JSON, body)
        : at(who).send("POST", review + "/steps", JSON, body, "If-Match", seen);
  }

  /** The stage follows the journal a moment later. */
  private static void awaitPublic(String path, String text) {
    Instant patience = Instant.now().plusSeconds(60);
    while (!web().page(path).body().contains(text)) {
      assertTrue(Instant.now().isBefore(patience), path + " does not show " + text);
      Thread.onSpinWait();
    }
  }

  private static Person at(String who) {
    return people.get(who);
  }

  private static Web web() {
    return new Web(server.baseUrl());
  }
}
