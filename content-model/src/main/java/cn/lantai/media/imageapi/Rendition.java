package cn.lantai.media.imageapi;

import cn.lantai.media.PixelSize;
import java.math.BigDecimal;

/**
 * A picture to be made from an image: a region of it, scaled, mirrored, turned, and encoded.
 *
 * @param x left edge of the region in the full image
 * @param y upper edge of the region in the full image
 * @param region size of the region
 * @param size of the picture before it is turned
 * @param degrees from 0 to less than 360, clockwise, without zeros at its end
 * @param canonical the last four segments of the canonical address in the version asked for
 */
public record Rendition(
    int x,
    int y,
    PixelSize region,
    PixelSize size,
    boolean mirrored,
    BigDecimal degrees,
    Quality quality,
    OutputFormat format,
    String canonical) {

  /** The same for equal pictures, whichever version of the API they are asked by. */
  String key() {
    return String.join(
        "/",
        x + "," + y + "," + region,
        size.toString(),
        (mirrored ? "!" : "") + degrees.toPlainString(),
        quality.canonicalName() + "." + format.suffix());
  }

  /** The same part in the same size, upright, in colour and without loss: see {@link Finish}. */
  public Rendition unfinished() {
    return new Rendition(
        x, y, region, size, false, BigDecimal.ZERO, Quality.COLOR, OutputFormat.PNG, canonical);
  }

  /** Whether tiles and thumbnails, which are upright JPEGs in colour, can be the answer. */
  boolean isPlain() {
    return !mirrored
        && degrees.signum() == 0
        && quality == Quality.COLOR
        && format == OutputFormat.JPG;
  }
}
