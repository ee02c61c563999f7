package cn.lantai.server.launcher;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

  @TempDir Path data;

  /** One life of a system, for each start costs the time of many checks. */
  @Test
  void startsTakesCommandsStopsAndIsRestoredElsewhere(@TempDir Path other) throws Exception {
    String password;
    Path backup = other.resolve("backup");
    try (LantaiProcess server = LantaiProcess.start(data, Map.of()).awaitGreeting()) {
      password = server.password().orElseThrow();
      assertEquals(200, status(server.baseUrl() + "/health/ready"));
      assertEquals(1, server.output().split(password, -1).length - 1, "printed once");

      assertRefused(data, Map.of(), "in use by another Lantai");
      assertTakesCommandsFromTheOwnerOfTheDataFolderOnly(server);

      assertSucceeds(data, "The journal is intact", "verify");
      assertSucceeds(data, "The stages were made again", "rebuild");
      assertSucceeds(data, "Backed up to", "backup", backup.toString());

      server.stop();
      server.awaitEnd();
      assertTrue(server.output().endsWith("Lantai has stopped."), server.output());
      assertFalse(Files.exists(data.resolve("run/control")), "the key goes with the server");
    }
    assertLogsDoNotContain(password);
    assertSucceeds(data, "The stages were made again", "rebuild");

    Path restored = other.resolve("data");
    assertSucceeds(
        restored, "all counts and digests are those of the backup", "restore", backup.toString());
    Map<String, String> settings = Map.of("LANTAI_SAMPLES", samples(other).toString());
    try (LantaiProcess again = LantaiProcess.start(restored, settings).awaitGreeting()) {
      assertTrue(again.password().isEmpty(), "the account is there already");
      assertSucceeds(restored, "The audit log is intact", "verify");
      assertAnEmptySystemIsLedToItsSamples(again, password);
      again.kill();
      again.awaitEnd();
    }
    assertTrue(Files.exists(restored.resolve("run/control")), "a killed server leaves its key");
    assertSucceeds(restored, "The journal is intact", "verify");
  }

  private static Path samples(Path folder) throws IOException {
    return SmallHoldings.in(folder)
        .table(
            "records.csv", SmallHoldings.RECORDS + "r1,X1-0001,f1,一封信,A letter,示例,1937-05,,,开放\n")
        .folder();
  }

  private void assertTakesCommandsFromTheOwnerOfTheDataFolderOnly(LantaiProcess server)
      throws IOException {
    Path file = data.resolve("run/control");
    String key = Files.readAllLines(file).get(1);
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    assertAll(
        () -> assertEquals(200, command(server, "Authorization", "Bearer " + key)),
        () -> assertEquals(401, command(server, "Authorization", "Bearer " + key + "x")),
        () -> assertEquals(401, command(server, "Authorization", "Bearer ")),
        () ->
            assertEquals(
                401,
                command(server, "Authorization", "Bearer " + key, "X-Forwarded-For", "192.0.2.1")),
        () -> assertEquals(401, command(server, "Accept", "text/event-stream")));
    assertLogsDoNotContain(key);
  }

  private static void assertAnEmptySystemIsLedToItsSamples(LantaiProcess server, String password) {
    Person admin = new Person(server.baseUrl());
    assertEquals(303, admin.signIn("admin", password).statusCode());
    assertEquals(0, stepsDone(admin));
    String own = "石桥上的三只黑猫看江南的雨";
    admin.post("/workbench/account/password", "old", password, "new", own, "again", own);
    assertEquals(1, stepsDone(admin));
    HttpResponse<String> begun = admin.post("/workbench/guides/samples");
    assertEquals(303, begun.statusCode(), begun.body());
    String job = begun.headers().firstValue("Location").orElseThrow();
    String path = job.substring(job.indexOf("/workbench"));
    String page;
    do {
      page = admin.get(path).body();
    } while (page.contains("data-live"));
    assertTrue(page.contains("job-done"), page);
    assertEquals(3, stepsDone(admin), "the holdings are there, and in public");
    assertFalse(admin.get("/workbench").body().contains("/workbench/guides/samples"));
    assertEquals(409, admin.post("/workbench/guides/samples").statusCode(), "never mixed");

    admin.post("/workbench/guides", "name", "start", "to", "closed");
    assertFalse(admin.get("/workbench").body().contains("gd-steps"));
    HttpResponse<String> opened =
        admin.post("/workbench/guides", "name", "start", "to", "open", "back", "//evil.example/");
    assertEquals(server.baseUrl() + "/workbench", opened.headers().firstValue("Location").get());
    assertEquals(3, stepsDone(admin));
    assertEquals(404, admin.post("/workbench/guides", "name", "other").statusCode());
  }

  private static int stepsDone(Person person) {
    String page = person.get("/workbench").body();
    assertTrue(page.contains("gd-steps"), page);
    return page.split("class=\"gd-done\"", -1).length - 1;
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertRefused(data, Map.of("LANTAI_PORT", port), "Port " + port + " is taken");
    }
  }

  @Test
  void saysThatThePortIsNoPort() throws Exception {
    assertRefused(data, Map.of("LANTAI_PORT", "http"), "\"http\" is not a port");
    assertRefused(data, Map.of("LANTAI_PORT", "65536"), "\"65536\" is not a port");
  }

  @Test
  void saysThatTheDataFolderIsNotWritable() throws Exception {
    // Not by taking rights away, because root keeps them all.
    Path file = Files.createFile(data.resolve("file"));
    assertRefused(file.resolve("data"), Map.of(), "is not writable");
  }

  @Test
  void saysThatTheDatabaseRefuses() throws Exception {
    String port;
    try (ServerSocket closedSoon = new ServerSocket(0)) {
      port = Integer.toString(closedSoon.getLocalPort());
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/lantai?password=hidden";
    String output = assertRefused(data, Map.of("LANTAI_DB_URL", url), "cannot be reached");
    assertFalse(output.contains("hidden"), output);
  }

  @Test
  void saysThatTheDatabaseAddressIsNone() throws Exception {
    assertRefused(data, Map.of("LANTAI_DB_URL", "postgres://x"), "is not a database address");
    assertRefused(data, Map.of("LANTAI_DB_URL", "jdbc:postgresql:///:x"), "cannot be reached");
  }

  @Test
  void readsSettingsFromTheDataFolderButTheEnvironmentWins() throws Exception {
    Files.writeString(data.resolve("lantai.properties"), "lantai.base.url=nonsense\n");
    assertRefused(data, Map.of(), "\"nonsense\" is not a base address");
    assertRefused(data, Map.of("LANTAI_BASE_URL", "ftp://x"), "\"ftp://x\" is not a base address");
  }

  @Test
  void refusesArgumentsThatItDoesNotKnow() throws Exception {
    try (LantaiProcess process = LantaiProcess.start(data, Map.of(), "--dmeo")) {
      assertEquals(2, process.awaitEnd());
      assertTrue(process.output().contains("Unknown argument \"--dmeo\""), process.output());
    }
  }

  @Test
  void explainsItself() throws Exception {
    try (LantaiProcess process = LantaiProcess.start(data, Map.of(), "--help")) {
      assertEquals(0, process.awaitEnd());
      assertTrue(process.output().contains("LANTAI_BASE_URL"), process.output());
    }
  }

  /** One sentence in each language, and a status that scripts notice. */
  private static String assertRefused(Path data, Map<String, String> settings, String sentence)
      throws IOException, InterruptedException {
    try (LantaiProcess process = LantaiProcess.start(data, settings)) {
      int status = process.awaitEnd();
      String output = process.output().replaceFirst("兰台正在启动.*\\R", "");
      assertAll(
          () -> assertNotEquals(0, status),
          () -> assertTrue(output.contains(sentence), output),
          () -> assertEquals(2, output.lines().count(), output));
      return output;
    }
  }

  private static void assertSucceeds(Path data, String sentence, String... command)
      throws Exception {
    try (LantaiProcess process = LantaiProcess.start(data, Map.of(), command)) {
      assertEquals(0, process.awaitEnd(), process.output());
      assertTrue(process.output().contains(sentence), process.output());
    }
  }

  private void assertLogsDoNotContain(String password) throws IOException {
    try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
      for (Path log : logs.toList()) {
        assertFalse(Files.readString(log).contains(password), log + " holds the password");
      }
    }
  }

  private static int command(LantaiProcess server, String... headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/api/commands/verify"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .headers(headers)
            .POST(BodyPublishers.ofString("folder=."))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static int status(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
