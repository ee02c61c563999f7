package cn.lantai.media;

import cn.lantai.media.UnreadableImageException.Kind;
import java.io.IOException;
import java.nio.file.Path;

/** Pages of PDFs as sources; whatever is wrong with them is a fault of the file. */
final class PdfPages {

  private PdfPages() {}

  static int count(Path file) throws UnreadableImageException {
    return reading(file, PdfFile::pages);
  }

  static Source inspect(Path file, int index, long mostPixels) throws UnreadableImageException {
    return reading(
        file,
        pdf -> {
          PixelSize size = pdf.size(index);
          if (size.area() > mostPixels
              || Math.max(size.width(), size.height()) > SourceReader.LONGEST_SIDE) {
            throw SourceReader.tooLarge(size, mostPixels, " in a page of a PDF");
          }
          return new Source(SourceFormat.PDF, index, size, pdf.orientation(index), size.height());
        });
  }

  /** Writes the picture of a page into a file of its own, not turned. */
  static void write(Path file, Source source, Path picture) throws UnreadableImageException {
    reading(
        file,
        pdf -> {
          pdf.write(source.index(), picture);
          return source;
        });
  }

  private interface Step<T> {
    T apply(PdfFile pdf) throws IOException, UnreadableImageException;
  }

  private static <T> T reading(Path file, Step<T> step) throws UnreadableImageException {
    try (PdfFile pdf = PdfFile.open(file)) {
      return step.apply(pdf);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new UnreadableImageException(
          Kind.BROKEN, "The page of the PDF cannot be read: " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw new UnreadableImageException(
          Kind.TOO_LARGE, "The page needs more memory than this server has.", e);
    }
  }
}
