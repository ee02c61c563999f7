package cn.lantai.samples.kind;

import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Page;

/** Printed rules: letter paper, squared paper, tables. */
final class Rules {
  private Rules() {}

  /** Columns within a double frame. */
  static void columns(Page page, double x, double y, double w, double h, int count, int rgb) {
    Layer l = page.layer();
    l.box(x, y, w, h, 6);
    l.box(x - 16, y - 16, w + 32, h + 32, 2.4);
    for (int i = 1; i < count; i++) {
      l.line(x + w * i / count, y, x + w * i / count, y + h, 2.6);
    }
    page.ink(l, Ink.print(rgb).faint(0.82));
  }

  /** A table with these shares of its width and height as lines. */
  static void grid(
      Layer l,
      double x,
      double y,
      double w,
      double h,
      double[] across,
      double[] down,
      double thin) {
    l.box(x, y, w, h, thin * 2.4);
    for (double a : across) {
      l.line(x + w * a, y, x + w * a, y + h, thin);
    }
    for (double d : down) {
      l.line(x, y + h * d, x + w, y + h * d, thin);
    }
  }

  static double[] even(int parts) {
    double[] shares = new double[parts - 1];
    for (int i = 1; i < parts; i++) {
      shares[i - 1] = (double) i / parts;
    }
    return shares;
  }
}
