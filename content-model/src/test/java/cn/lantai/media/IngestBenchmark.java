package cn.lantai.media;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;

/**
 * How long the making of access files takes, and in how much memory.
 *
 * <p>{@code make FILE WIDTH HEIGHT} draws a page that is as busy as a scan: {@code .jpg} in one
 * piece, {@code .tif} of any size. {@code FILE...} takes files in, each three times, into a folder
 * that is deleted again, and prints the best: seconds of the processor, of the clock, and of memory
 * the peak of the process so far. Start it with the heap to be proved, such as {@code -Xmx300m}.
 */
public final class IngestBenchmark {

  private static final int STRIP = 512;
  private static final int TIMES = 3;

  private IngestBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 4 && arguments[0].equals("make")) {
      make(
          Path.of(arguments[1]),
          new PixelSize(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])));
      return;
    }
    say("%-24s %16s %8s %8s %10s", "file", "pixels", "cpu s", "clock s", "heap MB");
    for (String file : arguments) {
      measure(Path.of(file));
    }
  }

  private static void measure(Path file) throws Exception {
    double cpu = Double.MAX_VALUE;
    double clock = Double.MAX_VALUE;
    PixelSize size = new PixelSize(1, 1);
    for (int i = 0; i < TIMES; i++) {
      Path folder = Files.createTempDirectory("lantai-ingest");
      try {
        MediaStore store = MediaStore.open(folder);
        long begin = System.nanoTime();
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Ingested stored = store.ingest(file);
        size = new PixelSize(stored.width(), stored.height());
        cpu =
            Math.min(
                cpu,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e9);
        clock = Math.min(clock, (System.nanoTime() - begin) / 1e9);
      } finally {
        delete(folder);
      }
    }
    say("%-24s %16s %8.2f %8.2f %10d", file.getFileName(), size, cpu, clock, peakHeap() >> 20);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static void make(Path file, PixelSize size) throws IOException {
    if (file.toString().endsWith(".tif")) {
      try (PyramidWriter writer = new PyramidWriter(size, file)) {
        for (int y = 0; y < size.height(); y += STRIP) {
          writer.rows(page(size.width(), y, Math.min(STRIP, size.height() - y)));
        }
        writer.finish();
      }
    } else {
      RgbImage page = page(size.width(), 0, size.height());
      Files.write(file, ImageEncoder.jpeg(page.toBufferedImage(), 0.9f));
    }
  }

  /** Paper with grain, and strokes in columns. */
  private static RgbImage page(int width, int top, int height) {
    RgbImage page = new RgbImage(width, height);
    byte[] pixels = page.pixels();
    Random random = new Random(top);
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at += 3) {
        int grain = (random.nextInt() & 7) - 4;
        boolean ink = (x / 90) % 2 == 0 && ((x * 7 + (top + y) * 3) / 40 % 5) == (x / 13) % 5;
        pixels[at] = (byte) ((ink ? 42 : 226) + grain);
        pixels[at + 1] = (byte) ((ink ? 38 : 214) + grain);
        pixels[at + 2] = (byte) ((ink ? 40 : 190) + grain);
      }
    }
    return page;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(format, values));
  }
}
