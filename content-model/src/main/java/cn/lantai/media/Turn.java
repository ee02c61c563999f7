package cn.lantai.media;

/** Mirroring and quarter turns. */
public final class Turn {

  private Turn() {}

  /**
   * Mirrors left to right first, then turns clockwise; gives back the same image if nothing is
   * asked.
   *
   * @param degrees 0, 90, 180 or 270
   */
  public static RgbImage apply(RgbImage source, boolean mirrored, int degrees) {
    if (degrees == 0 && !mirrored) {
      return source;
    }
    int w = source.width();
    int h = source.height();
    boolean swapped = degrees == 90 || degrees == 270;
    RgbImage target = swapped ? new RgbImage(h, w) : new RgbImage(w, h);
    // Target offset of source pixel (x, y) is origin + x * stepX + y * stepY.
    int row = target.width();
    int origin;
    int stepX;
    int stepY;
    switch (degrees) {
      case 0 -> {
        origin = 0;
        stepX = 1;
        stepY = row;
      }
      case 90 -> {
        origin = h - 1;
        stepX = row;
        stepY = -1;
      }
      case 180 -> {
        origin = w * h - 1;
        stepX = -1;
        stepY = -row;
      }
      case 270 -> {
        origin = (w - 1) * row;
        stepX = -row;
        stepY = 1;
      }
      default -> throw new IllegalArgumentException("not a multiple of 90 degrees: " + degrees);
    }
    if (mirrored) {
      origin += (w - 1) * stepX;
      stepX = -stepX;
    }
    byte[] from = source.pixels();
    byte[] to = target.pixels();
    int at = 0;
    for (int y = 0; y < h; y++) {
      int pixel = origin + y * stepY;
      for (int x = 0; x < w; x++) {
        int p = pixel * 3;
        to[p] = from[at];
        to[p + 1] = from[at + 1];
        to[p + 2] = from[at + 2];
        at += 3;
        pixel += stepX;
      }
    }
    return target;
  }
}
