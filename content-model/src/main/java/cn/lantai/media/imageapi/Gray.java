package cn.lantai.media.imageapi;

import cn.lantai.media.RgbImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** Pictures without colour. */
final class Gray {

  /** Black and white through JPEG keeps clean only at high quality. */
  static final float BITONAL_JPEG_QUALITY = 0.98f;

  private Gray() {}

  /** Brightness with the weights of ITU-R BT.601, as JPEG has it. */
  static BufferedImage of(RgbImage source) {
    BufferedImage image =
        new BufferedImage(source.width(), source.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] to = samples(image);
    byte[] from = source.pixels();
    for (int i = 0; i < to.length; i++) {
      int red = from[3 * i] & 0xFF;
      int green = from[3 * i + 1] & 0xFF;
      int blue = from[3 * i + 2] & 0xFF;
      to[i] = (byte) ((red * 19595 + green * 38470 + blue * 7471 + 32768) >> 16);
    }
    return image;
  }

  /** Each pixel 0 or 255, in a picture of 256 greys. */
  static BufferedImage blackAndWhite(RgbImage source) {
    BufferedImage image = of(source);
    byte[] samples = samples(image);
    int threshold = threshold(samples);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) ((samples[i] & 0xFF) > threshold ? 255 : 0);
    }
    return image;
  }

  /** The same picture in a quality, as it can be scaled and turned further. */
  static RgbImage toned(RgbImage source, Quality quality) {
    if (quality == Quality.COLOR) {
      return source;
    }
    byte[] greys = samples(quality == Quality.GRAY ? of(source) : blackAndWhite(source));
    RgbImage toned = new RgbImage(source.width(), source.height());
    for (int i = 0; i < greys.length; i++) {
      Arrays.fill(toned.pixels(), 3 * i, 3 * i + 3, greys[i]);
    }
    return toned;
  }

  /** Greys between black and white become the nearer one. */
  static BufferedImage blackOrWhite(RgbImage source) {
    BufferedImage image = of(source);
    byte[] samples = samples(image);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) ((samples[i] & 0xFF) < 128 ? 0 : 255);
    }
    return image;
  }

  /** One bit for each pixel. */
  static BufferedImage bitonal(RgbImage source) {
    byte[] samples = samples(blackAndWhite(source));
    BufferedImage image =
        new BufferedImage(source.width(), source.height(), BufferedImage.TYPE_BYTE_BINARY);
    byte[] bits = samples(image);
    int stride = (source.width() + 7) / 8;
    for (int y = 0; y < source.height(); y++) {
      for (int x = 0; x < source.width(); x++) {
        if (samples[y * source.width() + x] != 0) {
          bits[y * stride + (x >> 3)] |= (byte) (0x80 >> (x & 7));
        }
      }
    }
    return image;
  }

  /**
   * Otsu's threshold, which parts ink from paper also where the paper has yellowed: the one with
   * the greatest variance between the two sides.
   */
  static int threshold(byte[] samples) {
    int[] histogram = new int[256];
    long total = 0;
    for (byte sample : samples) {
      histogram[sample & 0xFF]++;
      total += sample & 0xFF;
    }
    long below = 0;
    long sumBelow = 0;
    double best = -1;
    int threshold = 127;
    for (int t = 0; t < 255; t++) {
      below += histogram[t];
      sumBelow += (long) t * histogram[t];
      long above = samples.length - below;
      if (below == 0 || above == 0) {
        continue;
      }
      double difference = sumBelow / (double) below - (total - sumBelow) / (double) above;
      double variance = (double) below * above * difference * difference;
      if (variance > best) {
        best = variance;
        threshold = t;
      }
    }
    return threshold;
  }

  private static byte[] samples(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
