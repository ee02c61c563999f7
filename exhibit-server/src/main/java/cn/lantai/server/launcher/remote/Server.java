package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.CommandLine;
import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server and what opens its {@code /api}. Never shown whole, for it holds a secret. */
public final class Server {

  /** What names it in the environment; no settings of a server that is started here. */
  public static final List<String> SETTINGS =
      List.of("LANTAI_SERVER", "LANTAI_TOKEN", "LANTAI_TOKEN_FILE", "LANTAI_ALLOW_HTTP");

  private static final String TOKEN = "lantai_[a-z0-9]{32}";
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final URI base;
  private final String secret;

  private Server(URI base, String secret) {
    this.base = base;
    this.secret = secret;
  }

  /** A server of this machine, by the key in its data folder. */
  public static Server withKey(String address, String key) {
    return new Server(URI.create(address), key);
  }

  /**
   * The one that the command line or, after it, the environment names; empty if neither does.
   *
   * @param console for warnings
   */
  public static Optional<Server> named(
      CommandLine line, Map<String, String> environment, Console console) throws StartProblem {
    Optional<String> address = line.value("server").or(() -> set(environment, "LANTAI_SERVER"));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    URI base = base(address.get());
    requireHidden(base, environment);
    return Optional.of(new Server(base, token(line, environment, console)));
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static URI base(String text) throws StartProblem {
    try {
      URI uri = new URI(text.strip().replaceAll("/+$", ""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getRawPath().isEmpty()
          && uri.getQuery() == null
          && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException malformed) {
      // said below
    }
    throw new StartProblem(
        "服务器的地址无效：应形如 https://archive.example ，不带路径，也不带用户名和令牌。",
        "That is not the address of a server: it looks like https://archive.example, without a"
            + " path, a user name or a token.");
  }

  /** A token that travels in clear belongs to whoever listens. */
  private static void requireHidden(URI base, Map<String, String> environment) throws StartProblem {
    if (base.getScheme().equals("http")
        && !LOOPBACK.contains(base.getHost())
        && !set(environment, "LANTAI_ALLOW_HTTP").equals(Optional.of("true"))) {
      throw new StartProblem(
          "到 " + base + " 的连接没有加密，令牌会被别人看见：请用 https:// 的地址；确知网络可信时可设 LANTAI_ALLOW_HTTP=true。",
          "The connection to "
              + base
              + " is not encrypted, so others could read the token: use an address with https://,"
              + " or set LANTAI_ALLOW_HTTP=true if you trust the network.");
    }
  }

  private static String token(CommandLine line, Map<String, String> environment, Console console)
      throws StartProblem {
    Optional<String> file =
        line.value("token-file").or(() -> set(environment, "LANTAI_TOKEN_FILE"));
    Optional<String> token =
        line.value("token-file").isPresent() ? Optional.empty() : set(environment, "LANTAI_TOKEN");
    String found =
        token.isPresent() || file.isEmpty() ? token.orElse("") : read(file.get(), console);
    if (found.isEmpty()) {
      throw new StartProblem(
          "没有令牌：请在工作台“我的账号”里生成一个，设为 LANTAI_TOKEN，或写进文件并用 --token-file=文件。",
          "There is no token: make one under \"My account\" in the workbench and set LANTAI_TOKEN,"
              + " or write it into a file and name that by --token-file=FILE.");
    }
    if (!found.matches(TOKEN)) {
      throw new StartProblem(
          "令牌的样子不对：应为 lantai_ 后接 32 个小写字母和数字，请整个复制。",
          "That does not look like a token, which is lantai_ and 32 small letters and digits: copy"
              + " all of it.");
    }
    return found;
  }

  private static String read(String name, Console console) throws StartProblem {
    try {
      Path file = Path.of(name);
      String token = Files.readString(file).strip();
      warnIfOpen(file, console);
      return token;
    } catch (IOException | InvalidPathException unreadable) {
      throw new StartProblem(
          "令牌文件“" + name + "”读不出：请检查路径与权限。",
          "The token file \"" + name + "\" cannot be read: check its path and rights.");
    }
  }

  private static void warnIfOpen(Path file, Console console) throws IOException {
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
        console.warn(
            "提醒：别人也读得到令牌文件 " + file + "，请执行 chmod 600 。",
            "Note: others can read the token file " + file + "; do chmod 600.");
      }
    } catch (UnsupportedOperationException otherRights) {
      // Windows has lists of who may read.
    }
  }

  URI address(String path) {
    return URI.create(base + path);
  }

  String authorization() {
    return "Bearer " + secret;
  }

  /** Its address only. */
  @Override
  public String toString() {
    return base.toString();
  }
}
