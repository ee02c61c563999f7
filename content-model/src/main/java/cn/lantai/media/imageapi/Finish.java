package cn.lantai.media.imageapi;

import cn.lantai.media.FreeTurn;
import cn.lantai.media.ImageEncoder;
import cn.lantai.media.RgbImage;
import cn.lantai.media.Turn;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * The last steps to a picture, once its pixels are cut out and scaled: it is mirrored, turned,
 * toned and encoded.
 */
public final class Finish {

  private static final BigDecimal QUARTER_TURN = BigDecimal.valueOf(90);

  private Finish() {}

  /**
   * @param scaled the pixels of {@link Rendition#unfinished}
   */
  public static byte[] of(RgbImage scaled, Rendition rendition) throws IOException {
    if (rendition.degrees().remainder(QUARTER_TURN).signum() != 0) {
      return turnedFreely(scaled, rendition);
    }
    RgbImage turned = Turn.apply(scaled, rendition.mirrored(), rendition.degrees().intValueExact());
    return switch (rendition.format()) {
      case PNG -> ImageEncoder.png(inQuality(turned, rendition.quality()));
      case WEBP -> webP(turned, rendition.quality());
      case JPG ->
          rendition.quality() == Quality.BITONAL
              ? ImageEncoder.jpeg(Gray.blackAndWhite(turned), Gray.BITONAL_JPEG_QUALITY)
              : ImageEncoder.jpeg(inQuality(turned, rendition.quality()), ImageEncoder.QUALITY);
    };
  }

  /** Corners are transparent where the format knows that, else white. */
  private static byte[] turnedFreely(RgbImage scaled, Rendition rendition) throws IOException {
    Quality quality = rendition.quality();
    // Before it is turned, for the corners are neither ink nor paper.
    RgbImage toned = Gray.toned(scaled, quality);
    FreeTurn turned =
        FreeTurn.of(Turn.apply(toned, rendition.mirrored(), 0), rendition.degrees().doubleValue());
    boolean bitonal = quality == Quality.BITONAL;
    return switch (rendition.format()) {
      case PNG -> ImageEncoder.png(turned.transparent(bitonal));
      case WEBP -> ImageEncoder.webP(turned.transparent(bitonal), ImageEncoder.QUALITY);
      case JPG ->
          bitonal
              ? ImageEncoder.jpeg(Gray.blackOrWhite(turned.onWhite()), Gray.BITONAL_JPEG_QUALITY)
              : ImageEncoder.jpeg(inQuality(turned.onWhite(), quality), ImageEncoder.QUALITY);
    };
  }

  /** The encoder knows no picture without colour. */
  private static byte[] webP(RgbImage image, Quality quality) throws IOException {
    return ImageEncoder.webP(Gray.toned(image, quality).toBufferedImage(), ImageEncoder.QUALITY);
  }

  private static BufferedImage inQuality(RgbImage image, Quality quality) {
    return switch (quality) {
      case COLOR -> image.toBufferedImage();
      case GRAY -> Gray.of(image);
      case BITONAL -> Gray.bitonal(image);
    };
  }
}
