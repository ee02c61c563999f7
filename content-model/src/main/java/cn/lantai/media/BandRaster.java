package cn.lantai.media;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageTypeSpecifier;

/**
 * A raster that looks as tall as the picture and holds only the rows that are being decoded. The
 * decoders of the JDK write a picture from top to bottom when it is not interlaced: so it passes
 * through here without ever being in memory as a whole.
 */
final class BandRaster extends WritableRaster {

  /** Takes a band of decoded rows, in whatever samples the decoder gives. */
  @FunctionalInterface
  interface Receiver {
    void band(BufferedImage rows) throws IOException;
  }

  private final ColorModel colours;
  private final WritableRaster band;
  private final Receiver receiver;
  private int top;
  private int filled;

  private BandRaster(SampleModel tall, ColorModel colours, WritableRaster band, Receiver receiver) {
    super(tall, band.getDataBuffer(), new Point());
    this.colours = colours;
    this.band = band;
    this.receiver = receiver;
  }

  static BandRaster of(ImageTypeSpecifier type, PixelSize size, int rows, Receiver receiver) {
    WritableRaster band =
        Raster.createWritableRaster(
            type.getSampleModel(size.width(), Math.min(rows, size.height())), new Point());
    return new BandRaster(
        type.getSampleModel(size.width(), size.height()), type.getColorModel(), band, receiver);
  }

  /** The picture to be given to a decoder as its destination. */
  BufferedImage asImage() {
    return new BufferedImage(colours, this, colours.isAlphaPremultiplied(), null);
  }

  /** Hands on the rows that are left. */
  void finish() {
    if (filled > 0) {
      WritableRaster rows = band.createWritableChild(0, 0, width, filled, 0, 0, null);
      boolean whole = filled == band.getHeight();
      try {
        receiver.band(
            new BufferedImage(colours, whole ? band : rows, colours.isAlphaPremultiplied(), null));
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
      top += filled;
      filled = 0;
    }
  }

  @Override
  public void setRect(int dx, int dy, Raster source) {
    for (int y = 0; y < source.getHeight(); y++) {
      Raster row =
          source.createChild(
              source.getMinX(), source.getMinY() + y, source.getWidth(), 1, 0, 0, null);
      band.setRect(dx, inBand(dy + y), row);
    }
  }

  @Override
  public void setPixel(int x, int y, int[] samples) {
    band.setPixel(x, inBand(y), samples);
  }

  /** Where a row stands in the band; a row below the band sends the band on. */
  private int inBand(int y) {
    if (y >= top + band.getHeight()) {
      finish();
    }
    if (y < top || y >= top + band.getHeight()) {
      throw new IllegalStateException("Row " + y + " comes out of order");
    }
    filled = Math.max(filled, y - top + 1);
    return y - top;
  }
}
