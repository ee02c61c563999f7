package cn.lantai.server.site;

import cn.lantai.media.PageImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pages of something bound lie open side by side: the first, its cover, alone, and then two
 * and two. Sides follow from the numbers of pages, for of some records only a few are scanned: the
 * neighbour of a page that is missing stays alone, and those after it keep their sides.
 */
public final class Openings {

  private Openings() {}

  /**
   * Whether a picture shows both pages of an opening, or a sheet that folds out: it is wider than
   * it is high, as no page of a book that stands upright is.
   */
  public static boolean isWhole(PageImage page) {
    return page.content().filter(file -> file.width() > file.height()).isPresent();
  }

  /** For each page, in their order, the number of the opening on which it lies. */
  public static List<Integer> of(List<PageImage> pages) {
    List<Integer> openings = new ArrayList<>();
    int opening = 0;
    // The page that lies first in an opening; those that follow are counted from it.
    int from = 2;
    int last = -1;
    for (PageImage page : pages) {
      int place = Math.floorDiv(page.page() - from, 2);
      if (isWhole(page)) {
        opening++;
        from = page.page() + 1;
        last = -1;
      } else if (opening == 0 || place != last || page.page() < from) {
        opening++;
        last = place;
      }
      openings.add(opening);
    }
    return openings;
  }
}
