package cn.lantai.server.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * nginx with static files, and iipsrv behind it with a process for each processor: Debian's
 * packages nginx and iipimage-server, as they come, and without logs. And Cantaloupe as it comes,
 * with what it knows of images in memory and no cache of pictures.
 */
final class Rivals implements AutoCloseable {

  private static final String IIPSRV = "/usr/lib/iipimage-server/iipsrv.fcgi";

  private final List<Process> processes = new ArrayList<>();
  private final String base;
  private Optional<String> cantaloupe = Optional.empty();

  /**
   * @param folder for settings; {@code static} in it is what nginx serves at its root, and {@code
   *     pyramids} has what iipsrv serves below {@code /iiif/}, and Cantaloupe below {@code
   *     /iiif/2/}
   * @param jar Cantaloupe's, if it is at hand
   */
  Rivals(Path folder, Optional<Path> jar) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("static"));
    Files.createDirectories(folder.resolve("pyramids"));
    StringBuilder workers = new StringBuilder();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      int port = freePort();
      ProcessBuilder iipsrv =
          new ProcessBuilder(IIPSRV, "--bind", "127.0.0.1:" + port, "--backlog", "64");
      iipsrv.environment().put("FILESYSTEM_PREFIX", folder.resolve("pyramids") + "/");
      iipsrv.environment().put("LOGFILE", "/dev/null");
      iipsrv.environment().put("VERBOSITY", "0");
      start(iipsrv, port);
      workers.append("    server 127.0.0.1:").append(port).append(";\n");
    }
    int port = freePort();
    Path settings = Files.writeString(folder.resolve("nginx.conf"), nginx(folder, port, workers));
    start(
        new ProcessBuilder(
            "nginx", "-p", folder.toString(), "-c", settings.toString(), "-g", "daemon off;"),
        port);
    base = "http://127.0.0.1:" + port;
    if (jar.isPresent()) {
      cantaloupe = Optional.of(cantaloupe(folder, jar.get()));
    }
  }

  private String cantaloupe(Path folder, Path jar) throws IOException, InterruptedException {
    int port = freePort();
    Path settings =
        Files.writeString(
            folder.resolve("cantaloupe.properties"),
            """
            http.enabled = true
            http.host = 127.0.0.1
            http.port = %1$d
            temp_pathname = %2$s
            endpoint.iiif.2.enabled = true
            endpoint.iiif.min_size = 64
            endpoint.iiif.min_tile_size = 512
            max_pixels = 0
            max_scale = 0
            source.static = FilesystemSource
            FilesystemSource.lookup_strategy = BasicLookupStrategy
            FilesystemSource.BasicLookupStrategy.path_prefix = %2$s/pyramids/
            processor.selection_strategy = ManualSelectionStrategy
            processor.ManualSelectionStrategy.tif = Java2dProcessor
            processor.ManualSelectionStrategy.fallback = Java2dProcessor
            processor.stream_retrieval_strategy = StreamStrategy
            processor.fallback_retrieval_strategy = DownloadStrategy
            processor.downscale_filter = bicubic
            processor.upscale_filter = bicubic
            processor.jpg.quality = 80
            cache.server.derivative.enabled = false
            cache.server.info.enabled = true
            log.application.level = warn
            """
                .formatted(port, folder));
    start(
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-Djava.awt.headless=true",
            "-Dcantaloupe.config=" + settings,
            "-jar",
            jar.toString()),
        port);
    return "http://127.0.0.1:" + port;
  }

  /** Its scheme, host and port, if it is at hand. */
  Optional<String> cantaloupe() {
    return cantaloupe;
  }

  /** Scheme, host and port of nginx. */
  String base() {
    return base;
  }

  private static String nginx(Path folder, int port, CharSequence workers) {
    return """
    %4$s
    worker_processes auto;
    pid %1$s/nginx.pid;
    error_log %1$s/error.log;
    events { worker_connections 256; }
    http {
      access_log off;
      sendfile on;
      tcp_nopush on;
      keepalive_requests 1000000;
      open_file_cache max=2000;
      types { image/jpeg jpg; application/json json; }
      client_body_temp_path %1$s/body;
      fastcgi_temp_path %1$s/fastcgi;
      proxy_temp_path %1$s/proxy;
      uwsgi_temp_path %1$s/uwsgi;
      scgi_temp_path %1$s/scgi;
      upstream iipsrv {
    %2$s  }
      server {
        listen 127.0.0.1:%3$d;
        root %1$s/static;
        location ~ ^/iiif/(.*)$ {
          fastcgi_pass iipsrv;
          fastcgi_buffers 32 64k;
          fastcgi_param REQUEST_METHOD $request_method;
          fastcgi_param REQUEST_URI $request_uri;
          fastcgi_param SERVER_PROTOCOL $server_protocol;
          fastcgi_param HTTP_HOST $http_host;
          fastcgi_param QUERY_STRING IIIF=$1;
        }
      }
    }
    """
        .formatted(folder, workers, port, user());
  }

  /** Started by root, nginx would become somebody who cannot read a folder of root's. */
  private static String user() {
    return System.getProperty("user.name").equals("root") ? "user root;" : "";
  }

  private void start(ProcessBuilder builder, int port) throws IOException, InterruptedException {
    Process process = builder.inheritIO().start();
    processes.add(process);
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          close();
          throw new IOException(builder.command() + " has ended", notYet);
        }
        Thread.sleep(20);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
  }
}
