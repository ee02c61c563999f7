package cn.lantai.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoint as it is deployed; its own rules are tested without a server. */
class SparqlIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";

  private final URI base;

  SparqlIT(URI base) {
    this.base = base;
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values"
  })
  void everyTableFormatIsServed(String type) throws Exception {
    HttpResponse<String> answer = get("?query=" + encoded(COUNT), type);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type));
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle",
    "application/ld+json",
    "application/n-triples",
    "application/rdf+xml"
  })
  void everyGraphFormatIsServed(String type) throws Exception {
    String query = "CONSTRUCT WHERE { ?s a ?o } LIMIT 5";
    HttpResponse<String> answer = get("?query=" + encoded(query), type);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type));
  }

  @Test
  void chineseSurvivesGetAndBothKindsOfPost() throws Exception {
    String query = "SELECT (\"茅盾\" AS ?名) {}";
    String type = "text/csv";
    assertTrue(get("?query=" + encoded(query), type).body().contains("茅盾"));
    assertTrue(
        post("application/x-www-form-urlencoded", "query=" + encoded(query), type)
            .body()
            .contains("茅盾"));
    assertTrue(post("application/sparql-query", query, type).body().contains("茅盾"));
  }

  @Test
  void aMalformedQueryIs400WithItsPosition() throws Exception {
    HttpResponse<String> answer = get("?query=" + encoded("SELECT * {"), "*/*");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("\"line\":1"), answer.body());
  }

  @Test
  void aBrowserGetsAPageAndEveryoneElseTheDescription() throws Exception {
    assertTrue(get("", "text/html").body().contains("<html"));
    assertTrue(get("", "*/*").body().contains("SPARQL11Query"));
  }

  @Test
  void everyExampleOnThePageHasAResult() throws Exception {
    for (ExampleQuery example : ExampleQuery.all(base + "/")) {
      HttpResponse<String> answer =
          get("?query=" + encoded(example.query()), "text/csv, text/turtle");
      assertEquals(200, answer.statusCode(), example.key() + answer.body());
      assertTrue(answer.body().lines().count() > 1, example.key() + " has no row");
    }
  }

  private HttpResponse<String> get(String query, String accept) throws Exception {
    return CLIENT.send(request(query, accept).GET().build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String type, String body, String accept) throws Exception {
    HttpRequest request =
        request("", accept)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String query, String accept) {
    return HttpRequest.newBuilder(base.resolve("/sparql" + query)).header("Accept", accept);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
