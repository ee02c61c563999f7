package cn.lantai.server.bench;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.server.testing.SmallHoldings;
import cn.lantai.server.testing.Web;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The image service beside others, in one run, over the same addresses of some copies of a page and
 * of the same pyramids: iipsrv and nginx (see {@link Rivals}), and Cantaloupe if {@code
 * LANTAI_CANTALOUPE_JAR} names its jar. None of them, ours included, keeps pictures that are tiles
 * of the pyramid, so that these may be asked for again.
 *
 * <p>Arguments: the page, such as {@code IngestBenchmark make} draws, its width and its height. All
 * start without anything cached; our virtual machine is warmed up with another image. Needs the
 * packages nginx, iipimage-server and wrk.
 */
public final class ImageBenchmark {

  private static final int CONNECTIONS = 4;
  private static final int SECONDS = 8;
  private static final int TILES = 600;
  private static final int REGIONS = 240;
  private static final int PAGES = 4;
  private static final int WARM = 5_000;
  private static final List<String> AS_OPERATORS_DO = List.of("-Xmx1g");

  private final Path folder;
  private final int width;
  private final int height;

  /** Ours first. */
  private final List<Server> servers = new ArrayList<>();

  /** The page of a number is at {@code prefix + number + suffix}. */
  private record Server(String name, String base, String prefix, String suffix) {

    String path(int page, String rest) {
      return prefix + page + suffix + rest;
    }
  }

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
    Optional<Path> cantaloupe =
        Optional.ofNullable(System.getenv("LANTAI_CANTALOUPE_JAR")).map(Path::of);
    say("load before: %s", load());
    try (LantaiProcess ours = start(folder.resolve("ours"), holdings)) {
      benchmark.sharePyramids();
      try (Rivals rivals = new Rivals(folder, cantaloupe)) {
        benchmark.servers.add(new Server("Lantai", ours.baseUrl(), "/iiif/2/page", ""));
        benchmark.servers.add(new Server("iipsrv", rivals.base(), "/iiif/page", ".tif"));
        rivals
            .cantaloupe()
            .ifPresentOrElse(
                base ->
                    benchmark.servers.add(new Server("Cantaloupe", base, "/iiif/2/page", ".tif")),
                () -> say("Cantaloupe is not at hand"));
        benchmark.run(rivals, ours.baseUrl());
      }
    }
    say("load after: %s", load());
  }

  private static LantaiProcess start(Path data, SmallHoldings holdings) throws Exception {
    Map<String, String> settings = Map.of("LANTAI_SAMPLES", holdings.folder().toString());
    return LantaiProcess.start(AS_OPERATORS_DO, data, settings, "--demo").awaitGreeting();
  }

  private SmallHoldings holdings(Path page) throws IOException {
    byte[] content = Files.readAllBytes(page);
    StringBuilder rows = new StringBuilder(SmallHoldings.IMAGES);
    SmallHoldings holdings =
        SmallHoldings.in(folder.resolve("holdings"))
            .table("records.csv", SmallHoldings.RECORDS + "r1,X1-1,f1,图,Map,示例,1936,,,开放\n");
    for (int number = 0; number < PAGES; number++) {
      rows.append("page%1$d.jpg,r1,%2$d,第 %2$d 页,\n".formatted(number, number + 1));
      // What stands behind the end of the picture makes it another file.
      byte[] copy = Arrays.copyOf(content, content.length + 1);
      copy[content.length] = (byte) number;
      holdings.image("page" + number + ".jpg", copy);
    }
    rows.append("warm.jpg,r1,%d,末页,\n".formatted(PAGES + 1));
    return holdings.table("images.csv", rows.toString()).image("warm.jpg", square());
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

  /** The largest access files are the pages'. */
  private void sharePyramids() throws IOException {
    Path pyramids = Files.createDirectories(folder.resolve("pyramids"));
    try (Stream<Path> files = Files.walk(folder.resolve("ours/media/access"))) {
      List<Path> largest =
          files
              .filter(file -> file.toString().endsWith(".tif"))
              .sorted(Comparator.comparing((Path file) -> file.toFile().length()).reversed())
              .limit(PAGES)
              .toList();
      for (int page = 0; page < PAGES; page++) {
        Files.createSymbolicLink(pyramids.resolve("page" + page + ".tif"), largest.get(page));
      }
    }
  }

  private void run(Rivals rivals, String ours) throws Exception {
    List<String> tiles = tiles(width, height);
    warmUp(ours);
    say(
        "%-24s %-12s %6s %9s %8s %8s %8s",
        "", "server", "n", "per s", "p50 ms", "p99 ms", "ours x");
    compare("512-pixel tiles, once", tiles);
    compare("!400,400", Collections.nCopies(50, "/full/!400,400/0/default.jpg"));
    compare("regions and sizes", regions(REGIONS / PAGES));

    say("");
    say(
        "%-24s %-12s %6s %9s %8s %8s %8s",
        "by wrk", "server", "s", "per s", "", "p99 ms", "ours x");
    again("512-pixel tiles", PAGES, servers, tiles);
    again("info.json", PAGES, servers, List.of("/info.json"));
    Web web = new Web(ours);
    for (String tile : tiles) {
      Path file = folder.resolve("static/page0" + tile);
      Files.createDirectories(file.getParent());
      Files.write(file, web.bytes("/iiif/2/page0" + tile).body());
    }
    Server files = new Server("nginx", rivals.base(), "/page", "");
    for (int round = 0; round < 2; round++) {
      again("tiles of one page", 1, List.of(servers.get(0), files), tiles);
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

  private static List<String> paths(Server server, int pages, List<String> rest) {
    return IntStream.range(0, pages)
        .boxed()
        .flatMap(page -> rest.stream().map(each -> server.path(page, each)))
        .toList();
  }

  private void compare(String what, List<String> rest) throws Exception {
    double ours = 0;
    for (Server server : servers) {
      List<String> addresses = paths(server, PAGES, rest);
      Timings times = Timings.of(() -> new Connection(server.base()), addresses, CONNECTIONS);
      ours = ours == 0 ? times.perSecond() : ours;
      say(
          "%-24s %-12s %6d %9.0f %8.2f %8.2f %8.2f",
          what,
          server.name(),
          times.count(),
          times.perSecond(),
          times.at(0.5),
          times.at(0.99),
          ours / times.perSecond());
    }
  }

  private void again(String what, int pages, List<Server> asked, List<String> rest)
      throws IOException, InterruptedException {
    double ours = 0;
    for (Server server : asked) {
      Wrk wrk = Wrk.of(server.base(), paths(server, pages, rest), CONNECTIONS, SECONDS, folder);
      ours = ours == 0 ? wrk.perSecond() : ours;
      say(
          "%-24s %-12s %6d %9.0f %8s %8.2f %8.2f",
          what, server.name(), SECONDS, wrk.perSecond(), "", wrk.p99(), ours / wrk.perSecond());
    }
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
