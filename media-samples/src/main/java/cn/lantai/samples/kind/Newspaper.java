package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Rng;
import cn.lantai.samples.kit.Shapes;
import cn.lantai.samples.kit.Sheet;

/**
 * A printed or duplicated paper: masthead, headline and date can be read, the columns cannot.
 *
 * <p>Options: rtl, place (top or side masthead), stencil, bars.
 */
final class Newspaper implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of("news").fold("h0.5", "v0.5").holes(4));
    Ink ink = Ink.print(0x25221D);
    double x = sheet.x(0.05);
    double w = sheet.width() * 0.9;
    double y = sheet.y(0.04);
    boolean masthead = spec.is("masthead");
    Layer l = page.layer();
    Lettering write = page.letters(l);
    double top;
    if (masthead) {
      String name = Pamphlet.reversed(spec.line(0));
      write.centred(
          name,
          x + w / 2,
          y + 150,
          write.fitting(name, Hand.type(Face.SONG_BLACK, 240).lead(1.12), w * 0.96));
      write.centred(
          Pamphlet.reversed(spec.line(1)),
          x + w / 2,
          y + 356,
          Hand.type(Face.SONG_BOLD, 58).lead(1.3));
      l.line(x, y + 300, x + w, y + 300, 9);
      l.line(x, y + 414, x + w, y + 414, 4);
      top = y + 450;
    } else {
      write.centred(
          spec.line(0),
          x + w / 2,
          y + 560,
          write.fitting(spec.line(0), Hand.type(Face.SONG_BOLD, 96).lead(1.3), w * 0.7));
      write.centred(
          spec.line(1),
          x + w / 2,
          y + 740,
          write.fitting(spec.line(1), Hand.type(Face.SONG_BLACK, 184).lead(1.12), w * 0.82));
      write.right(spec.line(2), x + w, y + 330, Hand.type(Face.SONG_BOLD, 56));
      l.line(x, y + 386, x + w, y + 386, 10);
      l.line(x, y + 404, x + w, y + 404, 3);
      l.box(x + w * 0.05, y + 450, w * 0.9, 420, 5);
      top = y + 930;
    }
    page.ink(l, ink);
    if (!masthead) {
      Layer blur = page.layer();
      blur.fill(Shapes.rect(x, y + 60, w * 0.46, 250), 0.85);
      page.ink(blur, new Ink(0x25221D, 0.34, 2, 1.6, 0.1, true, false));
    }
    columns(page, x, top, w, sheet.y(0.965) - top, ink);
    page.age(sheet);
    return page;
  }

  private static void columns(Page page, double x, double y, double w, double h, Ink ink) {
    int bands = 4;
    double bh = h / bands;
    Layer l = page.layer();
    for (int b = 0; b < bands; b++) {
      double top = y + bh * b;
      if (b > 0) {
        l.line(x, top - 12, x + w, top - 12, 3);
      }
      double px = x + w;
      while (px > x + 150) {
        double width = Math.min(px - x, w * page.rng.in(0.16, 0.36));
        if (px - width < x + 160) {
          width = px - x;
        }
        story(page, l, px - width, top, width, bh - 30);
        px -= width;
        if (px > x + 10) {
          l.line(px, top + 10, px, top + bh - 34, 2.4);
        }
      }
    }
    page.ink(l, new Ink(ink.rgb(), 0.62, 3.4, 1.6, 0.16, true, false));
  }

  /** Grey bars that stand for columns of small type, with a heavier one for the headline. */
  private static void story(Page page, Layer l, double x, double y, double w, double h) {
    Rng rng = page.rng;
    double head = 58;
    double px = x + w - 24 - head / 2;
    l.draw(Shapes.open(px, y + 34, px, y + 34 + h * rng.in(0.45, 0.8)), head * 0.72, 0.62);
    for (double cx = px - head - 6; cx > x + 18; cx -= 31) {
      double end = y + h - 20;
      double cy = y + 26;
      while (cy < end) {
        double length = Math.min(end - cy, rng.in(60, 300));
        l.draw(Shapes.open(cx, cy, cx, cy + Math.max(2, length - 16)), 17, rng.in(0.3, 0.5));
        cy += length + 8;
      }
    }
  }
}
