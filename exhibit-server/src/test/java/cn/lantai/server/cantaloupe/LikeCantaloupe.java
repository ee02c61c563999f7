package cn.lantai.server.cantaloupe;

import cn.lantai.media.AccessPyramid;
import cn.lantai.media.Digest;
import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.media.imageapi.EmbeddedImageServer;
import cn.lantai.media.imageapi.ImageRequest;
import cn.lantai.media.imageapi.ImageRequestException;
import cn.lantai.media.imageapi.OutputFormat;
import cn.lantai.media.imageapi.Rendition;
import cn.lantai.media.imageapi.SizeLimits;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/**
 * Behaves towards this server as Cantaloupe 5 does with our delegate: asks for the file by permit
 * and image, answers 403 without one and 404 without a file, and reads access files.
 */
public final class LikeCantaloupe implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * @param files the access file by permit and image; empty if that is not permitted
   */
  public LikeCantaloupe(BiFunction<String, String, Optional<Path>> files) throws IOException {
    this(0, files, Map.of());
  }

  /**
   * @param port 0 for any
   * @param faults what to do instead, by the last segment of an address
   */
  LikeCantaloupe(
      int port, BiFunction<String, String, Optional<Path>> files, Map<String, Fault> faults)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> send(exchange, 200, "text/html", new byte[1]));
    server.createContext(
        "/iiif/3/",
        exchange -> {
          String[] parts = exchange.getRequestURI().getPath().split("/");
          Fault fault = faults.get(parts[parts.length - 1]);
          if (fault != null) {
            fault.answer(exchange);
          } else {
            answer(exchange, parts, files);
          }
        });
    server.start();
  }

  /** Something that a server may do instead of answering well. */
  interface Fault {
    void answer(HttpExchange exchange) throws IOException;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(
      HttpExchange exchange, String[] parts, BiFunction<String, String, Optional<Path>> files)
      throws IOException {
    String permit =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Lantai-Permit")).orElse("");
    Optional<Path> file = files.apply(permit, parts[3]);
    if (file.isEmpty()) {
      send(exchange, 403, "text/plain", "403".getBytes());
    } else if (!Files.exists(file.get())) {
      send(exchange, 404, "text/plain", "404".getBytes());
    } else {
      try {
        AccessPyramid pyramid = AccessPyramid.open(file.get());
        Rendition rendition =
            ImageRequest.parse(ApiVersion.V3, parts[4], parts[5], parts[6], parts[7])
                .on(pyramid.size(), SizeLimits.DEFAULT);
        if (rendition.format() == OutputFormat.WEBP) {
          send(exchange, 415, "text/plain", "415".getBytes());
          return;
        }
        byte[] picture = new EmbeddedImageServer().make(Digest.of(new byte[0]), pyramid, rendition);
        send(exchange, 200, rendition.format().mediaType(), picture);
      } catch (ImageRequestException bad) {
        send(exchange, 400, "text/plain", bad.reason().getBytes());
      }
    }
  }

  static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    // Cantaloupe sends chunks, for it does not know the length before.
    exchange.sendResponseHeaders(status, 0);
    try (exchange) {
      exchange.getResponseBody().write(content);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
