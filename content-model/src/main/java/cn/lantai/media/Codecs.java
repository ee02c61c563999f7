package cn.lantai.media;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.spi.ServiceRegistry;

/**
 * The image codecs in use, each named by its class. ImageIO's own choice depends on what else is on
 * the class path and on which class loader asked first, so it is never consulted.
 */
final class Codecs {

  private static final ImageReaderSpi JDK_JPEG_READER =
      jdk(ImageReaderSpi.class, "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");
  private static final ImageReaderSpi JDK_PNG_READER =
      jdk(ImageReaderSpi.class, "com.sun.imageio.plugins.png.PNGImageReaderSpi");
  private static final ImageWriterSpi JDK_JPEG_WRITER =
      jdk(ImageWriterSpi.class, "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi");
  private static final ImageWriterSpi JDK_PNG_WRITER =
      jdk(ImageWriterSpi.class, "com.sun.imageio.plugins.png.PNGImageWriterSpi");
  private static final ImageReaderSpi JPEG_READER = jpegReader();
  private static final ImageReaderSpi TIFF_READER = new TIFFImageReaderSpi();
  private static final ImageReaderSpi BIG_TIFF_READER = new BigTIFFImageReaderSpi();

  private static final boolean WEBP = canLoadWebP();

  private Codecs() {}

  /** Whether this machine can read and write WebP, for which there is no decoder in Java. */
  static boolean hasWebP() {
    return WEBP;
  }

  private static boolean canLoadWebP() {
    try {
      new WebPImageReaderSpi().createReaderInstance().dispose();
      new WebPImageWriterSpi().createWriterInstance().dispose();
      return new WebPWriteParam(Locale.ROOT).canWriteCompressed();
    } catch (IOException | RuntimeException | LinkageError missing) {
      return false;
    }
  }

  /** A new reader for files from outside; the caller disposes of it. */
  static ImageReader reader(SourceFormat format) throws IOException {
    ImageReaderSpi provider =
        switch (format) {
          case JPEG -> JPEG_READER;
          case PNG -> JDK_PNG_READER;
          case TIFF -> TIFF_READER;
          case BIG_TIFF -> BIG_TIFF_READER;
          case WEBP -> new WebPImageReaderSpi();
          case PDF -> throw new IllegalArgumentException("a PDF is a document");
        };
    return provider.createReaderInstance();
  }

  /** A new reader of the JDK's own, which decodes from top to bottom into a destination. */
  static ImageReader jdkReader(SourceFormat format) throws IOException {
    return (format == SourceFormat.PNG ? JDK_PNG_READER : JDK_JPEG_READER).createReaderInstance();
  }

  /** A new reader for the plain JPEG streams that this package writes. */
  static ImageReader tileReader() throws IOException {
    return JDK_JPEG_READER.createReaderInstance();
  }

  static ImageWriter jpegWriter() throws IOException {
    return JDK_JPEG_WRITER.createWriterInstance();
  }

  static ImageWriter webPWriter() throws IOException {
    return new WebPImageWriterSpi().createWriterInstance();
  }

  static ImageWriter pngWriter() throws IOException {
    return JDK_PNG_WRITER.createWriterInstance();
  }

  private static <T> T jdk(Class<T> category, String className) {
    Iterator<T> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(category, provider -> true, false);
    while (providers.hasNext()) {
      T provider = providers.next();
      if (provider.getClass().getName().equals(className)) {
        return provider;
      }
    }
    throw new IllegalStateException("this Java runtime has no " + className);
  }

  /**
   * This provider finds the JDK's decoder, on which it builds, only while it is being registered.
   */
  private static ImageReaderSpi jpegReader() {
    ServiceRegistry registry =
        new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
    ImageReaderSpi provider = new JPEGImageReaderSpi();
    registry.registerServiceProvider(JDK_JPEG_READER, ImageReaderSpi.class);
    registry.registerServiceProvider(provider, ImageReaderSpi.class);
    return provider;
  }
}
