package cn.lantai.media;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.util.OptionalInt;
import javax.imageio.stream.ImageInputStream;

/** Numbers in the first directory of a TIFF. */
final class TiffHeader {

  private TiffHeader() {}

  /** As many rows as the picture has if the file does not say. */
  static int rowsPerStrip(ImageInputStream in) throws IOException {
    in.seek(0);
    try {
      return number(new TIFFReader().read(in), TIFF.TAG_ROWS_PER_STRIP).orElse(Integer.MAX_VALUE);
    } finally {
      in.seek(0);
    }
  }

  /** The number under a tag; empty if there is none that is positive and fits. */
  static OptionalInt number(Directory directory, int tag) {
    Entry entry = directory.getEntryById(tag);
    return entry != null
            && entry.getValue() instanceof Number number
            && number.longValue() > 0
            && number.longValue() <= Integer.MAX_VALUE
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }
}
