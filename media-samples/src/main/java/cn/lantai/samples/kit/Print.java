package cn.lantai.samples.kit;

import java.awt.geom.Rectangle2D;

/** A silver print: tone, grain, fading, scratches, a white border. */
public final class Print {
  private Print() {}

  /**
   * Lays the print on the page.
   *
   * @param box the print with its border
   * @param warm how brown it has gone, 0 to 1
   */
  public static void lay(Page page, Rectangle2D box, double border, Scene scene, double warm) {
    Sheet sheet = page.sheet(box, Paper.of("white").tint(0xEFE8D6).stains(1).wear(0.5).rough(1.4));
    int x0 = (int) (box.getX() + border);
    int y0 = (int) (box.getY() + border);
    int w = (int) (box.getWidth() - 2 * border);
    int h = (int) (box.getHeight() - 2 * border);
    int ox = page.rng.below(Noise.SIZE);
    int oy = page.rng.below(Noise.SIZE);
    for (int y = 0; y < h; y++) {
      float dy = (y - h / 2f) / (h / 2f);
      for (int x = 0; x < w; x++) {
        float dx = (x - w / 2f) / (w / 2f);
        float v = scene.at(x * (scene.w - 1f) / w, y * (scene.h - 1f) / h);
        v +=
            (Noise.GRAIN.at(x + ox, y + oy) - 128) * 0.19f
                + (Noise.PATCH.at(x * 2 + oy, y * 2 + ox) - 128) * 0.05f;
        float corner = dx * dx * dx * dx + dy * dy * dy * dy;
        v *= 1 - 0.2f * corner;
        float fade = Math.max(0, Noise.CLOUD.smooth(x * 0.3f + oy, y * 0.3f + ox) - 138) / 128f;
        v += fade * 44;
        page.px[(y0 + y) * page.width + x0 + x] = tone(v, (float) warm);
      }
    }
    scratches(page, x0, y0, w, h);
    page.age(sheet);
  }

  private static int tone(float v, float warm) {
    float t = Math.max(0, Math.min(1, v / 255f));
    t = t * t * (3 - 2 * t) * 0.5f + t * 0.5f;
    float middle = 1 - (2 * t - 1) * (2 * t - 1);
    float r = 28 + t * (234 - 28) + warm * 10 * middle;
    float g = 25 + t * (226 - 25) - warm * 6 * middle;
    float b = 22 + t * (212 - 22) - warm * (26 * middle + 10);
    return Page.clamp((int) r) << 16 | Page.clamp((int) g) << 8 | Page.clamp((int) b);
  }

  private static void scratches(Page page, int x0, int y0, int w, int h) {
    Rng rng = page.rng;
    Layer l = page.layer();
    l.clip(Shapes.rect(x0, y0, w, h));
    for (int i = 0; i < 16; i++) {
      double x = x0 + rng.next() * w;
      double y = y0 + rng.next() * h;
      double length = rng.in(20, 210);
      l.draw(
          Shapes.curve(x, y, x + rng.jit(8), y + length / 2, x + rng.jit(16), y + length),
          rng.in(0.8, 2),
          rng.in(0.15, 0.5));
    }
    for (int i = 0; i < 60; i++) {
      l.fill(
          Shapes.circle(x0 + rng.next() * w, y0 + rng.next() * h, rng.in(0.8, 3.4)),
          rng.in(0.2, 0.6));
    }
    page.ink(l, Ink.cover(0xFFF6E2, 0.8));
  }
}
