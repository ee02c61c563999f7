package cn.lantai.server.site;

import cn.lantai.server.site.view.Pager;
import jakarta.ws.rs.NotFoundException;
import java.util.List;

/** Cuts one page out of a list. A page that is not there is not found, save the first. */
final class Paging<T> {

  private final List<T> items;
  private final Pager pager;

  Paging(List<T> all, String path, int page, int size) {
    int pages = Math.max(1, (all.size() + size - 1) / size);
    if (page < 1 || page > pages) {
      throw new NotFoundException();
    }
    items = all.subList((page - 1) * size, Math.min(all.size(), page * size));
    pager = new Pager(path, page, pages, all.size());
  }

  List<T> items() {
    return items;
  }

  Pager pager() {
    return pager;
  }
}
