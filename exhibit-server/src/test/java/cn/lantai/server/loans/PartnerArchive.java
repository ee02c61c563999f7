package cn.lantai.server.loans;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/**
 * The server of another archive: manifests, an image service of version 2 and level 1, and
 * addresses at which it does not behave.
 */
final class PartnerArchive implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  PartnerArchive() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The paths that it was asked for so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  String manifest() {
    return manifest("m31", "渡江船主名册");
  }

  String manifest(String key, String title) {
    return """
        {
          "@context": "http://iiif.io/api/presentation/3/context.json",
          "id": "%1$s/%2$s/manifest",
          "type": "Manifest",
          "label": {"zh": ["%3$s"], "en": ["Register of ferrymen"]},
          "requiredStatement": {"label": {"zh": ["署名"]}, "value": {"zh": ["青禾县档案馆提供"]}},
          "rights": "http://creativecommons.org/licenses/by/4.0/",
          "provider": [{"id": "%1$s/", "type": "Agent", "label": {"zh": ["青禾县档案馆"]}}],
          "homepage": [{"id": "%1$s/%2$s", "type": "Text", "label": {"zh": ["名册"]}}],
          "metadata": [{"label": {"zh": ["档号"]}, "value": {"none": ["M31-0001"]}}],
          "items": [%4$s, %5$s]
        }"""
        .formatted(base(), key, title, canvas(key, 1), canvas(key, 2));
  }

  private String canvas(String key, int number) {
    String service = "%s/iiif/2/%s-%d".formatted(base(), key, number);
    return """
        {
          "id": "%1$s/%2$s/canvas/%3$d",
          "type": "Canvas",
          "label": {"zh": ["第%3$d页"]},
          "width": 1200, "height": 1600,
          "items": [{"id": "%1$s/%2$s/page/%3$d", "type": "AnnotationPage", "items": [{
            "id": "%1$s/%2$s/annotation/%3$d", "type": "Annotation", "motivation": "painting",
            "target": "%1$s/%2$s/canvas/%3$d",
            "body": {"id": "%4$s/full/full/0/default.jpg", "type": "Image", "width": 1200, "height": 1600,
              "service": [{"@id": "%4$s", "@type": "ImageService2", "profile": "http://iiif.io/api/image/2/level1.json"}]}
          }]}]
        }"""
        .formatted(base(), key, number, service);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    try (exchange) {
      if (path.endsWith("/manifest")) {
        String key = path.split("/")[1];
        send(exchange, 200, "application/ld+json", manifest(key, "名册" + key));
      } else if (path.startsWith("/iiif/2/")) {
        image(exchange, path);
      } else if (path.equals("/moved")) {
        redirect(exchange, "/moved-again");
      } else if (path.equals("/moved-again")) {
        redirect(exchange, base() + "/moved-here/manifest");
      } else if (path.equals("/circle")) {
        redirect(exchange, "/circle");
      } else if (path.equals("/away")) {
        redirect(exchange, "http://localhost:" + server.getAddress().getPort() + "/m31/manifest");
      } else if (path.equals("/huge")) {
        huge(exchange);
      } else if (path.equals("/silent")) {
        closing.await();
      } else if (path.equals("/drip")) {
        drip(exchange);
      } else {
        send(exchange, 404, "text/html", "<h1>404</h1>");
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private static void huge(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 64; i++) {
        out.write(blanks);
      }
    }
  }

  /** Begins, and never ends. */
  private void drip(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write(' ');
    out.flush();
    closing.await();
  }

  /** {@code {key}/{region}/{width},/0/default.jpg}: any other size is refused, as level 1 may. */
  private static void image(HttpExchange exchange, String path) throws IOException {
    String[] parts = path.substring("/iiif/2/".length()).split("/");
    boolean region = parts.length == 5 && parts[1].matches("full|\\d+,\\d+,\\d+,\\d+");
    if (!region || !parts[2].matches("\\d+,")) {
      send(exchange, 400, "text/plain", "Level 1 only");
      return;
    }
    int width = Integer.parseInt(parts[2].replace(",", ""));
    if (width > 1200) {
      send(exchange, 400, "text/plain", "Not larger than it is");
      return;
    }
    BufferedImage picture = new BufferedImage(width, width * 4 / 3, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(new Color(0xd8c8a0));
    pen.fillRect(0, 0, width, width * 4 / 3);
    pen.setColor(new Color(parts[0].endsWith("1") ? 0x802020 : 0x203080));
    for (int line = 1; line < 9; line++) {
      pen.fillRect(
          width / 10, width * line / 7, width / 2 + width / 30 * (line % 4), width / 60 + 1);
    }
    pen.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", jpeg);
    exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
    exchange.sendResponseHeaders(200, jpeg.size());
    exchange.getResponseBody().write(jpeg.toByteArray());
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    workers.shutdownNow();
  }
}
