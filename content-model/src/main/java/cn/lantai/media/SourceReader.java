package cn.lantai.media;

import cn.lantai.media.UnreadableImageException.Kind;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Reads an image from outside into upright sRGB pixels, or says why it cannot be read. */
final class SourceReader {

  /** JPEG has no larger sides, and a strip one pixel high and a mile long is no picture. */
  static final int LONGEST_SIDE = 65_500;

  private final long maxPixels;

  SourceReader(long maxPixels) {
    this.maxPixels = maxPixels;
  }

  static SourceFormat formatOf(Path file) throws IOException, UnreadableImageException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(SourceFormat.SIGNATURE_LENGTH);
    }
    if (head.length == 0) {
      throw new UnreadableImageException(Kind.EMPTY, "The file is empty.");
    }
    return SourceFormat.of(head)
        .orElseThrow(
            () ->
                new UnreadableImageException(
                    Kind.UNKNOWN_FORMAT, "The file is not a JPEG, PNG or TIFF image."));
  }

  /** Width and height as stored, before any turning; checked against the limits. */
  PixelSize sizeOf(Path file, SourceFormat format) throws IOException, UnreadableImageException {
    return reading(file, format, this::checkedSize);
  }

  BgrImage read(Path file, SourceFormat format) throws IOException, UnreadableImageException {
    return reading(file, format, reader -> decode(reader, file, format));
  }

  private interface Step<T> {
    T apply(ImageReader reader) throws IOException, UnreadableImageException;
  }

  private static <T> T reading(Path file, SourceFormat format, Step<T> step)
      throws IOException, UnreadableImageException {
    ImageReader reader = Codecs.reader(format);
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, false, format == SourceFormat.PNG);
      return step.apply(reader);
    } catch (EOFException e) {
      throw truncated(e);
    } catch (IOException | RuntimeException e) {
      if (hasEndOfFile(e)) {
        throw truncated(e);
      }
      throw new UnreadableImageException(
          Kind.BROKEN, "The image data is damaged: " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw new UnreadableImageException(
          Kind.TOO_LARGE, "The image needs more memory than this server has.", e);
    } finally {
      reader.dispose();
    }
  }

  private PixelSize checkedSize(ImageReader reader) throws IOException, UnreadableImageException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width < 1 || height < 1) {
      throw new UnreadableImageException(Kind.BROKEN, "The image has no pixels.");
    }
    PixelSize size = new PixelSize(width, height);
    if (size.area() > maxPixels || Math.max(width, height) > LONGEST_SIDE) {
      throw new UnreadableImageException(
          Kind.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "The image has %s pixels; at most %,d in all and %,d a side are allowed.",
              size,
              maxPixels,
              LONGEST_SIDE));
    }
    return size;
  }

  private BgrImage decode(ImageReader reader, Path file, SourceFormat format)
      throws IOException, UnreadableImageException {
    PixelSize size = checkedSize(reader);
    AtomicBoolean cutShort = new AtomicBoolean();
    reader.addIIOReadWarningListener(new CutShortListener(cutShort));
    BufferedImage decoded = reader.read(0);
    if (cutShort.get()) {
      throw truncated(null);
    }
    if (decoded.getWidth() != size.width() || decoded.getHeight() != size.height()) {
      throw new UnreadableImageException(
          Kind.BROKEN, "The image data does not have the size that its header tells.");
    }
    // Decoders forget what they have passed, so this needs a stream of its own.
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Optional<ICC_Profile> profile =
          format == SourceFormat.PNG ? PngChunks.profile(in) : Optional.empty();
      BgrImage converted = SrgbConverter.convert(decoded, profile);
      return Orientation.read(in, format).apply(converted);
    }
  }

  private static UnreadableImageException truncated(Throwable cause) {
    return new UnreadableImageException(
        Kind.TRUNCATED, "The file ends before the image is complete.", cause);
  }

  private static boolean hasEndOfFile(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof EOFException) {
        return true;
      }
    }
    return false;
  }

  /**
   * The JPEG decoder fills what is missing with grey and only warns. A missing end marker alone is
   * common and harmless; missing picture data is not.
   */
  private record CutShortListener(AtomicBoolean cutShort) implements IIOReadWarningListener {
    @Override
    public void warningOccurred(ImageReader source, String warning) {
      if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
        cutShort.set(true);
      }
    }
  }
}
