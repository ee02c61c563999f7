package cn.lantai.samples.kind;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;

/**
 * A page of a seal album: the impression, and for some the rubbing of the inscription on its side.
 *
 * <p>Options: style (white or red characters).
 */
final class Impression implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of("xuan").holes(2).rough(4));
    boolean white = spec.get("style", "red").equals("white");
    double x = sheet.x(0.12);
    double y = sheet.y(0.08);
    double w = sheet.width() * 0.76;
    double h = sheet.height() * 0.84;
    Layer l = page.layer();
    l.box(x, y, w, h, 7);
    l.box(x + 18, y + 18, w - 36, h - 36, 2.4);
    if (white) {
      l.line(x + 18, y + h * 0.56, x + w - 18, y + h * 0.56, 2.4);
    }
    page.ink(l, Ink.print(Ink.RED).faint(0.85));
    double cy = y + h * (white ? 0.29 : 0.44);
    double size = white ? 860 : 940;
    Layer seal = page.layer();
    Seal.cut(page, seal, sheet.x(0.5), cy, size, spec.line(0), white);
    page.ink(seal, new Ink(0xA8241A, 0.9, 3.4, 1.9, 0.12, false, false));
    if (white) {
      rubbing(page, sheet.x(0.5) - 300, y + h * 0.61, 600, h * 0.33);
    }
    page.age(sheet);
    return page;
  }

  /** White scratches on black, too worn to be read. */
  private static void rubbing(Page page, double x, double y, double w, double h) {
    Rng rng = page.rng;
    Layer l = page.layer();
    l.fill(Shapes.rect(x, y, w, h));
    for (int column = 0; column < 4; column++) {
      double cx = x + w * (column + 0.5) / 4;
      for (double cy = y + 60; cy < y + h * (column == 0 ? 0.5 : 0.92); cy += 104) {
        for (int i = 0; i < 6; i++) {
          double sx = cx + rng.jit(36);
          double sy = cy + rng.jit(38);
          boolean across = rng.chance(0.5);
          l.erase(
              Shapes.cut(
                  sx,
                  sy,
                  sx + (across ? 44 : rng.jit(14)),
                  sy + (across ? rng.jit(10) : 46),
                  4,
                  3));
        }
      }
    }
    for (int i = 0; i < 26; i++) {
      boolean side = rng.chance(0.5);
      l.erase(
          Shapes.blob(
              rng,
              side ? (rng.chance(0.5) ? x : x + w) : x + w * rng.next(),
              side ? y + h * rng.next() : (rng.chance(0.5) ? y : y + h),
              rng.in(6, 26),
              rng.in(6, 26),
              0.4));
    }
    page.ink(l, new Ink(0x26231F, 0.92, 2, 1.6, 0.2, true, false));
  }
}
