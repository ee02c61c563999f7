package cn.lantai.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture turned by any angle, in the smallest upright rectangle around it. Its colours reach to
 * its very edges; what lies outside is told by how far each pixel is covered.
 */
public final class FreeTurn {

  private static final int OPAQUE = 255;
  private static final int HALF = 128;

  private final RgbImage picture;
  private final byte[] covered;

  private FreeTurn(RgbImage picture, byte[] covered) {
    this.picture = picture;
    this.covered = covered;
  }

  /** How large the turned picture is. */
  public static PixelSize box(PixelSize size, double degrees) {
    double cos = Math.abs(Math.cos(Math.toRadians(degrees)));
    double sin = Math.abs(Math.sin(Math.toRadians(degrees)));
    return new PixelSize(
        side(size.width() * cos + size.height() * sin),
        side(size.width() * sin + size.height() * cos));
  }

  /** No pixel more because a sine is not quite what it should be. */
  private static int side(double exact) {
    return (int) Math.max(1, Math.ceil(exact - 1e-6));
  }

  /** Turns clockwise. */
  public static FreeTurn of(RgbImage source, double degrees) {
    PixelSize box = box(source.size(), degrees);
    RgbImage target = new RgbImage(box.width(), box.height());
    byte[] covered = new byte[box.width() * box.height()];
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    int at = 0;
    for (int row = 0; row < box.height(); row++) {
      double down = row + 0.5 - box.height() / 2.0;
      for (int column = 0; column < box.width(); column++) {
        double right = column + 0.5 - box.width() / 2.0;
        double x = right * cos + down * sin + source.width() / 2.0;
        double y = down * cos - right * sin + source.height() / 2.0;
        double inside =
            Math.min(Math.min(x, source.width() - x), Math.min(y, source.height() - y)) + 0.5;
        if (inside > 0) {
          covered[at] = (byte) Math.round(OPAQUE * Math.min(1, inside));
          sample(source, x - 0.5, y - 0.5, target.pixels(), 3 * at);
        }
        at++;
      }
    }
    return new FreeTurn(target, covered);
  }

  /** The mean of the four pixels around a point, by how near they are. */
  private static void sample(RgbImage source, double x, double y, byte[] to, int at) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    int fromLeft = (int) ((x - left) * 256);
    int fromTop = (int) ((y - top) * 256);
    int x0 = within(left, source.width());
    int x1 = within(left + 1, source.width());
    int y0 = within(top, source.height()) * source.width();
    int y1 = within(top + 1, source.height()) * source.width();
    byte[] from = source.pixels();
    for (int band = 0; band < 3; band++) {
      int upper =
          (from[3 * (y0 + x0) + band] & 0xFF) * (256 - fromLeft)
              + (from[3 * (y0 + x1) + band] & 0xFF) * fromLeft;
      int lower =
          (from[3 * (y1 + x0) + band] & 0xFF) * (256 - fromLeft)
              + (from[3 * (y1 + x1) + band] & 0xFF) * fromLeft;
      to[at + band] = (byte) ((upper * (256 - fromTop) + lower * fromTop + (1 << 15)) >> 16);
    }
  }

  private static int within(int index, int length) {
    return Math.max(0, Math.min(length - 1, index));
  }

  /** With white corners. */
  public RgbImage onWhite() {
    byte[] pixels = picture.pixels().clone();
    for (int i = 0; i < covered.length; i++) {
      int alpha = covered[i] & 0xFF;
      if (alpha < OPAQUE) {
        for (int at = 3 * i; at < 3 * i + 3; at++) {
          pixels[at] =
              (byte) (((pixels[at] & 0xFF) * alpha + OPAQUE * (OPAQUE - alpha) + HALF) / OPAQUE);
        }
      }
    }
    return new RgbImage(picture.width(), picture.height(), pixels);
  }

  /**
   * With transparent corners.
   *
   * @param bitonal whether all is black, white or transparent, nothing between
   */
  public BufferedImage transparent(boolean bitonal) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
    int[] to = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] from = picture.pixels();
    for (int i = 0; i < to.length; i++) {
      int alpha = covered[i] & 0xFF;
      int rgb =
          (from[3 * i] & 0xFF) << 16 | (from[3 * i + 1] & 0xFF) << 8 | (from[3 * i + 2] & 0xFF);
      if (bitonal) {
        alpha = alpha < HALF ? 0 : OPAQUE;
        rgb = (rgb & 0xFF) < HALF ? 0 : 0xFFFFFF;
      }
      // What cannot be seen has no colour either, so that it takes no room.
      to[i] = alpha == 0 ? 0 : alpha << 24 | rgb;
    }
    return image;
  }
}
