package cn.lantai.samples.kind;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Page;

/** Draws one kind of document. */
@FunctionalInterface
interface Kind {
  Page draw(PageSpec spec, FontShelf fonts);

  static Page portrait(PageSpec spec, FontShelf fonts) {
    return new Page(2140, 3040, spec.seed(), fonts);
  }

  static Page landscape(PageSpec spec, FontShelf fonts) {
    return new Page(3040, 2140, spec.seed(), fonts);
  }
}
