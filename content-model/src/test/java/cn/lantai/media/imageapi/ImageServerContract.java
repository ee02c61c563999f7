package cn.lantai.media.imageapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.lantai.media.Digest;
import cn.lantai.media.FileRange;
import cn.lantai.media.MediaStore;
import cn.lantai.media.RgbImage;
import cn.lantai.media.TestImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every image server does. Inherit, and hand over one that reads the access files of a store.
 * Looks at pixels of a picture of 10×10 coloured squares, 100 pixels each.
 */
public abstract class ImageServerContract {

  @TempDir private Path root;
  private MediaStore store;
  private ImageServer server;
  private Digest image;

  protected abstract ImageServer server(MediaStore store) throws Exception;

  /** By how many of 256 steps the grey of a colour may differ from that of ITU-R BT.601. */
  protected int greyTolerance() {
    return 6;
  }

  @BeforeEach
  void ingest() throws Exception {
    store = MediaStore.open(root);
    image = ingest(TestImages.squares(1000, 1000, 100));
    server = server(store);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "webp"})
  void givesTheWholeImage(String format) throws Exception {
    assumeTrue(isWritten(format));
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
  @CsvSource({"45,png", "22.5,png", "!300.25,png", "22.5,jpg", "45,webp"})
  void turnsByAnyAngleAfterMirroring(String rotation, String format) throws Exception {
    assumeTrue(isWritten(format));
    boolean mirrored = rotation.startsWith("!");
    double angle = Math.toRadians(Double.parseDouble(rotation.replace("!", "")));
    BufferedImage picture = picture("full/max/" + rotation + "/default." + format);

    int side = (int) Math.ceil(1000 * (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle))));
    assertSize(side, side, picture);
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < 10; column++) {
        double right = (100 * column + 50 - 500) * (mirrored ? -1 : 1);
        double down = 100 * row + 50 - 500;
        assertColour(
            column,
            row,
            picture,
            (int) Math.round(right * Math.cos(angle) - down * Math.sin(angle) + side / 2.0),
            (int) Math.round(right * Math.sin(angle) + down * Math.cos(angle) + side / 2.0));
      }
    }
    int corner = picture.getRGB(1, 1);
    if (format.equals("jpg")) {
      assertTrue((corner & 0xFF) > 245, "white");
    } else {
      assertEquals(0, corner >>> 24, "transparent");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void whatIsTurnedByAnyAngleIsStillBlackAndWhite(String format) throws Exception {
    BufferedImage picture = picture("full/max/22.5/bitonal." + format);
    for (int x = 0; x < picture.getWidth(); x += 7) {
      int rgb = picture.getRGB(x, picture.getHeight() / 3);
      int sample = rgb & 0xFF;
      assertTrue(rgb >>> 24 == 0 || sample <= 8 || sample >= 247, "sample " + sample);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "webp"})
  void givesGreyAndBlackAndWhite(String format) throws Exception {
    assumeTrue(isWritten(format));
    BufferedImage gray = picture("full/max/0/gray." + format);
    BufferedImage bitonal = picture("full/max/0/bitonal." + format);

    int rgb = TestImages.colour(7, 3);
    double brightness = (rgb >> 16) * 0.299 + (rgb >> 8 & 0xFF) * 0.587 + (rgb & 0xFF) * 0.114;
    for (int band = 0; band < 3; band++) {
      assertEquals(brightness, component(gray, 750, 350, band), greyTolerance());
    }
    for (int x = 50; x < 1000; x += 100) {
      int sample = component(bitonal, x, 450, 1);
      assertTrue(sample <= 5 || sample >= 250, "sample " + sample);
    }
  }

  /** Samples as they are encoded; Java would take grey for linear light. */
  private static int component(BufferedImage picture, int x, int y, int band) {
    boolean grey = picture.getRaster().getNumBands() == 1;
    int sample = picture.getRaster().getSample(x, y, grey ? 0 : band);
    return picture.getColorModel().getComponentSize(0) == 1 ? 255 * sample : sample;
  }

  @Test
  void scalesImagesOneThinLineWide() throws Exception {
    image = ingest(TestImages.squares(1, 3001, 100));

    assertSize(1, 1000, picture("full/!1000,1000/0/default.jpg"));
    assertSize(1500, 1, picture("full/1,1500/90/default.png"));
    assertSize(1, 94, picture("full/,94/0/default.jpg"));
  }

  @Test
  void canMakeAPictureAtATime() {
    assertTrue(server.capacity() > 0);
  }

  /** WebP is not written on every machine. */
  private static boolean isWritten(String format) {
    return OutputFormat.available().stream().anyMatch(each -> each.suffix().equals(format));
  }

  @Test
  void failsIfTheAccessFileIsGone() throws Exception {
    Rendition rendition = rendition("full/300,/90/default.png");
    var pyramid = store.pyramid(image).orElseThrow();
    Files.delete(store.accessPath(image));

    assertThrows(IOException.class, () -> server.make(image, pyramid, rendition));
  }

  private Digest ingest(RgbImage pixels) throws Exception {
    return store.ingest(new ByteArrayInputStream(TestImages.jpeg(pixels))).digest();
  }

  private BufferedImage picture(String path) throws Exception {
    Rendition rendition = rendition(path);
    var pyramid = store.pyramid(image).orElseThrow();
    Optional<FileRange> ready = server.ready(pyramid, rendition);
    byte[] picture =
        ready.isPresent() ? ready.get().read() : server.make(image, pyramid, rendition);
    return ImageIO.read(new ByteArrayInputStream(picture));
  }

  private Rendition rendition(String path) throws Exception {
    String[] parts = path.split("/", -1);
    return ImageRequest.parse(ApiVersion.V3, parts[0], parts[1], parts[2], parts[3])
        .on(store.pyramid(image).orElseThrow().size(), SizeLimits.DEFAULT);
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
}
