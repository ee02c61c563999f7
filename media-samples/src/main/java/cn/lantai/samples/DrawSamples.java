package cn.lantai.samples;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kind.Kinds;
import cn.lantai.samples.kind.PageSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws every page image that is missing or was drawn from other inputs. */
public final class DrawSamples {
  /** Heap that one page needs while it is drawn and packed. */
  private static final long BYTES_PER_PAGE = 150L << 20;

  private static final long BYTES_OF_FONTS = 330L << 20;

  private DrawSamples() {}

  /**
   * @param args the folder of the module, the folder of the images, and optionally the keys of
   *     those images that alone are to be drawn
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path module = Path.of(args[0]);
    Path out = Path.of(args[1]);
    Set<String> only = Set.copyOf(List.of(args).subList(2, args.length));
    List<PageSpec> specs =
        Drawings.read(module).stream()
            .filter(s -> only.isEmpty() || only.contains(s.key()))
            .collect(Collectors.toList());
    Files.createDirectories(out);
    String generator = digestOfGenerator(module);
    List<PageSpec> stale = new ArrayList<>();
    for (PageSpec spec : specs) {
      if (!stamp(generator, spec).equals(readStamp(out, spec))) {
        stale.add(spec);
      }
    }
    if (only.isEmpty()) {
      removeOthers(out, specs);
    }
    if (stale.isEmpty()) {
      System.out.println("Page images are up to date: " + specs.size());
      return;
    }
    long start = System.nanoTime();
    drawAll(module, out, generator, stale);
    System.out.printf(
        "Drew %d page images in %.1f s%n", stale.size(), (System.nanoTime() - start) / 1e9);
  }

  private static void drawAll(Path module, Path out, String generator, List<PageSpec> specs)
      throws InterruptedException, IOException {
    FontShelf fonts = new FontShelf(module.resolve("node_modules"));
    ExecutorService workers = Executors.newFixedThreadPool(workers());
    try {
      List<Future<?>> jobs = new ArrayList<>();
      for (PageSpec spec : specs) {
        jobs.add(
            workers.submit(
                () -> {
                  drawOne(out, generator, spec, fonts);
                  return null;
                }));
      }
      IllegalStateException failed = null;
      for (int i = 0; i < jobs.size(); i++) {
        try {
          jobs.get(i).get();
        } catch (ExecutionException e) {
          if (failed == null) {
            failed = new IllegalStateException("Some page images could not be drawn");
          }
          failed.addSuppressed(
              new IllegalStateException("Could not draw " + specs.get(i).key(), e.getCause()));
        }
      }
      if (failed != null) {
        throw failed;
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static void drawOne(Path out, String generator, PageSpec spec, FontShelf fonts)
      throws IOException {
    byte[] jpeg = jpeg(spec, fonts);
    Files.deleteIfExists(stampFile(out, spec));
    Path part = out.resolve(spec.key() + ".part");
    Files.write(part, jpeg);
    Files.move(part, out.resolve(spec.key() + ".jpg"), StandardCopyOption.REPLACE_EXISTING);
    Files.createDirectories(stampFile(out, spec).getParent());
    Files.writeString(stampFile(out, spec), stamp(generator, spec));
  }

  static byte[] jpeg(PageSpec spec, FontShelf fonts) throws IOException {
    return Jpeg.encode(Kinds.draw(spec, fonts).finish(spec.key(), spec.madeUp()));
  }

  private static int workers() {
    long room = (Runtime.getRuntime().maxMemory() - BYTES_OF_FONTS) / BYTES_PER_PAGE;
    return (int) Math.max(1, Math.min(room, Runtime.getRuntime().availableProcessors()));
  }

  private static void removeOthers(Path out, List<PageSpec> specs) throws IOException {
    Set<String> wanted = new TreeSet<>();
    specs.forEach(s -> wanted.add(s.key() + ".jpg"));
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!wanted.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path stampFile(Path out, PageSpec spec) {
    return out.resolveSibling(out.getFileName() + ".stamps").resolve(spec.key());
  }

  private static String readStamp(Path out, PageSpec spec) throws IOException {
    Path stamp = stampFile(out, spec);
    boolean there = Files.exists(stamp) && Files.exists(out.resolve(spec.key() + ".jpg"));
    return there ? Files.readString(stamp) : "";
  }

  private static String stamp(String generator, PageSpec spec) {
    MessageDigest digest = sha256();
    digest.update(generator.getBytes(StandardCharsets.UTF_8));
    digest.update(
        (spec.key()
                + spec.kind()
                + spec.seed()
                + spec.lines()
                + spec.vertical()
                + spec.madeUp()
                + new TreeMap<>(spec.options()))
            .getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Of the sources and of the fonts' lock file: whatever changes them changes the pictures. What
   * plays sound is none of them.
   */
  private static String digestOfGenerator(Path module) throws IOException {
    MessageDigest digest = sha256();
    digest.update(Files.readAllBytes(module.resolve("package-lock.json")));
    try (Stream<Path> sources = Files.walk(module.resolve("src/main/java"))) {
      for (Path source :
          sources
              .filter(Files::isRegularFile)
              .filter(file -> !file.getParent().endsWith("sound"))
              .sorted()
              .toList()) {
        digest.update(Files.readAllBytes(source));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
