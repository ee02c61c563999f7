package cn.lantai.media;

import cn.lantai.media.UnreadableImageException.Kind;
import java.awt.Rectangle;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Reads an image from outside into upright sRGB pixels, or says why it cannot be read. */
final class SourceReader {

  /** JPEG has no larger sides, and a strip one pixel high and a mile long is no picture. */
  static final int LONGEST_SIDE = 65_500;

  /** What the decoders of the JDK can count to. */
  private static final long LARGEST_DECODED = Integer.MAX_VALUE - 2;

  /** Smaller pictures are read in one go, which is faster. */
  private static final long LARGEST_IN_ONE_GO = 16_000_000;

  /** More pages than that are no book. */
  private static final int MOST_PAGES = 10_000;

  /** Rows that are decoded at a time. */
  private static final int BAND = 256;

  private final long maxPixels;
  private final long maxWhole;
  private final long inOneGo;

  /**
   * @param maxPixels images with more are refused
   * @param maxWhole files that can only be read whole are refused if they have more pixels
   */
  SourceReader(long maxPixels, long maxWhole) {
    this(maxPixels, maxWhole, LARGEST_IN_ONE_GO);
  }

  SourceReader(long maxPixels, long maxWhole, long inOneGo) {
    this.maxPixels = maxPixels;
    this.maxWhole = maxWhole;
    this.inOneGo = inOneGo;
  }

  static SourceFormat formatOf(Path file) throws IOException, UnreadableImageException {
    byte[] head = head(file);
    if (head.length == 0) {
      throw new UnreadableImageException(Kind.EMPTY, "The file is empty.");
    }
    SourceFormat format = SourceFormat.of(head).orElseThrow(() -> unknown(head));
    if (format == SourceFormat.WEBP && !Codecs.hasWebP()) {
      throw new UnreadableImageException(
          Kind.UNKNOWN_FORMAT,
          "WebP cannot be read on this kind of processor; store the image as PNG or JPEG.");
    }
    return format;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SourceFormat.SIGNATURE_LENGTH);
    }
  }

  private static UnreadableImageException unknown(byte[] head) {
    return new UnreadableImageException(
        Kind.UNKNOWN_FORMAT,
        SourceFormat.isJpeg2000(head)
            ? "JPEG 2000 is not read here; convert it without loss, for example by"
                + " opj_decompress -i page.jp2 -o page.tif."
            : "The file is not a JPEG, PNG, TIFF, WebP or PDF file.");
  }

  /** How many pages a file has, as far as its head tells; 1 for whatever cannot be read. */
  static int pages(Path file) throws IOException {
    try {
      SourceFormat format = formatOf(file);
      if (!format.mayHavePages()) {
        return 1;
      }
      if (format == SourceFormat.PDF) {
        return Math.max(1, Math.min(PdfPages.count(file), MOST_PAGES));
      }
      return reading(
          file,
          format,
          reader -> {
            try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
              return Math.min(TiffHeader.pages(in).size(), MOST_PAGES);
            }
          });
    } catch (UnreadableImageException unreadable) {
      return 1;
    }
  }

  Source inspect(Path file) throws IOException, UnreadableImageException {
    return inspect(file, 1);
  }

  /**
   * Looks at the file's header only.
   *
   * @param page from 1
   */
  Source inspect(Path file, int page) throws IOException, UnreadableImageException {
    SourceFormat format = formatOf(file);
    if (format == SourceFormat.PDF) {
      return PdfPages.inspect(file, page - 1, Math.min(maxWhole, maxPixels));
    }
    return reading(
        file,
        format,
        reader -> {
          try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            int index = index(in, format, page);
            PixelSize size = checkedSize(reader, index);
            int rows = size.height();
            if (size.area() > inOneGo) {
              rows = Math.min(rows, bandRows(in, format, reader, index, size));
            }
            if (rows == size.height() && size.area() > maxWhole) {
              throw tooLarge(size, maxWhole, " in a file that can only be read as a whole");
            }
            return new Source(format, index, size, Orientation.read(in, format, index), rows);
          }
        });
  }

  private static int index(ImageInputStream in, SourceFormat format, int page)
      throws IOException, UnreadableImageException {
    if (page == 1 && !format.mayHavePages()) {
      return 0;
    }
    List<Integer> pages = format.mayHavePages() ? TiffHeader.pages(in) : List.of(0);
    if (page > pages.size()) {
      throw new UnreadableImageException(
          Kind.NO_SUCH_PAGE, "The file has no page " + page + ", but " + pages.size() + ".");
    }
    return pages.get(page - 1);
  }

  /**
   * Reads the picture, upright.
   *
   * @param scratch a file that may be made and is removed again
   */
  void read(Path file, Source source, Path scratch, RowSink sink)
      throws IOException, UnreadableImageException {
    if (source.format() == SourceFormat.PDF) {
      readPdf(file, source, scratch, sink);
      return;
    }
    if (!source.inBands()) {
      RgbImage image = reading(file, source.format(), reader -> whole(reader, file, source));
      sink.rows(source.orientation().apply(image));
      return;
    }
    if (source.orientation() == Orientation.UPRIGHT) {
      readBands(file, source, sink);
      return;
    }
    try (UprightRows turned =
        new UprightRows(source.stored(), source.orientation(), scratch, sink)) {
      readBands(file, source, turned);
      turned.finish();
    }
  }

  private void readPdf(Path file, Source source, Path scratch, RowSink sink)
      throws IOException, UnreadableImageException {
    Path picture = scratch.resolveSibling(scratch.getFileName() + ".page");
    try {
      PdfPages.write(file, source, picture);
      // What a camera says inside of a PDF means nothing; the page says how it is turned.
      Source written = inspect(picture);
      if (!written.stored().equals(source.stored())) {
        throw new UnreadableImageException(
            Kind.BROKEN, "The page does not have the size that its head tells.");
      }
      read(picture, written.turned(source.orientation()), scratch, sink);
    } finally {
      Files.deleteIfExists(picture);
    }
  }

  private static void readBands(Path file, Source source, RowSink sink)
      throws IOException, UnreadableImageException {
    // What the receiver of the rows cannot do is no fault of the image.
    AtomicReference<IOException> unwritable = new AtomicReference<>();
    RowSink guarded =
        strip -> {
          try {
            sink.rows(strip);
          } catch (IOException failure) {
            unwritable.set(failure);
            throw failure;
          }
        };
    try {
      switch (source.format()) {
        case JPEG, PNG -> streamed(file, source, guarded);
        case TIFF, BIG_TIFF -> byRegions(file, source, guarded);
        case WEBP, PDF -> throw new IllegalArgumentException("not read in bands");
      }
    } catch (UnreadableImageException failure) {
      if (unwritable.get() != null) {
        throw unwritable.get();
      }
      throw failure;
    }
  }

  /** In how many rows at a time the file can be read; all if it can only be read whole. */
  private static int bandRows(
      ImageInputStream in, SourceFormat format, ImageReader reader, int index, PixelSize size)
      throws IOException {
    return switch (format) {
      case JPEG ->
          size.area() < LARGEST_DECODED && JpegHeader.isPlainColour(in) ? BAND : size.height();
      case PNG ->
          size.area() < LARGEST_DECODED && !PngChunks.isInterlaced(in) ? BAND : size.height();
      case WEBP, PDF -> size.height();
      case TIFF, BIG_TIFF -> {
        int block =
            reader.isImageTiled(index)
                ? reader.getTileHeight(index)
                : TiffHeader.rowsPerStrip(in, index);
        yield block >= size.height() ? size.height() : block * Math.max(1, BAND / block);
      }
    };
  }

  private static void streamed(Path file, Source source, RowSink sink)
      throws IOException, UnreadableImageException {
    ImageReader reader = Codecs.jdkReader(source.format());
    reading(
        file,
        source.format(),
        reader,
        () -> {
          Optional<ICC_Profile> profile = declaredProfile(file, source.format());
          AtomicBoolean cutShort = new AtomicBoolean();
          reader.addIIOReadWarningListener(new CutShortListener(cutShort));
          BandRaster raster =
              BandRaster.of(
                  inOrder(reader.getImageTypes(0).next()),
                  source.stored(),
                  source.bandRows(),
                  rows -> sink.rows(SrgbConverter.convert(rows, profile)));
          ImageReadParam parameters = reader.getDefaultReadParam();
          parameters.setDestination(raster.asImage());
          reader.read(0, parameters);
          if (cutShort.get()) {
            throw truncated(null);
          }
          raster.finish();
          return raster;
        });
  }

  /** Colours in the order in which they are kept, so that they need not be put into it. */
  private static ImageTypeSpecifier inOrder(ImageTypeSpecifier type) {
    return type.getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR
        ? ImageTypeSpecifier.createFromRenderedImage(new RgbImage(1, 1).toBufferedImage())
        : type;
  }

  private static void byRegions(Path file, Source source, RowSink sink)
      throws IOException, UnreadableImageException {
    reading(
        file,
        source.format(),
        reader -> {
          PixelSize size = source.stored();
          for (int y = 0; y < size.height(); y += source.bandRows()) {
            int rows = Math.min(source.bandRows(), size.height() - y);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceRegion(new Rectangle(0, y, size.width(), rows));
            sink.rows(
                SrgbConverter.convert(reader.read(source.index(), parameters), Optional.empty()));
          }
          return source;
        });
  }

  private interface Step<T> {
    T apply(ImageReader reader) throws IOException, UnreadableImageException;
  }

  private interface Work<T> {
    T run() throws IOException, UnreadableImageException;
  }

  private static <T> T reading(Path file, SourceFormat format, Step<T> step)
      throws IOException, UnreadableImageException {
    ImageReader reader = Codecs.reader(format);
    return reading(file, format, reader, () -> step.apply(reader));
  }

  private static <T> T reading(Path file, SourceFormat format, ImageReader reader, Work<T> work)
      throws IOException, UnreadableImageException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, false, format == SourceFormat.PNG);
      return work.run();
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

  private PixelSize checkedSize(ImageReader reader, int index)
      throws IOException, UnreadableImageException {
    int width = reader.getWidth(index);
    int height = reader.getHeight(index);
    if (width < 1 || height < 1) {
      throw new UnreadableImageException(Kind.BROKEN, "The image has no pixels.");
    }
    PixelSize size = new PixelSize(width, height);
    if (size.area() > maxPixels || Math.max(width, height) > LONGEST_SIDE) {
      throw tooLarge(size, maxPixels, "");
    }
    return size;
  }

  static UnreadableImageException tooLarge(PixelSize size, long limit, String where) {
    return new UnreadableImageException(
        Kind.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "The image has %s pixels; at most %,d in all%s and %,d a side are allowed.",
            size,
            limit,
            where,
            LONGEST_SIDE));
  }

  private static RgbImage whole(ImageReader reader, Path file, Source source)
      throws IOException, UnreadableImageException {
    AtomicBoolean cutShort = new AtomicBoolean();
    reader.addIIOReadWarningListener(new CutShortListener(cutShort));
    BufferedImage decoded = reader.read(source.index());
    if (cutShort.get()) {
      throw truncated(null);
    }
    PixelSize size = source.stored();
    if (decoded.getWidth() != size.width() || decoded.getHeight() != size.height()) {
      throw new UnreadableImageException(
          Kind.BROKEN, "The image data does not have the size that its header tells.");
    }
    return SrgbConverter.convert(decoded, declaredProfile(file, source.format()));
  }

  /** A profile that the decoder does not put into the image. */
  private static Optional<ICC_Profile> declaredProfile(Path file, SourceFormat format)
      throws IOException {
    if (format != SourceFormat.PNG) {
      return Optional.empty();
    }
    // Decoders forget what they have passed, so this needs a stream of its own.
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      return PngChunks.profile(in);
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
