package cn.lantai.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as complete JPEG, PNG or WebP streams. */
public final class ImageEncoder {

  /** Quality of tiles, thumbnails and most renditions. */
  public static final float QUALITY = 0.85f;

  private ImageEncoder() {}

  /** JPEG with all its tables inside; colour is subsampled 4:2:0. */
  public static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    try (JpegSession session = new JpegSession(quality)) {
      return session.encode(image);
    }
  }

  /** Whether {@link #webP} works on this machine. */
  public static boolean hasWebP() {
    return Codecs.hasWebP();
  }

  public static byte[] webP(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = Codecs.webPWriter();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType("Lossy");
    parameters.setCompressionQuality(quality);
    return encode(image, writer, parameters);
  }

  public static byte[] png(BufferedImage image) throws IOException {
    ImageWriter writer = Codecs.pngWriter();
    return encode(image, writer, writer.getDefaultWriteParam());
  }

  private static byte[] encode(BufferedImage image, ImageWriter writer, ImageWriteParam parameters)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** One encoder for many pictures of the same quality; not for several threads. */
  static final class JpegSession implements AutoCloseable {
    private final ImageWriter writer = Codecs.jpegWriter();
    private final ImageWriteParam parameters = writer.getDefaultWriteParam();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    JpegSession(float quality) throws IOException {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
    }

    byte[] encode(BufferedImage image) throws IOException {
      bytes.reset();
      try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), parameters);
      } finally {
        writer.setOutput(null);
      }
      return bytes.toByteArray();
    }

    @Override
    public void close() {
      writer.dispose();
    }
  }
}
