package cn.lantai.samples.kit;

import cn.lantai.samples.font.Face;

/** The line at the foot of every picture that says it is drawn. */
final class Strip {
  static final String SAYS = "绘制示意　非原件影像　兰台示例馆藏 / Drawn facsimile, not an original";
  static final String MADE_UP = "虚构示例";

  private Strip() {}

  static void print(Page page, String key, boolean madeUp) {
    int top = page.height - Page.STRIP;
    Layer l = page.layer();
    l.fill(Shapes.rect(0, top, page.width, Page.STRIP));
    page.ink(l, Ink.cover(0xEDE9DF, 1));
    l = page.layer();
    l.fill(Shapes.rect(0, top, page.width, 2));
    page.ink(l, Ink.cover(0x9A9386, 1));
    Hand small = Hand.type(Face.SONG_BOLD, 33).plain();
    double y = top + Page.STRIP / 2.0 + 2;
    l = page.layer();
    Lettering write = page.letters(l);
    write.line(SAYS, 40, y, small);
    double end = page.width - 40;
    double keyWidth = write.measure(key, small);
    write.line(key, end - keyWidth, y, small);
    page.ink(l, Ink.cover(0x47423A, 1));
    if (madeUp) {
      l = page.layer();
      double w = page.letters(l).measure(MADE_UP, small);
      double x = end - keyWidth - w - 60;
      page.letters(l).line(MADE_UP, x, y, small);
      l.box(x - 14, top + 15, w + 28, Page.STRIP - 28, 2.5);
      page.ink(l, Ink.cover(0xA3271B, 1));
    }
  }
}
