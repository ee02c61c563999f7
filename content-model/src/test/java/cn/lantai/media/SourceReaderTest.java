package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.lantai.media.UnreadableImageException.Kind;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "tif"})
  void readsAnImageWhateverItsFileNameSays(String format) throws Exception {
    RgbImage source = TestImages.squares(300, 200, 100);

    RgbImage read = read(TestImages.encoded(source.toBufferedImage(), format));

    assertEquals(source.size(), read.size());
    assertNear(TestImages.colour(2, 1), read.rgb(250, 150));
    assertNear(TestImages.colour(0, 1), read.rgb(50, 150));
  }

  @Test
  void readsWebPInItsTrueColours() throws Exception {
    assumeTrue(Codecs.hasWebP(), "there is no WebP library for this kind of processor");
    RgbImage picture = TestImages.squares(600, 400, 100);
    RgbImage read = read(ImageEncoder.webP(picture.toBufferedImage(), 0.9f));
    assertEquals(picture.size(), read.size());
    for (int column = 0; column < 6; column++) {
      for (int row = 0; row < 4; row++) {
        assertNear(TestImages.colour(column, row), read.rgb(column * 100 + 50, row * 100 + 50));
      }
    }
  }

  @Test
  void saysOfJpeg2000HowToConvertIt() throws Exception {
    byte[] jp2 = {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10, 0, 0};
    Path file = Files.write(folder.resolve("page.jpg"), jp2);
    UnreadableImageException refusal =
        assertThrows(
            UnreadableImageException.class,
            () -> new SourceReader(1_000_000, 1_000_000).inspect(file));
    assertEquals(Kind.UNKNOWN_FORMAT, refusal.kind());
    assertTrue(refusal.reason().contains("opj_decompress"), refusal.reason());
  }

  @Test
  void refusesWhatOnlyBeginsLikeWebP() {
    byte[] head = "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(UnreadableImageException.class, () -> read(head));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 60, 40, 5, 5", "2, 60, 40, 55, 5", "3, 60, 40, 55, 35", "4, 60, 40, 5, 35",
    "5, 40, 60, 5, 5", "6, 40, 60, 35, 5", "7, 40, 60, 35, 55", "8, 40, 60, 5, 55"
  })
  void setsThePictureUprightAsTheCameraTells(int orientation, int width, int height, int x, int y)
      throws Exception {
    // The first pixel stored is marked; the table says where it has to end up.
    RgbImage source = TestImages.squares(60, 40, 20);

    RgbImage read = read(TestImages.withOrientation(TestImages.jpeg(source), orientation));

    assertEquals(new PixelSize(width, height), read.size());
    assertNear(TestImages.colour(0, 0), read.rgb(x, y));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsALargePictureInBandsAsItReadsASmallOneWhole(int orientation) throws Exception {
    RgbImage picture = TestImages.squares(700, 1300, 50);
    byte[] jpeg = TestImages.withOrientation(TestImages.jpeg(picture), orientation);
    assertArrayEquals(read(jpeg).pixels(), readInBands(jpeg).pixels());
  }

  @ParameterizedTest
  @MethodSource("kindsOfPictures")
  void readsEveryKindOfPictureInBandsAsItDoesWhole(int type, String format) throws Exception {
    BufferedImage picture = new BufferedImage(330, 777, type);
    picture
        .createGraphics()
        .drawImage(TestImages.squares(330, 777, 30).toBufferedImage(), 0, 0, null);
    byte[] bytes = TestImages.encoded(picture, format);
    assertArrayEquals(read(bytes).pixels(), readInBands(bytes).pixels());
  }

  static Stream<Arguments> kindsOfPictures() {
    return Stream.of("png", "tiff")
        .flatMap(
            format ->
                Stream.of(
                    Arguments.of(BufferedImage.TYPE_3BYTE_BGR, format),
                    Arguments.of(BufferedImage.TYPE_4BYTE_ABGR, format),
                    Arguments.of(BufferedImage.TYPE_BYTE_GRAY, format),
                    Arguments.of(BufferedImage.TYPE_USHORT_GRAY, format),
                    Arguments.of(BufferedImage.TYPE_BYTE_BINARY, format),
                    Arguments.of(BufferedImage.TYPE_BYTE_INDEXED, format)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "tiff"})
  void saysThatALargeFileIsCutShort(String format) {
    byte[] bytes = TestImages.encoded(TestImages.squares(600, 900, 30).toBufferedImage(), format);
    byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
    assertThrows(UnreadableImageException.class, () -> readInBands(half));
  }

  @Test
  void tellsAFullDiskFromADamagedImage() throws Exception {
    byte[] bytes = TestImages.jpeg(TestImages.squares(600, 900, 30));
    Path file = Files.write(folder.resolve("a.jpg"), bytes);
    SourceReader reader = new SourceReader(10_000_000, 0, 0);
    Source source = reader.inspect(file);
    RowSink full =
        strip -> {
          throw new IOException("No space left on device");
        };
    assertEquals(
        "No space left on device",
        assertThrows(
                IOException.class, () -> reader.read(file, source, folder.resolve("scratch"), full))
            .getMessage());
  }

  @Test
  void takesGreyAsItIsStored() throws Exception {
    BufferedImage gray = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
    fill(gray.getRaster(), 100);

    assertNear(0x646464, read(TestImages.encoded(gray, "png")).rgb(10, 10));
    assertNear(0x646464, read(TestImages.encoded(gray, "jpg")).rgb(10, 10));
    assertNear(0x646464, read(TestImages.encoded(gray, "tif")).rgb(10, 10));
  }

  @Test
  void reducesSixteenBitsToEight() throws Exception {
    BufferedImage gray = new BufferedImage(20, 20, BufferedImage.TYPE_USHORT_GRAY);
    fill(gray.getRaster(), 100 << 8);
    assertNear(0x646464, read(TestImages.encoded(gray, "png")).rgb(10, 10));
    assertNear(0x646464, read(TestImages.encoded(gray, "tif")).rgb(10, 10));

    BufferedImage colour = sixteenBitColour(200, 100, 50);
    assertNear(0xC86432, read(TestImages.encoded(colour, "png")).rgb(10, 10));
    assertNear(0xC86432, read(TestImages.encoded(colour, "tif")).rgb(10, 10));
  }

  @Test
  void readsBlackAndWhiteAndPalettes() throws Exception {
    BufferedImage bitonal = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_BINARY);
    fill(bitonal.getRaster(), 1);
    assertEquals(0xFFFFFF, read(TestImages.encoded(bitonal, "png")).rgb(10, 10));
    assertEquals(0xFFFFFF, read(TestImages.encoded(bitonal, "tif")).rgb(10, 10));

    BufferedImage palette = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_INDEXED);
    paint(palette, Color.RED);
    assertNear(0xFF0000, read(TestImages.encoded(palette, "png")).rgb(10, 10));
  }

  @Test
  void laysTransparencyOnWhite() throws Exception {
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x80FF0000);

    RgbImage read = read(TestImages.encoded(image, "png"));

    assertEquals(0xFFFFFF, read.rgb(10, 10));
    assertNear(0xFF7F7F, read.rgb(0, 0));
  }

  @Test
  void readsTheFourInksOfPrinters() throws Exception {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 32, 4, null);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        // Adobe's files hold inks inverted: no cyan, full magenta and yellow, no black.
        raster.setPixel(x, y, new int[] {255, 0, 0, 255});
      }
    }
    ImageWriter writer = Codecs.jpegWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, null));
    } finally {
      writer.dispose();
    }
    byte[] jpeg = bytes.toByteArray();
    byte[] adobe = {
      (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    byte[] cmyk = new byte[jpeg.length + adobe.length];
    System.arraycopy(jpeg, 0, cmyk, 0, 2);
    System.arraycopy(adobe, 0, cmyk, 2, adobe.length);
    System.arraycopy(jpeg, 2, cmyk, 2 + adobe.length, jpeg.length - 2);

    int rgb = read(cmyk).rgb(16, 16);

    assertTrue(
        (rgb >> 16) > 180 && (rgb >> 8 & 0xFF) < 80 && (rgb & 0xFF) < 80, Integer.toHexString(rgb));
  }

  @Test
  void convertsColoursOfAnotherProfileToSrgb() {
    ICC_Profile linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
    ComponentColorModel model =
        new ComponentColorModel(
            new ICC_ColorSpace(linear),
            false,
            false,
            ComponentColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(100, 100);
    fill(raster, 55);
    BufferedImage image = new BufferedImage(model, raster, false, null);

    // 55/255 in linear light is 128/255 in sRGB.
    assertNear(0x808080, SrgbConverter.convert(image, Optional.empty()).rgb(50, 50));

    BufferedImage untagged = TestImages.squares(100, 100, 100).toBufferedImage();
    fill(untagged.getRaster(), 55);
    assertNear(0x808080, SrgbConverter.convert(untagged, Optional.of(linear)).rgb(50, 99));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "tif"})
  void saysThatAFileIsCutShort(String format) {
    byte[] whole = TestImages.encoded(TestImages.squares(900, 900, 7).toBufferedImage(), format);

    for (double part : new double[] {0.02, 0.5, 0.95}) {
      byte[] cut = Arrays.copyOf(whole, (int) (whole.length * part));
      var refusal = assertThrows(UnreadableImageException.class, () -> read(cut), format + part);
      assertTrue(
          refusal.kind() == Kind.TRUNCATED || refusal.kind() == Kind.BROKEN, refusal.reason());
    }
  }

  @Test
  void readsAJpegThatOnlyLacksItsEndMarker() throws Exception {
    byte[] whole = TestImages.jpeg(TestImages.squares(300, 300, 100));

    assertNear(TestImages.colour(2, 2), read(Arrays.copyOf(whole, whole.length - 2)).rgb(250, 250));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void endsInAPictureOrARefusalWhateverIsDamaged(int seed) throws Exception {
    java.util.Random random = new java.util.Random(seed);
    for (String format : new String[] {"jpg", "png", "tif"}) {
      byte[] bytes = TestImages.encoded(TestImages.squares(200, 200, 9).toBufferedImage(), format);
      for (int i = 0; i < 20; i++) {
        bytes[
                SourceFormat.SIGNATURE_LENGTH
                    + random.nextInt(bytes.length - SourceFormat.SIGNATURE_LENGTH)] =
            (byte) random.nextInt(256);
      }
      try {
        assertTrue(read(bytes).width() > 0);
      } catch (UnreadableImageException e) {
        assertTrue(e.messageKey().startsWith("media.unreadable."));
      }
    }
  }

  private RgbImage read(byte[] bytes) throws Exception {
    return read(bytes, new SourceReader(10_000_000, 10_000_000));
  }

  /** As large pictures are read. */
  private RgbImage readInBands(byte[] bytes) throws Exception {
    return read(bytes, new SourceReader(10_000_000, 0, 0));
  }

  private RgbImage read(byte[] bytes, SourceReader reader) throws Exception {
    Path file = Files.write(folder.resolve("mislabelled.gif"), bytes);
    Source source = reader.inspect(file);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    reader.read(
        file, source, folder.resolve("scratch"), strip -> pixels.writeBytes(strip.pixels()));
    assertFalse(Files.exists(folder.resolve("scratch")));
    PixelSize size = source.upright();
    return new RgbImage(size.width(), size.height(), pixels.toByteArray());
  }

  private static void assertNear(int expected, int actual) {
    assertTrue(
        TestImages.distance(expected, actual) < 14,
        () -> Integer.toHexString(actual) + " is not near " + Integer.toHexString(expected));
  }

  private static void fill(WritableRaster raster, int sample) {
    int[] samples = new int[raster.getWidth() * raster.getHeight() * raster.getNumBands()];
    Arrays.fill(samples, sample);
    raster.setPixels(0, 0, raster.getWidth(), raster.getHeight(), samples);
  }

  private static void paint(BufferedImage image, Color colour) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, colour.getRGB());
      }
    }
  }

  private static BufferedImage sixteenBitColour(int red, int green, int blue) {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            ComponentColorModel.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(20, 20);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 20; x++) {
        raster.setPixel(x, y, new int[] {red << 8, green << 8, blue << 8});
      }
    }
    return new BufferedImage(model, raster, false, null);
  }
}
