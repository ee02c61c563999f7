package cn.lantai.samples.kit;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/** Outlines that come up again and again. */
public final class Shapes {
  private Shapes() {}

  public static Rectangle2D rect(double x, double y, double w, double h) {
    return new Rectangle2D.Double(x, y, w, h);
  }

  public static Ellipse2D circle(double x, double y, double r) {
    return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
  }

  public static Ellipse2D ellipse(double x, double y, double rx, double ry) {
    return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
  }

  public static Shape turn(Shape shape, double x, double y, double degrees) {
    return AffineTransform.getRotateInstance(StrictMath.toRadians(degrees), x, y)
        .createTransformedShape(shape);
  }

  public static Path2D poly(double... xy) {
    Path2D path = open(xy);
    path.closePath();
    return path;
  }

  public static Path2D open(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }

  /** A smooth line through the points. */
  public static Path2D curve(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    int n = xy.length / 2;
    for (int i = 0; i < n - 1; i++) {
      int a = Math.max(0, i - 1) * 2;
      int b = i * 2;
      int c = b + 2;
      int d = Math.min(n - 1, i + 2) * 2;
      path.curveTo(
          xy[b] + (xy[c] - xy[a]) / 6,
          xy[b + 1] + (xy[c + 1] - xy[a + 1]) / 6,
          xy[c] - (xy[d] - xy[b]) / 6,
          xy[c + 1] - (xy[d + 1] - xy[b + 1]) / 6,
          xy[c],
          xy[c + 1]);
    }
    return path;
  }

  /** The stroke of a tool that goes in thin, swells and comes out thin. */
  public static Path2D cut(double x1, double y1, double x2, double y2, double w, double bend) {
    double length = Math.max(1e-6, StrictMath.hypot(x2 - x1, y2 - y1));
    double nx = -(y2 - y1) / length;
    double ny = (x2 - x1) / length;
    double mx = (x1 + x2) / 2 + nx * bend;
    double my = (y1 + y2) / 2 + ny * bend;
    Path2D path = new Path2D.Double();
    path.moveTo(x1, y1);
    path.quadTo(mx + nx * w, my + ny * w, x2, y2);
    path.quadTo(mx - nx * w, my - ny * w, x1, y1);
    path.closePath();
    return path;
  }

  public static double cos(double a) {
    return StrictMath.cos(a);
  }

  public static double sin(double a) {
    return StrictMath.sin(a);
  }

  /** A blot or hole: a circle that is not one. */
  public static Path2D blob(Rng rng, double x, double y, double rx, double ry, double raggedness) {
    int n = 28;
    double[] wave = Noise.line(rng, n, 4, 0.6);
    double[] xy = new double[n * 2];
    for (int i = 0; i < n; i++) {
      double a = i * 2 * Math.PI / n;
      double fade = Math.min(1, Math.min(i, n - i) / 4.0);
      double r = 1 + wave[i] * raggedness * fade;
      xy[i * 2] = x + cos(a) * rx * r;
      xy[i * 2 + 1] = y + sin(a) * ry * r;
    }
    Path2D path = curve(xy);
    path.closePath();
    return path;
  }

  /** A ridge line from left to right, n + 1 points, as x y pairs. */
  public static double[] ridge(
      Rng rng, double x0, double x1, double y, double height, double tilt, double roughness) {
    int n = 200;
    double[] wave = Noise.line(rng, n, 7, roughness);
    double[] xy = new double[(n + 1) * 2];
    for (int i = 0; i <= n; i++) {
      double t = (double) i / n;
      xy[i * 2] = x0 + (x1 - x0) * t;
      xy[i * 2 + 1] = y + wave[i] * height + tilt * (t - 0.5);
    }
    return xy;
  }

  /** The outline with every edge torn a little. */
  static Path2D ragged(Rng rng, Shape shape, double amount) {
    Path2D out = new Path2D.Double();
    PathIterator it = new FlatteningPathIterator(shape.getPathIterator(null), 0.6);
    double[] c = new double[6];
    double px = 0;
    double py = 0;
    double sx = 0;
    double sy = 0;
    while (!it.isDone()) {
      int type = it.currentSegment(c);
      if (type == PathIterator.SEG_MOVETO) {
        out.moveTo(c[0], c[1]);
        sx = px = c[0];
        sy = py = c[1];
      } else {
        double ex = type == PathIterator.SEG_CLOSE ? sx : c[0];
        double ey = type == PathIterator.SEG_CLOSE ? sy : c[1];
        tear(rng, out, px, py, ex, ey, amount);
        px = ex;
        py = ey;
        if (type == PathIterator.SEG_CLOSE) {
          out.closePath();
        }
      }
      it.next();
    }
    return out;
  }

  private static void tear(
      Rng rng, Path2D out, double px, double py, double ex, double ey, double amount) {
    double length = StrictMath.hypot(ex - px, ey - py);
    int n = (int) Math.min(120, length / 18);
    if (n < 3) {
      out.lineTo(ex, ey);
      return;
    }
    double[] wave = Noise.line(rng, n, 6, 0.72);
    double nx = (ey - py) / length;
    double ny = -(ex - px) / length;
    for (int i = 1; i < n; i++) {
      double t = (double) i / n;
      out.lineTo(
          px + (ex - px) * t + nx * wave[i] * amount, py + (ey - py) * t + ny * wave[i] * amount);
    }
    out.lineTo(ex, ey);
  }
}
