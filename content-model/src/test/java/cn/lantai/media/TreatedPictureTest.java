package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes the place of an image: covered parts, less pixels, a watermark. */
class TreatedPictureTest {

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 1100;

  @TempDir private Path root;
  private MediaStore store;
  private Digest original;

  @BeforeEach
  void ingest() throws Exception {
    store = MediaStore.open(root);
    byte[] white = TestImages.jpeg(white());
    original = store.ingest(new ByteArrayInputStream(white)).digest();
  }

  @Test
  void nothingIsLeftOfWhatIsCoveredAtAnySize() throws Exception {
    AccessPyramid pyramid =
        treated(new Treatment(List.of(Region.parse("25,25,50,50")), NO_LIMIT, NO_TEXT));

    assertEquals(new PixelSize(WIDTH, HEIGHT), pyramid.size());
    for (int level = 0; level < pyramid.levels(); level++) {
      PixelSize size = pyramid.levelSize(level);
      assertTrue(brightness(pyramid, level, size.width() / 2, size.height() / 2) < 8);
      assertTrue(
          brightness(pyramid, level, size.width() * 27 / 100, size.height() * 27 / 100) < 24);
      assertTrue(brightness(pyramid, level, size.width() / 10, size.height() / 2) > 240);
      assertTrue(brightness(pyramid, level, size.width() / 2, size.height() * 9 / 10) > 240);
    }
  }

  @Test
  void severalPartsAreCoveredUpToTheEdges() throws Exception {
    AccessPyramid pyramid =
        treated(
            new Treatment(
                List.of(Region.parse("0,0,10,100"), Region.parse("90.5,99,9.5,1")),
                NO_LIMIT,
                NO_TEXT));

    assertTrue(brightness(pyramid, 0, 0, 0) < 8);
    assertTrue(brightness(pyramid, 0, 0, HEIGHT - 1) < 8);
    assertTrue(brightness(pyramid, 0, WIDTH - 1, HEIGHT - 1) < 24);
    assertTrue(brightness(pyramid, 0, WIDTH - 1, 0) > 240);
  }

  @Test
  void aReducedPictureHasNoMorePixelsThanItMay() throws Exception {
    AccessPyramid pyramid = treated(new Treatment(List.of(), OptionalInt.of(700), NO_TEXT));

    assertEquals(new PixelSize(700, 550), pyramid.size());
  }

  @Test
  void aSmallImageIsNotEnlarged() throws Exception {
    AccessPyramid pyramid = treated(new Treatment(List.of(), OptionalInt.of(5000), NO_TEXT));

    assertEquals(new PixelSize(WIDTH, HEIGHT), pyramid.size());
  }

  @Test
  void aWatermarkStandsAcrossAllOfThePicture() throws Exception {
    AccessPyramid pyramid =
        treated(new Treatment(List.of(), NO_LIMIT, Optional.of("LANTAI SAMPLE")));

    for (int column = 0; column < 2; column++) {
      for (int row = 0; row < 2; row++) {
        assertTrue(darkest(TestImages.tile(pyramid, 0, column, row)) < 220, column + "," + row);
      }
    }
    assertTrue(darkest(TestImages.tile(pyramid(Treatment.NONE), 0, 0, 0)) > 240);
  }

  @Test
  void theOriginalIsNotTheAddressOfWhatIsShown() throws Exception {
    Treatment treatment = new Treatment(List.of(Region.WHOLE), NO_LIMIT, NO_TEXT);
    treated(treatment);

    Digest shown = treatment.digest(original);
    assertFalse(Files.exists(store.originalPath(shown)));
    assertTrue(Files.exists(store.accessPath(shown)));
  }

  @Test
  void whatIsNotStoredCannotBeTreated() {
    Picture unknown =
        Picture.of(Digest.of(new byte[3]), new Treatment(List.of(Region.WHOLE), NO_LIMIT, NO_TEXT));

    assertThrows(NoSuchFileException.class, () -> store.treated(unknown));
  }

  private static final OptionalInt NO_LIMIT = OptionalInt.empty();
  private static final Optional<String> NO_TEXT = Optional.empty();

  private AccessPyramid treated(Treatment treatment) throws Exception {
    return store.treated(Picture.of(original, treatment));
  }

  private AccessPyramid pyramid(Treatment treatment) {
    return store.pyramid(treatment.digest(original)).orElseThrow();
  }

  private static int brightness(AccessPyramid pyramid, int level, int x, int y) throws Exception {
    int tile = pyramid.tileSize();
    int rgb = TestImages.tile(pyramid, level, x / tile, y / tile).rgb(x % tile, y % tile);
    return (rgb >> 8) & 0xFF;
  }

  private static int darkest(RgbImage image) {
    int darkest = 255;
    for (byte sample : image.pixels()) {
      darkest = Math.min(darkest, sample & 0xFF);
    }
    return darkest;
  }

  private static RgbImage white() {
    RgbImage image = new RgbImage(WIDTH, HEIGHT);
    Arrays.fill(image.pixels(), (byte) 255);
    return image;
  }
}
