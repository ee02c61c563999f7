package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.Staff;
import cn.lantai.server.testing.Web;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who works in one fonds, at every address with everything that belongs to the work of
 * another: nothing of it is told, and nothing changes. {@link RoleMatrixIT} keeps the table of
 * addresses complete.
 */
class IsolationIT {

  private static final String JSON = "application/json";
  private static final String TURTLE = "text/turtle";
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Staff staff;
  private static Person keeper;
  private static SecretWork work;
  private static List<Person> others;
  private static final Map<Person, String> tokens = new HashMap<>();

  /** A curator of the archive {@code o1}. */
  private static Person guest;

  @BeforeAll
  static void start() throws Exception {
    Path samples = SecretWork.holdings(temporary.resolve("holdings")).folder();
    server =
        LantaiProcess.start(
                temporary.resolve("data"), Map.of("LANTAI_SAMPLES", samples.toString()), "--demo")
            .awaitGreeting();
    staff =
        Staff.of(server)
            .within("set/f1", "CURATOR", "clerk")
            .within("organisation/o1", "CURATOR", "guest")
            .within("organisation/o1", "REVIEWER", "judge")
            .within("set/f2", "CURATOR", "insider");
    keeper = staff.get("admin");
    guest = staff.get("guest");
    others = List.of(staff.get("clerk"), guest, staff.get("judge"));
    work = SecretWork.of(keeper);
    keeper.send("PUT", "/api/presence/record/hidden", JSON, "{\"unsaved\":true}");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void noAddressTellsOfAnothersDraft() throws Exception {
    List<String> wrong = new ArrayList<>();
    Set<String> telling = new TreeSet<>();
    for (String path : EveryAddress.with("GET"::equals, work)) {
      if (tells(keeper.get(path))) {
        telling.add(path);
      }
      for (Person other : others) {
        HttpResponse<String> answer = other.get(path);
        if (tells(answer) || answer.statusCode() >= 500) {
          wrong.add(answer.statusCode() + " " + path);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(telling.size() > 45, "who may see it sees it: " + telling);
  }

  @Test
  void whatIsStoredIsGivenToNobodyElse() {
    List<String> wrong = new ArrayList<>();
    for (String path :
        List.of(
            "/workbench/images/hidden-1/info.json",
            "/workbench/images/hidden-1/full/max/0/default.jpg",
            "/workbench/images/open-1/full/max/0/default.jpg",
            "/workbench/recordings/hidden-talk",
            "/workbench/recordings/hidden-talk/zh-Hans.vtt",
            "/workbench/recordings/open-talk",
            "/workbench/recordings/open-talk/zh-Hans.vtt",
            "/api/images/hidden-1/info.json",
            "/api/images/open-1/full/max/0/default.jpg",
            "/api/recordings/hidden-talk",
            "/api/recordings/open-talk/zh-Hans.vtt",
            "/iiif/3/hidden-1/info.json",
            "/iiif/3/hidden-1/full/max/0/default.jpg",
            "/iiif/2/hidden-1/full/full/0/default.jpg",
            "/media/hidden-talk",
            "/media/hidden-talk/zh-Hans.vtt")) {
      boolean ofWorkbench = path.startsWith("/workbench/") || path.startsWith("/api/");
      assertEquals(ofWorkbench ? 200 : 404, keeper.get(path).statusCode(), path);
      for (Person other : others) {
        int status = other.get(path).statusCode();
        if (status != 404) {
          wrong.add(status + " " + path);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aProgramFetchesWhatIsStoredAsFarAsItsTokenGoes() {
    Web program = new Web(server.baseUrl());
    String[] describing = staff.bearer("insider", "DESCRIBE");
    String[] seeing = staff.bearer("insider", "SEE");
    String[] elsewhere = staff.bearer("clerk", "DESCRIBE");
    String[] unknown = {"Authorization", "Bearer lantai_" + "a".repeat(43)};
    for (String path :
        List.of(
            "/api/images/hidden-1/info.json",
            "/api/images/hidden-1/full/max/0/default.jpg",
            "/api/recordings/hidden-talk",
            "/api/recordings/hidden-talk/zh-Hans.vtt")) {
      assertEquals(200, program.get(path, describing).statusCode(), path);
      assertTrue(refused(program.get(path, seeing)), path);
      assertEquals(404, program.get(path, elsewhere).statusCode(), path);
      assertEquals("Bearer", Web.header(program.get(path, unknown), "WWW-Authenticate"), path);
      assertEquals(401, program.get(path).statusCode(), path);
      String page = path.replace("/api/", "/workbench/");
      assertEquals(401, program.get(page, describing).statusCode(), page);
    }
    HttpResponse<String> information = program.get("/api/images/hidden-1/info.json", describing);
    assertTrue(information.body().contains(server.baseUrl() + "/api/images/hidden-1"));
  }

  @Test
  void whatIsPublicTellsOfNoDraftWhoeverAsks() {
    List<String> paths = new ArrayList<>();
    for (String thing : SecretWork.THINGS) {
      String type = thing.replaceFirst("/.*", "");
      String key = thing.replaceFirst(".*/", "");
      paths.addAll(List.of("/id/" + thing, "/things/" + thing));
      for (String form : List.of("ttl", "jsonld", "nt", "rdf", "xml")) {
        paths.add("/data/" + thing + "." + form);
      }
      for (String form : List.of("manifest", "collection", "canvas", "list")) {
        for (String name : List.of(key, thing)) {
          paths.add("/iiif/" + form + "/" + name);
          paths.add("/iiif/presentation/2/" + form + "/" + name);
          for (String search : List.of("search", "autocomplete")) {
            paths.add("/iiif/" + search + "/" + form + "/" + name + "?q=" + beginning());
          }
        }
      }
      paths.add(
          Map.of("record", "/records/", "set", "/archives/", "exhibition", "/exhibitions/")
                  .getOrDefault(type, "/iiif/auth/probe/")
              + key);
    }
    paths.addAll(
        List.of(
            "/",
            "/exhibitions",
            "/archives",
            "/archives/o2",
            "/exhibitions/mixed",
            "/iiif/collection",
            "/iiif/manifest/exhibition/mixed",
            "/feed/iiif",
            "/feed/iiif/0",
            "/feed/iiif/1",
            "/search",
            "/search?q=" + beginning(),
            "/search?fonds=f2",
            "/search?in=f2&view=gallery",
            "/iiif/search/collection?q=" + beginning(),
            "/iiif/autocomplete/collection?q=" + beginning(),
            "/iiif/autocomplete/manifest/open?min=0&q=" + beginning(),
            "/media/open-talk/zh-Hans.vtt",
            "/records/open?page=1&region=1,1,9,9",
            "/records/open?recording=open-talk&t=0,1",
            "/compare?r=hidden&r=open:1&q=" + beginning(),
            "/iiif/auth/probe/recording/hidden-talk"));
    List<String> wrong = new ArrayList<>();
    for (Person anybody : everybody()) {
      for (String path : paths) {
        HttpResponse<String> answer = anybody.get(path);
        if (tells(answer) || answer.statusCode() >= 500) {
          wrong.add(answer.statusCode() + " " + path);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void noQueryReachesADraft() {
    String base = server.baseUrl() + "/";
    String hidden = "<" + base + "id/record/hidden>";
    String open = "<" + base + "id/record/open>";
    String endpoint = "<" + base + "sparql>";
    List<String> queries =
        List.of(
            "SELECT * { ?s ?p ?o } LIMIT 10000",
            "SELECT * { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } LIMIT 10000",
            "SELECT * FROM <urn:x-arq:UnionGraph> { ?s ?p ?o }",
            "SELECT * FROM NAMED <urn:x-arq:DefaultGraph> { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * FROM " + hidden + " { ?s ?p ?o }",
            "DESCRIBE " + hidden,
            "DESCRIBE " + open,
            "DESCRIBE ?s { ?s ?p ?o } LIMIT 200",
            "CONSTRUCT { ?s ?p ?o } { " + hidden + " (!<urn:none>|^!<urn:none>)* ?s . ?s ?p ?o }",
            "SELECT * { " + open + " (!<urn:none>)* ?o }",
            "SELECT * { " + hidden + " !<urn:none> ?o }",
            "SELECT * { SERVICE SILENT " + endpoint + " { ?s ?p ?o } }",
            "SELECT * { SERVICE <" + base + "api/entities/record/hidden> { ?s ?p ?o } }",
            "SELECT * { SERVICE SILENT <file:data/stages/working> { ?s ?p ?o } }",
            "PREFIX t: <http://jena.apache.org/text#> SELECT * { (?s ?k ?o) t:query '"
                + SecretWork.BESIDE
                + "' }",
            "SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?o), '" + SecretWork.BESIDE + "')) }");
    String ask = "ASK { ?s ?p ?o FILTER(CONTAINS(STR(?o), '" + SecretWork.WORD + "')) }";
    for (Person anybody : everybody()) {
      for (String query : queries) {
        for (String accept : List.of("application/sparql-results+json", "text/html", TURTLE)) {
          HttpResponse<String> told = anybody.get("/sparql?query=" + Web.encode(query), accept);
          assertFalse(tells(told), query);
          assertTrue(told.statusCode() < 500, query);
        }
      }
      HttpResponse<String> found =
          anybody.get("/sparql?query=" + Web.encode(ask), "application/sparql-results+json");
      assertTrue(found.body().replaceAll("\\s", "").contains("\"boolean\":false"), found.body());
    }
    String update = "INSERT DATA { " + open + " <urn:p> 'x' }";
    for (Person other : others) {
      assertTrue(refused(other.send("POST", "/sparql", "application/sparql-update", update)));
      assertTrue(refused(other.send("POST", "/sparql", FORM, "update=" + Web.encode(update))));
    }
    assertFalse(keeper.get("/data/record/open.nt").body().contains("urn:p"));
  }

  @Test
  void noSearchFindsADraft() {
    List<String> searches = new ArrayList<>(List.of("", "sort=date", "sort=title", "sort=code"));
    for (String filter :
        List.of(
            "q=" + Web.encode(SecretWork.BESIDE),
            "q=" + Web.encode("\"" + SecretWork.BESIDE + "\""),
            "q=X2",
            "q=hidden",
            "type=record",
            "type=image",
            "type=exhibition",
            "archive=o2",
            "period=x",
            "genre=" + Web.encode("信"),
            "state=NEW",
            "state=CHANGED",
            "from=1938&to=1938",
            "in=f1")) {
      searches.addAll(List.of(filter, filter + "&view=gallery", filter + "&page=1&limit=100"));
    }
    List<String> wrong = new ArrayList<>();
    for (Person other : others) {
      for (String search : searches) {
        for (String path : List.of("/workbench/search?", "/api/search?")) {
          HttpResponse<String> found = other.get(path + search);
          if (tells(found) || names(found) || found.statusCode() != 200) {
            wrong.add(found.statusCode() + " " + path + search);
          }
        }
      }
      for (String beginning :
          List.of(beginning(), Web.encode("公开的"), Web.encode("大城"), "X2", "h")) {
        String path =
            "/workbench/help/names?types=record,set,exhibition,image,recording&q=" + beginning;
        if (tells(other.get(path))) {
          wrong.add(path);
        }
      }
    }
    assertEquals(List.of(), wrong);
    String seen = keeper.get("/workbench/search?q=" + Web.encode(SecretWork.BESIDE)).body();
    assertTrue(seen.contains("record/hidden") && seen.contains("record/open"), seen);
  }

  /** An exhibition may show what is public of others, and an administrator may put in more. */
  @Test
  void anExhibitionThatShowsThingsOfOthersTellsNoDraftOfThem() {
    String mixed = "/workbench/selections/exhibition/mixed";
    List<String> paths = new ArrayList<>();
    for (String place : List.of("whole", "s0", "s0-b1", "s0-b2", "s0-b3", "s0-b4")) {
      paths.add(mixed + "?at=" + place);
    }
    paths.addAll(
        List.of(mixed + "/preview", mixed + "/preview?seen=public", mixed + "/versions?from=1"));
    for (String path : paths) {
      assertFalse(tells(guest.get(path)), path);
    }
    assertTrue(tells(keeper.get(mixed + "?at=s0-b1")));
    assertTrue(tells(keeper.get(mixed + "/preview")));

    String document = Attack.document(guest.get(mixed).body());
    String base = work.version("exhibition/mixed");
    for (String operation :
        List.of(
            "show",
            "save",
            "take:record:hidden",
            "take:record:open",
            "cover:hidden-1",
            "find",
            "find:1",
            "copy:s0-b1")) {
      HttpResponse<String> answer =
          guest.post(
              mixed,
              "op",
              operation,
              "document",
              document.replace("两馆", "两馆 "),
              "base",
              base,
              "selected",
              "s0",
              "q",
              SecretWork.BESIDE);
      assertFalse(tells(answer), operation);
      assertTrue(answer.statusCode() < 500, operation);
    }
    String naming =
        document
            .replace("\"hidden\"", "\"open\"")
            .replaceFirst("\"封面\":\"[^\"]*\"", "\"封面\":\"open-1\"");
    HttpResponse<String> preview = guest.post(mixed + "/preview", "document", naming);
    assertEquals(200, preview.statusCode());
    assertFalse(tells(preview));
    assertTrue(preview.body().contains("公开的信"), "what is public is shown");
    assertTrue(preview.body().contains("公开的录文"), preview.body());
    assertFalse(tells(guest.post(mixed + "/copy")));
  }

  @Test
  void aDescriptionThatNamesThingsOfOthersCallsThemByTheirPublicNames() {
    String begun = "/workbench/entries/record?" + Web.encode("上级") + "=f2";
    assertTrue(tells(keeper.get(begun)));
    for (Person other : others.subList(0, 2)) {
      HttpResponse<String> form = other.get(begun);
      assertFalse(tells(form));
      assertTrue(form.body().contains("大城全宗"), form.body());
      String checks = "/workbench/entries/record/~checks";
      assertFalse(tells(other.post(checks, "f.上级", "f2", "f.题名", "试")));
      String[] taken = {"key", "hidden", "f.上级", "f2", "f.题名", "试", "f.档号", "X1-0009"};
      assertFalse(tells(other.post("/workbench/entries/record", taken)));
      String[] code = {"f.上级", "f1", "f.题名", "试", "f.档号", "X2-0001", "f.开放标识", "控制"};
      assertFalse(tells(other.post("/workbench/entries/record", code)));
    }
  }

  @Test
  void nothingIsChangedByAnyAddress() throws Exception {
    Map<String, String> before = work.state();
    List<String> wrong = new ArrayList<>();
    int unknown = 0;
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      for (String path : EveryAddress.with(method::equals, work)) {
        Attack attack = Attack.on(path, work, keeper);
        for (Person other : others) {
          String token = tokens.computeIfAbsent(other, Person::token);
          HttpResponse<String> answer = attack.by(other, token, method, path);
          unknown += answer.statusCode() == 404 ? 1 : 0;
          if (tells(answer) || answer.statusCode() >= 500) {
            wrong.add(answer.statusCode() + " " + method + " " + path);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(unknown > 500, "as if there were none: " + unknown);
    assertSame(before);
  }

  @Test
  void nothingIsChangedByLists() {
    Map<String, String> before = work.state();
    String things =
        String.join(
            ",", SecretWork.THINGS.stream().map(each -> "{\"entity\":\"" + each + "\"}").toList());
    String all = "{\"reason\":\"x\",\"entities\":[" + things + "]}";
    String many =
        "{\"type\":\"record\",\"chosen\":[\"hidden\",\"open\",\"letter\"],\"field\":\"文种\","
            + "\"operation\":\"set\",\"value\":\"信\"}";
    for (Person other : others) {
      assertFalse(tells(other.send("POST", "/api/publications", JSON, all)));
      assertFalse(tells(other.send("POST", "/api/publications/withdrawal", JSON, all)));
      HttpResponse<String> begun = other.send("POST", "/api/bulk-edits", JSON, many);
      if (begun.statusCode() == 202) {
        String edit = Web.header(begun, "Location").substring(server.baseUrl().length());
        other.ended(edit);
        assertFalse(
            tells(other.get(edit + "/rows", JSON)) || names(other.get(edit + "/rows", JSON)));
        HttpResponse<String> next = other.send("POST", edit + "/next", TURTLE, "");
        if (next.statusCode() == 202) {
          other.ended(Web.header(next, "Location").substring(server.baseUrl().length()));
        }
      }
    }
    assertSame(before);
  }

  private static void assertSame(Map<String, String> before) {
    Map<String, String> after = work.state();
    before.forEach((address, told) -> assertEquals(told, after.get(address), address));
  }

  private static List<Person> everybody() {
    return Stream.concat(others.stream(), Stream.of(new Person(server.baseUrl()))).toList();
  }

  /** What the secret begins with, for an address. */
  private static String beginning() {
    return Web.encode(SecretWork.BESIDE.substring(0, 2));
  }

  private static boolean tells(HttpResponse<String> answer) {
    return answer.body().contains(SecretWork.WORD)
        || answer.headers().map().toString().contains(SecretWork.WORD);
  }

  /** Whether it names a thing of the other fonds that nobody but those who work there knows. */
  private static boolean names(HttpResponse<String> answer) {
    return answer.body().matches("(?s).*(record/hidden|image/hidden-1|exhibition/secret).*");
  }

  private static boolean refused(HttpResponse<String> answer) {
    return answer.statusCode() >= 400 && answer.statusCode() < 500;
  }
}
