package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Role;
import cn.lantai.server.security.openid.TestProvider;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody at every door of the real server. */
class RightsIT {

  private static final Pattern SECRET = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<");
  private static final Pattern BASE32 = Pattern.compile("<code>([A-Z2-7 ]{32,})<");
  private static final String OWN_PASSWORD = "三只黑猫坐在石桥上看江南的雨";
  private static final String JSON = "application/json";
  private static final String TURTLE = "text/turtle";
  private static final String TRIPLES = "application/n-triples";
  private static final Pattern SECRET_TOKEN = Pattern.compile("lantai_[a-z2-9]{32}");

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static TestProvider provider;
  private static Person admin;
  private static final Map<Role, Person> people = new EnumMap<>(Role.class);

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(temporary.resolve("holdings"))
            .table(
                "organisations.csv",
                SmallHoldings.ORGANISATIONS + "o1,小城档案馆,Small\no2,大城档案馆,Large\n")
            .table(
                "fonds.csv",
                SmallHoldings.FONDS
                    + "f1,X1,全宗,,o1,小城全宗,Fonds of a small town,示例\n"
                    + "f2,X2,全宗,,o2,秘藏全宗,Hidden fonds,示例\n")
            .table("persons.csv", SmallHoldings.PERSONS + "maodun,茅盾,Mao Dun,作家\n")
            .table(
                "records.csv",
                SmallHoldings.RECORDS
                    + "letter,X1-0001,f1,一封小城的信,A letter,示例,1937-05,maodun,,控制\n"
                    + "spare,X1-0002,f1,备用的信,A letter,示例,1937-05,,,控制\n"
                    + "hidden,X2-0001,f2,秘藏的信,A hidden letter,示例,1938,maodun,,控制\n"
                    + "open,X2-0002,f2,公开的信,An open letter,示例,1938,maodun,,开放\n");
    provider = new TestProvider();
    server =
        LantaiProcess.start(
                temporary.resolve("data"),
                Map.of(
                    "LANTAI_SAMPLES",
                    holdings.folder().toString(),
                    "LANTAI_OPENID_ISSUER",
                    provider.issuer().toString(),
                    "LANTAI_OPENID_CLIENT",
                    TestProvider.CLIENT,
                    "LANTAI_OPENID_SECRET",
                    TestProvider.SECRET,
                    "LANTAI_OPENID_LABEL",
                    "市档案局"),
                "--demo")
            .awaitGreeting();
    admin = new Person(server.baseUrl());
    assertEquals(303, admin.signIn("admin", server.password().orElseThrow()).statusCode());
    for (Role role : Role.given()) {
      String name = role.name().toLowerCase(java.util.Locale.ROOT);
      String first = create(name);
      grant(name, role, role.hasScope() ? "set/f1" : "");
      people.put(role, admitted(name, first));
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (provider != null) {
      provider.close();
    }
  }

  @Test
  void accountsAreKeptByProgramsToo() {
    String csrf = admin.token();
    HttpResponse<String> made =
        admin.sendWith(
            csrf, "POST", "/api/accounts", JSON, "{\"name\": \"qian\", \"person\": \"钱进\"}");
    assertEquals(201, made.statusCode(), made.body());
    assertTrue(Web.header(made, "Location").endsWith("/api/accounts/qian"));
    String first = json(made).getString("password");
    Person qian = admitted("qian", first);
    assertEquals(403, qian.get("/workbench/imports").statusCode(), "without a role");

    assertEquals(204, role(csrf, "PUT", "CURATOR?scope=set/f1").statusCode());
    assertEquals(200, qian.get("/workbench/imports").statusCode());
    JsonObject told = json(admin.get("/api/accounts/qian", JSON));
    assertEquals("钱进", told.getString("person"));
    assertEquals("[{\"role\":\"CURATOR\",\"scope\":\"set/f1\"}]", told.get("roles").toString());

    assertEquals(422, role(csrf, "PUT", "CURATOR?scope=set/nothing").statusCode());
    assertEquals(422, role(csrf, "PUT", "AUDIT_ADMINISTRATOR?scope=set/f1").statusCode());
    assertEquals(422, role(csrf, "PUT", "SOLE_ADMINISTRATOR").statusCode());
    assertEquals(400, role(csrf, "PUT", "EMPEROR").statusCode());
    assertEquals(204, role(csrf, "DELETE", "CURATOR?scope=set/f1").statusCode());
    assertEquals(403, qian.get("/workbench/imports").statusCode());

    HttpResponse<String> state =
        admin.sendWith(csrf, "PUT", "/api/accounts/qian/state", JSON, "{\"disabled\": true}");
    assertEquals(204, state.statusCode(), state.body());
    assertEquals(303, qian.get("/workbench").statusCode(), "its session has ended");
    assertEquals(
        404,
        admin.sendWith(csrf, "POST", "/api/accounts/nobody/password", JSON, "{}").statusCode());
    assertEquals(
        403, people.get(Role.CURATOR).get("/api/accounts", JSON).statusCode(), "not for everybody");
  }

  private static HttpResponse<String> role(String csrf, String method, String role) {
    return admin.sendWith(csrf, method, "/api/accounts/qian/roles/" + role, JSON, "{}");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  @Test
  void anAccountIsConnectedWithTheOpenIdProviderByItsPasswordAndSignsInThere() {
    Person stranger = new Person(server.baseUrl());
    assertTrue(stranger.get("/signin").body().contains("用市档案局登录"));
    assertEquals("/signin?problem=NO_ACCOUNT", there(stranger, "zhou-at-the-bureau"));
    assertTrue(stranger.get("/signin?problem=NO_ACCOUNT").body().contains("没有与您关联的账号"));
    Person zhou = admitted("zhou", create("zhou"));
    assertEquals("/workbench", there(zhou, "zhou-at-the-bureau"), "not without the password");
    assertEquals(422, zhou.post("/workbench/account/openid", "password", "wrong").statusCode());
    assertEquals(
        200, zhou.post("/workbench/account/openid", "password", OWN_PASSWORD).statusCode());
    assertEquals("/workbench/account?openid=connected", there(zhou, "zhou-at-the-bureau"));
    assertEquals("/workbench", there(stranger, "zhou-at-the-bureau"));
    assertTrue(stranger.get("/workbench/account").body().contains("zhou"));

    Person lin = admitted("lin", create("lin"));
    assertEquals(200, lin.post("/workbench/account/openid", "password", OWN_PASSWORD).statusCode());
    assertEquals("/workbench/account?openid=taken", there(lin, "zhou-at-the-bureau"));

    Person again = new Person(server.baseUrl());
    assertEquals(
        "/signin?problem=EXPIRED",
        target(again.get("/signin/openid/callback?code=x&state=forged")));
    admin.post("/workbench/accounts/zhou/state", "to", "disabled");
    assertEquals("/signin?problem=NO_ACCOUNT", there(again, "zhou-at-the-bureau"));
  }

  /** Goes to the provider, signs in there, and says where that leads. */
  private static String there(Person person, String subject) {
    URI asked =
        URI.create(person.get("/signin/openid").headers().firstValue("Location").orElseThrow());
    String path =
        "/signin/openid/callback?code="
            + provider.code(subject, asked)
            + "&state="
            + TestProvider.state(asked);
    String led = target(person.get(path));
    assertEquals("/signin?problem=EXPIRED", target(person.get(path)), "each is good once");
    return led;
  }

  private static String target(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
  }

  /** An address, and what it takes; nothing if it is open to all who have signed in. */
  private record Door(String path, Optional<Permission> permission) {}

  @Test
  void everyPageAndAddressOpensToThoseWhoseRoleAllowsIt() {
    List<Door> doors =
        List.of(
            new Door("/workbench", Optional.empty()),
            new Door("/workbench/account", Optional.empty()),
            new Door("/workbench/notices", Optional.empty()),
            new Door("/api/notices", Optional.empty()),
            new Door("/workbench/search", Optional.of(Permission.SEE)),
            new Door("/workbench/search?in=f1", Optional.of(Permission.SEE)),
            new Door("/workbench/help/names?types=person&q=mao", Optional.of(Permission.SEE)),
            new Door("/workbench/help/date?text=1937", Optional.of(Permission.SEE)),
            new Door("/workbench/entries/record", Optional.of(Permission.DESCRIBE)),
            new Door("/workbench/entries/record/letter", Optional.of(Permission.SEE)),
            new Door("/workbench/entries/person/maodun", Optional.of(Permission.SEE)),
            new Door("/workbench/bulk-edits", Optional.of(Permission.DESCRIBE)),
            new Door("/workbench/bulk-edits/new?type=record", Optional.of(Permission.DESCRIBE)),
            new Door("/workbench/bulk-edits/new?act=submit", Optional.of(Permission.DESCRIBE)),
            new Door("/api/bulk-edits", Optional.of(Permission.DESCRIBE)),
            new Door("/workbench/selections", Optional.of(Permission.SEE)),
            new Door("/workbench/tasks", Optional.of(Permission.SEE)),
            new Door("/api/tasks", Optional.of(Permission.SEE)),
            new Door("/workbench/reviews", Optional.of(Permission.SEE)),
            new Door("/workbench/reviews?show=all", Optional.of(Permission.SEE)),
            new Door("/api/reviews", Optional.of(Permission.SEE)),
            new Door("/workbench/openings", Optional.of(Permission.SEE)),
            new Door("/workbench/openings?show=signed", Optional.of(Permission.SEE)),
            new Door("/workbench/openings/record/letter", Optional.of(Permission.SEE)),
            new Door("/workbench/openings/words", Optional.of(Permission.SEE)),
            new Door("/workbench/openings/statistics", Optional.of(Permission.SEE)),
            new Door("/workbench/openings/opened.csv", Optional.of(Permission.SEE)),
            new Door("/api/openings", Optional.of(Permission.SEE)),
            new Door("/api/openings/letter", Optional.of(Permission.SEE)),
            new Door("/workbench/imports", Optional.of(Permission.IMPORT)),
            new Door("/workbench/exports", Optional.of(Permission.EXPORT)),
            new Door("/api/exports", Optional.of(Permission.EXPORT)),
            new Door("/workbench/audit", Optional.of(Permission.AUDIT)),
            new Door("/workbench/audit?action=ACCOUNTS", Optional.of(Permission.AUDIT)),
            new Door("/workbench/audit/1", Optional.of(Permission.AUDIT)),
            new Door("/workbench/audit/holdings", Optional.of(Permission.AUDIT)),
            new Door("/workbench/audit/export.csv", Optional.of(Permission.AUDIT)),
            new Door("/api/audit", Optional.of(Permission.AUDIT)),
            new Door("/workbench/accounts", Optional.of(Permission.ACCOUNTS)),
            new Door("/workbench/accounts/admin", Optional.of(Permission.ACCOUNTS)),
            new Door("/api/entities/record/letter", Optional.of(Permission.SEE)),
            new Door("/api/entities/record/letter/versions", Optional.of(Permission.SEE)),
            new Door("/api/imports", Optional.of(Permission.IMPORT)),
            new Door("/api/exports/template.xlsx", Optional.of(Permission.SEE)),
            new Door("/api/search?in=f1", Optional.of(Permission.SEE)),
            new Door("/workbench/previews/person/maodun", Optional.of(Permission.SEE)),
            new Door("/api/previews/person/maodun", Optional.of(Permission.SEE)),
            new Door("/api/server", Optional.empty()),
            new Door("/api/server/state", Optional.of(Permission.OPERATE)));
    Person stranger = new Person(server.baseUrl());
    List<String> wrong = new ArrayList<>();
    for (Door door : doors) {
      expect(303, stranger, door.path(), "a stranger", wrong);
      people.forEach(
          (role, person) -> {
            boolean may = door.permission().isEmpty() || may(role, door.permission().get());
            expect(may ? 200 : 403, person, door.path(), role.name(), wrong);
          });
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyChangeIsMadeByThoseWhoseRoleAllowsIt() {
    List<String> wrong = new ArrayList<>();
    people.forEach(
        (role, person) -> {
          expect(
              may(role, Permission.DESCRIBE) ? 422 : 403,
              person.post("/workbench/entries/record", "f.题名", "没有档号"),
              role + " describes",
              wrong);
          expect(
              may(role, Permission.DESCRIBE) ? 422 : 403,
              person.post("/workbench/entries/record/~templates", "template", " "),
              role + " keeps a template without a name",
              wrong);
          expect(
              may(role, Permission.DESCRIBE) ? 412 : 403,
              person.send(
                  "PUT",
                  "/api/entities/record/letter",
                  TURTLE,
                  person.get("/api/entities/record/letter").body(),
                  "If-Match",
                  "\"1\""),
              role + " describes by program",
              wrong);
          expect(
              may(role, Permission.DESCRIBE) ? 422 : 403,
              person.send("POST", "/api/loans", JSON, ""),
              role + " borrows nothing",
              wrong);
          expect(
              may(role, Permission.PUBLISH) ? 409 : 403,
              person.post("/workbench/entries/record/letter/publication", "to", "public"),
              role + " publishes what is not open",
              wrong);
          expect(
              may(role, Permission.DESCRIBE) ? 404 : 403,
              person.post(
                  "/workbench/reviews", "type", "record", "key", "letter", "version", "999999"),
              role + " submits a version that is not there",
              wrong);
          expect(
              may(role, Permission.PUBLISH) ? 404 : 403,
              person.post("/workbench/selections/exhibition/nothing/showing", "closes", ""),
              role + " lets close what is not there",
              wrong);
          expect(
              may(role, Permission.SEE) ? 404 : 403,
              person.post("/workbench/selections/exhibition/nothing/tasks", "op", "add"),
              role + " adds a task to what is not there",
              wrong);
          expect(
              may(role, Permission.SEE) ? 404 : 403,
              person.post("/workbench/reviews/999999", "act", "pass", "seen", "1"),
              role + " passes a review that is not there",
              wrong);
          expect(
              may(role, Permission.REVIEW) ? 404 : 403,
              person.post("/workbench/reviews/passes", "review", "999999:1"),
              role + " passes reviews together that are not there",
              wrong);
          expect(
              may(role, Permission.REVIEW) ? 404 : 403,
              person.send(
                  "POST",
                  "/api/reviews/passes",
                  JSON,
                  "{\"reviews\":[{\"id\":999999,\"seen\":1}]}"),
              role + " passes reviews together by program that are not there",
              wrong);
          expect(
              may(role, Permission.DESCRIBE) ? 422 : 403,
              person.send(
                  "POST",
                  "/api/bulk-edits",
                  JSON,
                  "{\"type\":\"nothing\",\"operation\":\"submit\"}"),
              role + " submits many of a kind that is not there",
              wrong);
          expect(
              may(role, Permission.REVIEW) ? 404 : 403,
              person.post(
                  "/workbench/openings/record/nothing/signature", "outcome", "open", "mark", "x"),
              role + " signs for a record that is not there",
              wrong);
          expect(
              may(role, Permission.REVIEW) ? 404 : 403,
              person.post("/workbench/openings/record/nothing/steps", "act", "agree", "id", "1"),
              role + " signs second for a record that is not there",
              wrong);
          expect(
              may(role, Permission.REVIEW) ? 404 : 403,
              person.post("/workbench/openings", "record", "nothing:x"),
              role + " signs records together that are not there",
              wrong);
          expect(
              may(role, Permission.PUBLISH) ? 404 : 403,
              person.post(
                  "/workbench/openings/words", "archive", "nothing", "name", "x", "words", "x"),
              role + " makes a list for an archive that is not there",
              wrong);
          expect(
              may(role, Permission.REVIEW) ? 404 : 403,
              person.post("/workbench/openings/statistics", "archive", "nothing"),
              role + " has the model of an archive trained that is not there",
              wrong);
          expect(
              may(role, Permission.SEE) ? 404 : 403,
              person.post("/workbench/reviews/999999/comments", "words", "x"),
              role + " comments on a review that is not there",
              wrong);
          expect(
              may(role, Permission.DESCRIBE) ? 422 : 403,
              person.post("/workbench/bulk-edits", "kind", "record", "field", "键"),
              role + " edits the keys of many",
              wrong);
          expect(
              may(role, Permission.DESCRIBE) ? 404 : 403,
              person.post("/workbench/bulk-edits/999999/next"),
              role + " goes on from a preview that is not there",
              wrong);
          expect(
              may(role, Permission.IMPORT) ? 409 : 403,
              person.post("/workbench/guides/samples"),
              role + " has the samples mixed with holdings",
              wrong);
          expect(
              may(role, Permission.IMPORT) ? 404 : 403,
              person.post("/workbench/imports/999999/cancel"),
              role + " cancels an import",
              wrong);
          expect(
              may(role, Permission.SEE) ? 404 : 403,
              person.post("/workbench/previews/record/nothing", "label", "x", "days", "7"),
              role + " makes a link to what is not there",
              wrong);
          expect(
              may(role, Permission.SEE) ? 404 : 403,
              person.send("POST", "/api/previews/record/nothing", JSON, "{}"),
              role + " makes a link by program to what is not there",
              wrong);
          expect(
              may(role, Permission.PUBLISH) ? 400 : 403,
              person.send("POST", "/api/publications", JSON, "{}"),
              role + " publishes by program",
              wrong);
          expect(
              may(role, Permission.PUBLISH) ? 400 : 403,
              person.send("POST", "/api/publications/withdrawal", JSON, "{}"),
              role + " withdraws by program",
              wrong);
          expect(
              403,
              person.post("/workbench/exports", "scope", "fonds:f2"),
              role + " exports another fonds",
              wrong);
          expect(
              403,
              person.post("/api/exports", "archive", "o1"),
              role + " exports an archive",
              wrong);
          expect(
              may(role, Permission.ACCOUNTS) ? 422 : 403,
              person.post("/workbench/accounts", "name", "不 行"),
              role + " makes an account",
              wrong);
          expect(
              may(role, Permission.AUDIT) ? 200 : 403,
              person.post("/workbench/audit/verification"),
              role + " verifies the audit log",
              wrong);
          expect(
              403,
              person.post("/api/commands/password", "folder", "/"),
              role + " gives a command",
              wrong);
        });
    expect(403, admin.post("/api/commands/password", "folder", "/"), "admin commands", wrong);
    assertEquals(List.of(), wrong);
  }

  @Test
  void aTokenIsGoodForWhatItIsForAndItsAccountMay() {
    String name = "robot.keeper";
    String first = create(name);
    grant(name, Role.CURATOR, "set/f1");
    Person owner = admitted(name, first);
    String[] asked = {"label", "夜间同步", "for", "SEE", "for", "AUDIT", "days", "30"};
    HttpResponse<String> refused = token(owner, "wrong", asked);
    assertEquals(422, refused.statusCode());
    assertFalse(SECRET_TOKEN.matcher(refused.body()).find());
    assertEquals(422, token(owner, OWN_PASSWORD, "label", " ", "for", "SEE").statusCode());
    assertEquals(422, token(owner, OWN_PASSWORD, "label", "无所能", "for", "AUDIT").statusCode());
    HttpResponse<String> made = token(owner, OWN_PASSWORD, asked);
    Matcher secret = SECRET_TOKEN.matcher(made.body());
    assertTrue(secret.find(), made.body());
    String page = owner.get("/workbench/account").body();
    assertFalse(page.contains(secret.group()), "shown once");

    Web program = new Web(server.baseUrl());
    String[] bearer = {"Authorization", "Bearer " + secret.group()};
    HttpResponse<String> letter = program.get("/api/entities/record/letter", bearer);
    assertEquals(200, letter.statusCode(), letter.body());
    assertEquals(404, program.get("/api/entities/record/hidden", bearer).statusCode(), "of f2");
    assertEquals(403, program.get("/api/audit", bearer).statusCode(), "not its owner's");
    String change = "/api/entities/record/letter/publication";
    assertEquals(403, program.put(change, TURTLE, "", bearer).statusCode(), "not for that");
    assertNotEquals(200, program.get("/workbench/search", bearer).statusCode(), "no page");
    HttpResponse<String> wrong =
        program.get("/api/notices", "Authorization", "Bearer lantai_" + "a".repeat(32));
    assertEquals(401, wrong.statusCode());
    assertEquals("Bearer", Web.header(wrong, "WWW-Authenticate"));
    assertTrue(
        people
            .get(Role.AUDIT_ADMINISTRATOR)
            .get("/workbench/audit?object=" + Web.encode(name))
            .body()
            .contains("生成令牌"));

    String described = program.get("/openapi").body();
    assertTrue(described.contains("operationId: seeNotices"), described);
    assertFalse(described.contains("\n  /workbench"), "nothing but the API");

    Matcher end = Pattern.compile("/workbench/account/tokens/\\d+/end").matcher(page);
    assertTrue(end.find(), page);
    people.get(Role.READER).post(end.group());
    assertEquals(200, program.get("/api/notices", bearer).statusCode(), "by its owner only");
    assertEquals(200, owner.post(end.group()).statusCode());
    assertEquals(401, program.get("/api/notices", bearer).statusCode(), "revoked");

    Matcher another = SECRET_TOKEN.matcher(token(owner, OWN_PASSWORD, asked).body());
    assertTrue(another.find());
    assertEquals(200, admin.post("/workbench/accounts/" + name + "/password").statusCode());
    assertEquals(
        401,
        program.get("/api/notices", "Authorization", "Bearer " + another.group()).statusCode(),
        "the password was reset");
  }

  @Test
  void aTokenLooksAtItsAccountAndOnlyTakesAwayWhatOpensIt() {
    String name = "self.service";
    Person owner = admitted(name, create(name));
    grant(name, Role.CURATOR, "set/f1");
    Web program = new Web(server.baseUrl());
    String[] bearer = bearer(token(owner, OWN_PASSWORD, "label", "只看", "for", "SEE", "days", "30"));
    JsonObject told = json(program.get("/api/account", bearer));
    assertEquals(name, told.getString("name"));
    assertEquals("[{\"role\":\"CURATOR\",\"scope\":\"set/f1\"}]", told.get("roles").toString());
    assertEquals("[\"SEE\"]", told.get("permissions").toString(), "what the token is for");
    for (String beyond :
        List.of(
            "/api/templates",
            "/api/selections",
            "/api/opening-lists",
            "/api/opening-signatures",
            "/api/opening-models/o1/training",
            "/api/imports/1/runs")) {
      assertEquals(403, program.post(beyond, JSON, "{}", bearer).statusCode(), beyond);
    }
    assertEquals(403, program.get("/api/audit/holdings", bearer).statusCode());
    assertEquals(
        405, program.post("/api/account/tokens", JSON, "{}", bearer).statusCode(), "makes none");

    JsonObject sessions = json(program.get("/api/account/sessions", bearer));
    String handle = sessions.getJsonArray("sessions").getJsonObject(0).getString("handle");
    assertTrue(
        json(owner.get("/api/account/sessions", JSON))
            .getJsonArray("sessions")
            .getJsonObject(0)
            .getBoolean("own"));
    Person other = people.get(Role.READER);
    String session = "/api/account/sessions/" + handle;
    assertEquals(404, other.ask("DELETE", session, "").statusCode(), "somebody else's");
    assertEquals(200, owner.get("/workbench").statusCode());
    assertEquals(204, program.delete(session, bearer).statusCode());
    assertEquals(303, owner.get("/workbench").statusCode(), "has ended");
    assertEquals(404, program.delete(session, bearer).statusCode());
    owner.signIn(name, OWN_PASSWORD);
    Person elsewhere = new Person(server.baseUrl());
    elsewhere.signIn(name, OWN_PASSWORD);
    JsonObject ended = json(owner.ask("DELETE", "/api/account/sessions", ""));
    assertEquals(1, ended.getInt("ended"), "all but its own");
    assertEquals(303, elsewhere.get("/workbench").statusCode());

    String[] second = bearer(token(owner, OWN_PASSWORD, "label", "再来", "for", "SEE", "days", "30"));
    JsonObject tokens = json(program.get("/api/account/tokens", second));
    assertEquals(2, tokens.getJsonArray("tokens").size());
    JsonObject newest = tokens.getJsonArray("tokens").getJsonObject(0);
    assertEquals("再来", newest.getString("label"));
    assertFalse(SECRET_TOKEN.matcher(tokens.toString()).find(), "no secrets");
    String own = "/api/account/tokens/" + newest.getInt("id");
    assertEquals(404, other.ask("DELETE", own, "").statusCode(), "somebody else's");
    assertEquals(200, program.get("/api/account", second).statusCode());
    assertEquals(204, program.delete(own, second).statusCode(), "itself");
    assertEquals(401, program.get("/api/account", second).statusCode());
    assertEquals(200, program.get("/api/account", bearer).statusCode());
    String log =
        people
            .get(Role.AUDIT_ADMINISTRATOR)
            .get("/workbench/audit?object=" + Web.encode(name))
            .body();
    assertTrue(log.contains("作废令牌") && log.contains("结束其他登录"), log);
  }

  private static String[] bearer(HttpResponse<String> made) {
    Matcher secret = SECRET_TOKEN.matcher(made.body());
    assertTrue(secret.find(), made.body());
    return new String[] {"Authorization", "Bearer " + secret.group()};
  }

  /** The program of the distribution, as its users run it far from the server. */
  @Test
  void theCommandLineDoesByATokenWhatItsAccountMay(@TempDir Path home) throws Exception {
    Person owner = admitted("far.away", create("far.away"));
    grant("far.away", Role.CURATOR, "set/f1");
    Matcher made =
        SECRET_TOKEN.matcher(
            token(
                    owner,
                    OWN_PASSWORD,
                    "label",
                    "命令行",
                    "for",
                    "DESCRIBE",
                    "for",
                    "PUBLISH",
                    "for",
                    "IMPORT",
                    "for",
                    "EXPORT",
                    "days",
                    "30")
                .body());
    assertTrue(made.find());
    Far far = new Far(home, server.baseUrl(), made.group());
    String header = SmallHoldings.RECORDS;
    Path tables = Files.createDirectories(home.resolve("表格"));
    Files.writeString(
        tables.resolve("records.csv"),
        header
            + "far1,X1-0101,f1,远方的信,A letter from afar,示例,1938,,,开放\n"
            + "far2,X2-0101,f2,别人的信,A letter of others,示例,1938,,,开放\n");
    far.does(
        1, "1 created", "import", tables.toString(), "--dry-run", "--report=" + home.resolve("试"));
    assertTrue(Files.readString(home.resolve("试/report.csv")).contains("records.csv"));
    assertTrue(Files.exists(home.resolve("试/rejected/records.csv")));
    assertEquals(404, owner.get("/api/entities/record/far1").statusCode(), "a dry run");
    far.does(1, "1 kept out", "import", tables.toString(), "--report=" + home.resolve("真"));

    String name = far.does(0, "record/far1@", "search", "远方", "--names", "--state=unpublished");
    name = name.lines().filter(line -> line.startsWith("record/far1@")).findFirst().orElseThrow();
    Path names =
        Files.writeString(home.resolve("names"), name + "\nrecord/hidden\nrecord/letter\n");
    far.does(1, "1 are public, 2 were refused", "publish", "--file=" + names);
    far.does(1, "saved meanwhile", "publish", "record/far1@1");
    String history = owner.get("/api/entities/record/far1/versions").body();
    assertTrue(history.contains("PUBLISH"), history);

    Path triples = home.resolve("f1.nt");
    far.does(0, "It is in", "export", "--format=nt", "--fonds=f1", triples.toString());
    assertTrue(Files.readString(triples).contains("远方的信"));
    far.does(0, "It is in", "export", "--fonds=f1", home.resolve("f1").toString());
    assertTrue(Files.readString(home.resolve("f1/records.csv")).contains("远方的信"));
    far.does(2, "Not allowed", "export", "--fonds=f2", home.resolve("f2").toString());

    Path turtle = home.resolve("far1.ttl");
    String got = far.does(0, "Version", "get", "record/far1", turtle.toString());
    String version = find(Pattern.compile("--version=(\\d+)"), got);
    Files.writeString(turtle, Files.readString(turtle).replace("远方的信", "远方来的信"));
    String put = "--version=" + version;
    far.does(0, "Saved", "put", "record/far1", turtle.toString(), put, "--reason=改题名");
    far.does(2, "saved meanwhile", "put", "record/far1", turtle.toString(), put);
    far.does(2, "no such thing", "get", "record/hidden");

    String submitted = far.does(0, "first", "submit", "record/far1");
    String review = find(Pattern.compile("(?m)^(\\d+) "), submitted);
    far.does(0, "retracted", "review", review, "retract");
    String link = far.does(0, "/preview/", "preview", "record/far1", "--for=王教授").strip();
    assertEquals(200, new Web("").get(link).statusCode());
    far.does(0, "live", "preview", "record/far1");
    far.does(2, "its reason", "withdraw", "record/far1");
    far.does(0, "1 were withdrawn", "withdraw", "record/far1", "--reason=试完了");
    far.does(2, "Not allowed", "state");
    far.does(2, "on the server's own machine only", "verify");

    new Far(home, server.baseUrl(), "lantai_" + "a".repeat(32))
        .does(2, "does not accept the token", "imports");
    Path data = temporary.resolve("data");
    new Far(data, "", "").does(0, "record/hidden@", "search", "秘藏的信", "--names");
    try (Stream<Path> logs = Files.walk(data.resolve("logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(log).contains(made.group()), log.toString());
      }
    }
  }

  /**
   * Somebody at a terminal.
   *
   * @param address empty for the server that holds the data folder
   */
  private record Far(Path data, String address, String token) {

    String does(int status, String said, String... words) throws Exception {
      Map<String, String> settings =
          address.isEmpty() ? Map.of() : Map.of("LANTAI_SERVER", address, "LANTAI_TOKEN", token);
      try (LantaiProcess program = LantaiProcess.start(data, settings, words)) {
        int ended = program.awaitEnd();
        assertEquals(status, ended, program.output());
        assertTrue(program.output().contains(said), program.output());
        return program.output();
      }
    }
  }

  private static HttpResponse<String> token(Person owner, String password, String... fields) {
    List<String> all = new ArrayList<>(List.of("password", password));
    all.addAll(List.of(fields));
    return owner.post("/workbench/account/tokens", all.toArray(String[]::new));
  }

  @Test
  void aCuratorOfOneFondsSeesAndChangesNothingOfAnother() throws Exception {
    Person curator = people.get(Role.CURATOR);
    List<String> wrong = new ArrayList<>();
    for (String path :
        List.of(
            "/workbench/entries/record/hidden",
            "/workbench/entries/record/open",
            "/workbench/entries/set/f2",
            "/workbench/entries/record?from=hidden",
            "/workbench/search?in=f2",
            "/workbench/search?fonds=f2",
            "/workbench/previews/record/open",
            "/api/previews/record/open",
            "/api/search?in=f2",
            "/api/search?fonds=f2",
            "/workbench/bulk-edits/new?fonds=f2",
            "/workbench/bulk-edits/new?search=in%3Df2",
            "/api/entities/record/hidden",
            "/api/entities/record/hidden/versions",
            "/api/entities/record/hidden/versions/9",
            "/api/opening-lists?archive=o2",
            "/api/opening-models/o2",
            "/api/opened-records.csv?archive=o2",
            "/api/entities/set/f2")) {
      expect(404, curator, path, "curator", wrong);
    }
    HttpResponse<String> hidden = curator.get("/workbench/entries/record/hidden");
    HttpResponse<String> missing = curator.get("/workbench/entries/record/missing");
    assertEquals(told(missing).replace("missing", "hidden"), told(hidden), "as if there were none");
    expect(
        404,
        curator.post("/workbench/entries/record/hidden", "base", "1", "f.题名", "改"),
        "saves",
        wrong);
    expect(
        404,
        curator.post("/workbench/entries/record/hidden/publication", "to", "withdrawn"),
        "withdraws",
        wrong);
    expect(
        404,
        curator.post("/workbench/entries/record/hidden/restoration", "version", "9"),
        "restores",
        wrong);
    expect(
        404,
        curator.send("DELETE", "/api/entities/record/open/publication", TURTLE, ""),
        "withdraws by program",
        wrong);
    String version =
        Web.header(admin.get("/api/entities/record/hidden", TRIPLES), "ETag").replace("\"", "");
    String[] asked = {"type", "record", "key", "hidden", "version", version};
    expect(404, curator.post("/workbench/reviews", asked), "submits", wrong);
    HttpResponse<String> submitted = admin.post("/workbench/reviews", asked);
    assertEquals(303, submitted.statusCode(), submitted.body());
    String review = new Web(server.baseUrl()).target(submitted);
    expect(404, curator, review, "curator", wrong);
    expect(404, curator, review.replace("/workbench/", "/api/"), "curator", wrong);
    expect(404, curator.post(review + "/comments", "words", "x"), "comments", wrong);
    expect(404, curator.post(review, "act", "retract", "seen", "1"), "retracts", wrong);
    expect(
        404,
        people
            .get(Role.REVIEWER)
            .post("/workbench/reviews/passes", "review", review.replaceFirst(".*/", "") + ":1"),
        "passes together",
        wrong);
    assertFalse(curator.get("/workbench/reviews?show=all").body().contains(review));
    String list =
        "{\"archive\": \"o2\", \"kind\": \"words\", \"name\": \"隐\", \"towards\": \"control\", \"words\": [\"秘\"]}";
    expect(404, curator.send("POST", "/api/opening-lists", JSON, list), "lists words", wrong);
    HttpResponse<String> made = admin.send("POST", "/api/opening-lists", JSON, list);
    String one = new Web(server.baseUrl()).target(made);
    String seen = Web.header(made, "ETag");
    expect(404, curator, one, "curator", wrong);
    expect(404, curator.send("PUT", one, JSON, list, "If-Match", seen), "changes it", wrong);
    expect(404, curator.send("DELETE", one, JSON, "", "If-Match", seen), "deletes it", wrong);
    expect(
        404,
        people.get(Role.REVIEWER).send("POST", "/api/opening-models/o2/training", JSON, ""),
        "trains",
        wrong);
    assertEquals(List.of(), wrong);

    String mine = admin.get("/api/entities/record/hidden", TRIPLES).body();
    assertTrue(mine.contains("秘藏的信"), mine);
    String stolen = mine.replace("/id/set/f2", "/id/set/f1");
    expect(
        404,
        curator.send("PUT", "/api/entities/record/hidden", TURTLE, stolen, "If-None-Match", "*"),
        "takes over",
        wrong);
    HttpResponse<String> current = curator.get("/api/entities/record/spare", TRIPLES);
    String planted = current.body().replace("/id/set/f1", "/id/set/f2");
    assertNotEquals(current.body(), planted);
    expect(
        403,
        curator.send(
            "PUT",
            "/api/entities/record/spare",
            TURTLE,
            planted,
            "If-Match",
            Web.header(current, "ETag")),
        "plants",
        wrong);
    assertEquals(List.of(), wrong);
    assertTrue(admin.get("/api/entities/record/hidden", TRIPLES).body().contains("/id/set/f2"));
  }

  @Test
  void nothingIsSeenOfAnotherArchiveByNamingIt() {
    Person keeper = admitted("keeper", create("keeper"));
    grant("keeper", Role.CURATOR, "organisation/o1");
    String base = server.baseUrl();
    HttpResponse<String> made =
        keeper.post(
            "/workbench/selections", "type", "exhibition", "title", "借来的", "key", "planted");
    assertEquals(303, made.statusCode(), made.body());
    String address = "/api/entities/exhibition/planted";
    HttpResponse<String> own = keeper.get(address, TRIPLES);
    String naming =
        own.body()
            + "<%1$s/id/exhibition/planted> <http://purl.org/dc/terms/relation> <%1$s/id/record/hidden> .\n"
                .formatted(base);
    String tag = Web.header(own, "ETag");
    assertEquals(
        422, keeper.send("PUT", address, TURTLE, naming, "If-Match", tag).statusCode(), naming);
    assertEquals(
        204,
        admin.send("PUT", address, TURTLE, naming, "If-Match", tag).statusCode(),
        "who sees it may name it");
    Person curator = people.get(Role.CURATOR);
    String selection = "/api/selections/exhibition/planted";
    assertEquals(404, curator.get(selection + "/differences", JSON).statusCode(), "of an archive");
    assertEquals(404, curator.send("POST", selection + "/copies", JSON, "").statusCode());
    assertEquals(
        404,
        curator
            .send("POST", selection + "/restoration", JSON, "{\"version\": 1}", "If-Match", tag)
            .statusCode());

    String letter = admin.get("/api/entities/set/f1", TRIPLES).body();
    String moved =
        letter
            + "<%1$s/id/set/f1> <https://www.ica.org/standards/RiC/ontology#isDirectlyIncludedIn> <%1$s/id/set/f2> .\n"
                .formatted(base);
    HttpResponse<String> fonds = curator.get("/api/entities/set/f1", TRIPLES);
    assertEquals(200, fonds.statusCode());
    int put =
        curator
            .send(
                "PUT", "/api/entities/set/f1", TURTLE, moved, "If-Match", Web.header(fonds, "ETag"))
            .statusCode();
    assertTrue(put == 403 || put == 422, "puts its fonds into another: " + put);
  }

  @Test
  void aBulkEditOfAllThereIsTouchesNothingOfAnotherFonds() {
    Person curator = people.get(Role.CURATOR);
    String hidden = admin.get("/api/entities/record/hidden", TRIPLES).body();
    String letter = admin.get("/api/entities/record/letter", TRIPLES).body();
    HttpResponse<String> begun =
        curator.send(
            "POST",
            "/api/bulk-edits",
            JSON,
            "{\"type\": \"record\", \"field\": \"文种\", \"operation\": \"set\", \"value\": \""
                + "批量的".repeat(3_000)
                + "\"}");
    assertEquals(202, begun.statusCode(), begun.body());
    String preview = ended(curator, begun);
    JsonObject counts = json(curator, preview).getJsonObject("counts");
    assertTrue(counts.getInt("changed") >= 2, counts.toString());
    assertEquals(0, counts.getInt("refused") + counts.getInt("unchanged"), counts.toString());
    String rows = curator.get(preview + "/rows", JSON).body();
    assertTrue(rows.contains("record/letter") && !rows.contains("hidden"), rows);
    String table = curator.get(preview + "/report.csv", "text/csv").body();
    assertTrue(table.contains("一封小城的信") && !table.contains("秘藏"), table);
    Person contributor = people.get(Role.CONTRIBUTOR);
    assertEquals(404, contributor.get(preview, JSON).statusCode(), "somebody else's");
    assertEquals(404, contributor.send("POST", preview + "/next", TURTLE, "").statusCode());

    String edit = ended(curator, curator.send("POST", preview + "/next", TURTLE, ""));
    assertEquals(
        server.baseUrl() + edit,
        Web.header(curator.send("POST", preview + "/next", TURTLE, ""), "Location"),
        "who asks twice gets the same");
    assertTrue(admin.get("/api/entities/record/letter", TRIPLES).body().contains("批量的"));
    assertEquals(hidden, admin.get("/api/entities/record/hidden", TRIPLES).body());
    String undone = ended(curator, curator.send("POST", edit + "/next", TURTLE, ""));
    assertEquals(
        counts.getInt("changed"), json(curator, undone).getJsonObject("counts").getInt("changed"));
    assertEquals(letter, admin.get("/api/entities/record/letter", TRIPLES).body());
    String log =
        people.get(Role.AUDIT_ADMINISTRATOR).get("/workbench/audit?action=BULK_EDIT_BEGUN").body();
    assertTrue(log.contains("job/" + edit.replaceFirst(".*/", "")), log);
  }

  /** The address of a job, once it is done. */
  private static String ended(Person person, HttpResponse<String> begun) {
    assertEquals(202, begun.statusCode(), begun.body());
    String address = Web.header(begun, "Location").substring(server.baseUrl().length());
    String state = "queued";
    while (state.equals("queued") || state.equals("running")) {
      state = json(person, address).getString("state");
    }
    assertEquals("done", state, person.get(address, JSON).body());
    return address;
  }

  private static JsonObject json(Person person, String address) {
    return Json.createReader(new StringReader(person.get(address, JSON).body())).readObject();
  }

  @Test
  void searchAndLookUpTellNothingOfAnotherFonds() {
    Person curator = people.get(Role.CURATOR);
    for (String query : List.of("", "?q=" + Web.encode("秘藏"), "?q=X2", "?person=maodun")) {
      String found = curator.get("/workbench/search" + query).body();
      assertFalse(found.contains("秘藏全宗"), query);
      assertFalse(found.contains("秘藏的信"), query);
      assertFalse(found.contains("entries/record/hidden"), query);
      assertFalse(found.contains("公开的信"), query);
    }
    assertTrue(
        curator.get("/workbench/search?q=" + Web.encode("小城的信")).body().contains("record/letter"));
    assertTrue(
        admin.get("/workbench/search?q=" + Web.encode("秘藏的信")).body().contains("record/hidden"));
    assertFalse(
        curator
            .get("/workbench/help/names?types=record,set&q=" + Web.encode("秘藏"))
            .body()
            .contains("秘藏"));
    assertTrue(curator.get("/workbench/help/names?types=person&q=mao").body().contains("茅盾"));
  }

  @Test
  void aReferenceCodeInUseDoesNotTellByWhat() {
    Person curator = people.get(Role.CURATOR);
    String answer =
        curator
            .post(
                "/workbench/entries/record",
                "key",
                "hidden",
                "f.档号",
                "X1-0077",
                "f.上级",
                "f1",
                "f.题名",
                "新的信",
                "f.开放标识",
                "控制")
            .body();
    assertFalse(answer.contains("秘藏"), "the key is taken, and no more is told");
  }

  @Test
  void aRoleThatIsRevokedAndAnAccountThatIsDisabledAreGoneAtTheNextRequest() {
    String first = create("short.lived");
    grant("short.lived", Role.CURATOR, "set/f1");
    Person person = admitted("short.lived", first);
    assertEquals(200, person.get("/workbench/search").statusCode());
    assertEquals(
        200,
        admin
            .post("/workbench/accounts/short.lived/revoke", "role", "CURATOR", "scope", "set/f1")
            .statusCode());
    assertEquals(403, person.get("/workbench/search").statusCode());
    assertEquals(200, person.get("/workbench").statusCode());
    admin.post("/workbench/accounts/short.lived/state", "to", "disabled");
    assertEquals(303, person.get("/workbench").statusCode());
    assertEquals(
        403, new Person(server.baseUrl()).signIn("short.lived", OWN_PASSWORD).statusCode());
  }

  @Test
  void aPasswordOfSomebodyElseIsGoodForNothingButChangingIt() {
    String first = create("newcomer");
    grant("newcomer", Role.CURATOR, "set/f1");
    Person person = new Person(server.baseUrl());
    assertEquals(303, person.signIn("newcomer", first).statusCode());
    HttpResponse<String> sent = person.get("/workbench/search");
    assertEquals(303, sent.statusCode());
    assertTrue(Web.header(sent, "Location").endsWith("/workbench/account"));
    assertEquals(403, person.post("/workbench/entries/record", "f.题名", "抢先").statusCode());
    assertEquals(422, change(person, first, "password1234").statusCode());
    assertEquals(422, change(person, "wrong", OWN_PASSWORD).statusCode());
    assertEquals(200, change(person, first, OWN_PASSWORD).statusCode());
    assertEquals(200, person.get("/workbench/search").statusCode());
  }

  @Test
  void threeAdministratorsAreThreePeople() {
    create("one.of.three");
    grant("one.of.three", Role.SYSTEM_ADMINISTRATOR, "");
    assertEquals(
        422,
        admin
            .post(
                "/workbench/accounts/one.of.three/grant",
                "role",
                "AUDIT_ADMINISTRATOR",
                "scope",
                "")
            .statusCode());
    assertEquals(
        422,
        admin
            .post("/workbench/accounts/one.of.three/grant", "role", "SOLE_ADMINISTRATOR")
            .statusCode());
    assertEquals(
        422,
        people
            .get(Role.SECURITY_ADMINISTRATOR)
            .post(
                "/workbench/accounts/security_administrator/grant", "role", "CURATOR", "scope", "")
            .statusCode(),
        "nobody raises himself");
    assertTrue(admin.get("/workbench/accounts").body().contains("三员分立尚未生效"));
  }

  @Test
  void aCodeOfTheAuthenticatorOpensOnceAndSoDoesARecoveryCode() {
    Person owner = admitted("careful", create("careful"));
    String page = owner.post("/workbench/account/second-factor").body();
    String secret = find(BASE32, page).replace(" ", "");
    TimeCodes codes = new TimeCodes(Clock.systemUTC());
    String now = codes.code(secret, Clock.systemUTC().instant().getEpochSecond());
    HttpResponse<String> begun =
        owner.post("/workbench/account/second-factor/confirmation", "code", now);
    assertEquals(200, begun.statusCode(), begun.body());
    String recovery = find(SECRET, begun.body());

    Person again = new Person(server.baseUrl());
    assertEquals(200, again.signIn("careful", OWN_PASSWORD).statusCode(), "asks for a code");
    assertEquals(303, again.get("/workbench").statusCode(), "and opens nothing yet");
    assertEquals(403, again.post("/signin/code", "code", now).statusCode(), "a code used up");
    String before = again.session();
    assertEquals(303, again.post("/signin/code", "code", recovery).statusCode());
    assertNotEquals(before, again.session());
    assertEquals(200, again.get("/workbench").statusCode());

    Person thief = new Person(server.baseUrl());
    thief.signIn("careful", OWN_PASSWORD);
    assertEquals(403, thief.post("/signin/code", "code", recovery).statusCode());
    assertEquals(403, new Person(server.baseUrl()).post("/signin/code", "code", now).statusCode());
  }

  @Test
  void sessionsAreSeenAndEnded() {
    Person here = admitted("two.places", create("two.places"));
    Person there = new Person(server.baseUrl());
    there.signIn("two.places", OWN_PASSWORD);
    assertEquals(200, there.get("/workbench").statusCode());
    assertEquals(200, here.post("/workbench/account/sessions").statusCode());
    assertEquals(303, there.get("/workbench").statusCode());
    assertEquals(200, here.get("/workbench").statusCode());
  }

  @Test
  void theKeyOfTheDataFolderOpensWhatIsForProgramsAndNoPages() throws Exception {
    String key =
        "Bearer " + Files.readAllLines(temporary.resolve("data").resolve("run/control")).get(1);
    Web web = new Web(server.baseUrl());
    assertEquals(200, web.get("/api/entities/record/hidden", "Authorization", key).statusCode());
    assertEquals(401, web.get("/workbench/accounts", "Authorization", key).statusCode());
    assertEquals(
        401,
        web.get("/api/entities/record/hidden", "Authorization", key, "X-Forwarded-For", "10.0.0.1")
            .statusCode());
  }

  @Test
  void aFormOfAnotherSessionIsRefused() {
    Person curator = people.get(Role.CURATOR);
    HttpResponse<String> forged =
        new Web(server.baseUrl())
            .post(
                "/workbench/accounts",
                "application/x-www-form-urlencoded",
                "csrf=" + curator.token() + "&name=mallory",
                "Cookie",
                "lantai=" + admin.session());
    assertEquals(403, forged.statusCode());
    assertTrue(forged.body().contains("form-expired"), forged.body());
  }

  private static boolean may(Role role, Permission permission) {
    return role.permissions().contains(permission);
  }

  private static void expect(
      int status, Person person, String path, String who, List<String> wrong) {
    expect(status, person.get(path), who + " at " + path, wrong);
  }

  private static void expect(
      int status, HttpResponse<String> answer, String what, List<String> wrong) {
    if (answer.statusCode() != status) {
      wrong.add(what + ": " + answer.statusCode() + " instead of " + status);
    }
  }

  /** What the page says, without what differs between any two requests. */
  private static String told(HttpResponse<String> answer) {
    return answer.body().replaceAll("urn:uuid:[0-9a-f-]+", "");
  }

  private static String create(String name) {
    HttpResponse<String> made = admin.post("/workbench/accounts", "name", name);
    assertEquals(201, made.statusCode(), made.body());
    return find(SECRET, made.body());
  }

  private static void grant(String name, Role role, String scope) {
    HttpResponse<String> given =
        admin.post("/workbench/accounts/" + name + "/grant", "role", role.name(), "scope", scope);
    assertEquals(200, given.statusCode(), given.body());
  }

  /** Signed in, with a password of his own. */
  private static Person admitted(String name, String first) {
    Person person = new Person(server.baseUrl());
    assertEquals(303, person.signIn(name, first).statusCode());
    HttpResponse<String> changed = change(person, first, OWN_PASSWORD);
    assertEquals(200, changed.statusCode(), changed.body());
    return person;
  }

  private static HttpResponse<String> change(Person person, String old, String chosen) {
    return person.post("/workbench/account/password", "old", old, "new", chosen, "again", chosen);
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertTrue(found.find(), text);
    return found.group(1);
  }
}
