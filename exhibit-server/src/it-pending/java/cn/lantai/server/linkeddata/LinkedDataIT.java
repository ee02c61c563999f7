package cn.lantai.server.linkeddata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Things of the sample holdings, followed as a browser and as a harvester follow them. */
class LinkedDataIT {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  private final URI base;

  LinkedDataIT(URI base) {
    this.base = base;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/person/maodun"})
  void aThingLeadsABrowserToItsPage(String path) throws Exception {
    HttpResponse<String> answer = get(path, "text/html");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
  }

  @ParameterizedTest
  @EnumSource(RdfSyntax.class)
  void aThingLeadsAHarvesterToData(RdfSyntax syntax) throws Exception {
    HttpResponse<String> answer = get("/id/person/maodun", syntax.mediaType());
    assertEquals(200, answer.statusCode());
    Lang lang = RDFLanguages.contentTypeToLang(syntax.mediaType());
    assertTrue(TestData.graph(answer.body(), lang).size() > 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/person/nobody", "/data/person/nobody.ttl"})
  void whatIsUnknownIs404(String path) throws Exception {
    assertEquals(404, get(path, "*/*").statusCode());
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).header("Accept", accept).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }
}
