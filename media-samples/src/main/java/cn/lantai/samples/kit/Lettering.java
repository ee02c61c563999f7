package cn.lantai.samples.kit;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.font.Glyph;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Writes characters into a layer, down columns or along lines. */
public final class Lettering {
  private static final double MIDDLE = 0.38;

  private final Layer layer;
  private final FontShelf fonts;
  private final Rng rng;

  Lettering(Layer layer, FontShelf fonts, Rng rng) {
    this.layer = layer;
    this.fonts = fonts;
    this.rng = rng;
  }

  /** Writes downwards, the column centred on x; gives the y below the last character. */
  public double column(String text, double x, double y, Hand hand) {
    double drift = rng.jit(hand.stray() * hand.size());
    int n = text.codePointCount(0, text.length());
    int i = 0;
    for (int cp : text.codePoints().toArray()) {
      if (cp == ' ') {
        y += hand.size() * hand.lead() * 0.55;
        continue;
      }
      double step = hand.size() * hand.lead();
      if (cp != '\u3000') {
        place(cp, x + drift * i / n, y + step / 2, hand, true);
      }
      y += step;
      i++;
    }
    return y;
  }

  /** Writes to the right from x, the line centred on y; gives the x after the last character. */
  public double line(String text, double x, double y, Hand hand) {
    for (int cp : text.codePoints().toArray()) {
      double step = advance(cp, hand);
      if (cp != '\u3000' && cp != ' ') {
        place(cp, x + step / 2, y, hand, false);
      }
      x += step;
    }
    return x;
  }

  public void centred(String text, double x, double y, Hand hand) {
    line(text, x - measure(text, hand) / 2, y, hand);
  }

  public void right(String text, double x, double y, Hand hand) {
    line(text, x - measure(text, hand), y, hand);
  }

  public double measure(String text, Hand hand) {
    return text.codePoints().mapToDouble(cp -> advance(cp, hand)).sum();
  }

  public double depth(String text, Hand hand) {
    return text.codePoints().mapToDouble(cp -> cp == ' ' ? 0.55 : 1).sum()
        * hand.lead()
        * hand.size();
  }

  /** The hand, smaller if needed for the text to fit the width. */
  public Hand fitting(String text, Hand hand, double width) {
    double w = measure(text, hand);
    return w <= width ? hand : hand.size(hand.size() * width / w);
  }

  /** The hand, smaller if needed for the column to fit the height. */
  public Hand fittingColumn(String text, Hand hand, double height) {
    double d = depth(text, hand);
    return d <= height ? hand : hand.size(hand.size() * height / d);
  }

  /** One character stretched to fill the box, as carvers do. */
  public Shape filling(int cp, Hand hand, Rectangle2D box) {
    Shape outline = fonts.glyph(hand.face(), cp).outline();
    Rectangle2D b = outline.getBounds2D();
    double sx = box.getWidth() / Math.max(b.getWidth(), 0.5);
    double sy = box.getHeight() / Math.max(b.getHeight(), 0.5);
    AffineTransform at = new AffineTransform();
    at.translate(box.getCenterX(), box.getCenterY());
    at.scale(sx, sy);
    at.translate(-b.getCenterX(), -b.getCenterY());
    return at.createTransformedShape(outline);
  }

  /** A character centred on the point. */
  public Shape outline(int cp, double x, double y, Hand hand) {
    Glyph glyph = fonts.glyph(hand.face(), cp);
    AffineTransform at = AffineTransform.getTranslateInstance(x, y);
    at.scale(hand.size(), hand.size());
    at.translate(-glyph.advance() / 2, MIDDLE);
    return at.createTransformedShape(glyph.outline());
  }

  private double advance(int cp, Hand hand) {
    if (cp == ' ') {
      return hand.size() * 0.4 * hand.lead();
    }
    if (cp == '\u3000') {
      return hand.size() * hand.lead();
    }
    Glyph glyph = fonts.glyph(hand.face(), cp);
    return Math.max(0.3, glyph.advance()) * hand.size() * hand.lead();
  }

  private void place(int cp, double x, double y, Hand hand, boolean down) {
    Glyph glyph = fonts.glyph(hand.face(), cp);
    double s = hand.size() * (1 + rng.jit(hand.swell()));
    double stray = hand.stray() * hand.size();
    AffineTransform at =
        AffineTransform.getTranslateInstance(x + rng.jit(stray), y + rng.jit(stray * 0.7));
    double turn = rng.jit(hand.turn());
    if (down && isUpright(cp)) {
      turn += 90;
    }
    at.rotate(StrictMath.toRadians(turn));
    at.scale(s * (1 + rng.jit(hand.swell() * 0.6)), s);
    boolean mark = "，。、；：".indexOf(cp) >= 0;
    at.translate(
        -glyph.advance() / 2 + (down && mark ? 0.5 : 0), MIDDLE - (down && mark ? 0.5 : 0));
    layer.fill(at.createTransformedShape(glyph.outline()), 1 - rng.in(0, hand.fade()));
  }

  /** Brackets, dashes and the like lie down in a column. */
  private static boolean isUpright(int cp) {
    return "（）〔〕《》〈〉「」『』—…～：-()".indexOf(cp) >= 0;
  }
}
