package cn.lantai.media;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads pictures that another image server has made. */
public final class ImageDecoder {

  private ImageDecoder() {}

  /**
   * A PNG of eight bits in each sample, without regard to any transparency.
   *
   * @param expected how large it is; nothing is decoded of another
   */
  public static RgbImage png(byte[] png, PixelSize expected) throws IOException {
    ImageReader reader = Codecs.jdkReader(SourceFormat.PNG);
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in, true, true);
      PixelSize size = new PixelSize(reader.getWidth(0), reader.getHeight(0));
      if (!size.equals(expected)) {
        throw new IOException("A picture of " + size + " pixels in the place of " + expected);
      }
      return pixels(reader.read(0));
    } catch (RuntimeException broken) {
      throw new IOException("A PNG that cannot be read", broken);
    } finally {
      reader.dispose();
    }
  }

  /** The samples themselves, for AWT would take grey for linear light. */
  private static RgbImage pixels(BufferedImage image) throws IOException {
    Raster raster = image.getRaster();
    if (image.getColorModel() instanceof IndexColorModel
        || raster.getSampleModel().getSampleSize(0) != 8) {
      throw new IOException("A PNG that has no eight bits in each sample");
    }
    int bands = raster.getNumBands();
    int green = bands < 3 ? 0 : 1;
    int blue = bands < 3 ? 0 : 2;
    RgbImage result = new RgbImage(image.getWidth(), image.getHeight());
    int[] row = new int[image.getWidth() * bands];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, image.getWidth(), 1, row);
      for (int at = 0; at < row.length; at += bands) {
        result.pixels()[to++] = (byte) row[at];
        result.pixels()[to++] = (byte) row[at + green];
        result.pixels()[to++] = (byte) row[at + blue];
      }
    }
    return result;
  }
}
