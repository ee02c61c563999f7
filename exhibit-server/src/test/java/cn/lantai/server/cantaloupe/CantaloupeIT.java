package cn.lantai.server.cantaloupe;

import static cn.lantai.server.testing.Web.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server with Cantaloupe as its child: a program that behaves like it, or a real one whose jar
 * is given by {@code -Dlantai.cantaloupe.jar=…}.
 */
class CantaloupeIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Optional<String> REAL =
      Optional.ofNullable(System.getProperty("lantai.cantaloupe.jar"));
  private static final String IMAGE = "/iiif/3/p1";

  @TempDir private static Path folder;
  private static LantaiProcess lantai;
  private static Web web;

  @BeforeAll
  static void start() throws Exception {
    SmallHoldings holdings =
        SmallHoldings.in(folder.resolve("holdings"))
            .table("records.csv", SmallHoldings.RECORDS + "r1,X1-1,f1,信,Letter,示例,1936,,,开放\n")
            .table("images.csv", SmallHoldings.IMAGES + "p1.jpg,r1,1,第 1 页,\n")
            .image("p1.jpg");
    String jar = REAL.isPresent() ? REAL.get() : LikeCantaloupeProgram.jar(folder).toString();
    lantai =
        LantaiProcess.start(
                folder.resolve("data"),
                Map.of(
                    "LANTAI_SAMPLES",
                    holdings.folder().toString(),
                    "LANTAI_IIIF_SERVER",
                    "cantaloupe",
                    "LANTAI_CANTALOUPE_JAR",
                    jar),
                "--demo")
            .awaitGreeting();
    web = new Web(lantai.baseUrl());
    await("Cantaloupe answers", () -> web.get("/health/ready").statusCode() == 200);
  }

  @AfterAll
  static void end() {
    lantai.close();
  }

  @Test
  void nothingChangesForVisitors() throws Exception {
    HttpResponse<String> information = web.get(IMAGE + "/info.json");
    assertTrue(information.body().contains("\"id\": \"" + web.base() + IMAGE + "\""));
    assertTrue(information.body().contains("\"rotationArbitrary\""));
    assertSize(300, 400, IMAGE + "/full/300,/0/default.jpg");
    assertSize(400, 300, IMAGE + "/full/300,/90/gray.png");
    assertSize(512, 512, IMAGE + "/0,0,512,512/512,512/0/default.jpg");
    assertSize(200, 200, IMAGE + "/0,0,100,100/%5E200,200/!0/default.jpg");

    HttpResponse<String> picture = web.get(IMAGE + "/full/300,/0/default.jpg");
    assertTrue(header(picture, "Link").contains(web.base() + IMAGE + "/full/300,400/0/"));
    String tag = header(picture, "ETag");
    assertEquals(
        304, web.get(IMAGE + "/full/300,/0/default.jpg", "If-None-Match", tag).statusCode());
    assertEquals(404, web.get("/iiif/3/p2/full/300,/0/default.jpg").statusCode());
    assertEquals(400, web.get(IMAGE + "/full/0,/0/default.jpg").statusCode());
    assertSize(495, 495, IMAGE + "/0,0,400,300/400,300/45/default.png");
    boolean webP = information.body().contains("\"webp\"");
    HttpResponse<byte[]> other = web.bytes(IMAGE + "/full/300,/0/default.webp");
    assertEquals(webP ? 200 : 400, other.statusCode());
    assertEquals(webP, header(other, "Content-Type").equals("image/webp"));
  }

  @Test
  void whoFindsCantaloupeGetsNothingFromIt() throws Exception {
    web.bytes(IMAGE + "/full/299,/0/default.jpg");
    Path image;
    try (var files = Files.walk(folder.resolve("data/media/access"))) {
      image = files.filter(file -> file.toString().endsWith(".tif")).findFirst().orElseThrow();
    }
    String name = image.getFileName().toString().replace(".tif", "");
    Web direct = new Web("http://127.0.0.1:" + port(folder.resolve("data")));
    for (String path : List.of("/full/299,399/0/default.jpg", "/full/100,/0/default.jpg")) {
      int status = direct.get("/iiif/3/" + name + path).statusCode();
      assertTrue(status == 403 || status == 404, path + " " + status);
    }
    assertEquals(404, web.get("/iiif/permits/" + "A".repeat(32)).statusCode());
    assertEquals(404, web.get("/iiif/permits/").statusCode());
  }

  @Test
  void itGetsNoSettingsAndNoSecrets() throws Exception {
    String log = Files.readString(folder.resolve("data/logs/cantaloupe.log"));
    String settings = Files.readString(folder.resolve("data/cantaloupe/cantaloupe.properties"));
    assertFalse(log.contains("LANTAI_"), log);
    assertFalse(log.contains("lantai.db"), log);
    assertTrue(settings.contains("http.host = 127.0.0.1"));
    assertFalse(settings.contains("@"), "a place was left empty");
  }

  @Test
  void itIsStartedAgainIfItEnds() throws Exception {
    ProcessHandle before = child();
    before.destroyForcibly();
    await("the old one is gone", () -> !before.isAlive());
    await(
        "pictures are made again",
        () -> web.get(IMAGE + "/full/250,/0/default.jpg").statusCode() == 200);
    assertFalse(child().equals(before));
    assertEquals(200, web.get("/health/ready").statusCode());
  }

  @Test
  void itEndsWithAServerThatIsKilled() throws Exception {
    Path data = folder.resolve("other");
    LantaiProcess other =
        LantaiProcess.start(
                data,
                Map.of(
                    "LANTAI_IIIF_SERVER",
                    "cantaloupe",
                    "LANTAI_CANTALOUPE_JAR",
                    REAL.isPresent() ? REAL.get() : LikeCantaloupeProgram.jar(folder).toString()))
            .awaitGreeting();
    await("it answers", () -> answers(data));
    other.kill();
    await("it has ended too", () -> !answers(data));
  }

  private static boolean answers(Path data) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(data))) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static ProcessHandle child() {
    return lantai.handle().children().findAny().orElseThrow();
  }

  private static int port(Path data) throws IOException {
    Matcher port =
        Pattern.compile("http.port = (\\d+)")
            .matcher(Files.readString(data.resolve("cantaloupe/cantaloupe.properties")));
    assertTrue(port.find());
    return Integer.parseInt(port.group(1));
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < limit, "waited in vain: " + what);
      never.await(100, TimeUnit.MILLISECONDS);
    }
  }

  private static void assertSize(int width, int height, String path) throws IOException {
    HttpResponse<byte[]> picture = web.bytes(path);
    assertEquals(200, picture.statusCode(), () -> path + " " + new String(picture.body(), UTF_8));
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(picture.body()));
    assertEquals(width + "×" + height, decoded.getWidth() + "×" + decoded.getHeight());
  }
}
