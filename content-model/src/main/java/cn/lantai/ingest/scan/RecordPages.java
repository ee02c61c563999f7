package cn.lantai.ingest.scan;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The page numbers of one record that scans were found for. */
final class RecordPages {

  /** More missing pages are not listed: such numbers do not count pages. */
  private static final int MOST_MISSING = 1000;

  private int[] pages = new int[2];
  private int size;
  private boolean sorted = true;

  void add(int page) {
    if (size == pages.length) {
      pages = Arrays.copyOf(pages, size * 2);
    }
    pages[size++] = page;
    sorted = false;
  }

  IntStream stream() {
    return Arrays.stream(pages, 0, size);
  }

  /** Whether there are several scans of the page. */
  boolean isTwice(int page) {
    sort();
    int at = Arrays.binarySearch(pages, 0, size, page);
    return at > 0 && pages[at - 1] == page || at >= 0 && at + 1 < size && pages[at + 1] == page;
  }

  boolean isAnyTwice() {
    sort();
    for (int i = 1; i < size; i++) {
      if (pages[i] == pages[i - 1]) {
        return true;
      }
    }
    return false;
  }

  /**
   * The pages that are missing before the last one, as ranges: {@code 4、7–9}; empty text if none
   * is.
   *
   * @param there whether a page that is not among the scans is in the system already
   */
  String missing(IntPredicate there) {
    sort();
    int last = size == 0 ? 0 : pages[size - 1];
    if (last > size + MOST_MISSING) {
      return "1–" + last;
    }
    StringBuilder ranges = new StringBuilder();
    int from = 0;
    int at = 0;
    for (int page = 1; page <= last; page++) {
      while (at < size && pages[at] < page) {
        at++;
      }
      boolean missing = pages[at] != page && !there.test(page);
      if (missing && from == 0) {
        from = page;
      } else if (!missing && from > 0) {
        append(ranges, from, page - 1);
        from = 0;
      }
    }
    return ranges.toString();
  }

  private static void append(StringBuilder ranges, int from, int to) {
    ranges.append(ranges.isEmpty() ? "" : "、").append(from);
    if (to > from) {
      ranges.append('–').append(to);
    }
  }

  private void sort() {
    if (!sorted) {
      Arrays.sort(pages, 0, size);
      sorted = true;
    }
  }
}
