package cn.lantai.media;

import cn.lantai.media.UnreadableImageException.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The pages of a PDF as pictures. A page that is nothing but one scan is that scan, in its own
 * size, and as it is stored if that is a JPEG; any other page is drawn at {@value #DPI} dpi, or at
 * less if it would be too large.
 */
final class PdfFile implements AutoCloseable {

  static final int DPI = 300;

  /** An A3 page at {@value #DPI} dpi. */
  private static final double LARGEST_DRAWN = 18_000_000;

  private static final double POINTS_PER_INCH = 72;
  private static final long SCRATCH_BYTES = 1L << 30;

  private final PDDocument document;

  private PdfFile(PDDocument document) {
    this.document = document;
  }

  static PdfFile open(Path file) throws IOException, UnreadableImageException {
    PdfStreams.check(file);
    PDDocument document;
    try {
      document =
          Loader.loadPDF(
              file.toFile(), MemoryUsageSetting.setupTempFileOnly(SCRATCH_BYTES).streamCache);
    } catch (InvalidPasswordException locked) {
      throw isProtected();
    }
    if (document.isEncrypted()) {
      document.close();
      throw isProtected();
    }
    return new PdfFile(document);
  }

  private static UnreadableImageException isProtected() {
    return new UnreadableImageException(
        Kind.UNKNOWN_FORMAT, "The PDF is protected; save it without password and restrictions.");
  }

  int pages() {
    return document.getNumberOfPages();
  }

  /** The size of the picture before it is turned. */
  PixelSize size(int index) throws IOException, UnreadableImageException {
    PDPage page = page(index);
    Optional<PDImageXObject> scan = ScannedPdfPage.of(page);
    if (scan.isPresent()) {
      return new PixelSize(scan.get().getWidth(), scan.get().getHeight());
    }
    PDRectangle box = page.getCropBox();
    float scale = scale(page);
    boolean turned = page.getRotation() % 180 != 0;
    int width = Math.max(1, (int) Math.floor(box.getWidth() * scale));
    int height = Math.max(1, (int) Math.floor(box.getHeight() * scale));
    return turned ? new PixelSize(height, width) : new PixelSize(width, height);
  }

  /** How a scan has to be turned; what is drawn stands upright. */
  Orientation orientation(int index) throws IOException, UnreadableImageException {
    PDPage page = page(index);
    if (ScannedPdfPage.of(page).isEmpty()) {
      return Orientation.UPRIGHT;
    }
    return switch (Math.floorMod(page.getRotation(), 360)) {
      case 90 -> Orientation.QUARTER_RIGHT;
      case 180 -> Orientation.HALF_TURN;
      case 270 -> Orientation.QUARTER_LEFT;
      default -> Orientation.UPRIGHT;
    };
  }

  /** Writes the picture of a page, as JPEG or PNG, not turned. */
  void write(int index, Path target) throws IOException, UnreadableImageException {
    PDPage page = page(index);
    Optional<PDImageXObject> scan = ScannedPdfPage.of(page);
    if (scan.isPresent() && isJpeg(scan.get())) {
      try (InputStream jpeg = scan.get().getStream().getCOSObject().createRawInputStream()) {
        Files.copy(jpeg, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return;
    }
    BufferedImage picture;
    if (scan.isPresent()) {
      PdfDrawing.requireReadable(scan.get());
      picture = scan.get().getImage();
    } else {
      picture = new PdfDrawing(document).draw(index, scale(page));
    }
    Files.write(target, ImageEncoder.png(picture));
  }

  private static boolean isJpeg(PDImageXObject scan) {
    List<COSName> filters = scan.getStream().getFilters();
    return filters.size() == 1 && filters.get(0).equals(COSName.DCT_DECODE);
  }

  /** Pixels to a point; a little more, for what is drawn has no part of a pixel at its edge. */
  private static float scale(PDPage page) throws UnreadableImageException {
    PDRectangle box = page.getCropBox();
    double area = (double) box.getWidth() * box.getHeight();
    double longer = Math.max(box.getWidth(), box.getHeight());
    if (!(area > 0) || longer > 1_000_000) {
      throw new UnreadableImageException(
          Kind.BROKEN,
          String.format(
              Locale.ROOT,
              "The page has no usable size: %s × %s.",
              box.getWidth(),
              box.getHeight()));
    }
    double wanted = DPI / POINTS_PER_INCH * page.getUserUnit();
    double possible =
        Math.min(Math.sqrt(LARGEST_DRAWN / area), (SourceReader.LONGEST_SIDE - 1) / longer);
    return Math.nextUp((float) Math.min(wanted, possible));
  }

  private PDPage page(int index) throws UnreadableImageException {
    try {
      return document.getPage(index);
    } catch (IndexOutOfBoundsException | IllegalStateException missing) {
      throw new UnreadableImageException(
          Kind.NO_SUCH_PAGE, "The file has no page " + (index + 1) + ".", missing);
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
