package cn.lantai.media;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * A text that stands again and again, aslant, across a picture: on light and on dark, so that
 * cutting the picture does not take it off. Rows may be drawn one strip after the other.
 */
final class Watermark {

  private static final double SLANT = Math.toRadians(-30);
  private static final float VISIBLE = 0.35f;
  private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);

  private final Shape text;
  private final double stepX;
  private final double stepY;
  private final PixelSize picture;
  private final float line;

  /**
   * @throws IllegalStateException if no font of this machine has the characters: a picture that has
   *     to carry the text cannot be made then
   */
  Watermark(String text, PixelSize picture) {
    this.picture = picture;
    float height = Math.max(12f, Math.min(picture.width(), picture.height()) / 14f);
    Font font = fontFor(text).deriveFont(height);
    this.text = font.createGlyphVector(OUTLINES, text).getOutline();
    Rectangle2D bounds = this.text.getBounds2D();
    this.stepX = bounds.getWidth() + 3 * height;
    this.stepY = 4 * height;
    this.line = Math.max(1f, height / 16);
  }

  /** Whether some font of this machine has all characters of the text. */
  static boolean canShow(String text) {
    return Arrays.stream(fonts()).anyMatch(font -> font.canDisplayUpTo(text) < 0);
  }

  /**
   * @param top which row of the picture the first one of the strip is
   */
  void draw(RgbImage strip, int top) {
    Graphics2D pen = strip.toBufferedImage().createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, VISIBLE));
    pen.setStroke(new BasicStroke(line));
    pen.translate(picture.width() / 2.0, picture.height() / 2.0 - top);
    pen.rotate(SLANT);
    double reach = Math.hypot(picture.width(), picture.height()) / 2;
    int rows = (int) Math.ceil(reach / stepY);
    int columns = (int) Math.ceil(reach / stepX) + 1;
    AffineTransform origin = pen.getTransform();
    Rectangle2D visible = new Rectangle2D.Double(0, 0, strip.width(), strip.height());
    for (int row = -rows; row <= rows; row++) {
      for (int column = -columns; column <= columns; column++) {
        AffineTransform place = new AffineTransform(origin);
        place.translate((column + (row & 1) / 2.0 - 0.25) * stepX, row * stepY);
        if (place.createTransformedShape(text.getBounds2D()).intersects(visible)) {
          pen.setTransform(place);
          pen.setColor(Color.WHITE);
          pen.draw(text);
          pen.setColor(Color.BLACK);
          pen.fill(text);
        }
      }
    }
    pen.dispose();
  }

  private static Font fontFor(String text) {
    return Arrays.stream(fonts())
        .filter(font -> font.canDisplayUpTo(text) < 0)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No font of this machine can write: " + text));
  }

  /** The logical font first, which follows the settings of the machine. */
  private static Font[] fonts() {
    Font[] installed = GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts();
    Font[] all = new Font[installed.length + 1];
    all[0] = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    System.arraycopy(installed, 0, all, 1, installed.length);
    return all;
  }
}
