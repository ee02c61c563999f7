package cn.lantai.server.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** A finger on a screen: real touches, from which the browser makes all other events. */
public final class Finger {

  private static final int STEPS = 8;

  private final Page page;
  private final CDPSession screen;
  private double x;
  private double y;

  public Finger(Page page) {
    this.page = page;
    this.screen = page.context().newCDPSession(page);
  }

  /** Goes down on the middle of something, with as much above it as below. */
  public Finger downOn(Locator what) {
    what.evaluate("it => it.scrollIntoView({ block: 'center', behavior: 'instant' })");
    BoundingBox box = what.boundingBox();
    x = box.x + box.width / 2;
    y = box.y + box.height / 2;
    touch("touchStart", true);
    return this;
  }

  /**
   * Goes on to a place of something, a picture of the browser at a time.
   *
   * @param part of its height, from its top
   */
  public Finger onTo(Locator what, double part) {
    BoundingBox box = what.boundingBox();
    double fromX = x;
    double fromY = y;
    for (int step = 1; step <= STEPS; step++) {
      x = fromX + (box.x + box.width / 2 - fromX) * step / STEPS;
      y = fromY + (box.y + box.height * part - fromY) * step / STEPS;
      touch("touchMove", true);
      page.evaluate("() => new Promise(requestAnimationFrame)");
    }
    return this;
  }

  /** Trembles where it is, as fingers do. */
  public void tremble() {
    x += 1;
    touch("touchMove", true);
    x -= 1;
    touch("touchMove", true);
  }

  public void up() {
    touch("touchEnd", false);
  }

  private void touch(String type, boolean down) {
    JsonArray points = new JsonArray();
    if (down) {
      points.add(point());
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    screen.send("Input.dispatchTouchEvent", event);
  }

  private JsonObject point() {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    return point;
  }
}
