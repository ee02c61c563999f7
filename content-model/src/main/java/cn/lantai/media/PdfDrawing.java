package cn.lantai.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.imageio.spi.IIORegistry;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Draws pages, and gives up rather than draw a page without its pictures, or for ever. PDFBox by
 * itself passes over what it cannot decode, which would leave white paper in an archive.
 */
final class PdfDrawing extends PDFRenderer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LARGEST_PICTURE = 150_000_000;
  private static final Set<String> PICTURES = Set.of("Do", "BI");

  static {
    // PDFBox finds it by ImageIO, which does not look into the libraries of an application.
    IIORegistry.getDefaultInstance().registerServiceProvider(new JBIG2ImageReaderSpi());
  }

  private final Duration patience;
  private final long end;

  PdfDrawing(PDDocument document) {
    this(document, PATIENCE);
  }

  PdfDrawing(PDDocument document, Duration patience) {
    super(document);
    this.patience = patience;
    this.end = System.nanoTime() + patience.toNanos();
    setSubsamplingAllowed(false);
  }

  BufferedImage draw(int index, float scale) throws IOException {
    return renderImage(index, scale, ImageType.RGB);
  }

  /** A page that is not drawn to its end. */
  static final class GivenUpException extends IOException {
    private static final long serialVersionUID = 1L;

    GivenUpException(String reason) {
      super(reason);
    }
  }

  static void requireReadable(PDImage picture) throws IOException {
    if ((long) picture.getWidth() * picture.getHeight() > LARGEST_PICTURE) {
      throw new GivenUpException(
          "a picture in it has %d × %d pixels".formatted(picture.getWidth(), picture.getHeight()));
    }
    if (picture instanceof PDImageXObject object
        && object.getStream().getFilters().contains(COSName.JPX_DECODE)) {
      throw new GivenUpException(
          "a picture in it is JPEG 2000, which is not read here; save the PDF with JPEG pictures");
    }
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new GuardedDrawer(parameters);
  }

  private final class GuardedDrawer extends PageDrawer {

    GuardedDrawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (System.nanoTime() > end) {
        throw new GivenUpException("drawing it takes more than " + patience.toSeconds() + " s");
      }
      super.processOperator(operator, operands);
    }

    @Override
    public void drawImage(PDImage picture) throws IOException {
      requireReadable(picture);
      super.drawImage(picture);
    }

    /** A glyph that no font here has would be drawn as nothing, as whole Chinese pages are then. */
    @Override
    protected void showFontGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
        throws IOException {
      if (!font.isEmbedded() && font instanceof PDVectorFont drawn && !drawn.hasGlyph(code)) {
        throw new GivenUpException(
            "the font " + font.getName() + " is not in the file; save the PDF with its fonts");
      }
      super.showFontGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void operatorException(
        Operator operator, List<COSBase> operands, IOException exception) throws IOException {
      if (exception instanceof GivenUpException || PICTURES.contains(operator.getName())) {
        throw exception;
      }
      super.operatorException(operator, operands, exception);
    }
  }
}
