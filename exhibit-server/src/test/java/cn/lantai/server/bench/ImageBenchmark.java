package cn.lantai.server.bench;

import cn.lantai.server.testing.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The image service beside others, over the same addresses of the same picture.
 *
 * <p>Arguments: {@code NAME=ADDRESS} for each server, where {@code ADDRESS/info.json} is the
 * description of the picture; the first is ours, and the ratios are to it. {@code export=FOLDER}
 * instead stores our tiles as files, for a server of static files whose name must be {@code
 * static}. Start all servers with cold application caches.
 */
public final class ImageBenchmark {

  private static final int CONNECTIONS = 4;
  private static final int TILES = 600;
  private static final Pattern WIDTH = Pattern.compile("\"width\"\\s*:\\s*(\\d+)");
  private static final Pattern HEIGHT = Pattern.compile("\"height\"\\s*:\\s*(\\d+)");

  private final int width;
  private final int height;

  private ImageBenchmark(String info) {
    width = first(WIDTH, info);
    height = first(HEIGHT, info);
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> servers = new LinkedHashMap<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      servers.put(parts[0], parts[1].replaceFirst("/$", ""));
    }
    String ours = servers.values().iterator().next();
    ImageBenchmark benchmark = new ImageBenchmark(new Web(ours).get(ours + "/info.json").body());
    List<String> tiles = benchmark.tiles();
    if (servers.containsKey("export")) {
      export(ours, tiles, Path.of(servers.get("export")));
      return;
    }
    say(
        "%-22s %-12s %6s %10s %8s %8s %8s",
        "asked for", "server", "n", "per s", "p50", "p99", "ratio");
    compare("512-pixel tiles", servers, tiles);
    compare("the same tiles again", servers, tiles);
    servers.remove("static");
    compare("!400,400", servers, Collections.nCopies(40, "/full/!400,400/0/default.jpg"));
    compare("regions off the grid", servers, benchmark.regions(60));
    compare("info.json", servers, Collections.nCopies(400, "/info.json"));
  }

  private static void compare(String what, Map<String, String> servers, List<String> paths)
      throws Exception {
    double ours = 0;
    for (Map.Entry<String, String> server : servers.entrySet()) {
      List<String> addresses = paths.stream().map(path -> server.getValue() + path).toList();
      Timings times = Timings.of(new Web(server.getValue()), addresses, CONNECTIONS);
      ours = ours == 0 ? times.perSecond() : ours;
      say(
          "%-22s %-12s %6d %10.0f %8.2f %8.2f %8.2f",
          what,
          server.getKey(),
          times.count(),
          times.perSecond(),
          times.at(0.5),
          times.at(0.99),
          ours / times.perSecond());
    }
  }

  /** Tiles of all levels, most from the full size as in a zooming visit, in random order. */
  private List<String> tiles() {
    List<String> tiles = new ArrayList<>();
    for (int span = 512; span / 2 < Math.max(width, height); span *= 2) {
      for (int y = 0; y < height; y += span) {
        for (int x = 0; x < width; x += span) {
          int w = Math.min(span, width - x);
          int h = Math.min(span, height - y);
          int factor = span / 512;
          tiles.add(
              "/%d,%d,%d,%d/%d,%d/0/default.jpg"
                  .formatted(x, y, w, h, (w + factor - 1) / factor, (h + factor - 1) / factor));
        }
      }
    }
    Collections.shuffle(tiles, new Random(1));
    return List.copyOf(tiles.subList(0, Math.min(TILES, tiles.size())));
  }

  private List<String> regions(int count) {
    Random random = new Random(2);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int w = 400 + random.nextInt(width / 3);
              int h = 400 + random.nextInt(height / 3);
              int x = random.nextInt(width - w);
              int y = random.nextInt(height - h);
              return "/%d,%d,%d,%d/%d,/0/default.jpg"
                  .formatted(x, y, w, h, 200 + random.nextInt(w - 200));
            })
        .toList();
  }

  private static void export(String ours, List<String> tiles, Path folder) throws IOException {
    Web web = new Web(ours);
    for (String path : Stream.concat(tiles.stream(), Stream.of("/info.json")).toList()) {
      Path file = folder.resolve(path.substring(1));
      Files.createDirectories(file.getParent());
      Files.write(file, web.bytes(ours + path).body());
    }
  }

  private static int first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("The first server does not describe a picture: " + text);
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(format, values));
  }
}
