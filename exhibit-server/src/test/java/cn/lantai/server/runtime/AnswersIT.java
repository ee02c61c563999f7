package cn.lantai.server.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LantaiServer.class)
class AnswersIT {

  private final LantaiServer.Running server;
  private final HttpClient client = HttpClient.newHttpClient();

  AnswersIT(LantaiServer.Running server) {
    this.server = server;
  }

  @Test
  void isAliveAndReady() throws Exception {
    assertTrue(get("/health/live", "*/*").body().contains("\"UP\""));
    assertTrue(get("/health/ready", "*/*").body().contains("\"stages\""));
    assertEquals(200, get("/metrics", "text/plain").statusCode());
  }

  @Test
  void anUnknownAddressIsAPageForBrowsersAndAProblemForPrograms() throws Exception {
    HttpResponse<String> page = get("/nowhere", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertEquals(404, page.statusCode());
    assertTrue(header(page, "Content-Type").startsWith("text/html"));

    HttpResponse<String> problem = get("/nowhere", "*/*");
    assertEquals(404, problem.statusCode());
    assertTrue(header(problem, "Content-Type").startsWith("application/problem+json"));
    assertTrue(problem.body().contains("urn:uuid:" + header(problem, RequestId.HEADER)));
  }

  @Test
  void theWrongMethodIsToldWhichAreRight() throws Exception {
    HttpRequest delete = request("/signin", "*/*").DELETE().build();
    HttpResponse<String> refused = client.send(delete, BodyHandlers.ofString());
    assertEquals(405, refused.statusCode());
    assertTrue(header(refused, "Allow").contains("POST"));
  }

  @Test
  void everyAnswerHasTheHeadersThatProtectTheReader() throws Exception {
    for (String path : new String[] {"/signin", "/nowhere", "/health"}) {
      HttpResponse<String> answer = get(path, "text/html");
      assertTrue(header(answer, "Content-Security-Policy").contains("default-src 'self'"));
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
      assertEquals("strict-origin-when-cross-origin", header(answer, "Referrer-Policy"));
    }
    assertNotEquals(
        header(get("/signin", "*/*"), RequestId.HEADER),
        header(get("/signin", "*/*"), RequestId.HEADER));
  }

  @Test
  void headIsAnsweredLikeGetWithoutTheBody() throws Exception {
    HttpRequest head =
        request("/signin", "text/html").method("HEAD", BodyPublishers.noBody()).build();
    HttpResponse<String> answer = client.send(head, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    assertTrue(header(answer, "Content-Type").startsWith("text/html"));
    assertEquals("", answer.body());
  }

  private HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    return client.send(request(path, accept).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String accept) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).header("Accept", accept);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
