package cn.lantai.server.sparql;

import static cn.lantai.server.testing.Web.encode;
import static cn.lantai.server.testing.Web.header;
import static cn.lantai.server.testing.Web.mediaType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.linkeddata.OpenDataFilter;
import cn.lantai.server.linkeddata.TestData;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Web;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint as it is deployed, over the sample holdings. */
@ExtendWith(LantaiServer.class)
class SparqlIT {

  private static final String RICO = "PREFIX rico: <https://www.ica.org/standards/RiC/ontology#> ";
  private static final String PERSONS =
      RICO + "SELECT ?p ?name { ?p a rico:Person ; rico:name ?name } ORDER BY ?p ?name LIMIT 20";
  private static final String PERSON =
      RICO + "CONSTRUCT WHERE { ?p a rico:Person ; rico:name ?name }";

  private final Web web;

  SparqlIT(LantaiServer.Running server) {
    web = server.web();
  }

  static Stream<Arguments> tableFormats() {
    return Stream.of(
        Arguments.of("application/sparql-results+json", "json", ResultSetLang.RS_JSON),
        Arguments.of("application/sparql-results+xml", "xml", ResultSetLang.RS_XML),
        Arguments.of("text/csv", "csv", ResultSetLang.RS_CSV),
        Arguments.of("text/tab-separated-values", "tsv", ResultSetLang.RS_TSV));
  }

  @ParameterizedTest
  @MethodSource("tableFormats")
  void tablesComeInEveryFormatByAcceptAndByParameter(
      String mediaType, String parameter, Lang lang) {
    HttpResponse<byte[]> byAccept = web.bytes(address(PERSONS), "Accept", mediaType);
    assertEquals(200, byAccept.statusCode());
    assertEquals(mediaType, mediaType(byAccept));
    assertTrue(header(byAccept, "Vary").contains("Accept"));
    assertEquals("*", header(byAccept, "Access-Control-Allow-Origin"));
    ResultSet rows = ResultSetMgr.read(new ByteArrayInputStream(byAccept.body()), lang);
    assertEquals(20, ResultSetFormatter.consume(rows));

    HttpResponse<byte[]> byParameter = web.bytes(address(PERSONS) + "&format=" + parameter);
    assertEquals(
        new String(byAccept.body(), StandardCharsets.UTF_8),
        new String(byParameter.body(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/ld+json",
        "application/n-triples",
        "application/rdf+xml"
      })
  void graphsComeInEveryFormat(String mediaType) {
    HttpResponse<String> answer = web.get(address(PERSON), "Accept", mediaType);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(mediaType, mediaType(answer));
    int size = TestData.graph(answer.body(), RDFLanguages.contentTypeToLang(mediaType)).size();
    String turtle = web.get(address(PERSON), "Accept", "text/turtle").body();
    assertEquals(TestData.graph(turtle, RDFLanguages.TURTLE).size(), size);
    assertTrue(size > 24, "twelve persons at least: " + size);
  }

  @ParameterizedTest
  @CsvSource({"application/sparql-results+json,true", "text/csv,true"})
  void anAskIsAnswered(String mediaType, String answer) {
    String ask = RICO + "ASK { <" + web.base() + "/id/person/maodun> a rico:Person }";
    assertTrue(web.get(address(ask), "Accept", mediaType).body().contains(answer));
  }

  @Test
  void chineseSurvivesGetAndBothKindsOfPost() {
    String query = "SELECT (\"茅盾\" AS ?名) {}";
    String form = "application/x-www-form-urlencoded";
    assertTrue(web.get(address(query), "Accept", "text/csv").body().contains("茅盾"));
    for (HttpResponse<String> answer :
        List.of(
            web.post("/sparql", form, "query=" + encode(query), "Accept", "text/csv"),
            web.post("/sparql", "application/sparql-query", query, "Accept", "text/csv"))) {
      assertEquals("名\r\n茅盾\r\n", answer.body());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * {|1|10",
        "SELECT *%0AWHERE { ?s ?p }|2|15",
        "SELEKT * {}|1|7",
        "SELECT *%0A%0AWHERE { ?s rico:title ?t }|3|12"
      })
  void aMalformedQueryIsToldWhereItIsWrong(String encodedQuery, long line, long column) {
    HttpResponse<String> answer =
        web.get(
            "/sparql?query="
                + encodedQuery.replace(" ", "+").replace("{", "%7B").replace("}", "%7D"));
    assertEquals(400, answer.statusCode());
    assertEquals(Problem.MEDIA_TYPE, mediaType(answer));
    JsonObject problem = Json.createReader(new StringReader(answer.body())).readObject();
    assertEquals("https://w3id.org/lantai/problem#malformed-query", problem.getString("type"));
    assertEquals(line, problem.getInt("line"), answer.body());
    assertEquals(column, problem.getInt("column"), answer.body());
  }

  @Test
  void aMalformedQueryInThePageKeepsTheQueryAndSaysWhere() {
    HttpResponse<String> page = web.page(address("SELECT * { ?s ?p }"), "Accept-Language", "en");
    assertEquals(400, page.statusCode());
    assertEquals("text/html", mediaType(page));
    assertTrue(page.body().contains("SELECT * { ?s ?p }"));
    assertTrue(page.body().contains("Line 1, column"), page.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/sparql> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:1/data.ttl> { ?s ?p ?o }",
        "SELECT * { { SELECT * { SERVICE ?s { ?s ?p ?o } } } }"
      })
  void aQueryThatReachesElsewhereIsRefused(String query) {
    HttpResponse<String> refused = web.get(address(query));
    assertTrue(refused.statusCode() == 400 || refused.statusCode() == 403, refused.body());
    assertTrue(refused.body().contains("query-not-allowed"), refused.body());
  }

  @Test
  void updatesAreRefused() {
    String update = "DELETE WHERE { ?s ?p ?o }";
    String form = "application/x-www-form-urlencoded";
    assertEquals(403, web.post("/sparql", "application/sparql-update", update).statusCode());
    assertEquals(403, web.post("/sparql", form, "update=" + encode(update)).statusCode());
    String ask = RICO + "ASK { <" + web.base() + "/id/person/maodun> a rico:Person }";
    assertTrue(web.get(address(ask), "Accept", "text/csv").body().contains("true"));
  }

  @Test
  void aResultThatWasCutOffSaysSo() {
    String all = address("SELECT * { ?s ?p ?o }");
    int limit = SparqlLimits.defaults().rows();

    HttpResponse<String> csv = web.get(all, "Accept", "text/csv");
    assertEquals("rows=" + limit, header(csv, OpenDataFilter.CUT_OFF));
    assertTrue(header(csv, "Access-Control-Expose-Headers").contains(OpenDataFilter.CUT_OFF));

    HttpResponse<String> json = web.get(all, "Accept", "application/sparql-results+json");
    JsonObject result = Json.createReader(new StringReader(json.body())).readObject();
    assertEquals(limit, result.getJsonObject("results").getJsonArray("bindings").size());
    assertTrue(result.getJsonObject("head").containsKey("link"), "the file itself tells");

    HttpResponse<String> whole = web.get(address(PERSONS), "Accept", "text/csv");
    assertEquals("", header(whole, OpenDataFilter.CUT_OFF));
  }

  @Test
  void aQueryWithoutEndIsStoppedInTimeAndTheEndpointStaysThere() {
    Duration limit = SparqlLimits.defaults().time();
    String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i) }";
    HttpResponse<String> stopped =
        assertTimeout(limit.plusSeconds(5), () -> web.get(address(endless), "Accept", "text/csv"));
    assertEquals(503, stopped.statusCode());
    assertTrue(stopped.body().contains("query-timeout"), stopped.body());
    assertEquals(200, web.get(address(PERSONS), "Accept", "text/csv").statusCode());
  }

  @Test
  void aResultIsNotSentAgainToWhoHasIt() {
    HttpResponse<String> first = web.get(address(PERSONS), "Accept", "text/csv");
    String tag = header(first, "ETag");
    assertFalse(tag.isEmpty());
    assertEquals(
        304, web.get(address(PERSONS), "Accept", "text/csv", "If-None-Match", tag).statusCode());
    HttpResponse<byte[]> head = web.head(address(PERSONS), "Accept", "text/csv");
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
  }

  @Test
  void withoutAQueryBrowsersGetAPageAndProgramsTheDescription() {
    HttpResponse<String> page = web.page("/sparql");
    assertEquals("text/html", mediaType(page));
    assertTrue(page.body().contains("<textarea"));
    HttpResponse<String> description = web.get("/sparql", "Accept", "text/turtle");
    assertEquals("text/turtle", mediaType(description));
    assertTrue(description.body().contains("SPARQL11Query"));
    assertEquals("text/turtle", mediaType(web.get("/sparql")));
  }

  @Test
  void everyExampleOfThePageHasAResult() {
    for (ExampleQuery example : ExampleQuery.all(web.base() + "/")) {
      HttpResponse<String> answer =
          web.get(address(example.query()), "Accept", "text/csv, text/turtle");
      assertEquals(200, answer.statusCode(), example.key() + answer.body());
      assertTrue(answer.body().lines().count() > 1, example.key() + " has no row");
      assertEquals(200, web.page(address(example.query())).statusCode(), example.key());
    }
  }

  private static String address(String query) {
    return "/sparql?query=" + encode(query);
  }
}
