package cn.lantai.server.bench;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The image service beside others, in one run, over the same addresses of one page and of the same
 * pyramid: iipsrv and nginx (see {@link Rivals}), and Cantaloupe if {@code LANTAI_CANTALOUPE_JAR}
 * names its jar: then as the maker of pictures behind our own addresses.
 *
 * <p>Arguments: the page, such as {@code IngestBenchmark make} draws, its width and its height. All
 * start without anything cached; our virtual machine is warmed up with another image. Needs the
 * packages nginx, iipimage-server and wrk.
 */
public final class ImageBenchmark {

  private static final int CONNECTIONS = 4;
  private static final int SECONDS = 8;
  private static final int TILES = 600;
  private static final int WARM = 5_000;
  private static final List<String> AS_OPERATORS_DO = List.of("-Xmx1g");

  private final Path folder;
  private final int width;
  private final int height;

  /** Names of servers with the addresses of the page there; ours first. */
  private final Map<String, URI> servers = new LinkedHashMap<>();

  private ImageBenchmark(Path folder, int width, int height) {
    this.folder = folder;
    this.width = width;
    this.height = height;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("lantai-images");
    ImageBenchmark benchmark =
        new ImageBenchmark(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    SmallHoldings holdings = benchmark.holdings(Path.of(arguments[0]));
    String cantaloupe = System.getenv().getOrDefault("LANTAI_CANTALOUPE_JAR", "");
    say("load before: %s", load());
    try (LantaiProcess ours = start(folder.resolve("ours"), holdings, Map.of());
        Rivals rivals = new Rivals(folder)) {
      benchmark.servers.put("Lantai", URI.create(ours.baseUrl() + "/iiif/2/page"));
      benchmark.servers.put("iipsrv", URI.create(rivals.base() + "/iiif/page.tif"));
      benchmark.sharePyramid();
      if (cantaloupe.isEmpty()) {
        say("Cantaloupe is not at hand");
        benchmark.run(rivals, ours.baseUrl());
      } else {
        Map<String, String> other =
            Map.of("LANTAI_IIIF_SERVER", "cantaloupe", "LANTAI_CANTALOUPE_JAR", cantaloupe);
        try (LantaiProcess maker = start(folder.resolve("cantaloupe"), holdings, other)) {
          benchmark.servers.put("Cantaloupe", URI.create(maker.baseUrl() + "/iiif/2/page"));
          benchmark.run(rivals, ours.baseUrl());
        }
      }
    }
    say("load after: %s", load());
  }

  private static LantaiProcess start(
      Path data, SmallHoldings holdings, Map<String, String> settings) throws Exception {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put("LANTAI_SAMPLES", holdings.folder().toString());
    return LantaiProcess.start(AS_OPERATORS_DO, data, all, "--demo").awaitGreeting();
  }

  private SmallHoldings holdings(Path page) throws IOException {
    return SmallHoldings.in(folder.resolve("holdings"))
        .table("records.csv", SmallHoldings.RECORDS + "r1,X1-1,f1,图,Map,示例,1936,,,开放\n")
        .table("images.csv", SmallHoldings.IMAGES + "page.jpg,r1,1,第 1 页,\nwarm.jpg,r1,2,第 2 页,\n")
        .image("page.jpg", Files.readAllBytes(page))
        .image("warm.jpg", square());
  }

  private static byte[] square() throws IOException {
    BufferedImage image = new BufferedImage(WARM, WARM, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(3);
    for (int i = 0; i < WARM * WARM / 8; i++) {
      image.setRGB(random.nextInt(WARM), random.nextInt(WARM), random.nextInt());
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", jpeg);
    return jpeg.toByteArray();
  }

  /** The largest access file is the page's. */
  private void sharePyramid() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("ours/media/access"))) {
      Path largest =
          files
              .filter(file -> file.toString().endsWith(".tif"))
              .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
              .orElseThrow();
      Files.createSymbolicLink(folder.resolve("pyramids/page.tif"), largest);
    }
  }

  private void run(Rivals rivals, String ours) throws Exception {
    List<String> tiles = tiles(width, height);
    warmUp(ours);
    say(
        "%-24s %-12s %6s %9s %8s %8s %8s",
        "", "server", "n", "per s", "p50 ms", "p99 ms", "ours x");
    compare("512-pixel tiles, cold", tiles);
    compare("!400,400", Collections.nCopies(200, "/full/!400,400/0/default.jpg"));
    compare("info.json", Collections.nCopies(2_000, "/info.json"));
    compare("regions and sizes", regions(60));

    Web web = new Web(ours);
    for (String tile : tiles) {
      Path file = folder.resolve("static/page" + tile);
      Files.createDirectories(file.getParent());
      Files.write(file, web.bytes("/iiif/2/page" + tile).body());
    }
    say("");
    say(
        "%-24s %-12s %6s %9s %8s %8s %8s",
        "by wrk", "server", "s", "per s", "", "p99 ms", "ours x");
    double first = 0;
    for (int round = 0; round < 2; round++) {
      first = again("tiles again", "Lantai", URI.create(ours + "/iiif/2/page"), tiles, 0);
      again("tiles as static files", "nginx", URI.create(rivals.base() + "/page"), tiles, first);
      again("tiles again", "iipsrv", servers.get("iipsrv"), tiles, first);
    }
  }

  /** All kinds of addresses of another image, so that none of the page has been seen. */
  private void warmUp(String ours) throws Exception {
    List<String> paths = new ArrayList<>(List.of("/iiif/2/warm/full/!400,400/0/default.jpg"));
    for (String tile : tiles(WARM, WARM)) {
      for (String version : List.of("2", "3")) {
        for (String quality : List.of("default", "color")) {
          paths.add("/iiif/" + version + "/warm" + tile.replace("default", quality));
        }
      }
    }
    paths.add("/iiif/2/warm/info.json");
    for (int i = 0; i < 200; i++) {
      paths.add("/iiif/2/warm/%d,9,500,500/333,/0/default.jpg".formatted(i));
    }
    Timings.of(() -> new Connection(ours), paths, CONNECTIONS);
    Wrk.of(ours, paths, CONNECTIONS, SECONDS, folder);
  }

  private void compare(String what, List<String> paths) throws Exception {
    double ours = 0;
    for (Map.Entry<String, URI> server : servers.entrySet()) {
      URI page = server.getValue();
      List<String> addresses = paths.stream().map(path -> page.getPath() + path).toList();
      Timings times =
          Timings.of(() -> new Connection("http://" + page.getAuthority()), addresses, CONNECTIONS);
      ours = ours == 0 ? times.perSecond() : ours;
      say(
          "%-24s %-12s %6d %9.0f %8.2f %8.2f %8.2f",
          what,
          server.getKey(),
          times.count(),
          times.perSecond(),
          times.at(0.5),
          times.at(0.99),
          ours / times.perSecond());
    }
  }

  /** Gives how many a second. */
  private double again(String what, String server, URI page, List<String> tiles, double ours)
      throws IOException, InterruptedException {
    List<String> paths = tiles.stream().map(tile -> page.getPath() + tile).toList();
    Wrk wrk = Wrk.of("http://" + page.getAuthority(), paths, CONNECTIONS, SECONDS, folder);
    say(
        "%-24s %-12s %6d %9.0f %8s %8.2f %8.2f",
        what,
        server,
        SECONDS,
        wrk.perSecond(),
        "",
        wrk.p99(),
        (ours == 0 ? wrk.perSecond() : ours) / wrk.perSecond());
    return wrk.perSecond();
  }

  /** Tiles of all levels, most from the full size as in a zooming visit, in random order. */
  private static List<String> tiles(int width, int height) {
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

  private static String load() throws IOException {
    return Files.readString(Paths.get("/proc/loadavg")).strip();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(format, values));
  }
}
