package cn.lantai.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPyramidTest {

  @TempDir private Path folder;

  @Test
  void halvesUntilOneTileIsEnough() throws Exception {
    AccessPyramid pyramid = pyramid(TestImages.squares(1700, 1100, 100));

    assertEquals(3, pyramid.levels());
    assertEquals(new PixelSize(1700, 1100), pyramid.levelSize(0));
    assertEquals(new PixelSize(850, 550), pyramid.levelSize(1));
    assertEquals(new PixelSize(425, 275), pyramid.levelSize(2));
    assertEquals(4, pyramid.columns(0));
    assertEquals(3, pyramid.rows(0));
  }

  @Test
  void givesEdgeTilesAtTheirExactSizeAndWithTheRightPixels() throws Exception {
    RgbImage source = TestImages.squares(1700, 1100, 100);
    AccessPyramid pyramid = pyramid(source);

    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        RgbImage tile = TestImages.tile(pyramid, 0, column, row);
        assertEquals(column == 3 ? 164 : 512, tile.width());
        assertEquals(row == 2 ? 76 : 512, tile.height());
        for (int y = 5; y < tile.height(); y += 7) {
          for (int x = 5; x < tile.width(); x += 7) {
            int sourceX = column * 512 + x;
            int sourceY = row * 512 + y;
            if (sourceX % 100 > 16
                && sourceX % 100 < 84
                && sourceY % 100 > 16
                && sourceY % 100 < 84) {
              assertTrue(TestImages.distance(source.rgb(sourceX, sourceY), tile.rgb(x, y)) < 12);
            }
          }
        }
      }
    }
  }

  @Test
  void everyTileIsAPictureOfItsOwn() throws Exception {
    AccessPyramid pyramid = pyramid(TestImages.squares(1100, 600, 50));

    for (int level = 0; level < pyramid.levels(); level++) {
      for (int column = 0; column < pyramid.columns(level); column++) {
        byte[] jpeg = pyramid.tile(level, column, 0).read();
        assertEquals(0xFFD8, (jpeg[0] & 0xFF) << 8 | (jpeg[1] & 0xFF));
        assertEquals(0xFFD9, (jpeg[jpeg.length - 2] & 0xFF) << 8 | (jpeg[jpeg.length - 1] & 0xFF));
        assertTrue(ImageIO.read(new ByteArrayInputStream(jpeg)) != null);
      }
    }
  }

  @Test
  void hasThumbnailsReadySmallerThanTheImage() throws Exception {
    AccessPyramid pyramid = pyramid(TestImages.squares(900, 1200, 100));

    assertEquals(
        List.of(
            new PixelSize(150, 200),
            new PixelSize(225, 300),
            new PixelSize(300, 400),
            new PixelSize(600, 800)),
        pyramid.readySizes());
    for (PixelSize size : pyramid.readySizes()) {
      var image =
          ImageIO.read(new ByteArrayInputStream(pyramid.readyImage(size).orElseThrow().read()));
      assertEquals(size, new PixelSize(image.getWidth(), image.getHeight()));
      int centre = image.getRGB(size.width() / 6, size.height() / 8) & 0xFFFFFF;
      assertTrue(TestImages.distance(TestImages.colour(1, 1), centre) < 12);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TIFF", "BIG_TIFF"})
  void isATiffWhoseLevelsOthersRead(SourceFormat format) throws Exception {
    RgbImage source = TestImages.squares(1300, 700, 100);
    Path file = folder.resolve("a.tif");
    long largestClassic = format == SourceFormat.TIFF ? TiffDirectory.LARGEST_CLASSIC : 0;
    try (PyramidWriter writer = new PyramidWriter(source.size(), file, largestClassic)) {
      writer.rows(source);
      writer.finish();
    }

    assertEquals(format, SourceReader.formatOf(file));
    ImageReader reader = Codecs.reader(format);
    try (var in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertEquals(3, reader.getNumImages(true));
      var full = reader.read(0);
      assertEquals(1300, full.getWidth());
      assertEquals(700, full.getHeight());
      assertTrue(TestImages.distance(source.rgb(1250, 650), full.getRGB(1250, 650)) < 12);
      assertEquals(325, reader.getWidth(2));
    } finally {
      reader.dispose();
    }
  }

  @Test
  void holdsThinAndTinyImages() throws Exception {
    assertEquals(new PixelSize(1, 3000), pyramid(TestImages.squares(1, 3000, 10)).size());
    assertEquals(new PixelSize(1, 1), pyramid(TestImages.squares(1, 1, 10)).size());
    AccessPyramid wide = pyramid(TestImages.squares(2049, 1, 10));
    assertEquals(new PixelSize(257, 1), wide.levelSize(wide.levels() - 1));
    assertEquals(1, TestImages.tile(wide, 0, 4, 0).width());
    assertThrows(IndexOutOfBoundsException.class, () -> wide.tile(0, 5, 0));
  }

  @Test
  void refusesAFileWithoutAnIndexOfThisVersion() throws Exception {
    Path file = folder.resolve("other.tif");
    Files.write(file, new byte[100]);

    assertThrows(IOException.class, () -> AccessPyramid.open(file));
  }

  private AccessPyramid pyramid(RgbImage image) throws Exception {
    Path file = folder.resolve(image.width() + "x" + image.height() + ".tif");
    PyramidWriter.write(image, file);
    return AccessPyramid.open(file);
  }
}
