package cn.lantai.samples.kit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** What the camera saw, in greys from 0 to 255, before it became a print. */
public final class Scene {
  public final int w;
  public final int h;
  public final Rng rng;
  private final Graphics2D g;
  private final int[] px;

  public Scene(int w, int h, Rng rng) {
    this.w = w;
    this.h = h;
    this.rng = rng;
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    px = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  public Scene fill(Shape shape, int grey) {
    return fill(shape, grey, 1);
  }

  public Scene fill(Shape shape, int grey, double opacity) {
    g.setColor(new Color(grey, grey, grey, (int) (opacity * 255)));
    g.fill(shape);
    return this;
  }

  public Scene draw(Shape shape, double width, int grey, double opacity) {
    g.setColor(new Color(grey, grey, grey, (int) (opacity * 255)));
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shape);
    return this;
  }

  /** From the first grey at the top of the shape to the second at its bottom. */
  public Scene shade(Shape shape, int top, int bottom) {
    Rectangle2D b = shape.getBounds2D();
    g.setPaint(
        new GradientPaint(
            0,
            (float) b.getMinY(),
            new Color(top, top, top),
            0,
            (float) b.getMaxY(),
            new Color(bottom, bottom, bottom)));
    g.fill(shape);
    return this;
  }

  /** Sky with soft clouds. */
  public Scene sky(int top, int bottom, double horizon) {
    shade(Shapes.rect(0, 0, w, h * horizon + 2), top, bottom);
    int o = rng.below(Noise.SIZE);
    for (int y = 0; y < h * horizon; y++) {
      for (int x = 0; x < w; x++) {
        int v = px[y * w + x] & 255;
        float n = Noise.CLOUD.smooth(x * 0.32f + o, y * 0.8f) - 128;
        v = Page.clamp((int) (v + n * 0.16f));
        px[y * w + x] = v << 16 | v << 8 | v;
      }
    }
    return this;
  }

  /** Mottles the shape like rock, leaves, plaster or sand. */
  public Scene texture(Shape shape, double strength, double scaleX, double scaleY) {
    Rectangle2D b = shape.getBounds2D();
    int o = rng.below(Noise.SIZE);
    for (int y = Math.max(0, (int) b.getMinY()); y < Math.min(h, b.getMaxY()); y++) {
      for (int x = Math.max(0, (int) b.getMinX()); x < Math.min(w, b.getMaxX()); x++) {
        if (shape.contains(x, y)) {
          int v = px[y * w + x] & 255;
          float n = Noise.CLOUD.smooth((float) (x * scaleX) + o, (float) (y * scaleY)) - 128;
          v = Page.clamp((int) (v + n * strength));
          px[y * w + x] = v << 16 | v << 8 | v;
        }
      }
    }
    return this;
  }

  /** A range of hills that fades into mist towards its foot. */
  public Path2D hills(
      double y, double height, double tilt, int top, int foot, double mist, double rock) {
    double[] ridge = Shapes.ridge(rng, -4, w + 4, y * h, height * h, tilt * h, 0.52);
    Path2D path = Shapes.open(ridge);
    path.lineTo(w + 4, h);
    path.lineTo(-4, h);
    path.closePath();
    double from = y * h - height * h;
    g.setPaint(
        new GradientPaint(
            0,
            (float) from,
            new Color(top, top, top),
            0,
            (float) (from + mist * h),
            new Color(foot, foot, foot)));
    g.fill(path);
    if (rock > 0) {
      texture(path, rock, 1.4, 2.2);
    }
    return path;
  }

  /** Trees along and below a ridge. */
  public Scene trees(
      double x0, double x1, double y, double depth, int count, double size, int grey) {
    for (int i = 0; i < count; i++) {
      double x = w * rng.in(x0, x1);
      double ty = h * (y + rng.in(0, depth));
      double s = size * h * rng.in(0.6, 1.2);
      fill(Shapes.rect(x - s * 0.02, ty - s * 0.5, s * 0.04, s * 0.5), grey, 0.8);
      fill(Shapes.blob(rng, x, ty - s * 0.06, s * 0.3, s * 0.1, 0.3), grey, 0.8);
      for (int k = 0; k < 8; k++) {
        fill(
            Shapes.blob(
                rng, x + rng.jit(s * 0.22), ty - s * rng.in(0.3, 0.95), s * 0.26, s * 0.2, 0.3),
            Page.clamp(grey + rng.below(26) - 8),
            0.8);
      }
    }
    return this;
  }

  public Scene water(double y0, double y1, int top, int bottom, int ripples) {
    shade(Shapes.rect(0, y0 * h, w, (y1 - y0) * h + 1), top, bottom);
    for (int i = 0; i < ripples; i++) {
      double t = rng.next() * rng.next();
      double y = h * (y0 + (y1 - y0) * t);
      double length = w * rng.in(0.015, 0.1) * (0.3 + t);
      double x = rng.in(-0.04, 1) * w;
      draw(
          Shapes.curve(x, y, x + length / 2, y + rng.jit(2), x + length, y),
          0.6 + 2 * t,
          rng.chance(0.5) ? 245 : 30,
          rng.in(0.05, 0.26));
    }
    return this;
  }

  /** A wooden boat with people, its middle at x, y; the size is that of one person. */
  public Scene boat(double x, double y, double s, int people) {
    double l = s * 3.4;
    Path2D hull = new Path2D.Double();
    hull.moveTo(x - l, y - s * 0.36);
    hull.curveTo(x - l * 0.7, y + s * 0.12, x - l * 0.4, y + s * 0.16, x, y + s * 0.16);
    hull.curveTo(x + l * 0.5, y + s * 0.16, x + l * 0.8, y + s * 0.05, x + l, y - s * 0.5);
    hull.lineTo(x + l * 1.04, y - s * 0.44);
    hull.curveTo(x + l * 0.86, y + s * 0.5, x + l * 0.6, y + s * 0.56, x + l * 0.3, y + s * 0.58);
    hull.lineTo(x - l * 0.5, y + s * 0.58);
    hull.curveTo(x - l * 0.8, y + s * 0.5, x - l * 0.95, y, x - l, y - s * 0.36);
    hull.closePath();
    fill(Shapes.ellipse(x, y + s * 0.72, l * 1.02, s * 0.2), 15, 0.3);
    for (int i = 0; i < people; i++) {
      person(
          x - l * 0.55 + l * 1.1 * i / Math.max(1, people),
          y + s * 0.2,
          s * rng.in(0.8, 0.95),
          26 + rng.below(50),
          rng.chance(0.4));
    }
    person(x + l * 0.72, y + s * 0.2, s * 1.45, 22, true);
    draw(Shapes.open(x + l * 0.62, y - s * 0.7, x + l * 1.25, y + s * 0.85), s * 0.07, 18, 1);
    fill(hull, 24);
    draw(Shapes.open(x - l * 0.9, y + s * 0.24, x + l * 0.8, y + s * 0.26), s * 0.04, 95, 0.5);
    return this;
  }

  /** Someone seen from behind or from far: no face. */
  public Scene person(double x, double y, double s, int grey, boolean hat) {
    Path2D body = new Path2D.Double();
    body.moveTo(x - s * 0.24, y);
    body.curveTo(x - s * 0.3, y - s * 0.5, x - s * 0.28, y - s * 0.64, x - s * 0.09, y - s * 0.7);
    body.lineTo(x + s * 0.09, y - s * 0.7);
    body.curveTo(x + s * 0.28, y - s * 0.64, x + s * 0.3, y - s * 0.5, x + s * 0.24, y);
    body.closePath();
    fill(body, grey);
    fill(Shapes.rect(x - s * 0.05, y - s * 0.78, s * 0.1, s * 0.12), Page.clamp(grey + 50));
    fill(Shapes.ellipse(x, y - s * 0.88, s * 0.115, s * 0.14), hat ? 60 : 22);
    if (hat) {
      fill(
          Shapes.poly(x - s * 0.3, y - s * 0.88, x, y - s * 1.1, x + s * 0.3, y - s * 0.88),
          Math.min(255, grey + 90));
    }
    return this;
  }

  /** Softens what has been drawn so far. */
  public Scene blur(int radius) {
    int[] tmp = new int[px.length];
    for (int pass = 0; pass < 2; pass++) {
      box(px, tmp, radius, true);
      box(tmp, px, radius, false);
    }
    return this;
  }

  private void box(int[] in, int[] out, int r, boolean across) {
    int lines = across ? h : w;
    int length = across ? w : h;
    int step = across ? 1 : w;
    for (int l = 0; l < lines; l++) {
      int start = across ? l * w : l;
      int sum = 0;
      for (int k = -r; k <= r; k++) {
        sum += in[start + Math.max(0, Math.min(length - 1, k)) * step] & 255;
      }
      for (int k = 0; k < length; k++) {
        int v = sum / (2 * r + 1);
        out[start + k * step] = v << 16 | v << 8 | v;
        sum += in[start + Math.min(length - 1, k + r + 1) * step] & 255;
        sum -= in[start + Math.max(0, k - r) * step] & 255;
      }
    }
  }

  float at(float x, float y) {
    int xi = Math.max(0, Math.min(w - 2, (int) x));
    int yi = Math.max(0, Math.min(h - 2, (int) y));
    float fx = Math.min(1, x - xi);
    float fy = Math.min(1, y - yi);
    int i = yi * w + xi;
    float top = (px[i] & 255) * (1 - fx) + (px[i + 1] & 255) * fx;
    float bottom = (px[i + w] & 255) * (1 - fx) + (px[i + w + 1] & 255) * fx;
    return top * (1 - fy) + bottom * fy;
  }
}
