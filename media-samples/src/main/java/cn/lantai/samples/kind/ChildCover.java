package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.Shape;
import java.awt.geom.*;

/** A cover that a pupil drew in coloured pencil: hills, a school, trees, a flag without words. */
final class ChildCover implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of("machine").holes(2).stains(6).rough(4));
    double x = sheet.x(0.09);
    double y = sheet.y(0.34);
    double w = sheet.width() * 0.82;
    double h = sheet.height() * 0.5;
    Layer birds = page.layer();
    for (int i = 0; i < 5; i++) {
      double bx = x + w * (0.72 + i * 0.055);
      double by = y + h * (0.08 + (i * 7 % 5) * 0.03);
      birds.draw(
          Shapes.curve(
              bx - 44, by - 16, bx - 18, by - 26, bx, by, bx + 18, by - 26, bx + 44, by - 16),
          7);
    }
    page.ink(birds, Ink.pencil(0x2E3F7A));
    hatch(page, hill(x, y + h * 0.6, w * 0.62, h * 0.42), 0x5E8A5A, 0.5);
    hatch(page, hill(x + w * 0.38, y + h * 0.6, w * 0.62, h * 0.32), 0x4A7C86, 0.9);
    hatch(page, Shapes.rect(x, y + h * 0.6, w, h * 0.36), 0x9A8A3E, 0.1);
    school(page, x + w * 0.3, y + h * 0.46, w * 0.46, h * 0.32);
    for (double at : new double[] {0.1, 0.2, 0.88}) {
      Layer trunk = page.layer();
      trunk.draw(
          Shapes.curve(
              x + w * at, y + h * 0.82, x + w * at + 8, y + h * 0.7, x + w * at, y + h * 0.58),
          18);
      page.ink(trunk, Ink.pencil(0x6B4526));
      hatch(
          page,
          Shapes.blob(page.rng, x + w * at, y + h * 0.53, w * 0.06, h * 0.1, 0.15),
          0x3F7A3A,
          1.2);
    }
    Layer pole = page.layer();
    pole.line(x + w * 0.53, y + h * 0.46, x + w * 0.535, y + h * 0.1, 10);
    page.ink(pole, Ink.pencil(0x4A3A2A));
    hatch(
        page,
        Shapes.curve(
            x + w * 0.535,
            y + h * 0.1,
            x + w * 0.61,
            y + h * 0.085,
            x + w * 0.68,
            y + h * 0.115,
            x + w * 0.685,
            y + h * 0.2,
            x + w * 0.61,
            y + h * 0.18,
            x + w * 0.537,
            y + h * 0.2),
        0xC9963A,
        0.3);
    Layer l = page.layer();
    l.draw(
        wobbly(page, sheet.x(0.05), sheet.y(0.035), sheet.width() * 0.9, sheet.height() * 0.93), 9);
    Lettering write = page.letters(l);
    Hand hand = Hand.kai(250).face(Face.KAI_BOLD).loose(2.2).lead(1.2);
    write.centred(spec.line(0), sheet.x(0.5), sheet.y(0.17), write.fitting(spec.line(0), hand, w));
    page.ink(l, new Ink(0xB5382A, 0.85, 2.4, 2.2, -0.15, true, false));
    l = page.layer();
    write = page.letters(l);
    write.centred(spec.line(1), sheet.x(0.5), sheet.y(0.27), Hand.kai(110).loose(1.8).lead(1.14));
    write.centred(spec.line(2), sheet.x(0.5), sheet.y(0.91), Hand.kai(92).loose(1.8).lead(1.1));
    page.ink(l, new Ink(0x2E3F7A, 0.85, 2, 2.2, -0.15, true, false));
    page.age(sheet);
    return page;
  }

  private static Path2D hill(double x, double foot, double w, double h) {
    Path2D path =
        Shapes.curve(
            x,
            foot,
            x + w * 0.2,
            foot - h * 0.55,
            x + w * 0.42,
            foot - h,
            x + w * 0.68,
            foot - h * 0.5,
            x + w,
            foot);
    path.closePath();
    return path;
  }

  private static Path2D wobbly(Page page, double x, double y, double w, double h) {
    double[] xy = new double[16];
    double[][] at = {{0, 0}, {0.5, 0}, {1, 0}, {1, 0.5}, {1, 1}, {0.5, 1}, {0, 1}, {0, 0.5}};
    for (int i = 0; i < 8; i++) {
      xy[i * 2] = x + w * at[i][0] + page.rng.jit(14);
      xy[i * 2 + 1] = y + h * at[i][1] + page.rng.jit(14);
    }
    Path2D path = Shapes.open(xy);
    path.closePath();
    return path;
  }

  private static void school(Page page, double x, double y, double w, double h) {
    hatch(page, Shapes.rect(x, y, w, h), 0xC9A46A, 1.4);
    hatch(
        page,
        Shapes.poly(
            x - 50, y, x + w * 0.12, y - h * 0.42, x + w * 0.88, y - h * 0.42, x + w + 50, y),
        0x4C5560,
        0.2);
    hatch(page, Shapes.rect(x + w * 0.42, y + h * 0.42, w * 0.16, h * 0.58), 0x7A4426, 1.5);
    for (double at : new double[] {0.1, 0.25, 0.65, 0.8}) {
      hatch(page, Shapes.rect(x + w * at, y + h * 0.3, w * 0.1, h * 0.3), 0x5F8FB0, 0.6);
    }
  }

  /** An outline filled with strokes of the pencil that overshoot a little. */
  private static void hatch(Page page, Shape shape, int rgb, double angle) {
    Rectangle2D b = shape.getBounds2D();
    Layer l = page.layer();
    double grow = 7;
    l.clip(
        Shapes.rect(
            b.getX() - grow, b.getY() - grow, b.getWidth() + 2 * grow, b.getHeight() + 2 * grow));
    double reach = StrictMath.hypot(b.getWidth(), b.getHeight()) / 2;
    double c = Shapes.cos(angle);
    double s = Shapes.sin(angle);
    Layer filled = l;
    Area area = new Area(shape);
    for (double t = -reach; t < reach; t += 13) {
      double px = b.getCenterX() - s * t;
      double py = b.getCenterY() + c * t;
      double from = 2;
      double to = -2;
      for (double k = -1; k <= 1; k += 0.01) {
        if (area.contains(px + c * reach * k, py + s * reach * k)) {
          from = Math.min(from, k);
          to = Math.max(to, k);
        }
      }
      if (to > from) {
        double j = 9;
        filled.draw(
            Shapes.curve(
                px + c * reach * from + page.rng.jit(j),
                py + s * reach * from + page.rng.jit(j),
                px + c * reach * (from + to) / 2 + page.rng.jit(4),
                py + s * reach * (from + to) / 2 + page.rng.jit(4),
                px + c * reach * to + page.rng.jit(j),
                py + s * reach * to + page.rng.jit(j)),
            page.rng.in(8, 13),
            page.rng.in(0.45, 0.9));
      }
    }
    l.draw(shape, 7, 0.95);
    l.clip(null);
    page.ink(l, new Ink(rgb, 0.8, 1.6, 2.0, -0.1, true, false));
  }
}
