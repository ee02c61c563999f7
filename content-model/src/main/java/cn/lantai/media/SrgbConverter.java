package cn.lantai.media;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;

/**
 * Brings decoded images of any kind to sRGB in 8 bits without transparency.
 *
 * <p>Grey samples are taken as sRGB grey: AWT's own conversion treats them as linear light and
 * would brighten every grey scan.
 */
final class SrgbConverter {

  /** Rows converted at a time, so that no second copy of a large image is made. */
  private static final int STRIP = 64;

  private SrgbConverter() {}

  /**
   * @param declared a profile of the file that the decoder did not put into the image
   */
  static RgbImage convert(BufferedImage image, Optional<ICC_Profile> declared) {
    ColorSpace space = image.getColorModel().getColorSpace();
    RgbImage result =
        switch (space.getType()) {
          case ColorSpace.TYPE_GRAY -> fromGray(image);
          case ColorSpace.TYPE_RGB -> fromRgb(image);
          default -> fromOther(image);
        };
    if (space.getType() == ColorSpace.TYPE_RGB) {
      Optional<ICC_Profile> profile = declared;
      if (profile.isEmpty() && space instanceof ICC_ColorSpace icc) {
        profile = Optional.of(icc.getProfile());
      }
      profile
          .filter(p -> p.getColorSpaceType() == ColorSpace.TYPE_RGB && !ColorProfiles.isCS_sRGB(p))
          .ifPresent(p -> applyProfile(result, p));
    }
    return result;
  }

  private static RgbImage fromRgb(BufferedImage image) {
    Optional<byte[]> own = ownRgb(image);
    if (own.isPresent()) {
      return new RgbImage(image.getWidth(), image.getHeight(), own.get());
    }
    if (!(image.getColorModel() instanceof ComponentColorModel)
        || image.getRaster().getTransferType() > DataBuffer.TYPE_USHORT) {
      return fromArgb(image);
    }
    return image.getRaster().getSampleModel() instanceof ComponentSampleModel model
            && image.getRaster().getDataBuffer() instanceof DataBufferByte data
            && data.getNumBanks() == 1
        ? fromInterleavedBytes(image, model, data.getData())
        : fromSamples(image);
  }

  /** The pixel array of the image itself if it is laid out as wanted. */
  private static Optional<byte[]> ownRgb(BufferedImage image) {
    WritableRaster raster = image.getRaster();
    if (raster.getParent() == null
        && raster.getNumBands() == 3
        && raster.getSampleModel() instanceof ComponentSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte data
        && data.getNumBanks() == 1
        && data.getOffset() == 0
        && model.getPixelStride() == 3
        && model.getScanlineStride() == image.getWidth() * 3
        && Arrays.equals(model.getBandOffsets(), new int[] {0, 1, 2})
        && data.getData().length == image.getWidth() * image.getHeight() * 3) {
      return Optional.of(data.getData());
    }
    return Optional.empty();
  }

  private static RgbImage fromInterleavedBytes(
      BufferedImage image, ComponentSampleModel model, byte[] data) {
    int w = image.getWidth();
    int h = image.getHeight();
    boolean alpha = image.getColorModel().hasAlpha();
    boolean premultiplied = image.isAlphaPremultiplied();
    int[] bands = model.getBandOffsets();
    int origin =
        image.getRaster().getDataBuffer().getOffset()
            - image.getRaster().getSampleModelTranslateY() * model.getScanlineStride()
            - image.getRaster().getSampleModelTranslateX() * model.getPixelStride();
    byte[] out = new byte[w * h * 3];
    int to = 0;
    for (int y = 0; y < h; y++) {
      int from = origin + y * model.getScanlineStride();
      for (int x = 0; x < w; x++) {
        int red = data[from + bands[0]] & 0xFF;
        int green = data[from + bands[1]] & 0xFF;
        int blue = data[from + bands[2]] & 0xFF;
        if (alpha) {
          int a = data[from + bands[3]] & 0xFF;
          red = onWhite(red, a, premultiplied);
          green = onWhite(green, a, premultiplied);
          blue = onWhite(blue, a, premultiplied);
        }
        out[to] = (byte) red;
        out[to + 1] = (byte) green;
        out[to + 2] = (byte) blue;
        to += 3;
        from += model.getPixelStride();
      }
    }
    return new RgbImage(w, h, out);
  }

  /** Samples of 8 or 16 bits in any layout. */
  private static RgbImage fromSamples(BufferedImage image) {
    int w = image.getWidth();
    Raster raster = image.getRaster();
    boolean alpha = image.getColorModel().hasAlpha();
    int bands = raster.getNumBands();
    int shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
    byte[] out = new byte[w * image.getHeight() * 3];
    int[] row = new int[w * bands];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, w, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        int a = alpha ? row[from + bands - 1] >> shift : 255;
        for (int band = 0; band < 3; band++) {
          int sample = row[from + band] >> shift;
          out[to++] = (byte) onWhite(sample, a, image.isAlphaPremultiplied());
        }
      }
    }
    return new RgbImage(w, image.getHeight(), out);
  }

  private static RgbImage fromGray(BufferedImage image) {
    int w = image.getWidth();
    Raster raster = image.getRaster();
    int type = raster.getTransferType();
    if (!(image.getColorModel() instanceof ComponentColorModel) || type > DataBuffer.TYPE_USHORT) {
      return fromArgb(image);
    }
    boolean alpha = image.getColorModel().hasAlpha();
    int bands = raster.getNumBands();
    int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    byte[] out = new byte[w * image.getHeight() * 3];
    int[] row = new int[w * bands];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, w, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        int a = alpha ? row[from + bands - 1] >> shift : 255;
        byte gray = (byte) onWhite(row[from] >> shift, a, image.isAlphaPremultiplied());
        out[to] = gray;
        out[to + 1] = gray;
        out[to + 2] = gray;
        to += 3;
      }
    }
    return new RgbImage(w, image.getHeight(), out);
  }

  /** Palettes, packed pixels and floating point samples. */
  private static RgbImage fromArgb(BufferedImage image) {
    int w = image.getWidth();
    byte[] out = new byte[w * image.getHeight() * 3];
    int[] row = new int[w];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, w, 1, row, 0, w);
      for (int argb : row) {
        int a = argb >>> 24;
        out[to] = (byte) onWhite(argb >> 16 & 0xFF, a, false);
        out[to + 1] = (byte) onWhite(argb >> 8 & 0xFF, a, false);
        out[to + 2] = (byte) onWhite(argb & 0xFF, a, false);
        to += 3;
      }
    }
    return new RgbImage(w, image.getHeight(), out);
  }

  /** CMYK, Lab and whatever else carries a colour space of its own. */
  private static RgbImage fromOther(BufferedImage image) {
    int w = image.getWidth();
    RgbImage result = new RgbImage(w, image.getHeight());
    ColorConvertOp op =
        new ColorConvertOp(
            image.getColorModel().getColorSpace(),
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            null);
    for (int y = 0; y < image.getHeight(); y += STRIP) {
      int rows = Math.min(STRIP, image.getHeight() - y);
      Raster from = image.getRaster().createChild(0, y, w, rows, 0, 0, null);
      RgbImage strip = new RgbImage(w, rows);
      op.filter(from, strip.toBufferedImage().getRaster());
      System.arraycopy(strip.pixels(), 0, result.pixels(), y * w * 3, strip.pixels().length);
    }
    return result;
  }

  private static void applyProfile(RgbImage image, ICC_Profile profile) {
    int w = image.width();
    try {
      ICC_ColorSpace space = new ICC_ColorSpace(profile);
      ColorConvertOp op =
          new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
      for (int y = 0; y < image.height(); y += STRIP) {
        int rows = Math.min(STRIP, image.height() - y);
        int offset = y * w * 3;
        byte[] in = Arrays.copyOfRange(image.pixels(), offset, offset + rows * w * 3);
        RgbImage to = new RgbImage(w, rows);
        op.filter(
            new RgbImage(w, rows, in).toBufferedImage().getRaster(),
            to.toBufferedImage().getRaster());
        System.arraycopy(to.pixels(), 0, image.pixels(), offset, in.length);
      }
    } catch (CMMException | IllegalArgumentException e) {
      // A profile that cannot be used says nothing: the samples stay as they are, as sRGB.
      return;
    }
  }

  private static int onWhite(int sample, int alpha, boolean premultiplied) {
    if (alpha == 255) {
      return sample;
    }
    int painted = premultiplied ? sample * 255 : sample * alpha;
    return Math.min(255, (painted + 255 * (255 - alpha) + 127) / 255);
  }
}
