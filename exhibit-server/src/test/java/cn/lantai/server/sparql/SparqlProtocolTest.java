package cn.lantai.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.linkeddata.MemoryStage;
import cn.lantai.server.linkeddata.TestData;
import cn.lantai.server.linkeddata.TestServer;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlProtocolTest {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final String JSON = "application/sparql-results+json";
  private static final String RICO = "PREFIX rico: <https://www.ica.org/standards/RiC/ontology#> ";
  private static final String NAMES =
      RICO + "SELECT ?name { ?person rico:name ?name } ORDER BY LANG(?name)";

  private MemoryStage stage;
  private TestServer server;

  @BeforeEach
  void start() {
    stage = TestData.fill(MemoryStage.onTdb2());
    serve(SparqlLimits.defaults());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void serve(SparqlLimits limits) {
    if (server != null) {
      server.close();
    }
    server = new TestServer(stage, limits, Optional.of(SparqlProtocolTest::page));
  }

  private static Response page(
      SparqlPage.View view,
      jakarta.ws.rs.core.HttpHeaders headers,
      jakarta.ws.rs.core.UriInfo uri) {
    String rows = view.result().map(result -> result.rows().size() + " rows").orElse("no result");
    String problem = view.problem().map(p -> " " + p.slug()).orElse("");
    return Response.ok("page: " + rows + problem, "text/html").build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*|application/sparql-results+json|\"bindings\"",
        "application/json|application/sparql-results+json|\"xml:lang\": \"zh\"",
        "application/sparql-results+xml|application/sparql-results+xml|<variable name=\"name\"/>",
        "text/csv|text/csv; charset=utf-8|茅盾",
        "text/tab-separated-values|text/tab-separated-values; charset=utf-8|\"茅盾\"@zh",
        "text/csv;q=0.5, application/sparql-results+xml;q=0.6|application/sparql-results+xml|茅盾"
      })
  void tablesComeInFourFormats(String accept, String type, String part) {
    HttpResponse<String> answer = server.query(NAMES, accept);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(type.replace(" ", ""), header(answer, "Content-Type").replace(" ", ""));
    assertTrue(answer.body().contains(part), answer.body());
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
  }

  @ParameterizedTest
  @CsvSource({
    "*/*,text/turtle",
    "text/turtle,text/turtle",
    "application/ld+json,application/ld+json",
    "application/n-triples,application/n-triples",
    "application/rdf+xml,application/rdf+xml"
  })
  void graphsComeInFourFormats(String accept, String type) {
    for (String query :
        List.of(
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
            "DESCRIBE <" + TestData.BASE + "id/person/maodun>")) {
      HttpResponse<String> answer = server.query(query, accept);
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(header(answer, "Content-Type").startsWith(type));
      assertTrue(answer.body().contains("沈德鸿"), answer.body());
    }
  }

  @Test
  void describeGivesAThingWithItsFragmentsAndNothingElse() {
    String body =
        server
            .query(
                RICO + "DESCRIBE ?p { ?p a rico:Person ; rico:name \"茅盾\"@zh }",
                "application/n-triples")
            .body();
    assertEquals(6, body.lines().count(), body);
  }

  @Test
  void askHasATable() {
    assertTrue(server.query("ASK { ?s ?p ?o }", JSON).body().contains("true"));
    assertTrue(server.query("ASK { ?s ?p 'x' }", "text/csv").body().contains("false"));
  }

  @Test
  void aParameterOverridesTheHeader() {
    String query = URLEncoder.encode(NAMES, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        server.get("/sparql?format=csv&query=" + query, "Accept", BROWSER);
    assertTrue(header(answer, "Content-Type").startsWith("text/csv"));
    assertEquals(406, server.get("/sparql?format=ttl&query=" + query).statusCode());
  }

  @Test
  void aFormatOfTheWrongKindIs406WithTheAlternatives() {
    HttpResponse<String> answer = server.query(NAMES, "text/turtle");
    assertEquals(406, answer.statusCode());
    assertTrue(answer.body().contains("csv (text/csv)"), answer.body());
  }

  @Test
  void queriesComeByBothKindsOfPost() {
    HttpResponse<String> form =
        server.send(
            server
                .request("/sparql")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", JSON)
                .POST(
                    BodyPublishers.ofString(
                        "query=" + URLEncoder.encode(NAMES, StandardCharsets.UTF_8))));
    HttpResponse<String> direct = post(NAMES.getBytes(StandardCharsets.UTF_8), "");
    assertEquals(200, form.statusCode(), form.body());
    assertEquals(form.body(), direct.body());
    assertTrue(direct.body().contains("茅盾"));
  }

  @Test
  void chineseInQueriesArrivesInEveryWay() {
    String query = "SELECT ?人 { ?人 ?p \"茅盾\"@zh }";
    String get = server.query(query, JSON).body();
    assertTrue(get.contains("id/person/maodun"), get);
    assertEquals(get, post(query.getBytes(StandardCharsets.UTF_8), "; charset=UTF-8").body());
  }

  @Test
  void otherEncodingsAreRefused() {
    byte[] gbk = "SELECT ?x { ?x ?p \"茅盾\"@zh }".getBytes(Charset.forName("GBK"));
    assertEquals(400, post(gbk, "").statusCode());
    assertEquals(
        400, post("ASK {}".getBytes(StandardCharsets.UTF_8), "; charset=gbk").statusCode());
    assertEquals(400, server.get("/sparql?query=ASK%7B%7D%20%23%C3%A9%E9").statusCode());
    assertEquals(400, server.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"default-graph-uri", "named-graph-uri"})
  void otherDatasetsAreRefused(String parameter) {
    HttpResponse<String> answer =
        server.get("/sparql?query=ASK%7B%7D&" + parameter + "=http%3A%2F%2Fa.example%2F");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("default graph"), answer.body());
  }

  @Test
  void aMalformedQueryIs400WithItsPosition() {
    HttpResponse<String> answer = server.query("SELECT * {\n  ?s ?p \n}", JSON);
    assertEquals(400, answer.statusCode());
    assertEquals("application/problem+json", header(answer, "Content-Type"));
    assertTrue(answer.body().contains("\"line\":3"), answer.body());
    assertTrue(answer.body().contains("\"column\":1"), answer.body());
    assertTrue(answer.body().contains("第 3 行第 1 列"), answer.body());
    assertTrue(answer.body().contains("Line 3, column 1"), answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * { ?s ?p ?o|Line 1, column|ends too early",
        "SELECT * { ?s rico:title ?o }|Line 1, column 15|not declared: rico:title",
        "SELECT * { ?s ?p \"x }|Line 1, column|Not understood",
        "SELECT ?x { ?s ?p ?o FILTER REGEX(?o, '[') }|REGEX|",
        "SELECT (COUNT(?s) AS ?s) { ?s ?p ?o }|Variable|",
        "SELEKT * { ?s ?p ?o }|Line 1, column|Not understood: SELEKT"
      })
  void faultsAreTold(String query, String part, String other) {
    HttpResponse<String> answer = server.query(query, JSON);
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(
        answer
            .body()
            .toUpperCase(java.util.Locale.ROOT)
            .contains(part.toUpperCase(java.util.Locale.ROOT)),
        answer.body());
    assertTrue(other == null || answer.body().contains(other), answer.body());
  }

  @Test
  void updatesAreRefused() {
    for (String update :
        List.of("INSERT DATA { <a:a> <a:b> 1 }", "LOAD <http://a.example/>", "CLEAR ALL")) {
      assertEquals(403, server.query(update, JSON).statusCode(), update);
    }
    assertEquals(
        403,
        server
            .send(
                server
                    .request("/sparql")
                    .header("Content-Type", "application/sparql-update")
                    .POST(BodyPublishers.ofString("CLEAR ALL")))
            .statusCode());
    assertEquals(403, server.get("/sparql?update=CLEAR%20ALL").statusCode());
  }

  @Test
  void aBrowserGetsThePageWithTheResult() {
    assertEquals("page: no result", server.get("/sparql", "Accept", BROWSER).body());
    assertEquals("page: 2 rows", server.query(NAMES, BROWSER).body());
    assertEquals("page: no result malformed-query", server.query("SELECT", BROWSER).body());
  }

  @Test
  void theEndpointDescribesItself() {
    for (String accept : List.of("*/*", "text/turtle")) {
      HttpResponse<String> answer = server.get("/sparql", "Accept", accept);
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().contains("sd:SPARQL11Query"), answer.body());
    }
    assertEquals(400, server.get("/sparql", "Accept", JSON).statusCode());
  }

  @Test
  void anUnchangedResultIs304UntilTheStageMoves() {
    String tag = header(server.query(NAMES, JSON), "ETag");
    assertTrue(tag.startsWith("W/"), tag);
    assertEquals(304, ifNoneMatch(tag, JSON).statusCode());
    assertEquals(200, ifNoneMatch(tag, "text/csv").statusCode());
    stage.with(TestData.LETTER, "<id/record/letter-1.a> rico:name \"新名\"@zh .");
    HttpResponse<String> changed = ifNoneMatch(tag, JSON);
    assertEquals(200, changed.statusCode());
    assertNotEquals(tag, header(changed, "ETag"));
    assertTrue(changed.body().contains("新名"), changed.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOW()", "RAND()", "STRUUID()", "STR(UUID())"})
  void whatChangesByItselfHasNoTag(String expression) {
    HttpResponse<String> answer = server.query("SELECT (" + expression + " AS ?x) {}", JSON);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("", header(answer, "ETag"));
  }

  @Test
  void tooManyRowsAreCutOffAndTheAnswerSaysSo() {
    serve(SparqlLimits.defaults().withRows(3));
    String all = "SELECT * { ?s ?p ?o }";
    HttpResponse<String> json = server.query(all, JSON);
    assertEquals("rows=3", header(json, "Lantai-Cut-Off"));
    assertTrue(json.body().contains("\"link\": [ \"" + TestData.BASE + "sparql#limits\" ]"));
    HttpResponse<String> xml = server.query(all, "application/sparql-results+xml");
    assertTrue(xml.body().contains("<link href=\"" + TestData.BASE + "sparql#limits\"/>"));
    assertEquals(4, server.query(all, "text/csv").body().lines().count());
    HttpResponse<String> three = server.query(all + " LIMIT 3", JSON);
    assertEquals("", header(three, "Lantai-Cut-Off"));
    assertTrue(!three.body().contains("\"link\""));
  }

  @Test
  void tooManyTriplesAreCutOffAndTheAnswerSaysSo() {
    serve(SparqlLimits.defaults().withTriples(4));
    HttpResponse<String> answer =
        server.query("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples");
    assertEquals("triples=4", header(answer, "Lantai-Cut-Off"));
    assertEquals(4, answer.body().lines().count());
  }

  @Test
  void aResultOfTooManyBytesIsCutOffAtARow() {
    serve(SparqlLimits.defaults().withBytes(200_000));
    HttpResponse<String> answer =
        server.query(
            "SELECT ?t { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l BIND(CONCAT('"
                + "很长的文字".repeat(40)
                + "', STR(?a)) AS ?t) }",
            JSON);
    assertTrue(header(answer, "Lantai-Cut-Off").startsWith("bytes=200000"), answer.body());
    assertTrue(answer.body().strip().endsWith("}"));
    assertTrue(answer.body().length() < 400_000);
  }

  @Test
  void aQueryThatIsTooLongIsRefused() {
    byte[] query = ("ASK {} #" + "x".repeat(70_000)).getBytes(StandardCharsets.UTF_8);
    assertEquals(413, post(query, "").statusCode());
    byte[] huge = ("ASK {} #" + "x".repeat(400_000)).getBytes(StandardCharsets.UTF_8);
    assertEquals(413, post(huge, "").statusCode());
  }

  @Test
  void scriptsOfOtherSitesMayAsk() {
    HttpResponse<String> answer =
        server.send(server.request("/sparql").method("OPTIONS", BodyPublishers.noBody()));
    assertTrue(header(answer, "Access-Control-Allow-Methods").contains("POST"));
    assertTrue(header(answer, "Access-Control-Allow-Headers").contains("Content-Type"));
  }

  private HttpResponse<String> ifNoneMatch(String tag, String accept) {
    String query = URLEncoder.encode(NAMES, StandardCharsets.UTF_8);
    return server.get("/sparql?query=" + query, "Accept", accept, "If-None-Match", tag);
  }

  private HttpResponse<String> post(byte[] body, String parameter) {
    return server.send(
        server
            .request("/sparql")
            .header("Content-Type", "application/sparql-query" + parameter)
            .header("Accept", JSON)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
