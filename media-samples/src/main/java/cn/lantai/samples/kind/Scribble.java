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
      boolean last = count > 1 && i == count - 1;
      double end = y + h * (last ? page.rng.in(0.3, 0.6) : page.rng.in(0.88, 1));
      for (double cy = y + size * 0.6; cy < end; cy += size * 1.12) {
        if (!page.rng.chance(0.04)) {
          mark(page.rng, l, cx + page.rng.jit(size * 0.06), cy, size);
        }
      }
    }
    page.ink(l, blurred(ink));
  }

  /** Lines from the top of the box to its bottom. */
  static void rows(
      Page page, double x, double y, double w, double h, int count, double size, Ink ink) {
    Layer l = page.layer();
    double gap = h / count;
    for (int i = 0; i < count; i++) {
      double cy = y + gap * (i + 0.5);
      double end =
          x + w * (count > 1 && i == count - 1 ? page.rng.in(0.3, 0.6) : page.rng.in(0.93, 1));
      for (double cx = x + size * 0.6; cx < end - size * 0.4; cx += size * 1.06) {
        if (!page.rng.chance(0.05)) {
          mark(page.rng, l, cx, cy + page.rng.jit(size * 0.05), size);
        }
      }
    }
    page.ink(l, blurred(ink));
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

  /** A scrawl that runs down its square, with a bar or a dot. */
  private static void mark(Rng rng, Layer l, double x, double y, double s) {
    int n = 5 + rng.below(4);
    double[] xy = new double[n * 2];
    double side = rng.chance(0.5) ? 1 : -1;
    for (int i = 0; i < n; i++) {
      xy[i * 2] = x + side * s * rng.in(0.06, 0.36);
      xy[i * 2 + 1] = y + s * (-0.4 + 0.8 * i / (n - 1)) + rng.jit(s * 0.09);
      side = -side;
    }
    l.draw(Shapes.curve(xy), s * rng.in(0.045, 0.075), rng.in(0.55, 0.9));
    double by = y + s * rng.in(-0.3, 0.2);
    double bx = x + rng.jit(s * 0.08);
    double half = s * rng.in(0.2, 0.36);
    l.fill(Shapes.cut(bx - half, by + s * 0.03, bx + half, by - s * 0.03, s * 0.05, 0), 0.85);
    if (rng.chance(0.5)) {
      double dx = x + rng.jit(s * 0.3);
      double dy = y + rng.jit(s * 0.34);
      l.fill(Shapes.cut(dx, dy, dx + s * 0.12, dy + s * 0.15, s * 0.045, 2), 0.85);
    }
  }

  private static Ink blurred(Ink ink) {
    return new Ink(
        ink.rgb(), ink.opacity() * 0.66, 5, ink.gain() * 0.8, ink.bias() + 0.1, ink.grain(), false);
  }
}
