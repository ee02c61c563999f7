package cn.lantai.samples.kind;

import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Shapes;
import java.awt.geom.Rectangle2D;

/** What the measured drawings show; none is taken from a real survey. */
final class Plans {
  private Plans() {}

  static void draw(String name, Page page, Layer l, Rectangle2D box) {
    switch (name) {
      case "prison" -> prison(page, l, box);
      case "section" -> section(l, box);
      case "park" -> park(page, l, box);
      case "aqueduct" -> aqueduct(page, l, box);
      case "house" -> house(page, l, box);
      default -> throw new IllegalArgumentException("No such plan: " + name);
    }
  }

  private static void prison(Page page, Layer l, Rectangle2D b) {
    double x = b.getX() + 60;
    double y = b.getY() + 90;
    double w = b.getWidth() * 0.86;
    double h = b.getHeight() * 0.7;
    Plan.walls(l, x, y, w, h, 26);
    for (int block = 0; block < 3; block++) {
      double bx = x + 130;
      double by = y + 110 + block * h * 0.3;
      double bw = w * 0.62;
      double bh = h * 0.2;
      Plan.walls(l, bx, by, bw, bh, 12);
      l.line(bx, by + bh * 0.44, bx + bw, by + bh * 0.44, 3);
      l.line(bx, by + bh * 0.56, bx + bw, by + bh * 0.56, 3);
      for (int c = 1; c < 14; c++) {
        double cx = bx + bw * c / 14;
        l.line(cx, by + 12, cx, by + bh * 0.44, 3);
        l.line(cx, by + bh * 0.56, cx, by + bh - 12, 3);
      }
      l.dashed(Shapes.rect(bx + bw, by + bh * 0.4, w * 0.1, bh * 0.2), 2.4, 18, 12);
    }
    double ox = x + w * 0.8;
    Plan.walls(l, ox, y + 120, w * 0.14, h * 0.3, 12);
    Plan.walls(l, ox, y + h * 0.58, w * 0.14, h * 0.28, 12);
    l.erase(Shapes.rect(x + w - 34, y + h * 0.46, 44, h * 0.09));
    l.line(x + w - 26, y + h * 0.46, x + w + 70, y + h * 0.5, 3);
    for (int i = 0; i < 9; i++) {
      Plan.tree(page, l, x + 70, y + 120 + i * (h - 220) / 8, 30);
    }
    Plan.across(l, y - 60, x, x + 130, x + 130 + w * 0.62, ox, x + w);
    Plan.down(l, x - 60, y, y + h * 0.36, y + h * 0.66, y + h);
    Plan.north(page, l, b.getMaxX() - 60, b.getY() + 150, 74);
    Plan.scaleBar(l, x, b.getMaxY() - 40, 120);
  }

  private static void section(Layer l, Rectangle2D b) {
    double x = b.getX() + 160;
    double w = b.getWidth() * 0.78;
    double ground = b.getY() + b.getHeight() * 0.74;
    double storey = b.getHeight() * 0.235;
    double eaves = ground - 2 * storey;
    l.line(b.getX() - 60, ground, b.getMaxX() + 60, ground, 7);
    for (double t = b.getX() - 60; t < b.getMaxX() + 40; t += 46) {
      l.line(t, ground + 34, t + 34, ground + 4, 2);
    }
    double[] walls = {0, 0.3, 0.42, 0.58, 0.7, 1};
    for (double at : walls) {
      double wx = x + w * at - 16;
      l.fill(Shapes.rect(wx, eaves, 32, 2 * storey));
    }
    for (int floor = 0; floor < 2; floor++) {
      double fy = ground - storey * (floor + 1);
      l.fill(Shapes.rect(x, fy - 12, w * 0.42, 24));
      l.fill(Shapes.rect(x + w * 0.58, fy - 12, w * 0.42, 24));
      for (double at : new double[] {0.05, 0.17, 0.75, 0.87}) {
        l.box(x + w * at, fy + storey * 0.24, w * 0.07, storey * 0.26, 3);
        for (int k = 1; k < 5; k++) {
          double bx = x + w * at + w * 0.014 * k;
          l.line(bx, fy + storey * 0.24, bx, fy + storey * 0.5, 2);
        }
      }
      for (double at : new double[] {0.32, 0.64}) {
        l.box(x + w * at, fy + storey * 0.36, w * 0.06, storey * 0.6, 3);
      }
    }
    double ridge = eaves - b.getHeight() * 0.2;
    l.draw(Shapes.open(x - 90, eaves + 24, x + w / 2, ridge, x + w + 90, eaves + 24), 12);
    l.draw(Shapes.open(x - 70, eaves + 44, x + w / 2, ridge + 34, x + w + 70, eaves + 44), 3);
    l.line(x, eaves, x + w, eaves, 7);
    l.line(x + w / 2, ridge, x + w / 2, eaves, 6);
    for (double at : new double[] {0.25, 0.75}) {
      double top = ridge + (eaves - ridge) * 0.5;
      l.line(x + w * at, eaves, x + w * at, top, 5);
      l.line(x + w * at, top, x + w / 2, eaves, 5);
    }
    Plan.across(l, ground + 120, x, x + w * 0.3, x + w * 0.42, x + w * 0.58, x + w * 0.7, x + w);
    Plan.down(l, x - 170, ridge, eaves, ground - storey, ground);
    Plan.scaleBar(l, x, b.getMaxY() - 20, 120);
  }

  private static void park(Page page, Layer l, Rectangle2D b) {
    double x = b.getX();
    double y = b.getY();
    double w = b.getWidth();
    double h = b.getHeight();
    for (int i = 0; i < 6; i++) {
      double k = 1 - i * 0.13;
      l.draw(
          Shapes.blob(page.rng.fork(i), x + w * 0.4, y + h * 0.46, w * 0.4 * k, h * 0.42 * k, 0.12),
          i == 0 ? 3.4 : 1.8,
          i == 0 ? 1 : 0.7);
    }
    for (int side = 0; side < 2; side++) {
      double d = side * 34;
      l.draw(
          Shapes.curve(
              x + w * 0.02,
              y + h * 0.96 + d,
              x + w * 0.2,
              y + h * 0.7 + d,
              x + w * 0.36,
              y + h * 0.62 + d,
              x + w * 0.42,
              y + h * 0.44 + d,
              x + w * 0.62,
              y + h * 0.34 + d,
              x + w * 0.94,
              y + h * 0.2 + d),
          3);
      l.draw(
          Shapes.curve(
              x + w * 0.4 + d,
              y + h * 0.5,
              x + w * 0.3 + d,
              y + h * 0.3,
              x + w * 0.34 + d,
              y + h * 0.06),
          3);
    }
    pavilion(l, x + w * 0.42, y + h * 0.44, 150);
    pavilion(l, x + w * 0.24, y + h * 0.58, 96);
    pavilion(l, x + w * 0.64, y + h * 0.24, 96);
    Plan.walls(l, x + w * 0.5, y + h * 0.56, w * 0.15, h * 0.14, 12);
    Plan.walls(l, x + w * 0.1, y + h * 0.2, w * 0.12, h * 0.12, 12);
    for (int i = 0; i < 60; i++) {
      double tx = x + w * page.rng.in(0.03, 0.88);
      double ty = y + h * page.rng.in(0.04, 0.7);
      if (StrictMath.hypot(tx - x - w * 0.42, ty - y - h * 0.44) > 260) {
        Plan.tree(page, l, tx, ty, page.rng.in(20, 38));
      }
    }
    for (int i = 0; i < 8; i++) {
      double sx = x + w * 0.02 + i * 26;
      l.line(sx, y + h * 0.94 - i * 34, sx + 60, y + h * 0.97 - i * 34, 2.4);
    }
    Plan.north(page, l, b.getMaxX() - 50, y + 80, 78);
    Plan.scaleBar(l, x + w * 0.3, b.getMaxY() + 40, 120);
  }

  private static void pavilion(Layer l, double x, double y, double r) {
    for (double k : new double[] {1, 0.8, 0.16}) {
      double[] xy = new double[12];
      for (int i = 0; i < 6; i++) {
        xy[i * 2] = x + Shapes.cos(i * Math.PI / 3) * r * k;
        xy[i * 2 + 1] = y + Shapes.sin(i * Math.PI / 3) * r * k;
      }
      l.erase(Shapes.poly(xy));
      l.draw(Shapes.poly(xy), 4);
    }
    for (int i = 0; i < 6; i++) {
      double c = Shapes.cos(i * Math.PI / 3);
      double s = Shapes.sin(i * Math.PI / 3);
      l.line(x + c * r * 0.16, y + s * r * 0.16, x + c * r * 0.8, y + s * r * 0.8, 3);
      l.fill(Shapes.circle(x + c * r * 0.8, y + s * r * 0.8, 9));
    }
  }

  private static void aqueduct(Page page, Layer l, Rectangle2D b) {
    double x0 = b.getX() - 40;
    double x1 = b.getMaxX() + 40;
    double deck = b.getY() + b.getHeight() * 0.2;
    double water = b.getY() + b.getHeight() * 0.66;
    l.line(x0, deck - 74, x1, deck - 74, 5);
    l.line(x0, deck, x1, deck, 6);
    l.line(x0, deck + 26, x1, deck + 26, 3);
    for (double t = x0; t < x1; t += 62) {
      l.line(t, deck - 74, t, deck, 1.8);
    }
    int spans = 6;
    double span = (x1 - x0) / spans;
    double[] piers = new double[spans + 1];
    for (int i = 0; i <= spans; i++) {
      double px = x0 + span * i;
      piers[i] = px;
      double bed = water + 120 - Math.abs(i - spans / 2.0) * 70;
      l.draw(
          Shapes.poly(
              px - 34, deck + 250, px + 34, deck + 250, px + 62, bed + 60, px - 62, bed + 60),
          4);
      l.box(px - 100, bed + 60, 200, 44, 4);
      for (double cy = deck + 290; cy < bed + 50; cy += 46) {
        l.line(px - 40, cy, px + 40, cy, 1.5);
      }
      l.box(px - 50, deck + 226, 100, 24, 4);
    }
    for (int i = 0; i < spans; i++) {
      double ax = x0 + span * i + 40;
      double bx = x0 + span * (i + 1) - 40;
      l.draw(Plan.arch(ax, bx, deck + 226, 150), 5);
      l.draw(Plan.arch(ax + 16, bx - 16, deck + 226, 124), 3);
      for (int k = 1; k < 8; k++) {
        double t = k / 8.0;
        double px = ax + (bx - ax) * t;
        double rise = 150 * 4 * t * (1 - t);
        l.line(px, deck + 26, px, deck + 226 - rise, 2.4);
      }
    }
    double[] bed = new double[42];
    for (int i = 0; i < 21; i++) {
      bed[i * 2] = x0 + (x1 - x0) * i / 20;
      bed[i * 2 + 1] = water + 150 - Math.abs(i - 10) * 24 + page.rng.jit(12);
    }
    l.draw(Shapes.curve(bed), 4);
    l.dashed(Shapes.open(x0, water, x1, water), 3, 46, 16);
    for (int i = 0; i < 4; i++) {
      double px = x0 + span * 2.5;
      l.line(px - 60 + i * 14, water + 14 + i * 10, px + 60 - i * 14, water + 14 + i * 10, 2);
    }
    Plan.across(l, deck - 170, piers);
    Plan.down(l, x0 - 50, deck - 74, deck + 26, deck + 226, water);
    Plan.scaleBar(l, x0 + 60, b.getMaxY() + 40, 120);
  }

  private static void house(Page page, Layer l, Rectangle2D b) {
    double x = b.getX() + 220;
    double y = b.getY() + 40;
    double w = b.getWidth() * 0.56;
    double h = b.getHeight() * 0.86;
    Plan.walls(l, x, y, w, h, 20);
    double hy = y + h * 0.36;
    double hh = h * 0.46;
    Plan.walls(l, x, hy, w, hh, 20);
    for (double at : new double[] {0.34, 0.66}) {
      l.box(x + w * at - 8, hy + 20, 16, hh - 40, 3);
      l.erase(Shapes.rect(x + w * at - 12, hy + hh * 0.62, 24, 120));
      l.draw(Plan.arch(x + w * at, x + w * at + 120, hy + hh * 0.62, 60), 1.6);
    }
    l.line(x + 20, hy + hh * 0.24, x + w - 20, hy + hh * 0.24, 3);
    for (double cx : new double[] {0.05, 0.34, 0.66, 0.95}) {
      for (double cy : new double[] {0.05, 0.24, 0.8}) {
        l.fill(Shapes.circle(x + w * cx, hy + hh * cy, 14));
      }
    }
    for (int i = 0; i < 9; i++) {
      l.line(x + w * 0.69 + i * 26, hy + hh * 0.78, x + w * 0.69 + i * 26, hy + hh - 22, 2.4);
    }
    for (double at : new double[] {0.17, 0.5, 0.83}) {
      l.erase(Shapes.rect(x + w * at - 110, hy - 6, 220, 32));
      l.line(x + w * at - 110, hy + 4, x + w * at + 110, hy + 4, 3);
      l.line(x + w * at - 110, hy + 14, x + w * at + 110, hy + 14, 3);
    }
    l.dashed(Shapes.rect(x + w * 0.3, y + h * 0.08, w * 0.4, h * 0.2), 3, 26, 14);
    for (double[] at :
        new double[][] {
          {0.12, 0.1}, {0.14, 0.26}, {0.86, 0.12}, {0.84, 0.28}, {0.12, 0.92}, {0.88, 0.92}
        }) {
      Plan.tree(page, l, x + w * at[0], y + h * at[1], 54);
    }
    l.erase(Shapes.rect(x + w * 0.44, y - 6, w * 0.12, 32));
    Plan.across(l, y + h + 110, x, x + w * 0.34, x + w * 0.66, x + w);
    Plan.down(l, x - 130, y, hy, hy + hh * 0.24, hy + hh, y + h);
    Plan.north(page, l, b.getMaxX() - 160, b.getY() + 180, 90);
    Plan.scaleBar(l, b.getMaxX() - 640, b.getY() + b.getHeight() * 0.5, 110);
  }
}
