package cn.lantai.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Tells pages that are exactly one picture, upright and from edge to edge, as scanners write. */
final class ScannedPdfPage {

  /** Of the length of a side. */
  private static final double MARGIN = 0.02;

  private static final int MOST_STEPS = 60;
  private static final Set<String> HARMLESS =
      Set.of("q", "Q", "BMC", "BDC", "EMC", "gs", "ri", "i", "w");

  private ScannedPdfPage() {}

  static Optional<PDImageXObject> of(PDPage page) throws IOException {
    if (!page.hasContents() || page.getResources() == null || !page.getAnnotations().isEmpty()) {
      return Optional.empty();
    }
    Matrix place = new Matrix();
    Optional<COSName> name = Optional.empty();
    PDFStreamParser parser = new PDFStreamParser(page);
    try {
      List<COSBase> operands = new ArrayList<>();
      int steps = 0;
      for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
        if (++steps > MOST_STEPS) {
          return Optional.empty();
        }
        if (!(token instanceof Operator operator)) {
          operands.add((COSBase) token);
          continue;
        }
        switch (operator.getName()) {
          case "cm" -> place = Matrix.concatenate(place, matrix(operands));
          case "Do" -> {
            if (name.isPresent() || !(operands.get(0) instanceof COSName only)) {
              return Optional.empty();
            }
            name = Optional.of(only);
          }
          default -> {
            if (!HARMLESS.contains(operator.getName())) {
              return Optional.empty();
            }
          }
        }
        operands.clear();
      }
    } catch (RuntimeException odd) {
      return Optional.empty();
    } finally {
      parser.close();
    }
    return name.isPresent() && fills(place, page.getCropBox())
        ? image(page, name.get())
        : Optional.empty();
  }

  private static Optional<PDImageXObject> image(PDPage page, COSName name) throws IOException {
    PDXObject object = page.getResources().getXObject(name);
    return object instanceof PDImageXObject image
            && !image.isStencil()
            && image.getMask() == null
            && image.getSoftMask() == null
            && image.getColorKeyMask() == null
            && image.getDecode() == null
        ? Optional.of(image)
        : Optional.empty();
  }

  private static Matrix matrix(List<COSBase> operands) {
    float[] numbers = new float[6];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ((COSNumber) operands.get(i)).floatValue();
    }
    return new Matrix(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  }

  private static boolean fills(Matrix place, PDRectangle page) {
    double marginX = page.getWidth() * MARGIN;
    double marginY = page.getHeight() * MARGIN;
    return place.getShearX() == 0
        && place.getShearY() == 0
        && Math.abs(place.getTranslateX() - page.getLowerLeftX()) <= marginX
        && Math.abs(place.getTranslateY() - page.getLowerLeftY()) <= marginY
        && Math.abs(place.getScaleX() - page.getWidth()) <= marginX
        && Math.abs(place.getScaleY() - page.getHeight()) <= marginY;
  }
}
