package cn.lantai.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kind.Kinds;
import cn.lantai.samples.kind.PageSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingsTest {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path IMAGES = MODULE.resolve("target/images");

  private static List<PageSpec> specs;
  private static FontShelf fonts;

  @BeforeAll
  static void readTables() throws IOException {
    specs = Drawings.read(MODULE);
    fonts = new FontShelf(MODULE.resolve("node_modules"));
  }

  @Test
  void everyPageOfTheCatalogueIsDrawnAndNoOther() throws IOException {
    Set<String> wanted =
        specs.stream().map(s -> s.key() + ".jpg").collect(Collectors.toCollection(TreeSet::new));
    assertEquals(wanted, names(IMAGES));
  }

  @Test
  void everyRecordOfTheCatalogueHasAPage() throws IOException {
    Set<String> drawn =
        specs.stream()
            .map(s -> s.key().replaceAll("-\\d+$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Drawings.records(MODULE), drawn);
  }

  @Test
  void noTwoFilesAreTheSame() throws Exception {
    Map<String, String> seen = new HashMap<>();
    for (PageSpec spec : specs) {
      byte[] bytes = Files.readAllBytes(IMAGES.resolve(spec.key() + ".jpg"));
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      String other = seen.put(digest, spec.key());
      assertEquals(null, other, () -> spec.key() + " is the same picture as " + other);
    }
  }

  @Test
  void pagesOfOneRecordLookDifferent() throws IOException {
    Map<String, List<PageSpec>> records =
        specs.stream().collect(Collectors.groupingBy(s -> s.key().replaceAll("-\\d+$", "")));
    for (List<PageSpec> pages : records.values()) {
      for (int i = 1; i < pages.size(); i++) {
        double difference = difference(small(pages.get(i - 1)), small(pages.get(i)));
        String pair = pages.get(i - 1).key() + " and " + pages.get(i).key();
        assertTrue(difference > 2, () -> pair + " differ by only " + difference);
      }
    }
  }

  @Test
  void everyImageIsLargeEnoughToZoomInto() throws IOException {
    for (PageSpec spec : specs) {
      int[] size = size(IMAGES.resolve(spec.key() + ".jpg"));
      int small = Math.min(size[0], size[1]);
      int large = Math.max(size[0], size[1]);
      assertTrue(
          small >= 2000 && large >= 3000, () -> spec.key() + " is " + size[0] + " × " + size[1]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"r057-3", "r082-1", "r101-1"})
  void aPageDrawnAgainIsTheSameToTheByte(String key) throws IOException {
    PageSpec spec = specs.stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    assertArrayEquals(
        Files.readAllBytes(IMAGES.resolve(key + ".jpg")), DrawSamples.jpeg(spec, fonts));
  }

  @Test
  void anotherSeedGivesAnotherPage() throws IOException {
    PageSpec spec = specs.get(0);
    PageSpec other =
        new PageSpec(
            spec.key(),
            spec.kind(),
            spec.seed() + 1,
            spec.lines(),
            spec.vertical(),
            spec.madeUp(),
            spec.options());
    assertFalse(Arrays.equals(DrawSamples.jpeg(spec, fonts), DrawSamples.jpeg(other, fonts)));
  }

  @Test
  void everyCharacterThatIsDrawnHasAGlyph() {
    List<String> missing = new ArrayList<>();
    for (PageSpec spec : specs) {
      Stream.concat(spec.lines().stream(), spec.options().values().stream())
          .flatMapToInt(String::codePoints)
          .filter(c -> !Character.isWhitespace(c))
          .forEach(
              c -> {
                for (Face face : Face.values()) {
                  if (!fonts.has(face, c)) {
                    missing.add(spec.key() + ": " + Character.toString(c) + " in " + face);
                  }
                }
              });
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyKindThatIsNamedExistsAndEveryKindIsUsed() {
    Set<String> named =
        specs.stream().map(PageSpec::kind).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(Kinds.names()), named);
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static int[] size(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = ImageIO.getImageReaders(in).next();
      reader.setInput(in);
      int[] size = {reader.getWidth(0), reader.getHeight(0)};
      reader.dispose();
      return size;
    }
  }

  /** Every thirty-second pixel. */
  private static BufferedImage small(PageSpec spec) throws IOException {
    Path file = IMAGES.resolve(spec.key() + ".jpg");
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = ImageIO.getImageReaders(in).next();
      reader.setInput(in);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(32, 32, 0, 0);
      BufferedImage image = reader.read(0, param);
      reader.dispose();
      return image;
    }
  }

  /** Mean difference of the green channel. */
  private static double difference(BufferedImage a, BufferedImage b) {
    int w = Math.min(a.getWidth(), b.getWidth());
    int h = Math.min(a.getHeight(), b.getHeight());
    long sum = 0;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        sum += Math.abs((a.getRGB(x, y) >> 8 & 255) - (b.getRGB(x, y) >> 8 & 255));
      }
    }
    return (double) sum / w / h;
  }
}
