package cn.lantai.server.site;

import cn.lantai.server.site.view.Pager;
import jakarta.ws.rs.NotFoundException;

/** Where one page of a list begins. A page that is not there is not found, save the first. */
record Paging(String path, int page, int size) {

  long first() {
    return (page - 1L) * size;
  }

  /**
   * @throws NotFoundException if a list of this length has no such page
   */
  Pager pager(long total) {
    long pages = Math.max(1, (total + size - 1) / size);
    if (page < 1 || page > pages) {
      throw new NotFoundException();
    }
    return new Pager(path, page, (int) pages, total);
  }
}
