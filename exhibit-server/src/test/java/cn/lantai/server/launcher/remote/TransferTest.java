package cn.lantai.server.launcher.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that behaves badly. */
class TransferTest {

  private static final String TOKEN = "lantai_" + "a2".repeat(16);

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private Api api;

  @BeforeEach
  void start() throws IOException, StartProblem {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    api = new Api(named(server.getAddress().getPort()), new Console());
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Server named(int port) throws StartProblem {
    return Server.named(
            CommandLine.of(List.of("state")),
            Map.of("LANTAI_SERVER", "http://127.0.0.1:" + port, "LANTAI_TOKEN", TOKEN),
            new Console())
        .orElseThrow();
  }

  private interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private void answers(String path, Reply reply) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          try (exchange) {
            reply.to(exchange);
          }
        });
  }

  private static void say(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Test
  void aDownloadThatBreaksOffGoesOnWhereItWas() throws Exception {
    byte[] whole = new byte[300_000];
    new Random(7).nextBytes(whole);
    List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    answers(
        "/file",
        exchange -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          ranges.add(range + " " + exchange.getRequestHeaders().getFirst("If-Range"));
          exchange.getResponseHeaders().set("ETag", "\"7-300000\"");
          if (range == null) {
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(whole, 0, 100_000);
            exchange.getResponseBody().flush();
          } else {
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            exchange.sendResponseHeaders(206, whole.length - from);
            exchange.getResponseBody().write(whole, from, whole.length - from);
          }
        });
    Path target = folder.resolve("out.nt");
    new Download(api, new Console()).fetch("/file", folder.resolve("out.part"), target);
    assertArrayEquals(whole, Files.readAllBytes(target));
    assertEquals(2, ranges.size(), ranges.toString());
    assertTrue(ranges.get(1).matches("bytes=[1-9]\\d*- \"7-300000\""), ranges.toString());
    assertEquals(List.of("out.nt"), Arrays.asList(folder.toFile().list()), "nothing else is left");
  }

  @Test
  void aFileThatIsAnotherOneByNowIsFetchedAnew() throws Exception {
    Path part = Files.writeString(folder.resolve("out.part"), "old beginning");
    Files.writeString(folder.resolve("out.part.etag"), "\"1\"");
    answers(
        "/file",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"2\"");
          say(exchange, 200, "text/plain", "new");
        });
    new Download(api, new Console()).fetch("/file", part, folder.resolve("out"));
    assertEquals("new", Files.readString(folder.resolve("out")));
  }

  @Test
  void aRedirectIsNotFollowedWithTheToken() throws Exception {
    answers("/elsewhere", exchange -> say(exchange, 200, "application/json", "{}"));
    answers(
        "/api/server",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
        });
    StartProblem problem = assertThrows(StartProblem.class, () -> api.greeting());
    assertTrue(problem.english().contains("redirects to /elsewhere"), problem.english());
    assertEquals(List.of("GET /api/server"), asked);
  }

  @Test
  void whatGoesWrongIsToldPlainly() throws Exception {
    answers("/api/server", exchange -> say(exchange, 200, "text/html", "<html>Shop</html>"));
    assertTrue(problem("/api/server").contains("no Lantai"));
    answers("/html", exchange -> say(exchange, 404, "text/html", "<html>"));
    assertTrue(problem("/html").contains("no Lantai"));
    answers("/closed", exchange -> say(exchange, 401, "application/problem+json", "{}"));
    String closed = problem("/closed");
    assertTrue(closed.contains("does not accept the token"), closed);
    assertFalse(closed.contains(TOKEN), closed);
    answers(
        "/refused",
        exchange ->
            say(
                exchange,
                409,
                "application/problem+json;charset=UTF-8",
                "{\"title\":\"t\",\"zh\":{\"title\":\"先审\",\"detail\":\"请送审。\"},"
                    + "\"en\":{\"title\":\"Review first\",\"detail\":\"Submit it.\"}}"));
    StartProblem refused = assertThrows(StartProblem.class, () -> api.get("/refused"));
    assertEquals("先审：请送审。", refused.chinese());
    assertEquals("Review first: Submit it.", refused.english());
    int port = server.getAddress().getPort();
    server.stop(0);
    Api nobody = new Api(named(port), new Console());
    StartProblem gone = assertThrows(StartProblem.class, nobody::greeting);
    assertTrue(gone.english().contains("cannot be reached"), gone.english());
  }

  private String problem(String path) {
    return assertThrows(StartProblem.class, () -> api.get(path)).english();
  }

  @Test
  void whoWaitsIsNotSentAwayByAServerThatRestarts() throws Exception {
    answers(
        "/job",
        exchange -> {
          if (asked.size() < 2) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            say(exchange, 200, "application/json", "{\"state\":\"done\"}");
          }
        });
    assertEquals("done", new Waiting(api, new Console()).forEnd("/job").text("state"));
    assertEquals(2, asked.size());
  }

  @Test
  void aFolderIsPackedOnItsWay() throws Exception {
    Path holdings = Files.createDirectories(folder.resolve("全宗/sub"));
    Files.writeString(holdings.resolve("a.csv"), "键\n1\n");
    Files.write(holdings.getParent().resolve("b.jpg"), new byte[70_000]);
    Files.writeString(holdings.getParent().resolve(".DS_Store"), "x");
    Upload upload = Upload.of(holdings.getParent(), Map.of("dry-run", "true"));
    assertEquals(70_000, upload.incompressible());
    byte[] body = sent(upload);
    assertEquals(upload.total(), upload.sent());
    String text = new String(body, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("name=\"dry-run\"\r\n\r\ntrue\r\n"), text.substring(0, 200));
    assertTrue(
        new String(body, StandardCharsets.UTF_8).contains("filename=\"全宗.zip\""),
        text.substring(0, 300));
    Map<String, Integer> inside = new TreeMap<>();
    int zip = text.indexOf("PK\003\004");
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(body, zip, body.length - zip))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        inside.put(each.getName(), in.readAllBytes().length);
      }
    }
    assertEquals(
        Map.of("b.jpg", 70_000, "sub/a.csv", "键\n1\n".getBytes(StandardCharsets.UTF_8).length),
        inside);
  }

  @Test
  void aFileGoesAsItIsWithItsLength() throws Exception {
    Path file = Files.writeString(folder.resolve("records.csv"), "键,题名\nr1,信\n");
    String text = new String(sent(Upload.of(file, Map.of())), StandardCharsets.UTF_8);
    assertTrue(text.contains("filename=\"records.csv\""), text);
    assertTrue(text.contains("\r\n\r\n键,题名\nr1,信\n\r\n--lantai-"), text);
    assertTrue(Upload.of(file, Map.of()).body().contentLength() > 0);
    assertThrows(StartProblem.class, () -> Upload.of(folder.resolve("none.csv"), Map.of()));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThrows(StartProblem.class, () -> Upload.of(empty, Map.of()));
  }

  private byte[] sent(Upload upload) throws Exception {
    byte[][] received = new byte[1][];
    answers(
        "/taken",
        exchange -> {
          received[0] = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
        });
    HttpRequest request =
        api.request("/taken")
            .header("Content-Type", upload.contentType())
            .POST(upload.body())
            .build();
    assertEquals(204, api.client().send(request, BodyHandlers.discarding()).statusCode());
    return received[0];
  }
}
