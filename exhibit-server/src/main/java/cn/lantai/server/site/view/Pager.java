package cn.lantai.server.site.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a list stands.
 *
 * @param base the list's address without the page number; may hold other parameters
 * @param page counted from 1
 */
public record Pager(String base, int page, int pages, long total) {
  public Pager {
    if (page < 1 || pages < 1 || page > pages || total < 0) {
      throw new IllegalArgumentException("Page %d of %d".formatted(page, pages));
    }
  }

  public static Pager single(String base, long total) {
    return new Pager(base, 1, 1, total);
  }

  public String href(int target) {
    return target == 1 ? base : base + (base.contains("?") ? "&" : "?") + "page=" + target;
  }

  public boolean hasPrevious() {
    return page > 1;
  }

  public boolean hasNext() {
    return page < pages;
  }

  /** The page numbers to offer: the ends, the neighbours, and 0 for a gap between them. */
  public List<Integer> offered() {
    List<Integer> offered = new ArrayList<>();
    int last = 0;
    for (int n = 1; n <= pages; n++) {
      if (n == 1 || n == pages || Math.abs(n - page) <= 2) {
        if (n - last > 1) {
          offered.add(0);
        }
        offered.add(n);
        last = n;
      }
    }
    return List.copyOf(offered);
  }
}
