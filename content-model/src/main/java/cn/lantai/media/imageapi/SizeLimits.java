package cn.lantai.media.imageapi;

import cn.lantai.media.PixelSize;

/** The largest picture that is ever made for a request, before it is turned. */
public record SizeLimits(int maxWidth, int maxHeight, long maxArea) {

  /** Enough for a page in print; about 50 MB of memory for each picture being made. */
  public static final SizeLimits DEFAULT = new SizeLimits(8192, 8192, 16_777_216);

  public SizeLimits {
    if (maxWidth < 1 || maxHeight < 1 || maxArea < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  public boolean allow(PixelSize size) {
    return size.fitsIn(maxWidth, maxHeight) && size.area() <= maxArea;
  }

  /** Limits that also keep within the size of an image. */
  SizeLimits within(PixelSize image) {
    return new SizeLimits(
        Math.min(maxWidth, image.width()),
        Math.min(maxHeight, image.height()),
        Math.min(maxArea, image.area()));
  }

  /** The largest scale at which a region stays inside the limits; may be more than 1. */
  double largestScale(PixelSize region) {
    return Math.min(
        Math.min(maxWidth / (double) region.width(), maxHeight / (double) region.height()),
        Math.sqrt(maxArea / (double) region.area()));
  }
}
