package cn.lantai.server.cantaloupe;

import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.imageapi.ImageServer;
import cn.lantai.media.imageapi.ImageServerContract;
import cn.lantai.media.imageapi.SizeLimits;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A real Cantaloupe with our settings and our delegate: {@code -Dlantai.cantaloupe.jar=…}. */
@EnabledIfSystemProperty(named = "lantai.cantaloupe.jar", matches = ".+")
class RealCantaloupeTest extends ImageServerContract {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Permits PERMITS = new Permits();

  @TempDir private static Path folder;
  private static HttpServer lantai;
  private static CantaloupeProcess process;
  private static volatile MediaStore current;

  @BeforeAll
  static void start() throws Exception {
    lantai = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    lantai.createContext("/iiif/permits/", RealCantaloupeTest::permit);
    lantai.start();
    process =
        new CantaloupeProcess(
            Path.of(System.getProperty("lantai.cantaloupe.jar")),
            new CantaloupeFiles(
                Files.createDirectories(folder.resolve("cantaloupe")),
                Files.createDirectories(folder.resolve("access")),
                "http://127.0.0.1:" + lantai.getAddress().getPort(),
                SizeLimits.DEFAULT.maxArea(),
                4),
            folder.resolve("cantaloupe.log"),
            512,
            Duration.ofSeconds(5),
            Duration.ofSeconds(1));
    process.start();
    CountDownLatch never = new CountDownLatch(1);
    while (process.address().isEmpty()) {
      never.await(100, TimeUnit.MILLISECONDS);
    }
  }

  @AfterAll
  static void end() {
    process.stop();
    lantai.stop(0);
  }

  @Override
  protected ImageServer server(MediaStore store) {
    current = store;
    return new CantaloupeImageServer(process::address, PERMITS, 2, PATIENCE);
  }

  /** It weighs the colours by ITU-R BT.709, not by BT.601. */
  @Override
  protected int greyTolerance() {
    return 24;
  }

  /** Each test has a store of its own, but Cantaloupe knows one folder. */
  private static void permit(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Optional<Digest> image = PERMITS.find(path.substring(path.lastIndexOf('/') + 1));
    String answer = "";
    if (image.isPresent()) {
      Path file = current.accessPath(image.get());
      Path relative = current.folder().resolve("access").relativize(file);
      Path target = folder.resolve("access").resolve(relative);
      Files.createDirectories(target.getParent());
      if (Files.exists(file)) {
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(target);
      }
      answer = image.get().hex() + "\n" + relative + "\n";
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        image.isPresent() ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
