package cn.lantai.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.Chromium;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Visit;
import cn.lantai.server.testing.Web;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people do at a real server, and what the audit administrator finds of it. */
@ExtendWith(Chromium.class)
class AuditIT {

  private static final String JSON = "application/json";
  private static final String PASSWORD = "三只黑猫坐在石桥上看江南的雨";
  private static final String GUESS = "这是我的另一个密码不该写进日志";
  private static final Pattern SECRET = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<");

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static String adminPassword;
  private static Person admin;
  private static Person auditor;

  private final Browser browser;

  AuditIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table("persons.csv", SmallHoldings.PERSONS + "maodun,茅盾,Mao Dun,作家\n");
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString()),
                "--demo")
            .awaitGreeting();
    adminPassword = server.password().orElseThrow();
    admin = new Person(server.baseUrl());
    assertEquals(303, admin.signIn("admin", adminPassword).statusCode());
    auditor = admitted("auditor", "AUDIT_ADMINISTRATOR");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void failuresToSignInAreNotedTogetherAndTellNoPasswords() {
    Person stranger = new Person(server.baseUrl());
    for (int i = 0; i < 3; i++) {
      assertEquals(403, stranger.signIn("auditor", "wrong" + i).statusCode());
    }
    assertEquals(403, stranger.signIn(GUESS, "x").statusCode());
    List<JsonObject> failed = find("action=SIGN_IN&outcome=FAILED&object=account/auditor");
    assertEquals(1, failed.size(), "the first at once");
    assertEquals("NOBODY", failed.get(0).getString("way"));
    assertEquals("127.0.0.1", failed.get(0).getString("address"));
    assertEquals(303, stranger.signIn("auditor", PASSWORD).statusCode());
    failed = find("action=SIGN_IN&outcome=FAILED&object=account/auditor");
    assertEquals(2, failed.size(), "the rest before the success");
    assertEquals(2, failed.get(0).getInt("times"));
    JsonObject unknown = find("action=SIGN_IN&outcome=FAILED").get(0);
    assertFalse(auditor.get("/api/audit?limit=1000").body().contains(GUESS));
    assertFalse(auditor.get("/workbench/audit/export.csv").body().contains(GUESS));
    assertTrue(unknown.getInt("number") > 0);
    assertEquals(303, stranger.post("/signout").statusCode());
    assertEquals("auditor", find("action=SIGN_OUT").get(0).getString("who"));
  }

  @Test
  void whatIsDoneToAccountsIsNotedWithTheAct() {
    Person person = admitted("wang.lan", "CURATOR");
    admin.post("/workbench/accounts/wang.lan/revoke", "role", "CURATOR", "scope", "");
    admin.post("/workbench/accounts/wang.lan/password");
    admin.post("/workbench/accounts/wang.lan/state", "to", "disabled");
    admin.post("/workbench/accounts/wang.lan/grant", "role", "SOLE_ADMINISTRATOR");
    List<JsonObject> told = find("object=account/wang.lan&action=ACCOUNTS");
    assertEquals(
        List.of(
            "ROLE_GIVEN REFUSED admin",
            "ACCOUNT_DISABLED DONE admin",
            "PASSWORD_RESET DONE admin",
            "ROLE_TAKEN DONE admin",
            "PASSWORD_CHANGED DONE wang.lan",
            "ROLE_GIVEN DONE admin",
            "ACCOUNT_MADE DONE admin"),
        told.stream()
            .map(
                row ->
                    row.getString("action")
                        + " "
                        + row.getString("outcome")
                        + " "
                        + row.getString("who"))
            .toList());
    assertEquals("CURATOR", told.get(3).getJsonObject("detail").getString("ROLE"));
    assertEquals(303, person.get("/workbench").statusCode());
  }

  @Test
  void whoIsRefusedIsNotedWithWhatHeAskedFor() {
    Person reader = admitted("reader", "READER");
    assertEquals(403, reader.get("/workbench/accounts?secret=1").statusCode());
    assertEquals(403, reader.get("/workbench/accounts").statusCode());
    assertEquals(403, reader.post("/workbench/audit/verification").statusCode());
    List<JsonObject> refused = find("person=reader&action=REFUSED");
    assertEquals(
        List.of("/workbench/audit/verification", "/workbench/accounts"),
        refused.stream().map(row -> row.getString("object")).toList());
    assertEquals("POST", refused.get(0).getJsonObject("detail").getString("METHOD"));
  }

  @Test
  void startsAndJobsAreNoted() {
    JsonObject started = find("action=SERVER_STARTED").get(0);
    assertEquals("SERVER", started.getString("way"));
    String settings = started.getJsonObject("detail").getString("SETTINGS");
    assertTrue(settings.contains("lantai.samples"), settings);
    assertFalse(settings.contains(temporary.toString()), "names only");
    assertEquals(1, find("action=IMPORT_BEGUN").size());
  }

  @Test
  void theKeyOfTheDataFolderIsTheOperators() throws Exception {
    String key =
        "Bearer " + Files.readAllLines(temporary.resolve("data").resolve("run/control")).get(1);
    HttpResponse<String> given =
        new Web(server.baseUrl())
            .post(
                "/api/commands/password",
                "application/x-www-form-urlencoded",
                "folder=/&argument=nobody-there",
                "Authorization",
                key);
    assertEquals(200, given.statusCode());
    List<JsonObject> told = find("action=COMMAND_BEGUN");
    assertEquals("OPERATOR", told.get(0).getString("way"));
    assertEquals("password", told.get(0).getJsonObject("detail").getString("COMMAND"));
    assertEquals("REFUSED", find("action=COMMAND_ENDED").get(0).getString("outcome"));
  }

  @Test
  void theLogIsVerifiedAndTakenOutAndThatIsNoted() {
    HttpResponse<String> verified = auditor.post("/workbench/audit/verification");
    assertEquals(200, verified.statusCode());
    assertTrue(verified.body().contains("完好"), verified.body());
    assertEquals("auditor", find("action=AUDIT_VERIFIED").get(0).getString("who"));
    HttpResponse<String> told =
        auditor.send("POST", "/api/audit/verification", "application/json", "{}");
    assertEquals(200, told.statusCode(), told.body());
    assertTrue(told.body().contains("\"intact\":true"), told.body());
    HttpResponse<String> table = auditor.get("/workbench/audit/export.csv?action=AUDIT");
    assertTrue(table.body().startsWith("\uFEFF编号 number,"), table.body());
    assertTrue(table.body().contains("AUDIT_EXPORTED"), "it tells of itself");
    assertFalse(table.body().contains("SIGN_IN"), table.body());
    assertEquals(
        "action=AUDIT",
        find("action=AUDIT_EXPORTED").get(0).getJsonObject("detail").getString("FILTER"));
  }

  @Test
  void thePagesAreWalkedThroughByNumber() {
    JsonObject first = json("/api/audit?limit=2");
    assertEquals(2, first.getJsonArray("entries").size());
    JsonObject second = json(first.getString("next"));
    int last = first.getJsonArray("entries").getJsonObject(1).getInt("number");
    assertEquals(last - 1, second.getJsonArray("entries").getJsonObject(0).getInt("number"));
    for (String odd :
        List.of("from=gestern", "action=NOTHING", "outcome=x", "before=x", "to=2026-02-31")) {
      assertEquals(400, auditor.get("/api/audit?" + odd).statusCode(), odd);
      assertEquals(400, auditor.get("/workbench/audit?" + odd).statusCode(), odd);
    }
    assertEquals(404, auditor.get("/workbench/audit/999999").statusCode());
    assertEquals(404, auditor.get("/workbench/audit/holdings?entity=a").statusCode());
    assertTrue(find("from=2099-01-01").isEmpty());
    assertTrue(find("to=2000-01-01").isEmpty());
  }

  @Test
  void theHoldingsTrailTellsWhoChangedWhat() {
    assertEquals(404, auditor.get("/api/audit/holdings?entity=a", JSON).statusCode());
    String told = auditor.get("/api/audit/holdings?entity=person/maodun", JSON).body();
    assertTrue(told.contains("\"action\":\"created\",\"entity\":\"person/maodun\""), told);
    assertFalse(
        auditor.get("/api/audit/holdings?to=2000-01-01", JSON).body().contains("person/maodun"));
    String body = auditor.get("/workbench/audit/holdings").body();
    assertTrue(body.contains("person/maodun"), body);
    assertTrue(
        auditor
            .get("/workbench/audit/holdings?entity=person/maodun")
            .body()
            .contains("person/maodun"));
    assertFalse(
        auditor.get("/workbench/audit/holdings?to=2000-01-01").body().contains("person/maodun"));
    assertEquals(403, auditor.get("/workbench/entries/person/maodun").statusCode());
  }

  @Test
  void axeFindsNothingOnThePages() {
    auditor.post("/workbench/audit/verification");
    for (boolean phone : List.of(false, true)) {
      try (Visit visit =
          phone
              ? Visit.byPhone(browser, server.baseUrl())
              : Visit.atDesk(browser, server.baseUrl())) {
        visit
            .context()
            .addCookies(List.of(new Cookie("lantai", auditor.session()).setUrl(server.baseUrl())));
        for (String path :
            List.of(
                "/workbench/audit",
                "/workbench/audit?person=nobody",
                "/workbench/audit/1",
                "/workbench/audit/holdings")) {
          visit.open(path);
          visit.assertNoTrouble();
          assertEquals(
              List.of(),
              new AxeBuilder(visit.page())
                  .analyze().getViolations().stream()
                      .map(rule -> rule.getId() + " " + rule.getNodes())
                      .toList(),
              path);
          assertTrue(
              (Boolean)
                  visit
                      .page()
                      .evaluate(
                          "document.documentElement.scrollWidth <="
                              + " document.documentElement.clientWidth"),
              path + " is not wider than the screen");
        }
      }
    }
  }

  private static List<JsonObject> find(String query) {
    return json("/api/audit?limit=1000&" + query)
        .getJsonArray("entries")
        .getValuesAs(JsonObject.class);
  }

  private static JsonObject json(String path) {
    HttpResponse<String> answer = auditor.get(path, "application/json");
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static Person admitted(String name, String role) {
    HttpResponse<String> made = admin.post("/workbench/accounts", "name", name);
    Matcher secret = SECRET.matcher(made.body());
    assertTrue(secret.find(), made.statusCode() + " " + made.body());
    admin.post("/workbench/accounts/" + name + "/grant", "role", role, "scope", "");
    Person person = new Person(server.baseUrl());
    assertEquals(303, person.signIn(name, secret.group(1)).statusCode());
    HttpResponse<String> changed =
        person.post(
            "/workbench/account/password",
            "old",
            secret.group(1),
            "new",
            PASSWORD,
            "again",
            PASSWORD);
    assertEquals(200, changed.statusCode(), changed.body());
    return person;
  }
}
