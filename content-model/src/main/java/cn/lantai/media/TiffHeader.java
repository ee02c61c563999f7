package cn.lantai.media;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.stream.ImageInputStream;

/** Numbers in the directories of a TIFF. */
final class TiffHeader {

  /** Bits of NewSubfileType: a smaller version of another picture, a mask for another one. */
  private static final int NO_PAGE = 1 | 4;

  private TiffHeader() {}

  /**
   * As many rows as the picture has if the file does not say.
   *
   * @param index of the directory
   */
  static int rowsPerStrip(ImageInputStream in, int index) throws IOException {
    return number(directories(in).get(index), TIFF.TAG_ROWS_PER_STRIP).orElse(Integer.MAX_VALUE);
  }

  /**
   * Which directories are pages, in order. Not those that say that they are a smaller version or a
   * mask, nor those that halve the one before, as the levels of pyramids do that say nothing.
   */
  static List<Integer> pages(ImageInputStream in) throws IOException {
    List<Directory> directories = directories(in);
    List<Integer> pages = new ArrayList<>();
    for (int i = 0; i < directories.size(); i++) {
      int type = number(directories.get(i), TIFF.TAG_SUBFILE_TYPE).orElse(0);
      boolean level = i > 0 && halves(directories.get(i), directories.get(i - 1));
      if ((type & NO_PAGE) == 0 && !level) {
        pages.add(i);
      }
    }
    return pages.isEmpty() ? List.of(0) : pages;
  }

  private static boolean halves(Directory directory, Directory before) {
    return halves(directory, before, TIFF.TAG_IMAGE_WIDTH)
        && halves(directory, before, TIFF.TAG_IMAGE_HEIGHT);
  }

  private static boolean halves(Directory directory, Directory before, int tag) {
    int length = number(directory, tag).orElse(0);
    int whole = number(before, tag).orElse(0);
    return whole > 1 && (length == whole / 2 || length == whole - whole / 2);
  }

  static List<Directory> directories(ImageInputStream in) throws IOException {
    in.seek(0);
    try {
      Directory all = new TIFFReader().read(in);
      List<Directory> each = new ArrayList<>();
      if (all instanceof CompoundDirectory compound) {
        for (int i = 0; i < compound.directoryCount(); i++) {
          each.add(compound.getDirectory(i));
        }
      }
      return each.isEmpty() ? List.of(all) : each;
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
