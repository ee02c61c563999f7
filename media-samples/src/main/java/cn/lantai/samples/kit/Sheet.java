package cn.lantai.samples.kit;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** A piece of paper that lies on the page. */
public record Sheet(Shape edge, Rectangle2D box, Paper paper) {
  public double x(double share) {
    return box.getX() + box.getWidth() * share;
  }

  public double y(double share) {
    return box.getY() + box.getHeight() * share;
  }

  public double width() {
    return box.getWidth();
  }

  public double height() {
    return box.getHeight();
  }
}
