package cn.lantai.server.linkeddata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.sparql.SparqlLimits;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedDataTest {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  private static final EntityIri MERGED = new EntityIri(EntityType.PERSON, "shenyanbing");
  private static final EntityIri MERGED_FURTHER = new EntityIri(EntityType.PERSON, "yanbing");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        new TestServer(
            TestData.fill(MemoryStage.onTdb2())
                .with(MERGED, replacedBy("person/shenyanbing", "person/yanbing"))
                .with(MERGED_FURTHER, replacedBy("person/yanbing", "person/maodun")),
            SparqlLimits.defaults(),
            Optional.empty());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        BROWSER + "|people/maodun",
        "*/*|people/maodun",
        "text/turtle|data/person/maodun.ttl",
        "application/ld+json|data/person/maodun.jsonld",
        "application/json|data/person/maodun.jsonld",
        "application/n-triples|data/person/maodun.nt",
        "application/rdf+xml|data/person/maodun.rdf",
        "text/html;q=0.4, text/turtle;q=0.5|data/person/maodun.ttl",
        "application/rdf+xml;q=0.9, text/turtle|data/person/maodun.ttl",
        "text/*;q=0.5, text/html;q=0|data/person/maodun.ttl"
      })
  void aThingSendsToItsPageOrToItsData(String accept, String target) {
    HttpResponse<String> answer = server.get("/id/person/maodun", "Accept", accept);
    assertEquals(303, answer.statusCode());
    assertEquals(TestData.BASE + target, header(answer, "Location"));
    assertEquals("Accept", header(answer, "Vary"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
  }

  @ParameterizedTest
  @CsvSource({
    "/id/person/shenyanbing, id/person/maodun",
    "/id/person/yanbing, id/person/maodun",
    "/data/person/shenyanbing.ttl, data/person/maodun.ttl",
    "/data/person/shenyanbing.jsonld, data/person/maodun.jsonld"
  })
  void whatWasMergedLeadsToTheSurvivorForGood(String path, String target) {
    HttpResponse<String> answer = server.get(path, "Accept", "text/turtle");
    assertEquals(301, answer.statusCode());
    assertEquals(TestData.BASE + target, header(answer, "Location"));
  }

  @Test
  void theDataOfWhatWasMergedWithoutASyntaxIsThatOfTheSurvivor() {
    HttpResponse<String> answer =
        server.get("/data/person/shenyanbing", "Accept", "application/ld+json");
    assertEquals(303, answer.statusCode());
    assertEquals(TestData.BASE + "data/person/maodun.jsonld", header(answer, "Location"));
  }

  private static String replacedBy(String merged, String survivor) {
    return "<id/%s> <http://purl.org/dc/terms/isReplacedBy> <id/%s> .".formatted(merged, survivor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/person/nobody",
        "/id/nothing/maodun",
        "/id/person/MAODUN",
        "/data/person/nobody.ttl",
        "/data/nothing/maodun.ttl",
        "/data/person/maodun.doc",
        "/data/person/maodun.xml",
        "/data/record/nothing.xml"
      })
  void whatIsUnknownIs404(String path) {
    HttpResponse<String> answer = server.get(path);
    assertEquals(404, answer.statusCode());
    assertEquals(Problem.MEDIA_TYPE, header(answer, "Content-Type"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/record/withdrawn",
        "/data/record/withdrawn.ttl",
        "/data/record/withdrawn.xml"
      })
  void whatWasWithdrawnIs410(String path) {
    HttpResponse<String> answer = server.get(path, "Accept-Language", "en");
    assertEquals(410, answer.statusCode());
    assertTrue(answer.body().contains("\"title\":\"This was withdrawn\""), answer.body());
    assertTrue(answer.body().contains("此条目已撤下"), answer.body());
  }

  @Test
  void anUnknownMediaTypeIs406WithTheAlternatives() {
    HttpResponse<String> answer = server.get("/id/person/maodun", "Accept", "image/png");
    assertEquals(406, answer.statusCode());
    assertTrue(answer.body().contains("text/turtle " + TestData.BASE), answer.body());
  }

  @ParameterizedTest
  @EnumSource(RdfSyntax.class)
  void everySyntaxSaysTheSame(RdfSyntax syntax) {
    HttpResponse<String> answer = server.get("/data/person/maodun." + syntax.extension());
    assertEquals(200, answer.statusCode());
    assertTrue(header(answer, "Content-Type").startsWith(syntax.mediaType()));
    assertEquals(
        "inline; filename=\"maodun." + syntax.extension() + "\"",
        header(answer, "Content-Disposition"));
    Lang lang =
        switch (syntax) {
          case TURTLE -> Lang.TURTLE;
          case JSONLD -> Lang.JSONLD;
          case NTRIPLES -> Lang.NTRIPLES;
          case RDFXML -> Lang.RDFXML;
        };
    Graph expected =
        TestData.graph(
            """
            <id/person/maodun> a rico:Person ;
                rico:name "茅盾"@zh, "Mao Dun"@en ;
                rico:hasOrHadAgentName <id/person/maodun#name-1> .
            <id/person/maodun#name-1> a rico:AgentName ; rico:textualValue "沈德鸿" .
            """,
            Lang.TURTLE);
    assertTrue(expected.isIsomorphicWith(TestData.graph(answer.body(), lang)), answer.body());
  }

  @Test
  void turtleIsWrittenForReaders() {
    String turtle = server.get("/data/record/letter-1.a.ttl").body();
    assertTrue(turtle.contains("record:letter-1.a"), turtle);
    assertTrue(turtle.contains("person:maodun"), turtle);
    assertTrue(turtle.contains("家信 <一>"), turtle);
    assertFalse(turtle.contains("skos:"), turtle);
  }

  @Test
  void dataNamesItsThingItsPageItsOtherSyntaxesAndWhatPointsAtIt() {
    String links = header(server.get("/data/record/letter-1.a.ttl"), "Link");
    assertTrue(links.contains("<" + TestData.BASE + "id/record/letter-1.a>; rel=\"describes\""));
    assertTrue(
        links.contains(
            "<" + TestData.BASE + "records/letter-1.a>; rel=\"alternate\"; type=\"text/html\""));
    assertTrue(
        links.contains("letter-1.a.jsonld>; rel=\"alternate\"; type=\"application/ld+json\""));
    assertTrue(links.contains("<" + TestData.BASE + "iiif/manifest/letter-1.a>"));
    assertTrue(links.contains("rel=\"" + DataResource.INCOMING + "\""));
  }

  @Test
  void aRecordIsDescribedInEadToo() {
    HttpResponse<String> answer = server.get("/data/record/letter-1.a.xml");
    assertEquals(200, answer.statusCode());
    assertEquals("application/xml", header(answer, "Content-Type"));
    assertEquals("inline; filename=\"letter-1.a.xml\"", header(answer, "Content-Disposition"));
    assertTrue(answer.body().contains("<archdesc level=\"item\""), answer.body());
    assertTrue(answer.body().contains("<recordid>letter-1.a</recordid>"), answer.body());
    assertTrue(header(answer, "Link").contains("letter-1.a.ttl>; rel=\"alternate\""));
    String links = header(server.get("/data/record/letter-1.a.ttl"), "Link");
    assertTrue(links.contains("letter-1.a.xml>; rel=\"alternate\"; type=\"application/xml\""));
  }

  @Test
  void unchangedDataIs304() {
    HttpResponse<String> first = server.get("/data/person/maodun.jsonld");
    String tag = header(first, "ETag");
    assertFalse(tag.startsWith("W/"));
    HttpResponse<String> second = server.get("/data/person/maodun.jsonld", "If-None-Match", tag);
    assertEquals(304, second.statusCode());
    assertEquals("", second.body());
    assertEquals(tag, header(second, "ETag"));
  }

  @Test
  void headIsGetWithoutABody() {
    HttpResponse<String> answer =
        server.send(
            server
                .request("/data/person/maodun.ttl")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
    assertTrue(answer.headers().firstValue("ETag").isPresent());
  }

  @Test
  void dataWithoutAnExtensionSendsToASyntax() {
    HttpResponse<String> answer =
        server.get("/data/record/letter-1.a", "Accept", "application/ld+json");
    assertEquals(303, answer.statusCode());
    assertEquals(TestData.BASE + "data/record/letter-1.a.jsonld", header(answer, "Location"));
    assertEquals(
        TestData.BASE + "data/person/maodun.ttl",
        header(server.get("/data/person/maodun", "Accept", BROWSER + ",text/x"), "Location"),
        "no page is offered at an address of data");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
