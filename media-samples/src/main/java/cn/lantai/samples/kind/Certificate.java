package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;

/**
 * A certificate with an ornamental border, its particulars left blank.
 *
 * <p>Options: style (flowers, painted by hand; gold, printed).
 */
final class Certificate implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    boolean painted = spec.get("style", "gold").equals("flowers");
    Sheet sheet = page.sheet(Paper.of(painted ? "xuan" : "machine").fold("v0.5").stains(4));
    double x = sheet.x(0.04);
    double y = sheet.y(0.06);
    double w = sheet.width() * 0.92;
    double h = sheet.height() * 0.88;
    if (painted) {
      garland(page, x, y, w, h);
      Layer l = page.layer();
      Hand hand = Hand.brush(210).lead(1.3);
      page.letters(l).column(spec.line(0), sheet.x(0.84), sheet.y(0.21), hand);
      page.ink(l, Ink.brush(Ink.BLACK));
      blanks(page, sheet, true);
    } else {
      gold(page, x, y, w, h);
      Layer l = page.layer();
      Lettering write = page.letters(l);
      Hand hand = Hand.type(Face.SONG_BLACK, 190).lead(1.2);
      write.centred(
          spec.line(0), sheet.x(0.5), sheet.y(0.29), write.fitting(spec.line(0), hand, w * 0.7));
      page.ink(l, Ink.print(0xB3261A));
      blanks(page, sheet, false);
    }
    page.age(sheet);
    return page;
  }

  private static void garland(Page page, double x, double y, double w, double h) {
    Rng rng = page.rng;
    Layer l = page.layer();
    l.box(x + 130, y + 130, w - 260, h - 260, 5);
    for (int side = 0; side < 4; side++) {
      boolean flat = side < 2;
      double length = flat ? w - 120 : h - 120;
      double[] xy = new double[62];
      for (int i = 0; i <= 30; i++) {
        double t = 60 + length * i / 30;
        double off = 64 + (i % 2 == 0 ? -22 : 22);
        xy[i * 2] = flat ? x + t : side == 2 ? x + off : x + w - off;
        xy[i * 2 + 1] = flat ? (side == 0 ? y + off : y + h - off) : y + t;
        for (int k = 0; k < 2; k++) {
          double a = rng.in(0, 6.283);
          l.fill(
              Shapes.cut(
                  xy[i * 2],
                  xy[i * 2 + 1],
                  xy[i * 2] + Shapes.cos(a) * 62,
                  xy[i * 2 + 1] + Shapes.sin(a) * 62,
                  15,
                  8),
              0.8);
        }
      }
      l.draw(Shapes.curve(xy), 6);
    }
    page.ink(l, Ink.pen(0x4E7148));
    int[] petals = {0xC2503F, 0xD98A3A, 0xB85A7C};
    for (int c = 0; c < petals.length; c++) {
      l = page.layer();
      for (int i = 0; i < 15; i++) {
        double t = (i * 3 + c) / 45.0;
        double around = t * 2 * (w + h);
        double fx =
            around < w
                ? around
                : around < w + h ? w - 64 : around < 2 * w + h ? 2 * w + h - around : 64;
        double fy =
            around < w
                ? 64
                : around < w + h ? around - w : around < 2 * w + h ? h - 64 : 2 * (w + h) - around;
        fx = Math.max(64, Math.min(w - 64, fx));
        fy = Math.max(64, Math.min(h - 64, fy));
        double turn = rng.in(0, 6);
        for (int p = 0; p < 6; p++) {
          double a = turn + p * 1.0472;
          l.fill(
              Shapes.circle(x + fx + Shapes.cos(a) * 24, y + fy + Shapes.sin(a) * 24, 19),
              rng.in(0.55, 0.95));
        }
        l.erase(Shapes.circle(x + fx, y + fy, 10));
      }
      page.ink(l, new Ink(petals[c], 0.9, 3, 1.2, 0.3, false, false));
    }
  }

  private static void gold(Page page, double x, double y, double w, double h) {
    Layer l = page.layer();
    l.box(x, y, w, h, 30);
    l.box(x + 120, y + 120, w - 240, h - 240, 10);
    for (double t = 60; t < w - 30; t += 60) {
      scroll(l, x + t, y + 62);
      scroll(l, x + t, y + h - 62);
    }
    for (double t = 60; t < h - 30; t += 60) {
      scroll(l, x + 62, y + t);
      scroll(l, x + w - 62, y + t);
    }
    page.ink(l, new Ink(0xC0933A, 0.95, 1.4, 1.3, 0.3, true, false));
    l = page.layer();
    l.box(x + 150, y + 150, w - 300, h - 300, 5);
    for (double cx : new double[] {x + 62, x + w - 62}) {
      for (double cy : new double[] {y + 62, y + h - 62}) {
        l.fill(Shapes.circle(cx, cy, 70));
      }
    }
    page.ink(l, Ink.print(0xB3261A));
  }

  private static void scroll(Layer l, double x, double y) {
    l.draw(
        Shapes.curve(x - 26, y + 20, x - 10, y - 24, x + 20, y - 12, x + 8, y + 12, x - 6, y), 6);
    l.fill(Shapes.circle(x + 20, y + 22, 7));
  }

  private static void blanks(Page page, Sheet sheet, boolean down) {
    Layer l = page.layer();
    for (int i = 0; i < 5; i++) {
      if (down) {
        double cx = sheet.x(0.7 - i * 0.12);
        l.dashed(Shapes.open(cx, sheet.y(0.2), cx, sheet.y(0.8)), 3, 6, 14);
      } else {
        double cy = sheet.y(0.46 + i * 0.085);
        l.dashed(Shapes.open(sheet.x(0.17), cy, sheet.x(0.83), cy), 3, 6, 14);
      }
    }
    page.ink(l, Ink.print(0x7A6C58).faint(0.7));
  }
}
