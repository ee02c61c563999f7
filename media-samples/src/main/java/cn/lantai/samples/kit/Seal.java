package cn.lantai.samples.kit;

import cn.lantai.samples.font.Face;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;

/** Square and oblong seals, their characters set from the right and carved white or red. */
public final class Seal {
  private Seal() {}

  /** Red characters within a frame. */
  public static void red(Page page, double x, double y, double size, String text, int rgb) {
    Layer l = page.layer();
    cut(page, l, x, y, size, text, false);
    page.ink(l, Ink.seal(rgb));
  }

  /** White characters on red. */
  public static void white(Page page, double x, double y, double size, String text, int rgb) {
    Layer l = page.layer();
    cut(page, l, x, y, size, text, true);
    page.ink(l, Ink.seal(rgb));
  }

  /** Cuts the seal into the layer, its centre at x, y. */
  public static void cut(
      Page page, Layer l, double x, double y, double size, String text, boolean white) {
    int[] cps = text.codePoints().toArray();
    int cols = cps.length <= 3 ? 1 : cps.length <= 6 ? 2 : cps.length <= 9 ? 3 : 4;
    int rows = (int) StrictMath.ceil((double) cps.length / cols);
    double w = cols == 1 && rows > 1 ? size * (rows == 2 ? 0.56 : 0.42) : size;
    double h = size;
    AffineTransform at = AffineTransform.getTranslateInstance(x, y);
    at.rotate(StrictMath.toRadians(page.rng.jit(2.4)));
    at.translate(-w / 2, -h / 2);
    l.at(at);
    double frame = white ? size * 0.05 : size * 0.085;
    RoundRectangle2D body = new RoundRectangle2D.Double(0, 0, w, h, size * 0.05, size * 0.05);
    l.fill(body);
    if (!white) {
      l.erase(Shapes.rect(size * 0.05, size * 0.05, w - size * 0.1, h - size * 0.1));
    }
    double cw = (w - 2 * frame) / cols;
    double gap = size * (white ? 0.022 : 0.018);
    Lettering letters = page.letters(l);
    Hand hand = Hand.type(Face.KAI_BOLD, 1);
    for (int i = 0; i < cps.length; i++) {
      int col = cols - 1 - i / rows;
      int row = i % rows;
      int here = Math.min(rows, cps.length - i / rows * rows);
      double high = (h - 2 * frame) / here;
      Shape glyph =
          letters.filling(
              cps[i],
              hand,
              Shapes.rect(
                  frame + col * cw + gap, frame + row * high + gap, cw - 2 * gap, high - 2 * gap));
      if (white) {
        l.erase(glyph);
      } else {
        l.fill(glyph);
      }
    }
    for (int i = 0; i < 5; i++) {
      double a = page.rng.next() * w;
      boolean top = page.rng.chance(0.5);
      l.erase(
          Shapes.blob(page.rng, a, top ? 0 : h, size * page.rng.in(0.02, 0.05), size * 0.02, 0.3));
    }
    l.home();
  }
}
