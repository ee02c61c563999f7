package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;

/**
 * A measured drawing with border, title block, north arrow and dimensions.
 *
 * <p>Options: plan (what is drawn, see {@link Plans}), paper (tracing or blueprint).
 */
final class Plan implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    boolean blue = spec.get("paper", "tracing").equals("blueprint");
    Sheet sheet =
        page.sheet(Paper.of(spec.get("paper", "tracing")).fold("v0.25", "v0.5", "v0.75", "h0.5"));
    Ink ink =
        blue
            ? new Ink(0xDDE8F2, 0.88, 1.6, 1.4, 0.3, true, true)
            : new Ink(0x26241F, 0.9, 0.9, 0.9, 0.5, true, false);
    double x = sheet.x(0.035);
    double y = sheet.y(0.035);
    double w = sheet.width() * 0.945;
    double h = sheet.height() * 0.93;
    Layer l = page.layer();
    l.box(x, y, w, h, 8);
    l.box(sheet.x(0.012), sheet.y(0.015), sheet.width() * 0.976, sheet.height() * 0.97, 2);
    titleBlock(page, l, spec, x + w - 860, y + h - 400, 860, 400);
    Plans.draw(spec.get("plan", ""), page, l, Shapes.rect(x + 150, y + 150, w - 300, h - 300));
    page.ink(l, ink);
    page.age(sheet);
    return page;
  }

  private static void titleBlock(
      Page page, Layer l, PageSpec spec, double x, double y, double w, double h) {
    l.box(x, y, w, h, 6);
    Lettering write = page.letters(l);
    int n = spec.lines().size();
    double row = h / n;
    for (int i = 0; i < n; i++) {
      if (i > 0) {
        l.line(x, y + row * i, x + w, y + row * i, 2.4);
      }
      Hand hand =
          Hand.type(i == 0 ? Face.SONG_BOLD : Face.KAI, Math.min(64, row * 0.62)).lead(1.12);
      write.centred(
          spec.line(i), x + w / 2, y + row * (i + 0.5), write.fitting(spec.line(i), hand, w * 0.9));
    }
  }

  static void north(Page page, Layer l, double x, double y, double r) {
    l.draw(Shapes.circle(x, y, r), 3);
    l.fill(Shapes.poly(x, y - r * 1.25, x + r * 0.3, y + r * 0.5, x, y + r * 0.25));
    l.draw(Shapes.poly(x, y - r * 1.25, x - r * 0.3, y + r * 0.5, x, y + r * 0.25), 3);
    page.letters(l).centred("北", x, y - r * 1.6, Hand.type(Face.SONG_BOLD, 54));
  }

  /** A dimension line with ticks at each of the points, which are given along it. */
  static void across(Layer l, double y, double... xs) {
    l.line(xs[0] - 24, y, xs[xs.length - 1] + 24, y, 2);
    for (double x : xs) {
      l.line(x - 12, y + 12, x + 12, y - 12, 4);
      l.line(x, y - 34, x, y + 34, 1.6);
    }
  }

  static void down(Layer l, double x, double... ys) {
    l.line(x, ys[0] - 24, x, ys[ys.length - 1] + 24, 2);
    for (double y : ys) {
      l.line(x - 12, y + 12, x + 12, y - 12, 4);
      l.line(x - 34, y, x + 34, y, 1.6);
    }
  }

  /** Walls as double lines around the box. */
  static void walls(Layer l, double x, double y, double w, double h, double thick) {
    l.box(x, y, w, h, 5);
    l.box(x + thick, y + thick, w - 2 * thick, h - 2 * thick, 3);
  }

  static void scaleBar(Layer l, double x, double y, double unit) {
    for (int i = 0; i < 5; i++) {
      l.box(x + unit * i, y, unit, 16, 2.4);
      if (i % 2 == 0) {
        l.fill(Shapes.rect(x + unit * i, y, unit, 16));
      }
    }
  }

  static void tree(Page page, Layer l, double x, double y, double r) {
    l.draw(Shapes.blob(page.rng, x, y, r, r, 0.16), 3);
    for (int i = 0; i < 5; i++) {
      double a = page.rng.in(0, 6.283);
      l.line(x, y, x + Shapes.cos(a) * r * 0.7, y + Shapes.sin(a) * r * 0.7, 1.8);
    }
  }

  static Path2D arch(double x0, double x1, double foot, double rise) {
    Path2D arch = new Path2D.Double();
    arch.moveTo(x0, foot);
    arch.curveTo(x0, foot - rise * 1.33, x1, foot - rise * 1.33, x1, foot);
    return arch;
  }
}
