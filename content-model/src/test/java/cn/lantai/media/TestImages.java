package cn.lantai.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Drawn pictures whose every pixel is known. */
public final class TestImages {

  private TestImages() {}

  /** Squares of {@code cell} pixels, each of the colour {@link #colour} gives for its place. */
  public static RgbImage squares(int width, int height, int cell) {
    RgbImage image = new RgbImage(width, height);
    byte[] pixels = image.pixels();
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = colour(x / cell, y / cell);
        pixels[at++] = (byte) (rgb >> 16);
        pixels[at++] = (byte) (rgb >> 8);
        pixels[at++] = (byte) rgb;
      }
    }
    return image;
  }

  /** Neighbours differ strongly, and no two squares in a 10×10 field are alike. */
  public static int colour(int column, int row) {
    int red = 20 + (column * 23) % 220;
    int green = 20 + (row * 23) % 220;
    int blue = (column + row) % 2 == 0 ? 40 : 210;
    return red << 16 | green << 8 | blue;
  }

  /** The largest difference of a band between two colours. */
  public static int distance(int rgb, int other) {
    int red = Math.abs((rgb >> 16 & 0xFF) - (other >> 16 & 0xFF));
    int green = Math.abs((rgb >> 8 & 0xFF) - (other >> 8 & 0xFF));
    int blue = Math.abs((rgb & 0xFF) - (other & 0xFF));
    return Math.max(red, Math.max(green, blue));
  }

  /** A decoded tile of an access file. */
  public static RgbImage tile(AccessPyramid pyramid, int level, int column, int row)
      throws IOException {
    byte[] jpeg = pyramid.tile(level, column, row).read();
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(jpeg));
    RgbImage tile = new RgbImage(decoded.getWidth(), decoded.getHeight());
    try (TileDecoder decoder = new TileDecoder(pyramid)) {
      decoder.decode(level, column, row, tile.height(), tile, 0);
    }
    return tile;
  }

  public static byte[] jpeg(RgbImage image) {
    try {
      return ImageEncoder.jpeg(image.toBufferedImage(), 0.95f);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = jdkWriter(format);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A TIFF with these pages. */
  public static byte[] tiff(List<BufferedImage> pages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = jdkWriter("tiff");
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static ImageWriter jdkWriter(String format) {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
        return writer;
      }
    }
    throw new IllegalArgumentException("cannot write " + format);
  }

  /** The same JPEG with camera data that holds nothing but an orientation. */
  public static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] segment = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] result = new byte[jpeg.length + segment.length];
    System.arraycopy(jpeg, 0, result, 0, 2);
    System.arraycopy(segment, 0, result, 2, segment.length);
    System.arraycopy(jpeg, 2, result, 2 + segment.length, jpeg.length - 2);
    return result;
  }
}
