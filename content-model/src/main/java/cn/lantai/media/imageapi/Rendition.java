package cn.lantai.media.imageapi;

import cn.lantai.media.PixelSize;

/**
 * A picture to be made from an image: a region of it, scaled, mirrored, turned, and encoded.
 *
 * @param x left edge of the region in the full image
 * @param y upper edge of the region in the full image
 * @param region size of the region
 * @param size of the picture before it is turned
 * @param degrees 0, 90, 180 or 270, clockwise
 * @param canonical the last four segments of the canonical address in the version asked for
 */
public record Rendition(
    int x,
    int y,
    PixelSize region,
    PixelSize size,
    boolean mirrored,
    int degrees,
    Quality quality,
    OutputFormat format,
    String canonical) {

  /** The same for equal pictures, whichever version of the API they are asked by. */
  String key() {
    return String.join(
        "/",
        x + "," + y + "," + region,
        size.toString(),
        (mirrored ? "!" : "") + degrees,
        quality.canonicalName() + "." + format.suffix());
  }

  /** Whether tiles and thumbnails, which are upright JPEGs in colour, can be the answer. */
  boolean isPlain() {
    return !mirrored && degrees == 0 && quality == Quality.COLOR && format == OutputFormat.JPG;
  }
}
