package cn.lantai.media;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Pixels in sRGB, three bytes each in the order red, green, blue, rows without gaps: so the JDK's
 * JPEG codec has them itself, and need not go through them one by one as for {@link
 * BufferedImage#TYPE_3BYTE_BGR}.
 */
public final class RgbImage {

  private static final ColorModel COLOURS =
      new ComponentColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          false,
          false,
          Transparency.OPAQUE,
          DataBuffer.TYPE_BYTE);

  private final int width;
  private final int height;
  private final byte[] pixels;

  public RgbImage(int width, int height) {
    this(width, height, new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)]);
  }

  /** Keeps the array itself, not a copy. */
  public RgbImage(int width, int height, byte[] pixels) {
    if (pixels.length != width * height * 3) {
      throw new IllegalArgumentException(
          pixels.length + " bytes for " + width + "×" + height + " pixels");
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public PixelSize size() {
    return new PixelSize(width, height);
  }

  /** The pixels themselves; whoever changes them changes this image. */
  public byte[] pixels() {
    return pixels;
  }

  /** Red, green and blue as {@code 0xRRGGBB}. */
  public int rgb(int x, int y) {
    int at = (y * width + x) * 3;
    return (pixels[at] & 0xFF) << 16 | (pixels[at + 1] & 0xFF) << 8 | (pixels[at + 2] & 0xFF);
  }

  /** The same pixels, not a copy, for AWT. */
  public BufferedImage toBufferedImage() {
    return new BufferedImage(
        COLOURS,
        Raster.createInterleavedRaster(
            new DataBufferByte(pixels, pixels.length),
            width,
            height,
            3 * width,
            3,
            new int[] {0, 1, 2},
            new Point()),
        false,
        null);
  }

  /** A copy of the uppermost rows. */
  RgbImage top(int rows) {
    return new RgbImage(width, rows, Arrays.copyOf(pixels, rows * width * 3));
  }

  /** Half the size, rounded up, each pixel the mean of up to four: no aliasing of fine text. */
  RgbImage halved() {
    int w = PixelSize.ceilShift(width, 1);
    int h = PixelSize.ceilShift(height, 1);
    byte[] out = new byte[w * h * 3];
    int pairs = width / 2;
    for (int y = 0; y < h; y++) {
      int upper = 2 * y * width * 3;
      int lower = 2 * y + 1 < height ? upper + width * 3 : upper;
      int to = y * w * 3;
      for (int x = 0; x < pairs; x++) {
        for (int band = 0; band < 3; band++) {
          int sum =
              (pixels[upper + band] & 0xFF)
                  + (pixels[upper + band + 3] & 0xFF)
                  + (pixels[lower + band] & 0xFF)
                  + (pixels[lower + band + 3] & 0xFF);
          out[to + band] = (byte) ((sum + 2) >> 2);
        }
        upper += 6;
        lower += 6;
        to += 3;
      }
      if (w > pairs) {
        for (int band = 0; band < 3; band++) {
          int sum = (pixels[upper + band] & 0xFF) + (pixels[lower + band] & 0xFF);
          out[to + band] = (byte) ((sum + 1) >> 1);
        }
      }
    }
    return new RgbImage(w, h, out);
  }
}
