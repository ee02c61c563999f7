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
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many submitted at once, taken back, and passed together. */
@ExtendWith(Chromium.class)
class ManyReviewsIT {

  private static final String JSON = "application/json";
  private static final LocatorAssertions.IsEnabledOptions PATIENTLY =
      new LocatorAssertions.IsEnabledOptions().setTimeout(60_000);

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Staff people;

  private final Browser browser;

  ManyReviewsIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table(
                "records.csv",
                SmallHoldings.RECORDS
                    + "one,X1-0001,f1,渡口来信甲,,示例,1937-05,,,开放\n"
                    + "two,X1-0002,f1,渡口来信乙,,示例,1937-06,,,开放\n"
                    + "three,X1-0003,f1,渡口来信丙,,示例,1937-07,,,开放\n"
                    + "closed,X1-0004,f1,渡口来信丁,,示例,1937-08,,,控制\n"
                    + "left,X1-0005,f1,夜校课本上册,,示例,1937-09,,,开放\n"
                    + "right,X1-0006,f1,夜校课本下册,,示例,1937-10,,,开放\n"
                    + "spare,X1-0007,f1,账簿,,示例,1937-11,,,开放\n");
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
            .with("READER", "reader");
    // The samples come as public; each is to have something new.
    for (String key : List.of("one", "two", "three", "closed", "left", "right")) {
      edit(key);
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void allThatASearchFindsIsSubmittedAfterALookAndTakenBackWhereNobodyHasLookedAtIt() {
    try (Visit visit = Visit.atDesk(browser, server.baseUrl())) {
      Staff.signIn(visit, "author");
      Page page = visit.open("/workbench/search?q=渡口来信");
      page.locator("#many button[value=submit]").click();
      assertAccessible(page);
      page.locator("#reason").fill("请一起审");
      page.locator("form[action$='bulk-edits'] button").click();
      Locator go = page.locator("form[action$='/next'] button");
      Locator counts = page.locator(".im-counts dd");
      assertThat(go).isEnabled(PATIENTLY);
      assertThat(counts).hasText(new String[] {"3", "0", "1"});
      assertAccessible(page);
      assertFalse(at("first").get("/workbench/reviews").body().contains("渡口来信"), "a look only");
      page.locator(".bk-parts a[href*=refused]").click();
      assertThat(page.locator(".bk-rows")).containsText("开放标识");

      edit("three");
      goOn(page);
      assertThat(go).isEnabled(PATIENTLY);
      assertThat(counts).hasText(new String[] {"2", "0", "1"});
      page.locator(".bk-parts a[href*=refused]").click();
      assertThat(page.locator(".bk-rows")).containsText("渡口来信丙");
      assertThat(page.locator(".bk-rows")).containsText("有人保存过");
      String queue = at("first").get("/workbench/reviews").body();
      assertTrue(queue.contains("渡口来信甲") && queue.contains("渡口来信乙"), queue);
      assertFalse(queue.contains("渡口来信丙"), queue);

      JsonObject one = waiting("one");
      assertTrue(one.toString().contains("批量送审") && one.toString().contains("请一起审"));
      assertEquals(
          200,
          at("first")
              .send(
                  "POST",
                  "/api/reviews/" + one.getInt("id") + "/steps",
                  JSON,
                  "{\"act\":\"pass\"}",
                  "If-Match",
                  "\"1\"")
              .statusCode());
      page.locator(".bk-parts a[href*=changed]").first().click();
      goOn(page);
      assertThat(counts).hasText(new String[] {"1", "0", "1"}, withPatience());
      page.locator(".bk-parts a[href*=refused]").click();
      assertThat(page.locator(".bk-rows")).containsText("审核人已经处理");
      assertThat(page.locator("form[action$='/next']")).hasCount(0);
      assertEquals("second", waiting("one").getString("stand"), "left alone");
      visit.assertNoTrouble();
    }
  }

  @Test
  void thoseChosenAreSubmittedAndPassedTogetherOrNotAtAll() {
    try (Visit visit = Visit.byPhone(browser, server.baseUrl())) {
      Staff.signIn(visit, "author");
      Page page = visit.open("/workbench/search?q=夜校课本");
      page.locator("[name=chosen][value='record/left']").check();
      assertAccessible(page);
      page.locator("#many button[value=submit]").click();
      page.locator("form[action$='bulk-edits'] button").click();
      Locator go = page.locator("form[action$='/next'] button");
      assertThat(go).isEnabled(PATIENTLY);
      assertThat(page.locator(".im-counts dd")).hasText(new String[] {"1", "0", "0"});
      goOn(page);
      assertThat(go).isEnabled(PATIENTLY);
      assertNarrow(page);
    }
    submitByProgram("right");
    JsonObject left = waiting("left");
    JsonObject right = waiting("right");
    String[] both = {"review", left.getInt("id") + ":1", "review", right.getInt("id") + ":1"};
    assertEquals(403, at("author").post("/workbench/reviews/passes", both).statusCode());
    assertEquals(403, at("reader").post("/workbench/reviews/passes", both).statusCode());
    assertEquals(400, at("first").post("/workbench/reviews/passes", "review", "x").statusCode());
    assertEquals(400, at("first").post("/workbench/reviews/passes", "reason", "x").statusCode());

    HttpResponse<String> stale = passes("first", left, 1, right, 2);
    assertEquals(412, stale.statusCode(), stale.body());
    assertTrue(stale.body().contains("审核 " + right.getInt("id")), stale.body());
    assertEquals("first", waiting("left").getString("stand"), "none, if not all");
    try (Visit visit = Visit.byPhone(browser, server.baseUrl())) {
      Staff.signIn(visit, "first");
      Page page = visit.open("/workbench/reviews");
      assertAccessible(page);
      assertNarrow(page);
      page.locator("[name=review][value^='" + left.getInt("id") + ":']").check();
      page.locator("[name=review][value^='" + right.getInt("id") + ":']").check();
      page.locator("#rv-reason").fill("一起看过");
      page.locator("form[action$=passes] button").click();
      assertThat(page.locator("[role=status]")).containsText("已通过 2 条");
      visit.assertNoTrouble();
    }
    assertEquals("second", waiting("left").getString("stand"));
    assertTrue(waiting("right").toString().contains("一起看过"));
    assertEquals(403, passes("first", left, 2, right, 2).statusCode(), "one person, one round");
    assertEquals(200, passes("second", left, 2, right, 2).statusCode());
    HttpResponse<String> last = passes("third", left, 3, right, 3);
    assertEquals(200, last.statusCode(), last.body());
    assertEquals(
        List.of("published", "published"),
        json(last).getJsonArray("reviews").getValuesAs(JsonObject.class).stream()
            .map(review -> review.getString("stand"))
            .toList());
  }

  @Test
  void whatHasNothingNewIsToldAndNotSubmitted() {
    JsonObject preview = ended(submission("\"spare\",\"missing\""));
    JsonObject counts = preview.getJsonObject("counts");
    assertEquals(0, counts.getInt("changed") + counts.getInt("refused"), counts.toString());
    assertEquals(1, counts.getInt("unchanged"), counts.toString());
    assertEquals(
        409,
        at("author")
            .send("POST", "/api/bulk-edits/" + preview.getInt("id") + "/next", JSON, "")
            .statusCode());
    assertEquals(422, submission("\"no/key\"").statusCode());
    assertEquals(422, submission("1").statusCode());
  }

  private static HttpResponse<String> submission(String keys) {
    return at("author")
        .send(
            "POST",
            "/api/bulk-edits",
            JSON,
            "{\"type\":\"record\",\"operation\":\"submit\",\"chosen\":[" + keys + "]}");
  }

  private static void submitByProgram(String key) {
    JsonObject preview = ended(submission("\"" + key + "\""));
    JsonObject done =
        ended(
            at("author")
                .send("POST", "/api/bulk-edits/" + preview.getInt("id") + "/next", JSON, ""));
    assertEquals(1, done.getJsonObject("counts").getInt("changed"), done.toString());
  }

  /** The job, once it is done. */
  private static JsonObject ended(HttpResponse<String> begun) {
    assertEquals(202, begun.statusCode(), begun.body());
    String path = "/api/bulk-edits/" + json(begun).getInt("id");
    JsonObject job = json(begun);
    while (List.of("queued", "running").contains(job.getString("state"))) {
      Thread.onSpinWait();
      job = json(at("author").get(path, JSON));
    }
    assertEquals("done", job.getString("state"), job.toString());
    return job;
  }

  private static HttpResponse<String> passes(
      String who, JsonObject one, int seen, JsonObject other, int seenOfOther) {
    return at(who)
        .send(
            "POST",
            "/api/reviews/passes",
            JSON,
            "{\"reviews\":[{\"id\":%d,\"seen\":%d},{\"id\":%d,\"seen\":%d}],\"reason\":\"同意\"}"
                .formatted(one.getInt("id"), seen, other.getInt("id"), seenOfOther));
  }

  /** The newest review of a record. */
  private static JsonObject waiting(String key) {
    return json(at("author").get("/api/reviews?show=all", JSON))
        .getJsonArray("reviews")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(review -> review.getString("entity").endsWith("/record/" + key))
        .findFirst()
        .orElseThrow();
  }

  /** Adds to what it tells. */
  private static void edit(String key) {
    String path = "/api/entities/record/" + key;
    HttpResponse<String> current = at("author").get(path, "application/n-triples");
    HttpResponse<String> saved =
        at("author")
            .send(
                "PUT",
                path,
                "application/n-triples",
                current.body().replaceFirst("(渡口来信.|夜校课本..)", "$1（补记）"),
                "If-Match",
                Web.header(current, "ETag"));
    assertEquals(204, saved.statusCode(), saved.body());
  }

  private static void goOn(Page page) {
    String before = page.url();
    page.locator("form[action$='/next'] button").click();
    page.waitForURL(url -> !url.equals(before));
  }

  private static LocatorAssertions.HasTextOptions withPatience() {
    return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
  }

  private static void assertAccessible(Page page) {
    assertEquals(
        List.of(),
        new AxeBuilder(page).analyze().getViolations().stream().map(rule -> rule.getId()).toList(),
        page.url());
  }

  private static void assertNarrow(Page page) {
    assertEquals(
        true,
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
        page.url());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static Person at(String who) {
    return people.get(who);
  }
}
