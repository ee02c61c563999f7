package cn.lantai.server.opening;

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
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An archive that looks at what has become old enough, and the people who sign. */
@ExtendWith(Chromium.class)
class OpeningIT {

  private static final String JSON = "application/json";
  private static final String HERE = "/workbench/openings";
  private static final String RECORDS = HERE + "/record/";
  private static final int THIS_YEAR = Year.now(ZoneId.systemDefault()).getValue();

  private static final String LIST =
      "{\"archive\":\"o1\",\"kind\":\"words\",\"name\":\"鸟兽\",\"towards\":\"control\",\"words\":[\"鹦鹉\"]}";

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Staff people;

  private final Browser browser;

  OpeningIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table(
                "persons.csv",
                """
                键,姓名,英文名,身份,生卒
                zhou,周砚秋,Zhou Yanqiu,教员,
                mao,茅盾,Mao Dun,作家,1896/1981
                """)
            .table(
                "records.csv",
                SmallHoldings.RECORDS
                    + row("ferry", "0001", "关于修缮渡口码头的请示", "1985-03", "渡口码头年久失修，拟于冬修。")
                    + row("dam", "0002", "关于塘坝加固的批复", "1985-05", "同意加固，渡口一并修整。")
                    + row("plan", "0003", "春耕生产计划", "1986", "全县早稻播种计划，茅盾先生故里一带先行。")
                    + row("letter", "0004", "群众来信", "1990", "教员周砚秋来信，附身份证号１１０１０５１９４９１２３１００２Ｘ，为房屋事。")
                    + row("case", "0005", "信访处理情况", "1991", "涉及信访人姓名住址。")
                    + row("note", "0006", "无日期便条", "", "明日开会。")
                    + row("young", "0007", "新近文件", "2024", "不到期。")
                    + row("road", "0010", "公路养护计划", "1987-02", "乡道养护按旧例。")
                    + row("bridge", "0011", "木桥修补通知", "1987-03", "木桥桥面换板。")
                    + row("now", "0009", "今年到期的", Integer.toString(THIS_YEAR - 25), "例行报表。")
                    + "closed,X1-0008,f1,已控制的,,,1980,,旧,控制\n")
            .table("images.csv", SmallHoldings.IMAGES + "letter-1.jpg,letter,1,第 1 页,\n")
            .image("letter-1.jpg");
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString()),
                "--demo")
            .awaitGreeting();
    people =
        Staff.of(server)
            .with("CURATOR", "author")
            .with("REVIEWER", "first", "second")
            .with("READER", "reader");
  }

  private static String row(String key, String number, String title, String date, String scope) {
    return "%s,X1-%s,f1,%s,,,%s,,%s,\n".formatted(key, number, title, date, scope);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theQueueHasWhatIsDueAndWhatHasNoDate() {
    String due = at("first").get(HERE).body();
    assertTrue(due.contains("群众来信"), due);
    assertFalse(due.contains("新近文件") || due.contains("已控制的"), due);
    assertFalse(due.contains("无日期便条"), due);
    String undated = at("first").get(HERE + "?show=undated").body();
    assertTrue(undated.contains("无日期便条"), undated);
    String year = at("first").get(HERE + "?year=2015&fonds=f1").body();
    assertTrue(year.contains("群众来信") && !year.contains("信访处理"), year);
    assertFalse(at("first").get(HERE + "?fonds=none").body().contains("群众来信"));
    assertEquals(400, at("first").get(HERE + "?year=abc").statusCode());
    assertEquals(400, at("first").get(HERE + "?show=what").statusCode());
  }

  @Test
  void twoPeopleDecideAndOneMustLookAgainWhereItWasChanged() {
    String page = at("first").get(RECORDS + "letter").body();
    assertTrue(page.contains("１１０１０５１９４９１２３１００２Ｘ<sup>"), page);
    assertTrue(page.contains("周砚秋<sup>"), page);
    assertTrue(page.contains("可能健在"), page);
    assertEquals(tagOf("letter"), hidden(page, "mark"), "the page names what it shows");
    assertTrue(page.contains("/workbench/entries/image/"), "where a part can be covered");
    assertEquals(403, sign("reader", "letter", "outcome", "open").statusCode(), "by rights");
    assertEquals(403, sign("author", "letter", "outcome", "open").statusCode(), "by rights");
    assertEquals(422, sign("first", "letter", "outcome", "open").statusCode(), "needs a reason");
    assertEquals(
        422, sign("first", "letter", "outcome", "control", "reason", "有身份证号").statusCode());
    HttpResponse<String> stale =
        at("first")
            .post(RECORDS + "letter/signature", "outcome", "open", "mark", "0", "reason", "x");
    assertEquals(409, stale.statusCode(), stale.body());
    assertEquals(
        303,
        sign("first", "letter", "outcome", "control", "ground", "rights", "reason", "有身份证号<b>")
            .statusCode());
    assertTrue(access("letter").contains("#unreviewed"), "one signature changes nothing");
    assertEquals(403, step("first", "letter", "agree").statusCode(), "one person, two signatures");
    page = at("second").get(RECORDS + "letter").body();
    assertTrue(page.contains("有身份证号&lt;b&gt;"), page);
    assertFalse(page.contains("name=\"knowing\""), page);
    String seenBefore = hidden(page, "mark");
    save("letter", "为房屋事", "为房屋及子女入学事");
    assertEquals(
        409,
        at("second")
            .post(
                RECORDS + "letter/steps",
                "act",
                "agree",
                "id",
                hidden(page, "id"),
                "seen",
                "1",
                "mark",
                seenBefore)
            .statusCode(),
        "it is not what was looked at any more");
    page = at("second").get(RECORDS + "letter").body();
    assertTrue(page.contains("name=\"knowing\""), page);
    assertEquals(409, step("second", "letter", "agree").statusCode(), "must say that he knows");
    assertEquals(303, step("second", "letter", "agree", "knowing", "yes").statusCode());
    assertTrue(access("letter").contains("#controlled"), access("letter"));
    assertTrue(access("letter").contains("子女入学"), "what was saved meanwhile stays");
    assertTrue(
        at("author").get("/api/entities/record/letter/versions", JSON).body().contains("开放审核"));
    await(() -> !at("first").get(HERE).body().contains("群众来信"));
    assertEquals(409, sign("first", "letter", "outcome", "open", "reason", "x").statusCode());
  }

  @Test
  void plainOnesAreSignedTogetherAndListedWhenTwoHaveSigned() {
    String queue = at("first").get(HERE + "?year=2010").body();
    List<String> values = new ArrayList<>();
    Matcher value = Pattern.compile("name=\"record\" value=\"([^\"]+)\"").matcher(queue);
    while (value.find()) {
      values.add(value.group(1));
    }
    assertEquals(2, values.size(), queue);
    HttpResponse<String> sent =
        at("first").post(HERE, "record", values.get(0), "record", values.get(1));
    assertEquals(303, sent.statusCode(), sent.body());
    assertTrue(at("second").get(HERE + "?show=signed").body().contains("塘坝加固"));
    String waits = "nt-opening_waits";
    assertTrue(at("second").get("/workbench/notices").body().contains(waits));
    assertFalse(at("first").get("/workbench/notices").body().contains(waits), "his own signature");
    assertFalse(at("reader").get("/workbench/notices").body().contains(waits), "by rights");
    assertEquals(303, step("second", "ferry", "agree").statusCode());
    assertEquals(303, step("second", "dam", "return", "reason", "附件未看").statusCode());
    String told = at("first").get("/workbench/notices").body();
    assertTrue(told.contains("nt-opening_returned") && told.contains("附件未看"), told);
    assertTrue(told.contains("nt-opening_decided"), told);
    assertTrue(
        at("first").get("/api/notices", JSON).body().contains("\"kind\":\"OPENING_RETURNED\""));
    assertFalse(at("reader").get("/workbench/notices").body().contains("nt-opening"));
    HttpResponse<String> csv = at("reader").get(HERE + "/opened.csv");
    assertEquals(200, csv.statusCode());
    assertTrue(csv.body().contains("X1-0001,关于修缮渡口码头的请示,"), csv.body());
    assertFalse(csv.body().contains("X1-0002"), csv.body());
    String statistics = at("reader").get(HERE + "/statistics").body();
    assertTrue(statistics.contains("小城全宗") && statistics.contains("小城档案馆"), statistics);
    HttpResponse<String> not = at("first").post(HERE, "record", "letter:" + "0".repeat(64));
    assertEquals(409, not.statusCode(), "not what was seen");
    assertEquals(400, at("first").post(HERE, "other", "x").statusCode());
  }

  @Test
  void whatCameDueThisYearIsToldToThoseWhoSign() {
    String told = at("second").get("/workbench/notices").body();
    assertTrue(told.contains(HERE + "?show=due&amp;year=" + THIS_YEAR), told);
    assertTrue(told.contains(THIS_YEAR + " 年到期的有 1 条待签"), told);
    assertFalse(at("reader").get("/workbench/notices").body().contains("nt-opening_due"));
    assertEquals(
        204,
        at("second")
            .send(
                "PUT",
                "/api/notices/seen",
                JSON,
                "{\"until\":\"" + THIS_YEAR + "-01-02T00:00:00Z\"}")
            .statusCode());
    String seen = at("second").get("/workbench/notices").body();
    assertTrue(seen.contains("nt-opening_due"), "still there");
    assertFalse(seen.contains("<li class=\"nt-new\"><p><span class=\"nt-kind nt-opening_due"));
  }

  @Test
  void curatorsKeepListsAndProgramsSignToo() {
    assertEquals(403, list("first").statusCode());
    assertEquals(303, list("author").statusCode());
    assertTrue(at("reader").get(HERE + "/words").body().contains("信访"));
    HttpResponse<String> seen = at("first").get("/api/openings/case", JSON);
    assertEquals(200, seen.statusCode(), seen.body());
    assertTrue(seen.body().contains("\"words\":\"信访\""), seen.body());
    assertTrue(seen.body().contains("\"outcome\":\"CONTROL\""), seen.body());
    String extend =
        "{\"act\":\"sign\",\"outcome\":\"extend\",\"until\":2099,\"ground\":\"rights\",\"reason\":\"当事人\"}";
    assertEquals(428, act("first", "case", Optional.empty(), extend).statusCode());
    HttpResponse<String> signed = act("first", "case", Optional.of(tag(seen)), extend);
    assertEquals(200, signed.statusCode(), signed.body());
    assertEquals(
        412, act("second", "case", Optional.of(tag(seen)), extend).statusCode(), "signed already");
    HttpResponse<String> own =
        act("first", "case", Optional.of(tag(signed)), "{\"act\":\"agree\"}");
    assertEquals(403, own.statusCode(), own.body());
    HttpResponse<String> agreed =
        act("second", "case", Optional.of(tag(signed)), "{\"act\":\"agree\"}");
    assertEquals(200, agreed.statusCode(), agreed.body());
    assertTrue(access("case").contains("#delayed") && access("case").contains("2099"));
    await(() -> !at("first").get("/api/openings", JSON).body().contains("X1-0005"));
    assertEquals(404, at("first").get("/api/openings/nothing", JSON).statusCode());
  }

  @Test
  void theModelSaysThatItHasTooLittleToLearnFrom() {
    assertEquals(403, at("reader").post(HERE + "/statistics", "archive", "o1").statusCode());
    assertEquals(404, at("first").post(HERE + "/statistics", "archive", "o9").statusCode());
    assertEquals(303, at("first").post(HERE + "/statistics", "archive", "o1").statusCode());
    await(() -> at("reader").get(HERE + "/statistics").body().contains("现在不作建议"));
  }

  @Test
  void programsSignSeveralAtOnceAllOrNone() {
    assertEquals(400, together("first").statusCode(), "none");
    assertEquals(428, together("first", "road", "").statusCode());
    HttpResponse<String> nameless = together("first", "", tag(opening("road")));
    assertEquals(422, nameless.statusCode(), nameless.body());
    assertTrue(nameless.body().contains("\"field\":\"records\""), nameless.body());
    String road = tag(opening("road"));
    assertEquals(403, together("reader", "road", road).statusCode(), "by rights");
    assertEquals(404, together("first", "road", road, "nothing", road).statusCode());
    HttpResponse<String> notPlain =
        together("first", "letter", tag(opening("letter")), "road", road);
    assertEquals(409, notPlain.statusCode(), notPlain.body());
    assertTrue(notPlain.body().contains("\"record\":\"letter\""), notPlain.body());
    assertEquals(road, tag(opening("road")), "none was signed");
    HttpResponse<String> signed = together("first", "road", road, "bridge", tag(opening("bridge")));
    assertEquals(200, signed.statusCode(), signed.body());
    assertTrue(signed.body().contains("\"stand\":\"signed\""), signed.body());
    HttpResponse<String> again = together("second", "road", road);
    assertEquals(412, again.statusCode(), "signed meanwhile");
    assertEquals(
        200,
        act("second", "road", Optional.of(tag(opening("road"))), "{\"act\":\"agree\"}")
            .statusCode());
    String announced = at("reader").get("/api/opened-records.csv").body();
    assertTrue(announced.contains("公路养护计划") && !announced.contains("木桥"), announced);
    assertEquals(announced, at("reader").get("/api/opened-records.csv?archive=o1").body());
    assertEquals(announced, at("reader").get(HERE + "/opened.csv").body(), "as on the page");
    assertEquals(404, at("reader").get("/api/opened-records.csv?archive=o9").statusCode());
  }

  @Test
  void programsKeepListsThatTheyHaveSeen() {
    String lists = "/api/opening-lists";
    assertField("archive", "{}");
    assertField("kind", "{\"archive\":\"o1\"}");
    assertField("towards", "{\"archive\":\"o1\",\"kind\":\"words\",\"towards\":\"open\"}");
    assertField("words", LIST.replace("[\"鹦鹉\"]", "[]"));
    assertField("words", LIST.replace("[\"鹦鹉\"]", "[7]"));
    HttpResponse<String> nameless =
        at("author").ask("POST", lists, LIST.replace("鸟兽", " "), "Accept-Language", "en");
    assertEquals(422, nameless.statusCode(), nameless.body());
    assertTrue(nameless.body().contains("The list cannot be kept"), nameless.body());
    assertEquals(404, at("author").ask("POST", lists, LIST.replace("o1", "o9")).statusCode());
    assertEquals(403, at("first").ask("POST", lists, LIST).statusCode(), "by rights");
    HttpResponse<String> made = at("author").ask("POST", lists, LIST);
    assertEquals(201, made.statusCode(), made.body());
    String one = new Web(server.baseUrl()).target(made);
    String first = tag(made);
    assertEquals(first, tag(at("reader").get(one, JSON)));
    assertTrue(at("reader").get(lists + "?archive=o1", JSON).body().contains("\"count\":1"));
    assertTrue(at("reader").get(lists, JSON).body().contains("鸟兽"));
    assertEquals(404, at("reader").get(lists + "?archive=o9", JSON).statusCode());

    String more = LIST.replace("[\"鹦鹉\"]", "[\"鹦鹉\",\"画眉\"]");
    assertEquals(428, at("author").ask("PUT", one, more).statusCode());
    assertEquals(403, at("first").ask("PUT", one, more, "If-Match", first).statusCode());
    HttpResponse<String> changed = at("author").ask("PUT", one, more, "If-Match", first);
    assertEquals(200, changed.statusCode(), changed.body());
    assertTrue(changed.body().contains("画眉"), changed.body());
    assertEquals(412, at("author").ask("PUT", one, LIST, "If-Match", first).statusCode());
    assertEquals(412, at("author").ask("DELETE", one, "", "If-Match", first).statusCode());
    String id = one.replaceFirst(".*/", "");
    String[] late = {"archive", "o1", "id", id, "mark", first.replace("\"", ""), "act", "remove"};
    assertEquals(409, at("author").post(HERE + "/words", late).statusCode(), "on the page, too");
    assertEquals(428, at("author").ask("DELETE", one, "").statusCode());
    assertEquals(204, at("author").ask("DELETE", one, "", "If-Match", tag(changed)).statusCode());
    assertEquals(404, at("author").get(one, JSON).statusCode());
    assertEquals(404, at("author").ask("PUT", one, more, "If-Match", tag(changed)).statusCode());
  }

  @Test
  void programsReadTheStatisticsAndHaveTheModelTrained() {
    String statistics = "/api/opening-statistics";
    String all = at("reader").get(statistics, JSON).body();
    assertTrue(all.contains("\"total\"") && all.contains("\"fonds\":\"f1\""), all);
    assertTrue(all.contains("\"year\":2015") && !all.contains("\"next\""), all);
    String part = at("reader").get(statistics + "?fonds=f1&limit=1", JSON).body();
    assertTrue(part.contains("/api/opening-statistics?fonds=f1&first=1&limit=1"), part);
    String none = at("reader").get(statistics + "?fonds=none", JSON).body();
    assertTrue(none.contains("\"rows\":[]"), none);

    String model = "/api/opening-models/o1";
    assertTrue(at("reader").get("/api/opening-models", JSON).body().contains(model));
    assertEquals(404, at("reader").get("/api/opening-models/o9", JSON).statusCode());
    assertEquals(403, at("reader").ask("POST", model + "/training", "").statusCode());
    assertEquals(404, at("first").ask("POST", "/api/opening-models/o9/training", "").statusCode());
    HttpResponse<String> begun = at("first").ask("POST", model + "/training", "");
    assertEquals(202, begun.statusCode(), begun.body());
    assertTrue(Web.header(begun, "Location").endsWith(model));
    await(() -> at("reader").get(model, JSON).body().contains("\"training\":false"));
    String trained = at("reader").get(model, JSON).body();
    assertTrue(trained.contains("\"proposes\":false"), trained);
    assertTrue(trained.contains("\"decisions\":{\"open\":"), trained);
  }

  private static void assertField(String field, String body) {
    HttpResponse<String> refused = at("author").ask("POST", "/api/opening-lists", body);
    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("\"field\":\"" + field + "\""), refused.body());
  }

  /**
   * @param records keys and ETags by turns
   */
  private static HttpResponse<String> together(String who, String... records) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (int i = 0; i < records.length; i += 2) {
      list.add(Json.createObjectBuilder().add("record", records[i]).add("etag", records[i + 1]));
    }
    String body = Json.createObjectBuilder().add("records", list).build().toString();
    return at(who).ask("POST", "/api/opening-signatures", body);
  }

  private static HttpResponse<String> opening(String key) {
    return at("first").get("/api/openings/" + key, JSON);
  }

  @Test
  void thePagesAreAccessible() {
    try (Visit visit = Visit.atDesk(browser, server.baseUrl())) {
      Staff.signIn(visit, "second");
      for (String path :
          List.of(
              HERE,
              HERE + "?show=undated",
              HERE + "?show=signed",
              RECORDS + "plan",
              RECORDS + "letter",
              HERE + "/words",
              HERE + "/statistics")) {
        Page page = visit.open(path);
        assertEquals(
            List.of(),
            new AxeBuilder(page)
                .analyze().getViolations().stream().map(rule -> rule.getId()).toList(),
            path);
        page.setViewportSize(390, 844);
        assertEquals(
            List.of(),
            new AxeBuilder(page)
                .analyze().getViolations().stream().map(rule -> rule.getId()).toList(),
            path + " on a phone");
        assertEquals(
            true,
            page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            path);
        page.setViewportSize(1280, 900);
      }
      visit.assertNoTrouble();
    }
  }

  private static HttpResponse<String> list(String who) {
    return at(who)
        .post(
            HERE + "/words",
            "archive",
            "o1",
            "kind",
            "words",
            "name",
            "信访",
            "towards",
            "control",
            "words",
            "信访\n处分");
  }

  private static HttpResponse<String> sign(String who, String key, String... more) {
    return at(who).post(RECORDS + key + "/signature", joined(more, "mark", tagOf(key)));
  }

  private static String tagOf(String key) {
    return tag(at("first").get("/api/openings/" + key, JSON)).substring(1, 65);
  }

  private static HttpResponse<String> step(String who, String key, String act, String... more) {
    String page = at("second").get(RECORDS + key).body();
    return at(who)
        .post(
            RECORDS + key + "/steps",
            joined(
                more,
                "act",
                act,
                "id",
                hidden(page, "id"),
                "seen",
                hidden(page, "seen"),
                "mark",
                hidden(page, "mark")));
  }

  private static String[] joined(String[] more, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static String hidden(String page, String name) {
    Matcher field =
        Pattern.compile("type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertTrue(field.find(), name + " in " + page);
    return field.group(1);
  }

  private static HttpResponse<String> act(
      String who, String key, Optional<String> tag, String body) {
    String path = "/api/openings/" + key + "/steps";
    return tag.isEmpty()
        ? at(who).send("POST", path, JSON, body)
        : at(who).send("POST", path, JSON, body, "If-Match", tag.get());
  }

  private static String tag(HttpResponse<String> answer) {
    return Web.header(answer, "ETag");
  }

  private static String access(String key) {
    return at("author").get("/api/entities/record/" + key, "application/n-triples").body();
  }

  private static void save(String key, String before, String after) {
    HttpResponse<String> current =
        at("author").get("/api/entities/record/" + key, "application/n-triples");
    assertTrue(current.body().contains(before), current.body());
    HttpResponse<String> saved =
        at("author")
            .send(
                "PUT",
                "/api/entities/record/" + key,
                "application/n-triples",
                current.body().replace(before, after),
                "If-Match",
                Web.header(current, "ETag"));
    assertEquals(204, saved.statusCode(), saved.body());
  }

  /** The stage follows the journal a moment later. */
  private static void await(BooleanSupplier happened) {
    Instant patience = Instant.now().plusSeconds(60);
    while (!happened.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(patience), "It does not happen");
      Thread.onSpinWait();
    }
  }

  private static Person at(String who) {
    return people.get(who);
  }
}
