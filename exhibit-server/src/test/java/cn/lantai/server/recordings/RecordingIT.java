package cn.lantai.server.recordings;

import static cn.lantai.server.testing.Web.header;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.Digest;
import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.Person;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings in an archive that publishes nothing without three reviews. */
class RecordingIT {

  private static final String PASSWORD = "三只黑猫坐在石桥上看江南的雨";
  private static final Pattern SECRET = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<");
  private static final String TRIPLES = "application/n-triples";

  /** More than a signed number of 32 bits counts, and many times the memory of the server. */
  private static final long LONG = (3L << 30) + 7;

  /** What stands at the end of the long file. */
  private static final byte[] END = "the end".getBytes(StandardCharsets.US_ASCII);

  @TempDir private static Path folder;
  private static LantaiProcess lantai;
  private static Web web;
  private static final Map<String, Person> people = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(folder.resolve("holdings"))
            .table("records.csv", SmallHoldings.RECORDS + "r1,X1-1,f1,口述,Talk,示例,1936,,,开放\n")
            .table(
                "recordings.csv",
                """
                音像,记录,题名,字幕,开放程度
                told.wav,r1,初稿题名,,
                taken.wav,r1,要撤下的,WEBVTT||00:00.000 --> 00:01.000|我那年十六岁,
                held.wav,r1,登录后听的,WEBVTT||00:00.000 --> 00:01.000|去了江西,登录后开放
                long.wav,r1,很长的,,
                """);
    int seconds = 2;
    for (String name : List.of("told", "taken", "held", "long")) {
      holdings.sound(name + ".wav", ++seconds);
    }
    lantai =
        LantaiProcess.start(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"),
                folder.resolve("data"),
                Map.of("LANTAI_SAMPLES", holdings.folder().toString(), "LANTAI_REVIEW", "three"),
                "--demo")
            .awaitGreeting();
    web = new Web(lantai.baseUrl());
    Person admin = new Person(lantai.baseUrl());
    assertEquals(303, admin.signIn("admin", lantai.password().orElseThrow()).statusCode());
    for (String who : List.of("author", "first", "second", "third", "reader")) {
      String role = who.equals("author") ? "CURATOR" : who.equals("reader") ? "READER" : "REVIEWER";
      people.put(who, account(admin, who, role));
    }
  }

  private static Person account(Person admin, String name, String role) {
    HttpResponse<String> made = admin.post("/workbench/accounts", "name", name);
    Matcher secret = SECRET.matcher(made.body());
    assertTrue(secret.find(), made.statusCode() + " " + made.body());
    admin.post("/workbench/accounts/" + name + "/grant", "role", role, "scope", "");
    Person person = new Person(lantai.baseUrl());
    person.signIn(name, secret.group(1));
    person.post(
        "/workbench/account/password", "old", secret.group(1), "new", PASSWORD, "again", PASSWORD);
    return person;
  }

  @AfterAll
  static void end() {
    if (lantai != null) {
      lantai.close();
    }
  }

  @Test
  void aRecordingWithAnotherTitleIsPublicAfterThreeReviews() {
    String api = "/api/entities/recording/told";
    HttpResponse<String> current = at("author").get(api, TRIPLES);
    assertEquals(200, current.statusCode(), current.body());
    assertTrue(current.body().contains("初稿题名"), current.body());
    HttpResponse<String> saved =
        at("author")
            .send(
                "PUT",
                api,
                TRIPLES,
                current.body().replace("初稿题名", "审定题名"),
                "If-Match",
                header(current, "ETag"));
    assertEquals(204, saved.statusCode(), saved.body());
    assertEquals(
        409,
        at("author")
            .post("/workbench/entries/recording/told/publication", "to", "public")
            .statusCode(),
        "not directly");
    HttpResponse<String> sent =
        at("author")
            .post(
                "/workbench/reviews",
                "type",
                "recording",
                "key",
                "told",
                "version",
                header(saved, "ETag").replace("\"", ""));
    assertEquals(303, sent.statusCode(), sent.body());
    String review = web.target(sent);
    String page = at("first").get(review).body();
    assertTrue(page.contains("初稿题名") && page.contains("审定题名"), "before and after: " + page);
    int round = 0;
    for (String reviewer : List.of("first", "second", "third")) {
      assertFalse(web.page("/records/r1").body().contains("审定题名"), "not before " + reviewer);
      HttpResponse<String> passed =
          at(reviewer).post(review, "act", "pass", "seen", Integer.toString(++round));
      assertEquals(303, passed.statusCode(), passed.body());
    }
    await("/records/r1", answer -> answer.body().contains("审定题名"));
    assertEquals(200, web.bytes("/media/told").statusCode());
  }

  @Test
  void aWithdrawnRecordingIsGoneAndItsRecordStays() {
    assertEquals(200, web.bytes("/media/taken").statusCode());
    assertTrue(web.page("/records/r1").body().contains("我那年十六岁"));
    assertEquals(
        303,
        at("author")
            .post(
                "/workbench/entries/recording/taken/publication",
                "to",
                "withdrawn",
                "reason",
                "说话人不愿公开")
            .statusCode());
    await("/media/taken", answer -> answer.statusCode() == 410);
    for (String address :
        List.of("/media/taken", "/media/taken/zh-Hans.vtt", "/id/recording/taken")) {
      assertEquals(410, web.bytes(address).statusCode(), address);
    }
    HttpResponse<byte[]> part = web.bytes("/media/taken", "Range", "bytes=0-3");
    assertEquals(410, part.statusCode(), "in no part either");
    assertEquals("no-store", header(part, "Cache-Control"));
    HttpResponse<String> page = web.page("/records/r1");
    assertEquals(200, page.statusCode());
    assertFalse(page.body().contains("我那年十六岁"), "what is said went with it");
    assertFalse(web.get("/iiif/manifest/r1").body().contains("recording/taken"));
    assertEquals(404, web.bytes("/media/never").statusCode(), "unlike what never was");
  }

  @Test
  void whatIsForTheSignedInPlaysForThemAlone() {
    HttpResponse<byte[]> refused = web.bytes("/media/held");
    assertEquals(401, refused.statusCode());
    assertEquals("no-store", header(refused, "Cache-Control"));
    assertFalse(header(refused, "WWW-Authenticate").isEmpty());
    assertEquals(401, web.bytes("/media/held", "Range", "bytes=0-3").statusCode());
    assertEquals(401, web.bytes("/media/held", "Cookie", "lantai-images=made-up").statusCode());
    assertEquals(401, web.bytes("/media/held", "Cookie", "lantai=made-up").statusCode());
    HttpResponse<String> served = at("reader").get("/media/held", "audio/wav");
    assertEquals(200, served.statusCode());
    assertTrue(served.body().startsWith("RIFF"));
    assertEquals("private, no-cache", header(served, "Cache-Control"), "for no cache on the way");
    assertEquals(401, web.bytes("/media/held").statusCode(), "still nobody else");
  }

  @Test
  void aFileOfMoreThanTwoGibibytesIsSentInRangesWithLittleMemory() throws Exception {
    HttpResponse<byte[]> small = web.bytes("/media/long");
    assertEquals(200, small.statusCode());
    lengthen(stored(Digest.of(small.body())));

    assertEquals(Long.toString(LONG), header(web.head("/media/long"), "Content-Length"));
    HttpResponse<byte[]> end = web.bytes("/media/long", "Range", "bytes=-" + END.length);
    assertEquals(206, end.statusCode());
    assertArrayEquals(END, end.body());
    long beyond = (1L << 31) + 5;
    HttpResponse<byte[]> part =
        web.bytes("/media/long", "Range", "bytes=" + beyond + "-" + (beyond + 99));
    assertEquals(
        "bytes " + beyond + "-" + (beyond + 99) + "/" + LONG, header(part, "Content-Range"));
    assertArrayEquals(new byte[100], part.body());
    assertEquals(
        416, web.bytes("/media/long", "Range", "bytes=" + LONG + "-").statusCode(), "just behind");

    List<Socket> idle = new ArrayList<>();
    try {
      // What these never read must not be waiting for them in memory.
      for (int i = 0; i < 8; i++) {
        idle.add(ask("/media/long"));
      }
      long sum = 0;
      try (Socket reader = ask("/media/long")) {
        InputStream in = reader.getInputStream();
        byte[] buffer = new byte[1 << 20];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          sum += read;
        }
      }
      assertTrue(sum > LONG && sum < LONG + 2000, "all of it, and a head: " + sum);
      assertEquals(206, web.bytes("/media/long", "Range", "bytes=0-3").statusCode());
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
    assertEquals(200, web.get("/health").statusCode());
    assertFalse(lantai.output().contains("OutOfMemoryError"), lantai.output());
  }

  /** Makes it long without taking up space. */
  private static void lengthen(Path file) throws IOException {
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
      content.setLength(LONG);
      content.seek(LONG - END.length);
      content.write(END);
    }
  }

  private static Path stored(Digest digest) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(digest.hex()))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow();
    }
  }

  private static Socket ask(String path) throws IOException {
    URI base = URI.create(web.base());
    Socket socket = new Socket(base.getHost(), base.getPort());
    String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private interface Wanted {
    boolean isMet(HttpResponse<String> answer);
  }

  /** The public stage follows the journal a moment later. */
  private static void await(String path, Wanted wanted) {
    Instant patience = Instant.now().plus(Duration.ofMinutes(1));
    HttpResponse<String> answer = web.page(path);
    while (!wanted.isMet(answer)) {
      assertTrue(Instant.now().isBefore(patience), path + " is still " + answer.statusCode());
      Thread.onSpinWait();
      answer = web.page(path);
    }
  }

  private static Person at(String who) {
    return people.get(who);
  }
}
