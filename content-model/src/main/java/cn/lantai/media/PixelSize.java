package cn.lantai.media;

/** Width and height of an image in pixels, each at least 1. */
public record PixelSize(int width, int height) {

  public PixelSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "an image has at least one pixel: " + width + "×" + height);
    }
  }

  public long area() {
    return (long) width * height;
  }

  /** The size after halving {@code times} times; odd sizes are rounded up each time. */
  public PixelSize halved(int times) {
    return new PixelSize(ceilShift(width, times), ceilShift(height, times));
  }

  /** The largest size of the same proportions inside a box; never larger than this size. */
  public PixelSize within(int boxWidth, int boxHeight) {
    double scale = Math.min(1, Math.min(boxWidth / (double) width, boxHeight / (double) height));
    return new PixelSize(
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }

  public boolean fitsIn(int boxWidth, int boxHeight) {
    return width <= boxWidth && height <= boxHeight;
  }

  static int ceilShift(int value, int shift) {
    return (int) (((long) value + (1L << shift) - 1) >> shift);
  }

  @Override
  public String toString() {
    return width + "×" + height;
  }
}
