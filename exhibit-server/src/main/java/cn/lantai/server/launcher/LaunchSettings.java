package cn.lantai.server.launcher;

import cn.lantai.server.launcher.remote.Server;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings, checked. Each has a name like {@code lantai.base.url} in {@code lantai.properties}
 * and {@code LANTAI_BASE_URL} in the environment; the environment wins.
 */
record LaunchSettings(
    String host, int port, String baseUrl, Database database, Map<String, String> others) {

  record Database(String url, String user, String password) {

    boolean isPostgres() {
      return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public String toString() {
      return url;
    }
  }

  static LaunchSettings of(Path data, Map<String, String> file, Map<String, String> environment)
      throws StartProblem {
    Map<String, String> all = new LinkedHashMap<>(file);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("LANTAI_") && !value.isBlank()) {
            all.put(propertyName(name), value.strip());
          }
        });
    String host = take(all, "lantai.host").orElse("127.0.0.1");
    int port = port(take(all, "lantai.port").orElse("8080"));
    String baseUrl = baseUrl(take(all, "lantai.base.url"), host, port);
    Database database =
        new Database(
            databaseUrl(take(all, "lantai.db.url"), data),
            take(all, "lantai.db.user").orElse("sa"),
            take(all, "lantai.db.password").orElse(""));
    all.remove("lantai.data");
    Server.SETTINGS.forEach(name -> all.remove(propertyName(name)));
    ImageServerChoice.check(all);
    return new LaunchSettings(host, port, baseUrl, database, Map.copyOf(all));
  }

  static String propertyName(String environmentName) {
    return environmentName.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
  }

  private static Optional<String> take(Map<String, String> all, String name) {
    return Optional.ofNullable(all.remove(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static int port(String text) throws StartProblem {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port == 0 ? Ports.free() : port;
      }
    } catch (NumberFormatException notNumber) {
      // said below
    }
    throw new StartProblem(
        "端口“" + text + "”无效：LANTAI_PORT 应为 1 至 65535 的数字（0 表示任选一个空闲端口）。",
        "\""
            + text
            + "\" is not a port: LANTAI_PORT takes a number from 1 to 65535 (0: any free one).");
  }

  private static String baseUrl(Optional<String> given, String host, int port) throws StartProblem {
    if (given.isEmpty()) {
      return Ports.address(host, port).replaceFirst(":80$", "");
    }
    String text = given.get().replaceAll("/+$", "");
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare = uri.getPath().isEmpty() && uri.getQuery() == null && uri.getFragment() == null;
      if (web && uri.getHost() != null && bare && uri.getUserInfo() == null) {
        return text;
      }
    } catch (URISyntaxException malformed) {
      // said below
    }
    throw new StartProblem(
        "公开地址“" + text + "”无效：LANTAI_BASE_URL 应形如 https://archives.example.org ，不带路径。",
        "\""
            + text
            + "\" is not a base address: LANTAI_BASE_URL looks like"
            + " https://archives.example.org, without a path.");
  }

  /**
   * H2 acknowledges a commit before it is written unless WRITE_DELAY is 0; freed space is used
   * again after a second, for {@link Database} reclaims it all the time; a writer waits for the
   * bulk load of another one instead of failing. The database is closed by the application, in
   * order, and not by its own shutdown hook in the middle of that.
   */
  private static String databaseUrl(Optional<String> given, Path data) throws StartProblem {
    if (given.isEmpty()) {
      return "jdbc:h2:file:"
          + data.resolve("db/lantai")
          + ";WRITE_DELAY=0;RETENTION_TIME=1000;LOCK_TIMEOUT=60000;DB_CLOSE_ON_EXIT=FALSE";
    }
    String url = given.get();
    if (url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:")) {
      return url;
    }
    throw new StartProblem(
        "数据库地址“" + url + "”无效：LANTAI_DB_URL 应形如 jdbc:postgresql://主机:5432/库名 。",
        "\""
            + url
            + "\" is not a database address: LANTAI_DB_URL looks like"
            + " jdbc:postgresql://host:5432/name.");
  }
}
