package cn.lantai.server.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load generator of that name: addresses over and over for some seconds. For servers so fast
 * that a client in Java would be the slower one.
 *
 * @param p99 milliseconds
 */
record Wrk(double perSecond, double p99) {

  private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
  private static final Pattern P99 = Pattern.compile("99%\\s*([0-9.]+)(us|ms|s)\\b");
  private static final String FAILED = "Non-2xx";

  /**
   * @param folder for a script
   * @throws IllegalStateException if an answer is no success
   */
  static Wrk of(String base, List<String> paths, int connections, int seconds, Path folder)
      throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder("local paths = {\n");
    paths.forEach(path -> script.append("  \"").append(path).append("\",\n"));
    script.append("}\nlocal requests = {}\nlocal i = 0\n");
    script.append("init = function(args)\n  for n, path in ipairs(paths) do\n");
    script.append("    requests[n] = wrk.format(\"GET\", path)\n  end\nend\n");
    script.append("request = function()\n  i = i % #requests + 1\n  return requests[i]\nend\n");
    Path lua = Files.writeString(folder.resolve("paths.lua"), script);
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--latency",
                "-s",
                lua.toString(),
                base)
            .redirectErrorStream(true)
            .start();
    String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (wrk.waitFor() != 0 || told.contains(FAILED)) {
      throw new IllegalStateException(told);
    }
    Matcher p99 = P99.matcher(told);
    Matcher perSecond = PER_SECOND.matcher(told);
    if (!p99.find() || !perSecond.find()) {
      throw new IllegalStateException(told);
    }
    double unit =
        switch (p99.group(2)) {
          case "us" -> 0.001;
          case "ms" -> 1;
          default -> 1000;
        };
    return new Wrk(Double.parseDouble(perSecond.group(1)), Double.parseDouble(p99.group(1)) * unit);
  }
}
