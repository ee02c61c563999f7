package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;

/**
 * The cover of a file: a printed frame on stout paper, the title written in it.
 *
 * <p>Options: across (title in lines instead of columns).
 */
final class Docket implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of("kraft").fold("v0.04").rough(6).stains(8).wear(0.9));
    if (spec.is("across")) {
      across(page, spec, sheet);
    } else {
      columns(page, spec, sheet);
    }
    eyelets(page, sheet);
    page.age(sheet);
    return page;
  }

  private static void columns(Page page, PageSpec spec, Sheet sheet) {
    double x = sheet.x(0.12);
    double y = sheet.y(0.06);
    double w = sheet.width() * 0.8;
    double h = sheet.height() * 0.88;
    Layer l = page.layer();
    l.box(x, y, w, h, 12);
    l.box(x + 24, y + 24, w - 48, h - 48, 4);
    l.line(x + w * 0.8, y + 24, x + w * 0.8, y + h - 24, 4);
    l.line(x + w * 0.2, y + 24, x + w * 0.2, y + h - 24, 4);
    for (double at : new double[] {0.2, 0.4, 0.6, 0.8}) {
      l.line(x + w * 0.8, y + h * at, x + w - 24, y + h * at, 4);
      l.line(x + 24, y + h * at, x + w * 0.2, y + h * at, 4);
    }
    page.ink(l, Ink.print(0x9C2A1E).faint(0.95));
    l = page.layer();
    Lettering write = page.letters(l);
    int n = spec.lines().size();
    double gap = w * 0.6 / n;
    for (int i = 0; i < n; i++) {
      boolean dated = Bound.isDate(spec.line(i)) && i > 0;
      Hand hand = Hand.brush(Math.min(gap * 0.7, dated ? 120 : 210)).lead(1.14);
      Hand fit = write.fittingColumn(spec.line(i), hand, h * 0.86);
      double top = dated ? y + h * 0.95 - write.depth(spec.line(i), fit) : y + h * 0.07;
      write.column(spec.line(i), x + w * 0.8 - gap * (i + 0.5), top, fit);
    }
    page.ink(l, Ink.brush(Ink.BLACK));
  }

  private static void across(Page page, PageSpec spec, Sheet sheet) {
    double x = sheet.x(0.13);
    double w = sheet.width() * 0.78;
    Layer l = page.layer();
    l.box(x, sheet.y(0.2), w, sheet.height() * 0.5, 8);
    for (int i = 1; i < 5; i++) {
      l.line(x, sheet.y(0.2 + i * 0.1), x + w, sheet.y(0.2 + i * 0.1), 3);
    }
    l.box(sheet.x(0.66), sheet.y(0.05), sheet.width() * 0.25, sheet.height() * 0.07, 4);
    l.line(sheet.x(0.66), sheet.y(0.085), sheet.x(0.91), sheet.y(0.085), 3);
    page.ink(l, Ink.print(0x4A2A16));
    l = page.layer();
    Lettering write = page.letters(l);
    for (int i = 0; i < spec.lines().size(); i++) {
      Hand hand = Hand.brush(i == 0 ? 150 : 104).face(Face.BRUSH).lead(1.04);
      write.centred(
          spec.line(i),
          sheet.x(0.52),
          sheet.y(0.25 + (i == 0 ? 0.1 : 0.1 * (i + 1.0))),
          write.fitting(spec.line(i), hand, w * 0.94));
    }
    page.ink(l, Ink.brush(Ink.BLACK));
  }

  private static void eyelets(Page page, Sheet sheet) {
    Layer l = page.layer();
    for (double at : new double[] {0.3, 0.5, 0.7}) {
      l.fill(Shapes.circle(sheet.x(0.035), sheet.y(at), 17));
    }
    page.ink(l, Ink.cover(0x3A2A1A, 0.9));
    l = page.layer();
    l.line(sheet.x(0.035), sheet.y(0.3), sheet.x(0.037), sheet.y(0.7), 9);
    page.ink(l, Ink.cover(0xE2D8BC, 0.95));
  }
}
