package cn.lantai.samples.kind;

import cn.lantai.samples.kit.Scene;
import cn.lantai.samples.kit.Shapes;
import java.awt.geom.Path2D;

/** What the photographs show: places and people far off, never a face. */
final class Scenes {
  private Scenes() {}

  static void draw(String name, Scene s) {
    switch (name) {
      case "ferry" -> ferry(s);
      case "temple" -> temple(s);
      case "group" -> group(s);
      case "dock" -> dock(s);
      case "honours" -> honours(s);
      case "sowing" -> sowing(s);
      case "rally" -> rally(s);
      case "redhouse" -> Streets.redhouse(s);
      case "market" -> Streets.market(s);
      case "wall" -> Streets.wall(s);
      default -> throw new IllegalArgumentException("No such scene: " + name);
    }
  }

  private static void ferry(Scene s) {
    s.sky(176, 232, 0.5);
    s.hills(0.3, 0.11, -0.1, 160, 218, 0.34, 0.1);
    s.hills(0.37, 0.12, 0.16, 128, 200, 0.3, 0.2);
    s.hills(0.45, 0.09, -0.2, 78, 150, 0.26, 0.34);
    s.trees(0, 1, 0.46, 0.08, 90, 0.03, 48);
    s.water(0.56, 0.9, 190, 128, 380);
    s.boat(s.w * 0.4, s.h * 0.7, s.h * 0.07, 6);
    Path2D beach = s.hills(0.87, 0.035, 0.08, 205, 150, 0.2, 0.4);
    for (int i = 0; i < 260; i++) {
      double x = s.rng.next() * s.w;
      double y = s.h * s.rng.in(0.86, 1);
      if (beach.contains(x, y)) {
        double r = s.h * 0.012 * s.rng.in(0.3, 1.2);
        s.fill(Shapes.ellipse(x, y + r * 0.5, r * 1.3, r * 0.5), 60, 0.5);
        s.fill(Shapes.ellipse(x, y, r * 1.2, r * 0.7), 130 + s.rng.below(80));
      }
    }
    double px = s.w * 0.8;
    s.draw(Shapes.curve(px, s.h * 0.9, s.w * 0.7, s.h * 0.8, s.w * 0.52, s.h * 0.71), 2.4, 40, 0.8);
    s.draw(Shapes.open(px, s.h * 0.93, px, s.h * 0.86), 7, 40, 1);
  }

  private static void temple(Scene s) {
    double w = s.w;
    double h = s.h;
    s.sky(190, 226, 0.62);
    s.hills(0.34, 0.1, 0.1, 168, 210, 0.4, 0.12);
    s.trees(0, 0.24, 0.52, 0.1, 14, 0.3, 56);
    s.trees(0.78, 1, 0.5, 0.12, 14, 0.32, 52);
    Path2D body =
        Shapes.poly(w * 0.2, h * 0.4, w * 0.8, h * 0.4, w * 0.8, h * 0.7, w * 0.2, h * 0.7);
    s.shade(body, 150, 120).texture(body, 0.3, 1.2, 1.2);
    Streets.roof(s, w * 0.14, w * 0.86, h * 0.42, h * 0.13, 58);
    Path2D gable =
        Shapes.poly(w * 0.4, h * 0.2, w * 0.6, h * 0.2, w * 0.6, h * 0.31, w * 0.4, h * 0.31);
    s.fill(gable, 110).texture(gable, 0.3, 2, 2);
    Streets.roof(s, w * 0.34, w * 0.66, h * 0.23, h * 0.12, 50);
    Streets.arch(s, w * 0.5, h * 0.7, w * 0.07, h * 0.2, 26);
    Streets.arch(s, w * 0.3, h * 0.7, w * 0.04, h * 0.14, 34);
    Streets.arch(s, w * 0.7, h * 0.7, w * 0.04, h * 0.14, 34);
    for (double x : new double[] {0.22, 0.39, 0.61, 0.78}) {
      s.shade(Shapes.rect(w * x - 7, h * 0.43, 14, h * 0.27), 92, 66);
    }
    s.fill(Shapes.rect(w * 0.44, h * 0.445, w * 0.12, h * 0.04), 34);
    for (int i = 0; i < 13; i++) {
      double y = h * (0.7 + i * 0.024);
      double half = w * (0.17 + i * 0.013);
      s.shade(Shapes.rect(w * 0.5 - half, y, half * 2, h * 0.025), 214 - i * 3, 112);
    }
    Path2D left = Shapes.poly(0, h * 0.69, w * 0.33, h * 0.69, w * 0.18, h, 0, h);
    Path2D right = Shapes.poly(w, h * 0.69, w * 0.67, h * 0.69, w * 0.82, h, w, h);
    s.shade(left, 122, 88).texture(left, 0.6, 2, 2);
    s.shade(right, 122, 88).texture(right, 0.6, 2, 2);
    s.trees(0, 0.12, 0.98, 0.04, 8, 0.14, 40);
    s.trees(0.88, 1, 0.98, 0.04, 8, 0.14, 40);
  }

  private static void group(Scene s) {
    double w = s.w;
    double h = s.h;
    s.shade(Shapes.rect(0, 0, w, h), 178, 150);
    Path2D wall = Shapes.poly(0, h * 0.1, w, h * 0.1, w, h * 0.74, 0, h * 0.74);
    s.shade(wall, 142, 126).texture(wall, 0.25, 1, 1);
    Streets.roof(s, -w * 0.1, w * 1.1, h * 0.2, h * 0.2, 66);
    Streets.arch(s, w * 0.5, h * 0.72, w * 0.1, h * 0.4, 36);
    for (double x : new double[] {0.14, 0.28, 0.72, 0.86}) {
      double left = w * x - w * 0.035;
      s.fill(Shapes.rect(left, h * 0.34, w * 0.07, h * 0.22), 62);
      for (int k = 1; k < 4; k++) {
        double bar = left + w * 0.0175 * k;
        s.draw(Shapes.open(bar, h * 0.34, bar, h * 0.56), 2, 150, 0.8);
      }
    }
    Path2D ground = Shapes.poly(0, h * 0.74, w, h * 0.74, w, h, 0, h);
    s.shade(ground, 170, 118).texture(ground, 0.4, 1.5, 3);
    for (int row = 0; row < 2; row++) {
      int n = row == 0 ? 9 : 8;
      for (int i = 0; i < n; i++) {
        double x = w * (0.5 + (i - (n - 1) / 2.0) * 0.082) + s.rng.jit(4);
        double y = h * (row == 0 ? 0.8 : 0.93) + s.rng.jit(3);
        int dress = s.rng.chance(0.4) ? 190 : 60 + s.rng.below(40);
        figure(s, x, y, h * (row == 0 ? 0.4 : 0.41), dress);
      }
    }
  }

  /** Standing, facing us, the face left plain. */
  private static void figure(Scene s, double x, double y, double z, int dress) {
    Path2D gown = new Path2D.Double();
    gown.moveTo(x - z * 0.16, y);
    gown.curveTo(x - z * 0.17, y - z * 0.5, x - z * 0.15, y - z * 0.66, x - z * 0.05, y - z * 0.71);
    gown.lineTo(x + z * 0.05, y - z * 0.71);
    gown.curveTo(x + z * 0.15, y - z * 0.66, x + z * 0.17, y - z * 0.5, x + z * 0.16, y);
    gown.closePath();
    s.fill(gown, dress).draw(gown, 1.2, 30, 0.5);
    int fold = dress > 120 ? 120 : 30;
    for (int side = -1; side <= 1; side += 2) {
      s.draw(
          Shapes.curve(
              x + side * z * 0.1,
              y - z * 0.58,
              x + side * z * 0.12,
              y - z * 0.42,
              x + side * z * 0.02,
              y - z * 0.34),
          2,
          fold,
          0.8);
    }
    s.fill(Shapes.rect(x - z * 0.028, y - z * 0.755, z * 0.056, z * 0.06), 150);
    s.fill(Shapes.ellipse(x, y - z * 0.81, z * 0.058, z * 0.074), 188);
    Path2D hair = new Path2D.Double();
    hair.moveTo(x - z * 0.068, y - z * 0.78);
    hair.curveTo(
        x - z * 0.085, y - z * 0.93, x + z * 0.085, y - z * 0.93, x + z * 0.068, y - z * 0.78);
    hair.curveTo(
        x + z * 0.05, y - z * 0.86, x - z * 0.03, y - z * 0.87, x - z * 0.068, y - z * 0.78);
    hair.closePath();
    s.fill(hair, 22);
    s.fill(Shapes.ellipse(x + z * 0.02, y - z * 0.79, z * 0.03, z * 0.05), 150, 0.5);
  }

  private static void dock(Scene s) {
    double w = s.w;
    double h = s.h;
    s.sky(188, 230, 0.5);
    s.hills(0.4, 0.06, -0.06, 150, 190, 0.2, 0.2);
    s.water(0.46, 0.7, 186, 140, 260);
    s.fill(
        Shapes.poly(
            w * 0.2, h * 0.46, w * 0.86, h * 0.43, w * 0.9, h * 0.42, w * 0.83, h * 0.6, w * 0.25,
            h * 0.61),
        42);
    s.draw(Shapes.open(w * 0.205, h * 0.49, w * 0.87, h * 0.46), 3, 200, 0.8);
    s.shade(Shapes.rect(w * 0.34, h * 0.33, w * 0.36, h * 0.12), 225, 190);
    s.shade(Shapes.rect(w * 0.4, h * 0.27, w * 0.2, h * 0.065), 230, 200);
    for (int i = 0; i < 11; i++) {
      s.fill(Shapes.rect(w * (0.36 + i * 0.031), h * 0.37, w * 0.014, h * 0.035), 66);
    }
    s.shade(Shapes.rect(w * 0.52, h * 0.14, w * 0.05, h * 0.14), 70, 100);
    s.fill(Shapes.rect(w * 0.52, h * 0.17, w * 0.05, h * 0.025), 210);
    for (int i = 0; i < 26; i++) {
      s.fill(
          Shapes.blob(
              s.rng,
              w * (0.55 - i * 0.014),
              h * (0.12 - i * 0.0028),
              h * (0.02 + i * 0.002),
              h * (0.018 + i * 0.001),
              0.3),
          120,
          0.2);
    }
    s.draw(Shapes.open(w * 0.26, h * 0.46, w * 0.26, h * 0.1, w * 0.53, h * 0.3), 1.6, 50, 0.9);
    Path2D quay = Shapes.poly(0, h * 0.66, w, h * 0.63, w, h, 0, h);
    s.shade(quay, 172, 120).texture(quay, 0.35, 1, 2);
    for (double x : new double[] {0.05, 0.3}) {
      s.draw(Shapes.open(w * x, h * 0.86, w * x, h * 0.61), 5, 40, 1);
    }
    Path2D banner =
        Shapes.poly(w * 0.05, h * 0.62, w * 0.3, h * 0.615, w * 0.3, h * 0.69, w * 0.05, h * 0.695);
    s.shade(banner, 226, 196).texture(banner, 0.3, 0.6, 3);
    crowd(s, 0.74, 0.99, 230, 0.1);
  }

  /** Backs of a crowd, larger towards us. */
  private static void crowd(Scene s, double y0, double y1, int count, double size) {
    for (int i = 0; i < count; i++) {
      double t = (double) i / count;
      double x = s.rng.in(-0.02, 1.02) * s.w;
      double y = s.h * (y0 + (y1 - y0) * t + 0.03);
      int grey = 36 + s.rng.below(s.rng.chance(0.25) ? 150 : 60);
      s.person(x, y + s.h * size * 0.3, s.h * size * (0.6 + 0.9 * t), grey, s.rng.chance(0.12));
    }
  }

  private static void honours(Scene s) {
    double w = s.w;
    double h = s.h;
    Path2D wall = Shapes.poly(0, 0, w, 0, w, h, 0, h);
    s.shade(wall, 168, 140).texture(wall, 0.4, 0.8, 0.8);
    Streets.stones(s, 0, h * 0.84, w, h * 0.16);
    Path2D sheet =
        Shapes.poly(
            w * 0.26, h * 0.06, w * 0.74, h * 0.05, w * 0.745, h * 0.82, w * 0.255, h * 0.83);
    s.fill(
        Shapes.poly(
            w * 0.27, h * 0.08, w * 0.752, h * 0.07, w * 0.755, h * 0.84, w * 0.265, h * 0.85),
        60,
        0.5);
    s.fill(sheet, 216).texture(sheet, 0.16, 1, 1).draw(sheet, 6, 90, 0.9);
    for (int i = 0; i < 12; i++) {
      double x = w * (0.285 + i * 0.039);
      s.fill(Shapes.blob(s.rng, x, h * 0.085, 12, 11, 0.2), 90, 0.85);
      s.fill(Shapes.blob(s.rng, x, h * 0.795, 12, 11, 0.2), 90, 0.85);
    }
  }

  private static void sowing(Scene s) {
    double w = s.w;
    double h = s.h;
    s.sky(192, 236, 0.46);
    s.hills(0.4, 0.05, 0.08, 196, 222, 0.2, 0.12);
    s.hills(0.46, 0.03, -0.1, 178, 196, 0.2, 0.16);
    Path2D field = Shapes.poly(0, h * 0.52, w, h * 0.5, w, h, 0, h);
    s.shade(field, 178, 96).texture(field, 0.35, 0.8, 3);
    for (int i = 0; i < 22; i++) {
      double t = i / 22.0 - 0.5;
      s.draw(
          Shapes.curve(
              w * (0.5 + t * 0.5),
              h * 0.51,
              w * (0.5 + t * 1.4),
              h * 0.7,
              w * (0.5 + t * 3.2),
              h * 1.02),
          3 + 4 * Math.abs(t),
          66,
          0.5);
    }
    s.trees(0, 1, 0.52, 0.01, 34, 0.05, 66);
    for (int i = 0; i < 9; i++) {
      double x = w * (0.11 + i * 0.098) + s.rng.jit(22);
      double z = h * (0.17 + i * 0.008) * s.rng.in(0.92, 1.06);
      boolean left = i == 2 || i == 6;
      stooping(s, x, h * (0.72 + i * 0.018), left ? -z : z, 34 + s.rng.below(40));
    }
  }

  /** Bent over the ground, seen against the light; a negative size faces left. */
  private static void stooping(Scene s, double x, double y, double z, int grey) {
    double h = Math.abs(z);
    double reach = s.rng.in(-0.04, 0.08) * h;
    s.fill(Shapes.ellipse(x + z * 0.12, y + h * 0.02, h * 0.36, h * 0.05), 50, 0.5);
    s.draw(
        Shapes.curve(x - z * 0.16, y, x - z * 0.13, y - h * 0.24, x, y - h * 0.46),
        h * 0.11,
        grey,
        1);
    s.draw(
        Shapes.curve(x + z * 0.1, y, x + z * 0.09, y - h * 0.24, x, y - h * 0.46),
        h * 0.11,
        grey,
        1);
    s.draw(
        Shapes.curve(
            x - z * 0.02, y - h * 0.48, x + z * 0.14, y - h * 0.6, x + z * 0.3, y - h * 0.54),
        h * 0.2,
        grey,
        1);
    s.draw(
        Shapes.curve(
            x + z * 0.28,
            y - h * 0.52,
            x + z * 0.33,
            y - h * 0.36,
            x + z * 0.42,
            y - h * 0.2 + reach),
        h * 0.07,
        grey,
        1);
    s.fill(Shapes.circle(x + z * 0.42, y - h * 0.53, h * 0.075), 30);
    s.fill(
        Shapes.poly(
            x + z * 0.26, y - h * 0.58, x + z * 0.47, y - h * 0.68, x + z * 0.6, y - h * 0.46),
        150);
    s.fill(Shapes.ellipse(x + z * 0.52, y - h * 0.05, h * 0.11, h * 0.07), 70);
  }

  private static void rally(Scene s) {
    double w = s.w;
    double h = s.h;
    s.sky(186, 232, 0.5);
    s.hills(0.36, 0.1, 0.12, 128, 186, 0.3, 0.3);
    s.hills(0.46, 0.04, -0.04, 88, 130, 0.2, 0.4);
    Path2D ground = Shapes.poly(0, h * 0.56, w, h * 0.56, w, h, 0, h);
    s.shade(ground, 160, 110).texture(ground, 0.3, 1, 2);
    s.shade(Shapes.rect(w * 0.36, h * 0.42, w * 0.28, h * 0.16), 104, 80);
    s.fill(Shapes.rect(w * 0.38, h * 0.35, w * 0.24, h * 0.07), 54);
    s.draw(Shapes.open(w * 0.37, h * 0.58, w * 0.37, h * 0.33), 4, 40, 1);
    s.draw(Shapes.open(w * 0.63, h * 0.58, w * 0.63, h * 0.33), 4, 40, 1);
    for (int i = 0; i < 34; i++) {
      double t = i / 34.0;
      double x = w * s.rng.in(0.02, 0.98);
      double y = h * (0.58 + 0.3 * t);
      double z = h * (0.1 + 0.1 * t);
      double f = z * 0.62;
      s.draw(Shapes.open(x, y, x + 2, y - z * 1.5), 2 + t * 2, 40, 1);
      s.fill(
          Shapes.poly(
              x + 2,
              y - z * 1.5,
              x + f * 0.5,
              y - z * 1.45,
              x + f * 1.15,
              y - z * 1.5,
              x + f * 1.1,
              y - z * 1.14,
              x + f * 0.5,
              y - z * 1.1,
              x + 2,
              y - z * 1.14),
          76 + s.rng.below(40),
          0.95);
    }
    crowd(s, 0.6, 1, 300, 0.075);
  }
}
