package cn.lantai.server.launcher;

import cn.lantai.server.launcher.remote.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that holds the data folder, asked to carry out a command. It leaves its address and a
 * key in a file that only its owner can read.
 */
final class RunningServer {

  private final String address;
  private final String key;

  private RunningServer(String address, String key) {
    this.address = address;
    this.key = key;
  }

  /** Empty if nobody holds the folder, whatever a killed server left there, or not yet a server. */
  static Optional<RunningServer> of(String dataFolder) {
    try {
      Path data = Path.of(dataFolder);
      Path file = data.resolve("run/control");
      if (Files.exists(file) && DataFolder.isHeld(data)) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return Optional.of(new RunningServer(lines.get(0), lines.get(1)));
      }
    } catch (IOException | InvalidPathException | IndexOutOfBoundsException none) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The same, for what goes through the API. */
  Server asServer() {
    return Server.withKey(address, key);
  }

  /** Prints what the command says; the exit status is the command's. */
  int carryOut(CommandLine line, Console console) throws StartProblem, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api/commands/" + line.command().word()))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString(form(line.arguments())))
            .build();
    try {
      HttpResponse<InputStream> answer =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .build()
              .send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() == 200) {
          return follow(body, console);
        }
      }
      throw new StartProblem(
          "正在运行的兰台不接受这个命令（HTTP " + answer.statusCode() + "）：请用同一版本的 lantai.jar。",
          "The running Lantai does not take this command (HTTP "
              + answer.statusCode()
              + "): use the lantai.jar of the same version.");
    } catch (IOException broken) {
      throw new StartProblem(
          "与正在运行的兰台的连接中断，命令的结果未知：请查看工作台与日志。",
          "The connection to the running Lantai broke off, so the command's outcome is unknown:"
              + " see the workbench and the log.");
    }
  }

  private static String form(List<String> arguments) {
    StringBuilder form = new StringBuilder("folder=" + encode(System.getProperty("user.dir")));
    arguments.forEach(argument -> form.append("&argument=").append(encode(argument)));
    return form.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Reads server-sent events. */
  private static int follow(InputStream body, Console console) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    String event = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event: ")) {
        event = line.substring("event: ".length());
      } else if (line.startsWith("data: ")) {
        String data = line.substring("data: ".length());
        switch (event) {
          case "line" -> console.say(data);
          case "progress" -> console.progress(data);
          case "end" -> {
            return Integer.parseInt(data);
          }
          default -> {}
        }
      }
    }
    throw new IOException("The stream ended before the command");
  }
}
