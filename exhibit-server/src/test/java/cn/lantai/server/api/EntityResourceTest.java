package cn.lantai.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.EntityData;
import cn.lantai.server.linkeddata.MemoryStage;
import cn.lantai.server.problem.ProblemMapper;
import cn.lantai.server.problem.ProblemPage;
import cn.lantai.server.review.Publisher;
import cn.lantai.server.rights.Places;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.security.Visitors;
import cn.lantai.server.testing.Web;
import com.sun.net.httpserver.HttpServer;
import jakarta.enterprise.inject.Instance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.glassfish.hk2.api.TypeLiteral;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resource over real HTTP, with a journal in memory; who may use it is {@code EntityIT}'s. */
class EntityResourceTest {

  private static final String BASE = "https://archive.example/";
  private static final String LETTER = "/api/entities/record/r1";
  private static final String TURTLE = "text/turtle";

  private final MemoryJournal journal = new MemoryJournal();
  private volatile boolean diskIsFull;
  private HttpServer server;
  private Web web;

  @BeforeEach
  void start() {
    Addresses addresses = new Addresses(BASE);
    ResourceConfig config = new ResourceConfig(EntityResource.class, ProblemMapper.class);
    config.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(journal).to(Journal.class);
            bind(new Curation(journal, new ProfileCheck(), Inbound.NONE, bytes -> diskIsFull))
                .to(Curation.class);
            bind(new EntityData(MemoryStage.plain(), addresses)).to(EntityData.class);
            bind(addresses).to(Addresses.class);
            bind(Visitors.of("editor", Rights.ofOperator(new Places(journal)))).to(Visitor.class);
            bind(direct()).to(Publisher.class);
            bind(noPage()).to(new TypeLiteral<Instance<ProblemPage>>() {});
          }
        });
    server = JdkHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config);
    web = new Web("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aThingIsCreatedReadChangedAndReadAgain() {
    HttpResponse<String> created = create(letter("家信"));
    assertEquals(201, created.statusCode(), created.body());
    assertEquals("\"1\"", Web.header(created, "ETag"));
    assertEquals(BASE + "api/entities/record/r1", Web.header(created, "Location"));
    HttpResponse<String> read = web.get(LETTER);
    assertEquals(TURTLE, Web.mediaType(read));
    assertEquals("\"1\"", Web.header(read, "ETag"));
    HttpResponse<String> changed =
        put(LETTER + "?reason=" + Web.encode("核对原件"), read.body().replace("家信", "书信"), "\"1\"");
    assertEquals(204, changed.statusCode(), changed.body());
    assertEquals("\"2\"", Web.header(changed, "ETag"));
    assertTrue(web.get(LETTER).body().contains("书信"));
    assertTrue(web.get(LETTER + "/versions/1").body().contains("家信"));
    Entry row = journal.after(1, 1).get(0);
    assertEquals("editor", row.agent());
    assertEquals("核对原件", row.reason());
  }

  @Test
  void aFullDiskIsToldAndNothingIsLost() {
    create(letter("家信"));
    diskIsFull = true;
    HttpResponse<String> refused = put(LETTER, letter("书信"), "\"1\"");
    assertEquals(507, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("没有保存"), refused.body());
    diskIsFull = false;
    assertEquals(204, put(LETTER, letter("书信"), "\"1\"").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {TURTLE, "application/ld+json", "application/n-triples"})
  void whatIsReadCanBeSentBackUnchangedInEverySyntax(String type) {
    create(letter("家信"));
    HttpResponse<String> read = web.get(LETTER, "Accept", type);
    assertEquals(type, Web.mediaType(read));
    HttpResponse<String> saved =
        web.put(LETTER, type, read.body(), "If-Match", Web.header(read, "ETag"));
    assertEquals(204, saved.statusCode(), saved.body());
    assertEquals("\"1\"", Web.header(saved, "ETag"));
    assertEquals(1, journal.head(), "nothing was changed, so nothing was written");
  }

  @Test
  void theSecondEditorGetsBothVersionsAndTheMerger() {
    create(letter("家信"));
    String began = web.get(LETTER, "Accept", "application/n-triples").body();
    assertEquals(204, put(LETTER, turtle(began, "家信", "书信"), "\"1\"").statusCode());
    HttpResponse<String> second = put(LETTER, turtle(began, "X-1", "X-2"), "\"1\"");
    assertEquals(412, second.statusCode());
    assertEquals("application/problem+json", Web.mediaType(second));
    JsonObject problem = json(second);
    assertEquals(1, problem.getJsonObject("base").getInt("version"));
    assertEquals(2, problem.getJsonObject("current").getInt("version"));
    assertEquals(
        BASE + "api/entities/record/r1/versions/2",
        problem.getJsonObject("current").getString("href"));
    assertTrue(problem.getJsonArray("comparison").toString().contains("\"changedBy\":\"you\""));
    assertTrue(problem.getJsonArray("comparison").toString().contains("\"changedBy\":\"them\""));
    assertTrue(web.get(LETTER).body().contains("书信"), "nothing was overwritten");
    assertEquals(204, put(LETTER, problem.getString("merged"), "\"2\"").statusCode());
    String merged = web.get(LETTER).body();
    assertTrue(merged.contains("书信") && merged.contains("X-2"), merged);
  }

  @Test
  void changesThatCollideAreNotMerged() {
    create(letter("家信"));
    put(LETTER, letter("书信"), "\"1\"");
    JsonObject problem = json(put(LETTER, letter("信札"), "\"1\""));
    assertFalse(problem.containsKey("merged"));
    assertTrue(problem.toString().contains("\"changedBy\":\"both-differently\""));
    assertEquals(412, create(letter("信札")).statusCode(), "it exists already");
    assertEquals(412, put("/api/entities/record/r2", letter("r2", "信札"), "\"1\"").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "W/\"1\"", "\"1\", \"2\"", "1", "\"0\"", "\"-1\""})
  void whoDoesNotNameOneVersionMayNotSave(String tag) {
    create(letter("家信"));
    assertEquals(428, put(LETTER, letter("书信"), tag).statusCode());
    assertEquals(1, journal.head());
  }

  @Test
  void anEditWithoutAPreconditionIs428() {
    assertEquals(428, web.put(LETTER, TURTLE, letter("家信")).statusCode());
    assertEquals(0, journal.head());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is not Turtle",
        "",
        "<https://archive.example/id/record/other> <https://x.example/p> 'a' .",
        "<> <https://x.example/p> [] .",
        "<#loose> <https://x.example/p> 'a' ."
      })
  void aBodyThatSaysNothingOfItIs400(String body) {
    HttpResponse<String> answer = create(body);
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(json(answer).getJsonObject("zh").getString("detail").length() > 3);
    assertEquals(0, journal.head());
  }

  @Test
  void nestingWithoutEndIs400() {
    assertEquals(400, create("<> <https://x.example/p> " + "[ <p> ".repeat(100_000)).statusCode());
  }

  @Test
  void aBodyOverTheLimitIs413() {
    assertEquals(413, create("#".repeat(EntityBody.LARGEST + 1)).statusCode());
  }

  @Test
  void anotherMediaTypeIs415() {
    assertEquals(415, web.put(LETTER, "application/json", "{}", "If-None-Match", "*").statusCode());
  }

  @Test
  void aContextElsewhereIsNotFetched() {
    String address = web.base() + LETTER;
    String body = "{\"@context\": \"" + address + "\", \"@id\": \"\", \"title\": \"a\"}";
    HttpResponse<String> answer =
        web.put(LETTER, "application/ld+json", body, "If-None-Match", "*");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("Contexts are not fetched"), answer.body());
  }

  @Test
  void namedGraphsAreRefusedAndNotLost() {
    String body =
        "{\"@id\": \"urn:x:g\", \"@graph\": [{\"@id\": \""
            + BASE
            + "id/record/r1\","
            + " \"https://x.example/p\": \"a\"}]}";
    HttpResponse<String> answer =
        web.put(LETTER, "application/ld+json", body, "If-None-Match", "*");
    assertEquals(400, answer.statusCode());
  }

  @Test
  void aDescriptionIsCheckedWithoutBeingSaved() {
    HttpResponse<String> fits = web.post(LETTER + "/checks", TURTLE, letter("家信"));
    assertEquals(200, fits.statusCode(), fits.body());
    assertEquals("{\"violations\":[]}", fits.body());
    HttpResponse<String> broken =
        web.post(
            LETTER + "/checks",
            TURTLE,
            "<> a <https://www.ica.org/standards/RiC/ontology#Record> .");
    assertEquals(200, broken.statusCode(), broken.body());
    assertFalse(json(broken).getJsonArray("violations").isEmpty());
    assertEquals(0, journal.head());
  }

  @Test
  void whatBreaksTheProfileIsToldFieldByField() {
    HttpResponse<String> answer =
        create("<> a <https://www.ica.org/standards/RiC/ontology#Record> .");
    assertEquals(422, answer.statusCode());
    JsonObject violation = json(answer).getJsonArray("violations").getJsonObject(0);
    assertEquals(BASE + "id/record/r1", violation.getString("part"));
    assertFalse(violation.getString("field").startsWith("<"));
    for (String language : List.of("zh", "en")) {
      assertFalse(violation.getJsonObject(language).getString("reason").isBlank());
      assertFalse(violation.getJsonObject(language).getString("remedy").isBlank());
    }
    assertEquals(0, journal.head());
  }

  @Test
  void versionsComeInPagesNewestFirst() {
    create(letter("一"));
    put(LETTER, letter("二"), "\"1\"");
    put(LETTER, letter("三"), "\"2\"");
    JsonObject first = json(web.get(LETTER + "/versions?limit=2"));
    assertEquals(3, first.getJsonArray("rows").getJsonObject(0).getInt("row"));
    assertEquals(
        BASE + LETTER.substring(1) + "/versions?before=2&limit=2", first.getString("next"));
    JsonObject last = json(web.get(LETTER + "/versions?before=2&limit=2"));
    assertEquals(1, last.getJsonArray("rows").size());
    assertFalse(last.containsKey("next"));
    assertEquals(404, web.get(LETTER + "/versions/9").statusCode());
  }

  /** Where no review is needed. */
  private Publisher direct() {
    return new Publisher() {
      @Override
      public boolean publishesDirectly() {
        return true;
      }

      @Override
      public void requireDirect() {}

      @Override
      public void withdraw(EntityIri entity, String reason) {
        journal.append(List.of(Draft.withdraw(entity, "editor", reason)));
      }
    };
  }

  @Test
  void aThingIsPublishedAndTakenBack() {
    assertEquals(404, publish().statusCode());
    create(letter("家信"));
    assertEquals(204, publish().statusCode());
    assertTrue(journal.state(record("r1")).orElseThrow().isPublic());
    assertEquals(204, web.delete(LETTER + "/publication").statusCode());
    assertTrue(journal.state(record("r1")).orElseThrow().withdrawn());
  }

  @Test
  void whatIsNotOpenIsNotPublished() {
    create(text("r1", "家信", AccessState.CONTROLLED));
    assertEquals(409, publish().statusCode());
  }

  private HttpResponse<String> create(String body) {
    return web.put(LETTER, TURTLE, body, "If-None-Match", "*");
  }

  private HttpResponse<String> put(String address, String body, String tag) {
    return web.put(address, TURTLE, body, "If-Match", tag);
  }

  private HttpResponse<String> publish() {
    return web.put(LETTER + "/publication", TURTLE, "");
  }

  private static String turtle(String text, String from, String to) {
    assertTrue(text.contains(from), text);
    return text.replace(from, to);
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static String letter(String title) {
    return letter("r1", title);
  }

  private static String letter(String key, String title) {
    return text(key, title, AccessState.OPEN);
  }

  private static EntityIri record(String key) {
    return new EntityIri(EntityType.RECORD, key);
  }

  private static String text(String key, String title, AccessState access) {
    byte[] text =
        new ArchivalRecord(
                record(key),
                new ReferenceCode("X-1"),
                new EntityIri(EntityType.RECORD_SET, "x"),
                LocalizedText.of(title),
                Optional.empty(),
                List.of(),
                Nature.KNOWN,
                access,
                Elements.NONE,
                Evidence.NONE)
            .toGraph()
            .toNTriples(BASE);
    return new String(text, StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  private static Instance<ProblemPage> noPage() {
    return (Instance<ProblemPage>)
        Proxy.newProxyInstance(
            EntityResourceTest.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) -> false);
  }
}
