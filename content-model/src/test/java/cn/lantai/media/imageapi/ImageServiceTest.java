package cn.lantai.media.imageapi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.PixelSize;
import cn.lantai.media.TestImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at pixels of a picture of 10×10 coloured squares, 100 pixels each. */
class ImageServiceTest {

  private static final byte[] SQUARES = TestImages.jpeg(TestImages.squares(1000, 1000, 100));

  @TempDir private Path root;
  private MediaStore store;
  private ImageService service;
  private Digest image;

  @BeforeEach
  void ingest() throws Exception {
    store = MediaStore.open(root);
    image = store.ingest(new ByteArrayInputStream(SQUARES)).digest();
    service = service(100 << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "webp"})
  void givesTheWholeImage(String format) throws Exception {
    assumeTrue(OutputFormat.available().stream().anyMatch(each -> each.suffix().equals(format)));
    BufferedImage picture = picture("full/max/0/default." + format);

    assertSize(1000, 1000, picture);
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < 10; column++) {
        assertColour(column, row, picture, column * 100 + 50, row * 100 + 50);
      }
    }
  }

  @Test
  void cutsRegionsOut() throws Exception {
    BufferedImage pixels = picture("300,400,200,100/max/0/default.png");
    assertSize(200, 100, pixels);
    assertColour(3, 4, pixels, 50, 50);
    assertColour(4, 4, pixels, 150, 50);

    BufferedImage percent = picture("pct:50,70,10,10/max/0/default.png");
    assertSize(100, 100, percent);
    assertColour(5, 7, percent, 50, 50);

    BufferedImage overTheEdge = picture("900,900,500,500/max/0/default.png");
    assertSize(100, 100, overTheEdge);
    assertColour(9, 9, overTheEdge, 50, 50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500, | 500 | 500", ",333 | 333 | 333", "pct:47 | 470 | 470", "400,700 | 400 | 700",
        "!350,750 | 350 | 350", "^1500, | 1500 | 1500", "^pct:200 | 2000 | 2000", "10,10 | 10 | 10",
        "1000,20 | 1000 | 20",
      })
  void scalesEverySquareToItsPlace(String size, int width, int height) throws Exception {
    BufferedImage picture = picture("full/" + size + "/0/default.png");

    assertSize(width, height, picture);
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < 10; column++) {
        assertColour(
            column, row, picture, (2 * column + 1) * width / 20, (2 * row + 1) * height / 20);
      }
    }
  }

  @Test
  void scalesARegionThatCrossesTiles() throws Exception {
    BufferedImage picture = picture("400,400,400,300/200,150/0/default.png");

    assertSize(200, 150, picture);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        assertColour(4 + column, 4 + row, picture, column * 50 + 25, row * 50 + 25);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0,1", "90,0,0", "180,1,0", "270,1,1", "!0,1,1", "!90,0,1", "!180,0,0", "!270,1,0"})
  void turnsClockwiseAfterMirroring(String rotation, int x, int y) throws Exception {
    // The lower left square of the image, and the corner in which it ends up.
    BufferedImage picture = picture("0,0,1000,1000/max/" + rotation + "/default.png");

    assertColour(0, 9, picture, 50 + 900 * x, 50 + 900 * y);
  }

  @Test
  void turnsRegionsThatAreNotSquare() throws Exception {
    BufferedImage picture = picture("300,400,200,100/max/90/default.jpg");

    assertSize(100, 200, picture);
    assertColour(3, 4, picture, 50, 50);
    assertColour(4, 4, picture, 50, 150);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void givesGreyAndBlackAndWhite(String format) throws Exception {
    BufferedImage gray = picture("full/max/0/gray." + format);
    BufferedImage bitonal = picture("full/max/0/bitonal." + format);

    assertEquals(1, gray.getRaster().getNumBands());
    assertEquals(1, bitonal.getRaster().getNumBands());
    int rgb = TestImages.colour(7, 3);
    double brightness = (rgb >> 16) * 0.299 + (rgb >> 8 & 0xFF) * 0.587 + (rgb & 0xFF) * 0.114;
    assertEquals(brightness, gray.getRaster().getSample(750, 350, 0), 6);
    int white = bitonal.getColorModel().getPixelSize() == 1 ? 1 : 255;
    for (int x = 50; x < 1000; x += 100) {
      int sample = bitonal.getRaster().getSample(x, 450, 0);
      assertTrue(sample <= 5 * white / 255 || sample >= 250 * white / 255, "sample " + sample);
    }
  }

  @Test
  void givesTheSameGreyInWebP() throws Exception {
    assumeTrue(OutputFormat.available().contains(OutputFormat.WEBP));
    BufferedImage gray = picture("full/max/0/gray.webp");
    int rgb = TestImages.colour(7, 3);
    double brightness = (rgb >> 16) * 0.299 + (rgb >> 8 & 0xFF) * 0.587 + (rgb & 0xFF) * 0.114;
    assertEquals(brightness, gray.getRGB(750, 350) & 0xFF, 6);
  }

  @Test
  void answersTilesAndThumbnailsWithoutMakingAnything() throws Exception {
    assertSize(512, 512, picture("0,0,512,512/512,512/0/default.jpg"));
    assertSize(488, 488, picture("512,512,488,488/max/0/color.jpg"));
    assertSize(488, 512, picture("512,0,488,512/488,/0/default.jpg"));
    assertSize(500, 500, picture("full/500,500/0/default.jpg"));
    assertSize(400, 400, picture("full/!400,400/0/default.jpg"));
    assertSize(200, 200, picture("full/200,/0/default.jpg"));
    for (PixelSize size : service.information(image).orElseThrow().sizes()) {
      picture("full/" + size.width() + "," + size.height() + "/0/default.jpg");
    }
    assertEquals(0, service.rendered());
    assertEquals(0, files(store.cacheFolder()));

    picture("0,0,512,512/512,512/0/default.png");
    picture("0,0,512,512/512,512/90/default.jpg");
    picture("0,0,512,512/512,512/0/gray.jpg");
    picture("1,0,512,512/512,512/0/default.jpg");
    assertEquals(4, service.rendered());
  }

  @Test
  void makesAPictureOnceAndKeepsItAcrossRestarts() throws Exception {
    byte[] first = bytes("full/333,/0/default.jpg");
    assertArrayEquals(first, bytes("full/,333/0/color.jpg"));
    assertEquals(1, service.rendered());

    service = service(100 << 20);

    assertArrayEquals(first, bytes("full/333,333/0/default.jpg"));
    assertEquals(0, service.rendered());
  }

  @Test
  void makesAPictureOnceForManyWhoAskAtTheSameTime() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(16);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(
            clients.submit(
                () -> {
                  start.await();
                  return bytes("full/777,/90/default.png");
                }));
      }
      start.countDown();
      for (Future<byte[]> answer : answers) {
        assertArrayEquals(answers.get(0).get(), answer.get());
      }
    } finally {
      clients.shutdown();
    }
    assertEquals(1, service.rendered());
  }

  @Test
  void keepsNoMoreOnTheDiskThanAllowed() throws Exception {
    int one = bytes("full/301,/0/default.jpg").length;
    service = service(3L * one);
    for (int width = 302; width < 320; width++) {
      bytes("full/" + width + ",/0/default.jpg");
    }

    assertTrue(files(store.cacheFolder()) <= 3L * one);
    assertTrue(files(store.cacheFolder()) > 0);
    bytes("full/319,/0/default.jpg");
    assertEquals(18, service.rendered());
  }

  @Test
  void makesAgainWhatSomebodyDeleted() throws Exception {
    byte[] picture = bytes("full/300,/0/default.png");
    try (Stream<Path> walk = Files.walk(store.cacheFolder())) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }

    assertArrayEquals(picture, bytes("full/300,/0/default.png"));
    assertEquals(2, service.rendered());
  }

  @Test
  void tagsEqualPicturesAlikeInBothVersions() throws Exception {
    String tag = service.tag(image, rendition(ApiVersion.V3, "full/500,/0/default.jpg"));

    assertEquals(tag, service.tag(image, rendition(ApiVersion.V2, "full/,500/0/color.jpg")));
    assertNotEquals(tag, service.tag(image, rendition(ApiVersion.V3, "full/501,/0/default.jpg")));
    assertNotEquals(
        tag,
        service.tag(Digest.of(new byte[1]), rendition(ApiVersion.V3, "full/500,/0/default.jpg")));
  }

  @Test
  void readsAnAccessFileThatWasMadeAgain() throws Exception {
    byte[] before = bytes("0,0,512,512/max/0/default.jpg");

    store.remakeAccess(image);
    service.reopen(image);

    assertArrayEquals(before, bytes("0,0,512,512/max/0/default.jpg"));
  }

  @Test
  void knowsNothingOfImagesThatAreNotStored() throws Exception {
    Digest unknown = Digest.of(new byte[3]);
    ImageRequest request = ImageRequest.parse(ApiVersion.V3, "full", "max", "0", "default.jpg");

    assertTrue(service.information(unknown).isEmpty());
    assertTrue(service.rendition(unknown, request).isEmpty());
  }

  @Test
  void scalesImagesOneThinLineWide() throws Exception {
    image =
        store
            .ingest(new ByteArrayInputStream(TestImages.jpeg(TestImages.squares(1, 3001, 100))))
            .digest();

    assertSize(1, 1000, picture("full/!1000,1000/0/default.jpg"));
    assertSize(1500, 1, picture("full/1,1500/90/default.png"));
    assertSize(1, 94, picture("full/,94/0/default.jpg"));
    assertFalse(service.information(image).orElseThrow().sizes().isEmpty());
  }

  private ImageService service(long cacheBytes) throws IOException {
    RenditionCache cache = RenditionCache.open(store.cacheFolder(), cacheBytes);
    return new ImageService(store, SizeLimits.DEFAULT, cache, Duration.ofMinutes(1), 2);
  }

  private BufferedImage picture(String path) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(bytes(path)));
  }

  private byte[] bytes(String path) throws Exception {
    return service.picture(image, rendition(ApiVersion.V3, path));
  }

  private Rendition rendition(ApiVersion version, String path) throws Exception {
    String[] parts = path.split("/", -1);
    ImageRequest request = ImageRequest.parse(version, parts[0], parts[1], parts[2], parts[3]);
    return service.rendition(image, request).orElseThrow();
  }

  private static void assertSize(int width, int height, BufferedImage picture) {
    assertEquals(width + "×" + height, picture.getWidth() + "×" + picture.getHeight());
  }

  private static void assertColour(int column, int row, BufferedImage picture, int x, int y) {
    int actual = picture.getRGB(x, y) & 0xFFFFFF;
    int expected = TestImages.colour(column, row);
    assertTrue(
        TestImages.distance(expected, actual) < 16,
        () ->
            Integer.toHexString(actual)
                + " at "
                + x
                + ","
                + y
                + " is not near "
                + Integer.toHexString(expected));
  }

  private static long files(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
