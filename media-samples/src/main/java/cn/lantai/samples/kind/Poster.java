package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;

/** A poster printed in a few flat colours: sea, sails and a rising sun above large lettering. */
final class Poster implements Kind {
  private static final int CREAM = 0xF0E2BE;
  private static final int RED = 0xC2392B;

  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of("poster").fold("h0.5", "v0.5").holes(2));
    double x = sheet.x(0.05);
    double y = sheet.y(0.04);
    double w = sheet.width() * 0.9;
    double h = sheet.height() * 0.7;
    Rectangle2D frame = Shapes.rect(x, y, w, h);
    double horizon = y + h * 0.56;
    block(page, frame, Shapes.rect(x, y, w, h * 0.57), 0xEBB568);
    clouds(page, frame, x, horizon, w);
    block(page, frame, Shapes.circle(x + w * 0.5, horizon - h * 0.06, w * 0.17), RED);
    block(page, frame, hills(page, x, horizon, w, h * 0.07, h * 0.02), 0x6F8F93);
    block(page, frame, hills(page, x, horizon, w, h * 0.04, h * 0.03), 0x4C737B);
    block(page, frame, Shapes.rect(x, horizon, w, h), 0x2E6B7A);
    waves(page, frame, x, horizon, w, y + h - horizon);
    boat(page, frame, x + w * 0.72, horizon + h * 0.09, w * 0.11);
    boat(page, frame, x + w * 0.2, horizon + h * 0.13, w * 0.14);
    boat(page, frame, x + w * 0.47, horizon + h * 0.29, w * 0.25);
    gulls(page, frame, x, y, w, h);
    Layer l = page.layer();
    l.box(x, y, w, h, 12);
    Lettering write = page.letters(l);
    Hand big = Hand.type(Face.SONG_BLACK, 230).lead(1.1);
    write.centred(
        spec.line(0), sheet.x(0.5), sheet.y(0.83), write.fitting(spec.line(0), big, w * 0.98));
    page.ink(l, Ink.print(RED));
    l = page.layer();
    write = page.letters(l);
    String dates = spec.line(1);
    write.centred(
        dates,
        sheet.x(0.5),
        sheet.y(0.92),
        write.fitting(dates, Hand.type(Face.SONG_BOLD, 84).lead(1.06), w * 0.94));
    page.ink(l, Ink.print(0x24495A));
    page.age(sheet);
    return page;
  }

  private static void block(Page page, Rectangle2D frame, java.awt.Shape shape, int rgb) {
    Layer l = page.layer();
    l.clip(frame);
    l.fill(shape);
    l.clip(null);
    page.ink(l, new Ink(rgb, 0.97, 2.4, 0.9, 0.55, true, true));
  }

  /** Bands of morning cloud, and a glow that pales outwards. */
  private static void clouds(Page page, Rectangle2D frame, double x, double y, double w) {
    for (int i = 4; i >= 1; i--) {
      Layer glow = page.layer();
      glow.clip(frame);
      glow.fill(Shapes.circle(x + w * 0.5, y, w * (0.17 + i * 0.085)));
      glow.clip(null);
      page.ink(glow, new Ink(CREAM, 0.3, 3, 0.9, 0.5, true, true));
    }
    Layer l = page.layer();
    l.clip(frame);
    for (int i = 0; i < 16; i++) {
      double cy = y - w * page.rng.in(0.04, 0.62);
      double cx = x + w * page.rng.in(-0.1, 0.95);
      double length = w * page.rng.in(0.14, 0.42);
      l.fill(Shapes.cut(cx, cy, cx + length, cy, 15, 0));
      l.fill(Shapes.cut(cx + length * 0.2, cy - 18, cx + length * 0.8, cy - 18, 13, -6));
    }
    l.clip(null);
    page.ink(l, new Ink(CREAM, 0.9, 2.4, 0.9, 0.55, true, true));
  }

  private static Path2D hills(Page page, double x, double y, double w, double height, double lift) {
    Path2D path =
        Shapes.open(
            Shapes.ridge(page.rng, x - 10, x + w + 10, y - lift, height, page.rng.jit(60), 0.5));
    path.lineTo(x + w + 10, y + 4);
    path.lineTo(x - 10, y + 4);
    path.closePath();
    return path;
  }

  private static void waves(Page page, Rectangle2D frame, double x, double y, double w, double h) {
    for (int band = 0; band < 3; band++) {
      Layer l = page.layer();
      l.clip(frame);
      for (int i = 0; i < 46; i++) {
        double t = page.rng.next();
        double wy = y + 24 + h * t;
        double length = w * page.rng.in(0.04, 0.16) * (0.4 + t);
        double wx = x + page.rng.in(-0.1, 1) * w;
        l.fill(Shapes.cut(wx, wy, wx + length, wy + page.rng.jit(8), 5 + 12 * t, -10 * t));
      }
      l.clip(null);
      int rgb = band == 0 ? 0x1F5361 : band == 1 ? 0x6FA3A4 : 0xEBB568;
      page.ink(l, new Ink(rgb, band == 2 ? 0.55 : 0.9, 2.4, 0.9, 0.5, true, true));
    }
  }

  private static void boat(Page page, Rectangle2D frame, double x, double y, double s) {
    for (int sail = 0; sail < 2; sail++) {
      double sx = x + (sail == 0 ? -s * 0.12 : s * 0.5);
      double k = sail == 0 ? 1 : 0.66;
      block(
          page,
          frame,
          Shapes.poly(
              sx - s * 0.42 * k,
              y - s * 0.08,
              sx - s * 0.34 * k,
              y - s * 1.16 * k,
              sx + s * 0.2 * k,
              y - s * 1.46 * k,
              sx + s * 0.42 * k,
              y - s * 0.9 * k,
              sx + s * 0.36 * k,
              y - s * 0.08),
          sail == 0 ? 0xF0E2BE : 0xD9A25A);
      Layer l = page.layer();
      l.clip(frame);
      for (int i = 1; i < 6; i++) {
        double t = i / 6.0;
        l.line(
            sx - s * 0.41 * k,
            y - s * (0.08 + 1.02 * k * t),
            sx + s * 0.4 * k,
            y - s * (0.08 + (1.02 * t + 0.12) * k),
            s * 0.014);
      }
      l.line(sx, y, sx, y - s * 1.52 * k, s * 0.03);
      l.clip(null);
      page.ink(l, Ink.cover(0x4A3020, 0.9));
    }
    Path2D hull = new Path2D.Double();
    hull.moveTo(x - s * 0.95, y - s * 0.14);
    hull.curveTo(x - s * 0.5, y + s * 0.1, x + s * 0.5, y + s * 0.1, x + s * 1.05, y - s * 0.24);
    hull.curveTo(x + s * 0.9, y + s * 0.3, x + s * 0.6, y + s * 0.34, x, y + s * 0.34);
    hull.curveTo(x - s * 0.6, y + s * 0.34, x - s * 0.85, y + s * 0.2, x - s * 0.95, y - s * 0.14);
    hull.closePath();
    block(page, frame, hull, 0x5A3022);
    Layer l = page.layer();
    l.draw(
        Shapes.curve(x - s * 0.84, y + s * 0.02, x, y + s * 0.2, x + s * 0.94, y - s * 0.06),
        s * 0.03);
    page.ink(l, Ink.cover(RED, 0.9));
  }

  private static void gulls(Page page, Rectangle2D frame, double x, double y, double w, double h) {
    Layer l = page.layer();
    l.clip(frame);
    for (int i = 0; i < 7; i++) {
      double gx = x + w * page.rng.in(0.1, 0.9);
      double gy = y + h * page.rng.in(0.07, 0.34);
      double s = w * page.rng.in(0.03, 0.06);
      l.fill(Shapes.cut(gx, gy, gx - s, gy - s * 0.5, s * 0.14, s * 0.3));
      l.fill(Shapes.cut(gx, gy, gx + s, gy - s * 0.42, s * 0.14, -s * 0.3));
      l.fill(Shapes.ellipse(gx, gy + s * 0.03, s * 0.16, s * 0.09));
    }
    l.clip(null);
    page.ink(l, Ink.cover(0xFBF6E8, 0.96));
  }
}
