package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.media.UnreadableImageException.Kind;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of TIFF that scanners and presses write. */
class TiffKindsTest {

  private static final int INKS = 5;
  private static final int RGB = 2;
  private static final int GREY = 1;
  private static final long GIB = 1L << 30;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inksBecomeColoursInStripsAndInTiles(boolean tiled) throws Exception {
    // No cyan, full magenta and yellow, no black.
    byte[] samples = repeated(32 * 32, 0, 255, 255, 0);
    TestTiff tiff = TestTiff.of(32, 32, 4, 8, INKS).shorts(332, 1);
    int rgb = read(tiled ? tiff.tiles(32, 1, samples) : tiff.strip(32, samples)).rgb(16, 16);
    assertTrue(
        (rgb >> 16) > 180 && (rgb >> 8 & 0xFF) < 80 && (rgb & 0xFF) < 80, Integer.toHexString(rgb));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sixteenBitsAreReducedInStripsAndInTiles(boolean tiled) throws Exception {
    byte[] samples = repeated(32 * 32, 0, 200, 0, 100, 0, 50);
    TestTiff tiff = TestTiff.of(32, 32, 3, 16, RGB);
    RgbImage read = read(tiled ? tiff.tiles(16, 4, samples) : tiff.strip(32, samples));
    assertNear(0xC86432, read.rgb(5, 5));
    assertNear(0xC86432, read.rgb(31, 31));
  }

  @Test
  void theColoursOfAnEmbeddedProfileAreConverted() throws Exception {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    // 55/255 in linear light is 128/255 in sRGB.
    RgbImage read =
        read(
            TestTiff.of(20, 20, 3, 8, RGB)
                .bytes(34675, profile)
                .dataAt(60_000)
                .strip(20, repeated(20 * 20, 55, 55, 55)));
    assertNear(0x808080, read.rgb(10, 10));
  }

  @ParameterizedTest
  @CsvSource({"1,30,20", "3,30,20", "6,20,30", "8,20,30"})
  void thePictureIsSetUpright(int orientation, int width, int height) throws Exception {
    TestTiff tiff =
        TestTiff.of(30, 20, 1, 8, GREY).shorts(274, orientation).strip(20, new byte[600]);
    assertEquals(new PixelSize(width, height), read(tiff).size());
  }

  @Test
  void aPictureBehindFourGibibytesIsRead() throws Exception {
    TestTiff tiff =
        TestTiff.of(40, 30, 3, 8, RGB)
            .big()
            .dataAt(5 * GIB)
            .strip(30, repeated(40 * 30, 200, 100, 50));
    RgbImage read = read(tiff);
    assertEquals(new PixelSize(40, 30), read.size());
    assertNear(0xC86432, read.rgb(39, 29));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,9", "9,0"})
  void aPictureWithoutPixelsIsRefused(int width, int height) throws Exception {
    TestTiff tiff = TestTiff.of(width, height, 1, 8, GREY).strip(1, new byte[1]);
    assertThrows(UnreadableImageException.class, () -> read(tiff));
  }

  @ParameterizedTest
  @CsvSource({"1,100000", "100000,1", "70000,70000"})
  void aPictureWithAnAbsurdSideIsRefusedUnread(int width, int height) throws Exception {
    TestTiff tiff = TestTiff.of(width, height, 1, 8, GREY).strip(1, new byte[1]);
    assertEquals(
        Kind.TOO_LARGE, assertThrows(UnreadableImageException.class, () -> read(tiff)).kind());
  }

  @Test
  void fewBytesThatClaimToBeAHugePictureAreRefused() throws Exception {
    TestTiff tiff = TestTiff.of(30_000, 30_000, 3, 8, RGB).strip(30_000, new byte[100]);
    assertThrows(UnreadableImageException.class, () -> read(tiff));
  }

  private RgbImage read(TestTiff tiff) throws Exception {
    Path file = tiff.write(folder.resolve("scan.tif"));
    SourceReader reader = new SourceReader(MediaStore.DEFAULT_MAX_PIXELS, 150_000_000);
    Source source = reader.inspect(file);
    RgbImage[] whole = new RgbImage[1];
    reader.read(file, source, folder.resolve("scratch"), rows -> whole[0] = rows);
    return whole[0];
  }

  private static byte[] repeated(int times, int... samples) {
    ByteBuffer bytes = ByteBuffer.allocate(times * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < times; i++) {
      for (int sample : samples) {
        bytes.put((byte) sample);
      }
    }
    return bytes.array();
  }

  private static void assertNear(int expected, int actual) {
    assertTrue(
        TestImages.distance(expected, actual) < 6,
        () -> Integer.toHexString(actual) + " is not near " + Integer.toHexString(expected));
  }
}
