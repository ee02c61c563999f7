package cn.lantai.samples.kit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** A mask as large as the page that marks are collected in before they are inked. */
public final class Layer {
  final int width;
  final int height;
  final int[] cover;
  private final Graphics2D g;
  private Rectangle dirty = new Rectangle();
  private AffineTransform at = new AffineTransform();

  Layer(int width, int height) {
    this.width = width;
    this.height = height;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.cover = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    this.g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** All marks from now on are placed by this transform; an identity ends it. */
  public Layer at(AffineTransform transform) {
    at = new AffineTransform(transform);
    g.setTransform(at);
    return this;
  }

  public Layer at(double x, double y, double degrees) {
    AffineTransform turned = AffineTransform.getTranslateInstance(x, y);
    turned.rotate(StrictMath.toRadians(degrees));
    return at(turned);
  }

  public Layer home() {
    return at(new AffineTransform());
  }

  public Layer fill(Shape shape) {
    return fill(shape, 1);
  }

  public Layer fill(Shape shape, double opacity) {
    g.setColor(white(opacity));
    g.fill(shape);
    soil(shape, 2);
    return this;
  }

  /** Takes ink away, as for the white characters of a seal. */
  public Layer erase(Shape shape) {
    g.setColor(Color.BLACK);
    g.fill(shape);
    return this;
  }

  public Layer eraseLine(double x1, double y1, double x2, double y2, double width) {
    g.setColor(Color.BLACK);
    g.setStroke(round(width));
    g.draw(new Line2D.Double(x1, y1, x2, y2));
    return this;
  }

  public Layer draw(Shape shape, double width) {
    return draw(shape, width, 1);
  }

  public Layer draw(Shape shape, double width, double opacity) {
    g.setColor(white(opacity));
    g.setStroke(round(width));
    g.draw(shape);
    soil(shape, width + 2);
    return this;
  }

  public Layer dashed(Shape shape, double width, double on, double off) {
    g.setColor(Color.WHITE);
    g.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            4,
            new float[] {(float) on, (float) off},
            0));
    g.draw(shape);
    soil(shape, width + 2);
    return this;
  }

  public Layer line(double x1, double y1, double x2, double y2, double width) {
    return draw(new Line2D.Double(x1, y1, x2, y2), width);
  }

  /** A frame with sharp corners, its line centred on the rectangle. */
  public Layer box(double x, double y, double w, double h, double line) {
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke((float) line, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER, 10));
    Rectangle2D r = new Rectangle2D.Double(x, y, w, h);
    g.draw(r);
    soil(r, line + 2);
    return this;
  }

  /** Keeps marks inside the shape until it is called with null. */
  public Layer clip(Shape shape) {
    g.setClip(shape);
    return this;
  }

  Rectangle dirty() {
    return dirty.intersection(new Rectangle(0, 0, width, height));
  }

  void clear() {
    Rectangle r = dirty();
    for (int y = r.y; y < r.y + r.height; y++) {
      Arrays.fill(cover, y * width + r.x, y * width + r.x + r.width, 0);
    }
    dirty = new Rectangle();
    home();
    g.setClip(null);
  }

  private void soil(Shape shape, double margin) {
    Rectangle2D b = at.createTransformedShape(shape.getBounds2D()).getBounds2D();
    double grow = margin * StrictMath.max(1, at.getScaleX()) + 8;
    Rectangle r =
        new Rectangle2D.Double(
                b.getX() - grow, b.getY() - grow, b.getWidth() + 2 * grow, b.getHeight() + 2 * grow)
            .getBounds();
    dirty = dirty.isEmpty() ? r : dirty.union(r);
  }

  private static Color white(double opacity) {
    return new Color(255, 255, 255, (int) Math.round(Math.max(0, Math.min(1, opacity)) * 255));
  }

  private static BasicStroke round(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
