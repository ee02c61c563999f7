package cn.lantai.samples.kit;

import cn.lantai.samples.font.Face;
import java.awt.geom.AffineTransform;
import java.util.List;

/** Round stamps of offices and post offices. */
public final class Stamp {
  private Stamp() {}

  /** A date stamp: the office along the arc, lines in the middle. */
  public static void round(
      Page page, double x, double y, double r, String arc, List<String> lines, int rgb) {
    Layer l = page.layer();
    l.at(x, y, page.rng.jit(13));
    l.draw(Shapes.circle(0, 0, r), r * 0.05);
    l.draw(Shapes.circle(0, 0, r * 0.9), r * 0.02);
    arc(page, l, arc, r * 0.68, r * 0.27, Face.SONG_BOLD);
    Hand hand = Hand.type(Face.SONG_BOLD, r * 0.26);
    Lettering write = page.letters(l);
    for (int i = 0; i < lines.size(); i++) {
      double dy = (i - (lines.size() - 1) / 2.0) * r * 0.34 + (arc.isEmpty() ? 0 : r * 0.2);
      write.centred(lines.get(i), 0, dy, write.fitting(lines.get(i), hand, r * 1.35));
    }
    l.home();
    page.ink(l, Ink.stamp(rgb));
  }

  /** An office's round seal with a star. */
  public static void star(
      Page page, double x, double y, double r, String arc, String foot, int rgb) {
    Layer l = page.layer();
    l.at(x, y, page.rng.jit(6));
    l.draw(Shapes.circle(0, 0, r), r * 0.06);
    arc(page, l, arc, r * 0.74, r * 0.26, Face.SONG_BOLD);
    double[] xy = new double[20];
    for (int i = 0; i < 10; i++) {
      double a = -Math.PI / 2 + i * Math.PI / 5;
      double q = (i % 2 == 0 ? 0.3 : 0.115) * r;
      xy[i * 2] = Shapes.cos(a) * q;
      xy[i * 2 + 1] = Shapes.sin(a) * q;
    }
    l.fill(Shapes.poly(xy));
    if (!foot.isEmpty()) {
      page.letters(l).centred(foot, 0, r * 0.56, Hand.type(Face.SONG_BOLD, r * 0.2));
    }
    l.home();
    page.ink(l, Ink.seal(rgb).faint(0.9));
  }

  private static void arc(Page page, Layer l, String text, double radius, double size, Face face) {
    int[] cps = text.codePoints().toArray();
    double step = Math.min(0.46, 3.9 / Math.max(1, cps.length));
    double fit = Math.min(size, step * radius * 0.98);
    Lettering write = page.letters(l);
    for (int i = 0; i < cps.length; i++) {
      double a = (i - (cps.length - 1) / 2.0) * step;
      AffineTransform at = AffineTransform.getRotateInstance(a);
      at.translate(0, -radius);
      l.fill(at.createTransformedShape(write.outline(cps[i], 0, 0, Hand.type(face, fit))));
    }
  }
}
