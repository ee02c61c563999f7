package cn.lantai.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports over HTTP in the real server: by a program with the key, and by a signed-in curator. */
class ImportsIT {

  private static final String IMPORTS = "/api/imports";
  private static final String UPLOADS = "/api/uploads";
  private static final String BOUNDARY = "lantai-boundary-7d1";
  private static final Pattern TOKEN =
      Pattern.compile("(?:name=\"csrf\" value=\"|\\?csrf=)([^\"]+)\"");

  @TempDir static Path temporary;

  private static LantaiProcess server;
  private static Web web;
  private static Path data;
  private static String key;

  @BeforeAll
  static void start() throws Exception {
    data = temporary.resolve("data");
    server = LantaiProcess.start(data, Map.of("LANTAI_UPLOAD_LIMIT", "1")).awaitGreeting();
    web = new Web(server.baseUrl());
    key = "Bearer " + Files.readAllLines(data.resolve("run/control")).get(1);
    SmallHoldings.in(temporary.resolve("holdings"));
    JsonObject ended =
        await(
            upload(
                Map.of(),
                new Part("organisations.csv", holding("organisations.csv")),
                new Part("fonds.csv", holding("fonds.csv"))));
    assertEquals("done", ended.getString("state"), ended.toString());
    assertEquals(0, ended.getJsonObject("counts").getInt("errors"), ended.toString());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aDryRunTellsWhatAnImportWouldDoAndWhatIsKeptOutIsMendedAndImported() {
    Part records =
        new Part(
            "记录.csv",
            SmallHoldings.RECORDS
                + "good,X1-0001,f1,一封信,A letter,示例,1937-05,,,开放\n"
                + "bad,X1-0002,f1,一张照片,A photograph,示例,1937-13,,,开放\n");
    JsonObject tried = await(upload(Map.of("dry-run", "true", "publish", "on"), records));
    assertEquals("done", tried.getString("state"), tried.toString());
    assertTrue(tried.getBoolean("dryRun"));
    assertEquals("记录.csv", tried.getString("files"));
    assertEquals(1, tried.getJsonObject("counts").getInt("created"));
    assertEquals(1, tried.getJsonObject("counts").getInt("rejected"));
    assertEquals(404, web.page("/records/good").statusCode());

    JsonObject done = await(upload(Map.of("publish", "true"), records));
    assertEquals(tried.getJsonObject("counts"), done.getJsonObject("counts"));
    assertEquals(200, web.page("/records/good").statusCode());
    assertEquals(404, web.page("/records/bad").statusCode());

    HttpResponse<String> report = get(done.getJsonObject("links").getString("report"));
    assertEquals("text/csv", Web.mediaType(report));
    assertTrue(report.body().contains("1937-13"), report.body());
    HttpResponse<String> rejected = get(done.getJsonObject("links").getString("rejected"));
    assertTrue(Web.header(rejected, "Content-Disposition").contains("attachment"));
    String mended = rejected.body().replace("1937-13", "1937-12");
    JsonObject again = await(upload(Map.of("publish", "true"), new Part("mended.csv", mended)));
    assertEquals(1, again.getJsonObject("counts").getInt("created"), again.toString());
    assertEquals(0, again.getJsonObject("counts").getInt("errors"), again.toString());
    assertFalse(again.getJsonObject("links").containsKey("rejected"));
    assertEquals(200, web.page("/records/bad").statusCode());
    assertTrue(get(IMPORTS).body().contains("记录.csv"));
  }

  @Test
  void aFolderOfScansComesAsAnArchive() throws Exception {
    await(
        upload(
            Map.of(),
            new Part("records.csv", SmallHoldings.RECORDS + "scanned,X1-0100,f1,信,,示例,,,,开放\n")));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR), "png", png);
    byte[] archive =
        zip(Map.of("X1-0100-001.png", png.toByteArray(), "X1-0100-003.png", png.toByteArray()));
    JsonObject ended = await(upload(Map.of(), new Part("scans.zip", archive)));
    assertEquals(2, ended.getJsonObject("counts").getInt("created"), ended.toString());
    assertEquals(1, ended.getJsonObject("counts").getInt("warnings"), ended.toString());
    try (Stream<Path> left = Files.list(data.resolve("uploads"))) {
      List<String> kept = left.map(Path::toString).toList();
      assertFalse(kept.stream().anyMatch(each -> each.contains("scans")), kept.toString());
    }
  }

  @Test
  void whatComesPieceByPieceGoesOnWhereItBrokeOff() throws Exception {
    byte[] table = "键,姓名\npieces,一片一片\n".getBytes(StandardCharsets.UTF_8);
    JsonObject begun =
        json(
            expect(
                    201,
                    UPLOADS,
                    "POST",
                    "application/json",
                    ("{\"files\": [{\"name\": \"persons.csv\", \"size\": " + table.length + "}]}")
                        .getBytes(StandardCharsets.UTF_8))
                .body());
    String upload = UPLOADS + "/" + begun.getString("id");
    String file = upload + "/files/0";
    byte[] first = Arrays.copyOfRange(table, 0, 7);
    byte[] rest = Arrays.copyOfRange(table, 7, table.length);
    assertEquals("7", Web.header(patch(204, file, 0, first, digest(first)), "Upload-Offset"));
    HttpResponse<String> elsewhere = patch(409, file, 0, first, digest(first));
    assertEquals(7, json(elsewhere.body()).getInt("received"), elsewhere.body());
    patch(422, file, 7, rest, digest(first));
    patch(413, file, 7, new byte[rest.length + 1], "");
    patch(400, file, 7, rest, "sha-256=:short:");
    assertEquals(
        7, json(get(upload).body()).getJsonArray("files").getJsonObject(0).getInt("received"));
    String order = "{\"upload\": \"" + begun.getString("id") + "\"}";
    byte[] wanted = order.getBytes(StandardCharsets.UTF_8);
    expect(409, IMPORTS, "POST", "application/json", wanted);
    assertEquals(digest(table), Web.header(patch(204, file, 7, rest, ""), "Repr-Digest"));
    JsonObject done = await(expect(202, IMPORTS, "POST", "application/json", wanted));
    assertEquals(1, done.getJsonObject("counts").getInt("created"), done.toString());
    assertEquals("persons.csv", done.getString("files"));
    assertEquals(404, get(upload).statusCode(), "it is imported");
    expect(404, IMPORTS, "POST", "application/json", wanted);
  }

  @Test
  void ofAnUploadThatIsGivenUpOrRefusedNothingIsLeft() throws Exception {
    for (String files :
        List.of(
            "[{\"name\": \"../x\", \"size\": 1}]",
            "[{\"name\": \"a.csv\", \"size\": 1}, {\"name\": \"./a.csv\", \"size\": 1}]",
            "[{\"name\": \"a.csv\", \"size\": \"1\"}]",
            "[]")) {
      begin(400, files);
    }
    begin(413, "[{\"name\": \"a.tif\", \"size\": " + ((1 << 20) + 1) + "}]");
    begin(413, "[{\"name\": \"a.tif\", \"size\": -1}]");
    String given = UPLOADS + "/" + begin(201, "[{\"name\": \"a.tif\", \"size\": 9}]");
    patch(204, given + "/files/0", 0, new byte[] {1, 2, 3}, "");
    patch(404, given + "/files/1", 0, new byte[] {1}, "");
    byte[] nothing = {};
    expect(204, given, "DELETE", "application/json", nothing);
    expect(404, given, "DELETE", "application/json", nothing);
    patch(404, given + "/files/0", 3, new byte[] {1}, "");

    byte[] slip = zip(Map.of("../../../run/control", new byte[] {1}));
    String id = begin(201, "[{\"name\": \"slip.zip\", \"size\": " + slip.length + "}]");
    patch(204, UPLOADS + "/" + id + "/files/0", 0, slip, "");
    byte[] order = ("{\"upload\": \"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
    expect(400, IMPORTS, "POST", "application/json", order);
    for (String gone : List.of(given, UPLOADS + "/" + id)) {
      assertTrue(
          Files.notExists(data.resolve("uploads").resolve(gone.replaceFirst(".*/", ""))), gone);
    }
  }

  @Test
  void whatAnotherUploadsIsOutOfReach() throws Exception {
    String upload = UPLOADS + "/" + begin(201, "[{\"name\": \"a.tif\", \"size\": 9}]");
    Curator curator = new Curator();
    String token = token(curator.get("/workbench/imports"));
    assertEquals(404, curator.get(upload).statusCode());
    assertFalse(curator.get(UPLOADS).body().contains("a.tif"));
    HttpRequest.Builder piece =
        Curator.request(upload + "/files/0")
            .header("Content-Type", "application/octet-stream")
            .header("Upload-Offset", "0")
            .method("PATCH", BodyPublishers.ofByteArray(new byte[] {1}));
    assertEquals(403, curator.send(piece).statusCode(), "without the token of the session");
    assertEquals(404, curator.send(piece.header("X-CSRF-Token", token)).statusCode());
    expect(204, upload, "DELETE", "application/json", new byte[0]);
  }

  private static String begin(int status, String files) throws Exception {
    byte[] body = ("{\"files\": " + files + "}").getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> begun = expect(status, UPLOADS, "POST", "application/json", body);
    return status == 201 ? json(begun.body()).getString("id") : "";
  }

  private static HttpResponse<String> patch(
      int status, String file, long offset, byte[] piece, String digest) throws Exception {
    List<String> headers = new ArrayList<>(List.of("Upload-Offset", Long.toString(offset)));
    if (!digest.isEmpty()) {
      headers.addAll(List.of("Content-Digest", digest));
    }
    return expect(
        status, file, "PATCH", "application/octet-stream", piece, headers.toArray(String[]::new));
  }

  private static String digest(byte[] bytes) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
  }

  private static HttpResponse<String> expect(
      int status, String path, String method, String type, byte[] body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .timeout(Duration.ofMinutes(1))
            .header("Authorization", key)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                BodyHandlers.ofString());
    assertEquals(status, answer.statusCode(), method + " " + path + " " + answer.body());
    return answer;
  }

  @Test
  void nobodyElseImportsOrLooks() throws Exception {
    Part part = new Part("a.csv", "键,名称\n");
    assertEquals(401, web.get(IMPORTS).statusCode());
    assertEquals(401, post(IMPORTS, Map.of(), List.of(part)).statusCode());
    assertEquals(
        401, post(IMPORTS, Map.of(), List.of(part), "Authorization", key + "x").statusCode());
    assertTrue(List.of(401, 403).contains(web.delete(IMPORTS + "/1").statusCode()));
    assertEquals(303, web.page("/workbench/imports").statusCode());
  }

  @Test
  void whatLeadsOutOfItsArchiveIsRefused() throws Exception {
    byte[] archive = zip(Map.of("../../run/control", new byte[] {1}));
    HttpResponse<String> refused = upload(Map.of(), new Part("slip.zip", archive));
    assertEquals(400, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("#upload-refused"), refused.body());
    assertEquals(key, "Bearer " + Files.readAllLines(data.resolve("run/control")).get(1));
  }

  @Test
  void whatIsTooLargeIsRefusedInBothLanguages() {
    HttpResponse<String> refused =
        upload(Map.of(), new Part("large.csv", "键,名称\n".repeat(200_000)));
    assertEquals(413, refused.statusCode());
    JsonObject problem = json(refused.body());
    assertTrue(problem.getJsonObject("zh").getString("detail").contains("1 MiB"));
    assertTrue(problem.getJsonObject("en").getString("detail").contains("1 MiB"));
  }

  @Test
  void anUnknownMappingOrEncodingAndAnEmptyFormAreRefused() {
    Part part = new Part("a.csv", "键,名称\n");
    assertEquals(400, upload(Map.of("mapping", "none-such"), part).statusCode());
    assertEquals(400, upload(Map.of("encoding", "not a name"), part).statusCode());
    assertEquals(400, upload(Map.of()).statusCode());
    assertEquals(404, get(IMPORTS + "/999999").statusCode());
  }

  @Test
  void anImportIsStoppedAndWhatWasSavedStays() {
    StringBuilder persons = new StringBuilder("键,姓名\n");
    for (int i = 0; i < 30_000; i++) {
      persons.append("many-").append(i).append(",某人").append(i).append('\n');
    }
    HttpResponse<String> started = upload(Map.of(), new Part("persons.csv", persons.toString()));
    assertEquals(202, started.statusCode(), started.body());
    HttpResponse<String> stopped = web.delete(web.target(started), "Authorization", key);
    assertTrue(List.of(200, 202).contains(stopped.statusCode()), stopped.body());
    JsonObject ended = await(started);
    assertEquals("cancelled", ended.getString("state"), ended.toString());
    assertTrue(ended.getString("message").contains("保留"), ended.toString());
    HttpResponse<String> late = web.delete(web.target(started), "Authorization", key);
    assertEquals("cancelled", json(late.body()).getString("state"));
  }

  @Test
  void aCuratorTriesAndImportsInTheWorkbench() throws Exception {
    Curator curator = new Curator();
    Part part = new Part("persons.csv", "键,姓名\nzhang,张三\n,无键\n");
    assertEquals(403, curator.upload("/workbench/imports?csrf=wrong", List.of(part)).statusCode());
    HttpResponse<String> page = curator.get("/workbench/imports");
    assertEquals(200, page.statusCode());
    HttpResponse<String> uploaded =
        curator.upload("/workbench/imports?csrf=" + Web.encode(token(page)), List.of(part));
    assertEquals(303, uploaded.statusCode(), uploaded.body());
    String address = web.target(uploaded);
    await(address.replace("/workbench", "/api"));
    HttpResponse<String> tried = curator.get(address);
    assertTrue(tried.body().contains("必填项为空"), tried.body());
    HttpResponse<String> started =
        curator.post(address + "/start", "csrf=" + Web.encode(token(tried)));
    assertEquals(303, started.statusCode(), started.body());
    JsonObject done = await(web.target(started).replace("/workbench", "/api"));
    assertFalse(done.getBoolean("dryRun"));
    assertEquals(1, done.getJsonObject("counts").getInt("created"), done.toString());
    assertEquals(
        409, curator.post(address + "/start", "csrf=" + Web.encode(token(tried))).statusCode());
  }

  @Test
  void anExportIsWrittenFetchedAndImportedAgain() throws Exception {
    JsonObject done = await(export("format=xlsx&fonds=f1"));
    assertEquals("done", done.getString("state"), done.toString());
    assertEquals(server.baseUrl() + "/id/set/f1", done.getString("part"));
    HttpResponse<byte[]> file =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(done.getJsonObject("links").getString("file")))
                    .header("Authorization", key)
                    .build(),
                BodyHandlers.ofByteArray());
    assertEquals(200, file.statusCode());
    assertTrue(
        file.headers().firstValue("Content-Disposition").orElse("").endsWith("lantai-f1.xlsx"));
    JsonObject again = await(upload(Map.of(), new Part("f1.xlsx", file.body())));
    assertEquals(0, again.getJsonObject("counts").getInt("errors"), again.toString());
    assertEquals(0, again.getJsonObject("counts").getInt("created"), again.toString());
    assertEquals(0, again.getJsonObject("counts").getInt("updated"), again.toString());
  }

  @Test
  void whatCannotBeExportedIsRefusedOrFailsWithAReason() {
    assertEquals(400, export("format=docx").statusCode());
    assertEquals(400, export("fonds=f1&archive=org").statusCode());
    assertEquals(400, export("fonds=" + Web.encode("../../etc")).statusCode());
    assertEquals(404, get("/api/exports/999999/file").statusCode());
    JsonObject failed = await(export("fonds=none-such"));
    assertEquals("failed", failed.getString("state"));
    assertTrue(failed.getString("message").contains("没有可导出的内容"), failed.toString());
    assertEquals(401, web.get("/api/exports").statusCode());
    assertEquals(303, web.page("/workbench/exports").statusCode());
  }

  @Test
  void aCuratorExportsInTheWorkbench() throws Exception {
    Curator curator = new Curator();
    HttpResponse<String> page = curator.get("/workbench/exports");
    String form =
        "csrf=" + Web.encode(token(page)) + "&format=ead3&scope=" + Web.encode("fonds:f1");
    assertEquals(303, curator.post("/workbench/exports", form).statusCode());
    Matcher newest =
        Pattern.compile("\"href\":\"([^\"]+)\"").matcher(get("/api/exports?limit=1").body());
    assertTrue(newest.find());
    await(newest.group(1));
    String listed = curator.get("/workbench/exports").body();
    assertTrue(listed.contains("检索工具（EAD3）") && listed.contains("下载"), listed);
    assertEquals(403, curator.post("/workbench/exports", "format=csv").statusCode());
  }

  private static HttpResponse<String> export(String form) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(server.baseUrl() + "/api/exports"))
                  .header("Authorization", key)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private record Part(String name, byte[] content) {
    Part(String name, String text) {
      this(name, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Somebody who has signed in with a browser. */
  private static final class Curator {

    private final HttpClient browser =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Curator() throws Exception {
      HttpResponse<String> form = get("/signin");
      String fields =
          "csrf="
              + Web.encode(token(form))
              + "&username=admin&password="
              + Web.encode(server.password().orElseThrow());
      assertEquals(303, post("/signin", fields).statusCode());
    }

    HttpResponse<String> get(String path) throws Exception {
      return browser.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      return browser.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String form) throws Exception {
      return browser.send(
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build(),
          BodyHandlers.ofString());
    }

    HttpResponse<String> upload(String path, List<Part> parts) throws Exception {
      return browser.send(
          request(path)
              .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
              .POST(BodyPublishers.ofByteArray(form(Map.of("dry-run", "true"), parts)))
              .build(),
          BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
          .timeout(Duration.ofMinutes(1))
          .header("Accept", Web.BROWSER)
          .header("Accept-Language", "zh");
    }
  }

  private static String token(HttpResponse<String> page) {
    Matcher token = TOKEN.matcher(page.body());
    assertTrue(token.find(), page.body());
    return token.group(1);
  }

  private static HttpResponse<String> upload(Map<String, String> options, Part... parts) {
    try {
      return post(IMPORTS, options, List.of(parts), "Authorization", key);
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static HttpResponse<String> post(
      String path, Map<String, String> options, List<Part> parts, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .timeout(Duration.ofMinutes(1))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(form(options, parts)));
    return HttpClient.newHttpClient()
        .send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            BodyHandlers.ofString());
  }

  private static byte[] form(Map<String, String> options, List<Part> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, String> option : new TreeMap<>(options).entrySet()) {
      line(out, "--" + BOUNDARY);
      line(out, "Content-Disposition: form-data; name=\"" + option.getKey() + "\"");
      line(out, "");
      line(out, option.getValue());
    }
    for (Part part : parts) {
      line(out, "--" + BOUNDARY);
      line(out, "Content-Disposition: form-data; name=\"file\"; filename=\"" + part.name() + "\"");
      line(out, "Content-Type: application/octet-stream");
      line(out, "");
      out.write(part.content());
      line(out, "");
    }
    line(out, "--" + BOUNDARY + "--");
    return out.toByteArray();
  }

  private static void line(ByteArrayOutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] holding(String table) throws IOException {
    return Files.readAllBytes(temporary.resolve("holdings/catalogue").resolve(table));
  }

  private static HttpResponse<String> get(String address) {
    return web.get(address, "Authorization", key);
  }

  private static JsonObject await(HttpResponse<String> started) {
    assertEquals(202, started.statusCode(), started.body());
    return await(web.target(started));
  }

  private static JsonObject await(String address) {
    // A latch that is never counted down waits without a sleep.
    CountDownLatch never = new CountDownLatch(1);
    try {
      for (int i = 0; i < 2400; i++) {
        JsonObject state = json(get(address).body());
        if (!List.of("queued", "running").contains(state.getString("state"))) {
          return state;
        }
        never.await(50, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("The import did not end: " + get(address).body());
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
