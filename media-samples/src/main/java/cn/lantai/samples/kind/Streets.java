package cn.lantai.samples.kind;

import cn.lantai.samples.kit.Scene;
import cn.lantai.samples.kit.Shapes;
import java.awt.geom.Path2D;

/** Houses, walls and streets for the photographs. */
final class Streets {
  private Streets() {}

  /** A tiled roof whose eaves turn up. */
  static void roof(Scene s, double x0, double x1, double eaves, double height, int grey) {
    double w = x1 - x0;
    Path2D roof = new Path2D.Double();
    roof.moveTo(x0 - w * 0.03, eaves - height * 0.16);
    roof.quadTo(x0 + w * 0.06, eaves, x0 + w * 0.14, eaves + height * 0.04);
    roof.lineTo(x1 - w * 0.14, eaves + height * 0.04);
    roof.quadTo(x1 - w * 0.06, eaves, x1 + w * 0.03, eaves - height * 0.16);
    roof.quadTo(x1 - w * 0.1, eaves - height * 0.4, x1 - w * 0.15, eaves - height);
    roof.lineTo(x0 + w * 0.15, eaves - height);
    roof.quadTo(x0 + w * 0.1, eaves - height * 0.4, x0 - w * 0.03, eaves - height * 0.16);
    roof.closePath();
    s.fill(roof, grey);
    int tiles = (int) (w / 9);
    for (int i = 0; i <= tiles; i++) {
      double t = (double) i / tiles;
      s.draw(
          Shapes.open(
              x0 + w * 0.15 + w * 0.7 * t,
              eaves - height,
              x0 + w * 0.04 + w * 0.92 * t,
              eaves - height * 0.06),
          1.6,
          104,
          0.5);
    }
    s.draw(
        Shapes.open(x0 + w * 0.13, eaves - height - 3, x1 - w * 0.13, eaves - height - 3),
        7,
        40,
        1);
  }

  static void arch(Scene s, double x, double foot, double half, double height, int grey) {
    Path2D path = new Path2D.Double();
    path.moveTo(x - half, foot);
    path.lineTo(x - half, foot - height + half);
    path.curveTo(
        x - half,
        foot - height - half * 0.1,
        x + half,
        foot - height - half * 0.1,
        x + half,
        foot - height + half);
    path.lineTo(x + half, foot);
    path.closePath();
    s.fill(path, grey).draw(path, 3, 190, 0.7);
  }

  static void stones(Scene s, double x, double y, double w, double h) {
    s.fill(Shapes.rect(x, y, w, h), 96);
    int rows = 4;
    for (int r = 0; r < rows; r++) {
      double px = x - s.rng.in(0, 60);
      while (px < x + w) {
        double sw = s.rng.in(50, 110);
        s.fill(
            Shapes.blob(
                s.rng, px + sw / 2, y + h * (r + 0.5) / rows, sw * 0.47, h / rows * 0.44, 0.12),
            104 + s.rng.below(60));
        px += sw;
      }
    }
    s.texture(Shapes.rect(x, y, w, h), 0.4, 2, 2);
  }

  static void redhouse(Scene s) {
    double w = s.w;
    double h = s.h;
    s.sky(192, 232, 0.62);
    s.trees(0, 0.2, 0.58, 0.1, 12, 0.4, 66);
    s.trees(0.84, 1, 0.56, 0.1, 12, 0.42, 62);
    Path2D house =
        Shapes.poly(w * 0.16, h * 0.2, w * 0.84, h * 0.2, w * 0.84, h * 0.76, w * 0.16, h * 0.76);
    s.shade(house, 116, 100);
    for (int r = 0; r < 60; r++) {
      double y = h * 0.2 + h * 0.56 * r / 60;
      s.draw(Shapes.open(w * 0.16, y, w * 0.84, y), 0.8, 160, 0.35);
    }
    s.texture(house, 0.22, 2, 2);
    roof(s, w * 0.13, w * 0.87, h * 0.215, h * 0.12, 64);
    for (int floor = 0; floor < 2; floor++) {
      double y = h * (0.47 + floor * 0.29);
      s.shade(Shapes.rect(w * 0.16, y - h * 0.005, w * 0.68, h * 0.026), 226, 190);
      for (int i = 0; i < 7; i++) {
        double x = w * (0.212 + i * 0.096);
        arch(s, x, y, w * 0.036, h * 0.2, 40);
        s.shade(Shapes.rect(x + w * 0.04, y - h * 0.15, w * 0.016, h * 0.15), 214, 170);
        for (int k = -3; k <= 3 && floor == 0; k++) {
          s.draw(Shapes.open(x + k * w * 0.009, y - h * 0.05, x + k * w * 0.009, y), 2, 210, 0.9);
        }
      }
    }
    Path2D ground = Shapes.poly(0, h * 0.76, w, h * 0.76, w, h, 0, h);
    s.shade(ground, 196, 140).texture(ground, 0.35, 1.2, 2.4);
    for (int i = 0; i < 16; i++) {
      s.fill(
          Shapes.blob(
              s.rng, w * s.rng.in(0, 0.6), h * s.rng.in(0.82, 0.98), w * 0.06, h * 0.02, 0.4),
          70,
          0.35);
    }
    double tx = w * 0.1;
    s.draw(Shapes.curve(tx, h * 0.94, tx + 10, h * 0.6, tx - 6, h * 0.3), 26, 34, 1);
    for (int i = 0; i < 60; i++) {
      s.fill(
          Shapes.blob(
              s.rng, tx + s.rng.jit(w * 0.14), h * s.rng.in(0, 0.36), w * 0.035, h * 0.035, 0.4),
          40 + s.rng.below(40),
          0.75);
    }
  }

  static void market(Scene s) {
    double w = s.w;
    double h = s.h;
    s.sky(196, 236, 0.4);
    for (int i = 0; i < 7; i++) {
      double x = w * (i * 0.16 - 0.04);
      double top = h * s.rng.in(0.12, 0.24);
      Path2D house = Shapes.poly(x, top, x + w * 0.16, top, x + w * 0.16, h * 0.5, x, h * 0.5);
      s.shade(house, 150 + s.rng.below(40), 120).texture(house, 0.25, 1, 1);
      roof(s, x - 8, x + w * 0.17, top + 6, h * 0.07, 70);
      s.fill(Shapes.rect(x + w * 0.05, top + h * 0.12, w * 0.04, h * 0.08), 58);
    }
    Path2D ground = Shapes.poly(0, h * 0.48, w, h * 0.48, w, h, 0, h);
    s.shade(ground, 170, 110).texture(ground, 0.3, 1, 2);
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < 6; i++) {
        double t = i / 6.0;
        stall(
            s,
            side == 0 ? w * (0.36 - 0.42 * t) : w * (0.64 + 0.2 * t),
            h * (0.52 + 0.36 * t),
            0.35 + 0.65 * t);
      }
    }
    for (int i = 0; i < 110; i++) {
      double t = i / 110.0;
      double half = 0.09 + 0.13 * t;
      s.person(
          w * s.rng.in(0.5 - half, 0.5 + half),
          h * (0.55 + 0.5 * t),
          h * (0.09 + 0.2 * t),
          36 + s.rng.below(90),
          s.rng.chance(0.1));
    }
  }

  private static void stall(Scene s, double x, double y, double z) {
    double h = s.h;
    double sw = s.w * 0.24 * z;
    s.draw(Shapes.open(x, y, x, y - h * 0.2 * z), 4, 50, 1);
    s.draw(Shapes.open(x + sw, y, x + sw, y - h * 0.2 * z), 4, 50, 1);
    s.shade(
        Shapes.poly(
            x - 8,
            y - h * 0.2 * z,
            x + sw + 8,
            y - h * 0.2 * z,
            x + sw + 16,
            y - h * 0.14 * z,
            x - 16,
            y - h * 0.14 * z),
        216 - s.rng.below(60),
        150);
    s.shade(Shapes.rect(x, y - h * 0.07 * z, sw, h * 0.035 * z), 196, 130);
    for (int k = 0; k < 12; k++) {
      s.fill(
          Shapes.blob(s.rng, x + sw * s.rng.next(), y - h * 0.08 * z, 7 * z, 6 * z, 0.3),
          60 + s.rng.below(160),
          0.9);
    }
  }

  static void wall(Scene s) {
    double w = s.w;
    double h = s.h;
    s.sky(196, 230, 0.2);
    Path2D wall = Shapes.poly(0, h * 0.16, w, h * 0.12, w, h * 0.78, 0, h * 0.78);
    s.shade(wall, 176, 150).texture(wall, 0.5, 0.8, 0.8);
    for (int i = 0; i < 15; i++) {
      s.shade(Shapes.rect(w * i / 14.0 - 8, h * 0.13, 16, h * 0.66), 86, 60);
    }
    s.shade(Shapes.rect(0, h * 0.4, w, 16), 90, 62);
    roof(s, -w * 0.1, w * 1.1, h * 0.17, h * 0.17, 60);
    s.fill(Shapes.rect(w * 0.64, h * 0.36, w * 0.14, h * 0.42), 36);
    for (int i = 0; i < 5; i++) {
      double x = w * (0.645 + i * 0.031);
      s.draw(Shapes.open(x, h * 0.37, x, h * 0.78), 8, 70, 0.9);
    }
    s.fill(Shapes.rect(w * 0.85, h * 0.42, w * 0.09, h * 0.16), 44);
    for (int i = 0; i < 6; i++) {
      double x = w * (0.86 + i * 0.015);
      s.draw(Shapes.open(x, h * 0.42, x, h * 0.58), 4, 120, 0.9);
    }
    for (int mark = 0; mark < 80; mark++) {
      int column = mark / 20;
      int row = mark / 4 % 5;
      double x = w * (0.12 + column * 0.105) + s.rng.jit(18);
      double y = h * (0.44 + row * 0.06) + s.rng.jit(16);
      s.draw(Shapes.open(x, y, x + s.rng.jit(30), y + s.rng.jit(26)), 4, 84, 0.22);
    }
    stones(s, 0, h * 0.78, w, h * 0.22);
    Path2D steps = Shapes.poly(w * 0.6, h * 0.78, w * 0.82, h * 0.78, w * 0.86, h, w * 0.56, h);
    s.shade(steps, 180, 120).texture(steps, 0.4, 2, 2);
  }
}
