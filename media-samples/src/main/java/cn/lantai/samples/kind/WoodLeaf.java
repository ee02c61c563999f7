package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Shapes;
import cn.lantai.samples.kit.Sheet;

/**
 * A leaf printed from wood or movable wooden type: heavy frame, fish tails in the fold.
 *
 * <p>Options: hide (columns of unreadable text), titles (lines set large at the right), centre
 * (words in the fold), cols, tree (lines of descent below), movable.
 */
final class WoodLeaf implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet =
        page.sheet(Paper.of(spec.get("paper", "maobian")).tint(0xE0CDA0).holes(7).stains(7));
    double x = sheet.x(0.085);
    double y = sheet.y(0.12);
    double w = sheet.width() * 0.83;
    double h = sheet.height() * 0.81;
    Layer l = page.layer();
    l.box(x, y, w, h, 18);
    l.box(x + 28, y + 28, w - 56, h - 56, 4);
    double fold = w * 0.1;
    fishTail(l, x + 28, y + 28, fold, h - 56);
    int cols = spec.get("cols", 8);
    double text = w - 56 - fold;
    double gap = text / cols;
    double right = x + w - 28;
    for (int i = 1; i <= cols; i++) {
      l.line(right - gap * i, y + 28, right - gap * i, y + h - 28, 3);
    }
    Lettering write = page.letters(l);
    write.column(
        spec.get("centre", ""),
        x + 28 + fold / 2,
        y + h * 0.25,
        write.fittingColumn(
            spec.get("centre", ""), Hand.type(Face.SONG_BOLD, fold * 0.42).lead(1.12), h * 0.42));
    int n = spec.lines().size();
    Face face = spec.is("movable") ? Face.SONG_BLACK : Face.SONG_BOLD;
    int at = 0;
    for (int i = 0; i < n; i++) {
      boolean title = i < spec.get("titles", 1);
      int width = title && spec.is("big") ? 2 : 1;
      Hand hand = Hand.type(face, title ? gap * (width == 2 ? 1.35 : 0.84) : gap * 0.72).lead(1.1);
      Hand fit = write.fittingColumn(spec.line(i), hand, h * 0.84);
      double cx = right - gap * (at + width / 2.0);
      double top = y + (title ? 80 : 80 + (spec.line(i).startsWith("一 ") ? 0 : gap * 0.8));
      write.column(
          spec.line(i),
          cx,
          top,
          new Hand(fit.face(), fit.size(), fit.lead(), 0.02, 0.9, 0.02, 0.2));
      at += width;
    }
    page.ink(l, Ink.woodblock(0x1D1A15));
    int hidden = Math.min(spec.get("hide", 0), cols - at);
    if (hidden > 0) {
      Scribble.columns(
          page,
          right - gap * (at + hidden),
          y + 60,
          gap * hidden,
          h - 120,
          hidden,
          gap * 0.66,
          Ink.woodblock(0x1D1A15));
    }
    if (spec.is("tree")) {
      tree(page, right - text, y, text - gap * at, h);
    }
    page.age(sheet);
    return page;
  }

  private static void fishTail(Layer l, double x, double y, double w, double h) {
    l.line(x + w, y, x + w, y + h, 4);
    double t = y + h * 0.17;
    l.fill(
        Shapes.poly(x, t, x + w, t, x + w, t + w * 0.75, x + w / 2, t + w * 0.28, x, t + w * 0.75));
    double b = y + h * 0.83;
    l.fill(
        Shapes.poly(x, b, x + w, b, x + w, b - w * 0.75, x + w / 2, b - w * 0.28, x, b - w * 0.75));
    l.line(x + w / 2, y, x + w / 2, t, w * 0.2);
    l.line(x + w / 2, b, x + w / 2, y + h, w * 0.2);
  }

  /** Five generations as empty cartouches joined by lines. */
  private static void tree(Page page, double x, double y, double w, double h) {
    Layer l = page.layer();
    int[] counts = {1, 2, 3, 4, 5};
    for (int g = 0; g < counts.length; g++) {
      double cy = y + h * (0.14 + g * 0.175);
      for (int i = 0; i < counts[g]; i++) {
        double cx = x + w - w * (i + 0.5) / counts[g];
        l.box(cx - 46, cy - 84, 92, 168, 5);
        l.draw(Shapes.circle(cx, cy, 26), 5);
        if (g > 0) {
          l.line(cx, cy - 84, cx, cy - 130, 6);
        }
        if (g < counts.length - 1) {
          l.line(cx, cy + 84, cx, y + h * (0.14 + (g + 1) * 0.175) - 130, 6);
        }
      }
      if (g > 0) {
        double ly = cy - 130;
        l.line(x + w * 0.5 / counts[g], ly, x + w - w * 0.5 / counts[g], ly, 6);
      }
    }
    page.ink(l, Ink.woodblock(0x1D1A15));
  }
}
