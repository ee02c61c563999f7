package cn.lantai.samples.kind;

import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Rng;
import cn.lantai.samples.kit.Shapes;
import java.awt.geom.Path2D;

/** Writing that cannot be read: it stands for the text of documents whose words are not ours. */
final class Scribble {
  private Scribble() {}

  /** Columns from the right edge of the box to its left. */
  static void columns(
      Page page, double x, double y, double w, double h, int count, double size, Ink ink) {
    Layer l = page.layer();
    double gap = w / count;
    for (int i = 0; i < count; i++) {
      double cx = x + w - gap * (i + 0.5);
      boolean last = i == count - 1 && count > 1;
      double end = y + h * (last ? page.rng.in(0.3, 0.6) : page.rng.in(0.88, 1));
      for (double cy = y + size * 0.6; cy < end; cy += size * 1.12) {
        if (!page.rng.chance(0.04)) {
          mark(page.rng, l, cx + page.rng.jit(size * 0.06), cy, size);
        }
      }
    }
    page.ink(l, blurred(ink, size));
  }

  /** Lines from the top of the box to its bottom. */
  static void rows(
      Page page, double x, double y, double w, double h, int count, double size, Ink ink) {
    Layer l = page.layer();
    double gap = h / count;
    for (int i = 0; i < count; i++) {
      double cy = y + gap * (i + 0.5);
      double end =
          x + w * (i == count - 1 && count > 1 ? page.rng.in(0.3, 0.6) : page.rng.in(0.9, 1));
      for (double cx = x + size * 0.6; cx < end - size * 0.4; cx += size * 1.06) {
        if (!page.rng.chance(0.05)) {
          mark(page.rng, l, cx, cy + page.rng.jit(size * 0.05), size);
        }
      }
    }
    page.ink(l, blurred(ink, size));
  }

  /** One running line of a hand, as along a ruled line. */
  static Path2D wave(Rng rng, double x, double y, double length, double height) {
    int n = (int) StrictMath.max(8, length / (height * 0.42));
    double[] xy = new double[(n + 1) * 2];
    for (int i = 0; i <= n; i++) {
      xy[i * 2] = x + length * i / n + rng.jit(height * 0.2);
      xy[i * 2 + 1] = y + (i % 2 == 0 ? -1 : 1) * height * rng.in(0.05, 0.48);
    }
    return Shapes.curve(xy);
  }

  private static void mark(Rng rng, Layer l, double x, double y, double s) {
    int strokes = 5 + rng.below(4);
    double w = s * 0.085;
    for (int i = 0; i < strokes; i++) {
      double px = x + rng.jit(s * 0.3);
      double py = y + rng.jit(s * 0.34);
      double length = s * rng.in(0.16, 0.5);
      double a =
          switch (rng.below(4)) {
            case 0 -> rng.in(1.4, 1.75);
            case 1 -> rng.in(2.1, 2.5);
            case 2 -> rng.in(0.7, 1.0);
            default -> rng.in(-0.12, 0.04);
          };
      double dx = Shapes.cos(a) * length / 2;
      double dy = Shapes.sin(a) * length / 2;
      l.fill(
          Shapes.cut(px - dx, py - dy, px + dx, py + dy, w * rng.in(0.8, 1.7), rng.jit(s * 0.05)),
          rng.in(0.6, 1));
    }
  }

  private static Ink blurred(Ink ink, double size) {
    return new Ink(
        ink.rgb(),
        ink.opacity() * 0.78,
        Math.min(9, size * 0.08),
        ink.gain(),
        ink.bias(),
        ink.grain(),
        false);
  }
}
