package cn.lantai.samples.kit;

import java.awt.Rectangle;

/** Paints the ground of a sheet where the mask has been filled, and its shadow beneath. */
final class SheetPainter {
  private final Page page;
  private final Layer mask;

  SheetPainter(Page page, Layer mask) {
    this.page = page;
    this.mask = mask;
  }

  void shadow() {
    Soft soft = Soft.of(mask).blur(2);
    Rectangle r = mask.dirty();
    int x0 = Math.max(0, r.x - 60);
    int y0 = Math.max(0, r.y - 60);
    int x1 = Math.min(page.width, r.x + r.width + 60);
    int y1 = Math.min(page.height, r.y + r.height + 60);
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        if ((mask.cover[y * page.width + x] & 255) == 255) {
          continue;
        }
        float s = soft.at(Math.max(0, x - 7), Math.max(0, y - 11)) * 0.55f;
        if (s > 0.003f) {
          page.px[y * page.width + x] = scale(page.px[y * page.width + x], 1 - s);
        }
      }
    }
  }

  void paint(Paper paper) {
    Rectangle r = mask.dirty();
    Rng rng = page.rng;
    int ox = rng.below(Noise.SIZE);
    int oy = rng.below(Noise.SIZE);
    int br = paper.base() >> 16 & 255;
    int bg = paper.base() >> 8 & 255;
    int bb = paper.base() & 255;
    int dr = paper.dark() >> 16 & 255;
    int dg = paper.dark() >> 8 & 255;
    int db = paper.dark() & 255;
    float cloud = (float) (paper.cloud() * 0.16 / 128);
    float fine = (float) (paper.cloud() * 0.05 / 128);
    float fibre = (float) (paper.fibre() * 0.055 / 128);
    float grain = (float) (paper.grain() * 0.03 / 128);
    double laid = paper.laid();
    int weave = paper.weave();
    float[] chain = chainLines(laid, rng);
    for (int y = r.y; y < r.y + r.height; y++) {
      float line = laid == 0 ? 0 : laidLine(y, laid);
      for (int x = r.x; x < r.x + r.width; x++) {
        int i = y * page.width + x;
        int c = mask.cover[i] & 255;
        if (c == 0) {
          continue;
        }
        float d =
            (Noise.CLOUD.smooth((x + ox) * 0.42f, (y + oy) * 0.42f) - 128) * cloud
                + (Noise.CLOUD.at(x * 3 + oy, y * 3 + ox) - 128) * fine
                + fibreAt(x + ox, y + oy) * fibre
                + (Noise.GRAIN.at(x + ox, y + oy) - 128) * grain
                + 0.06f;
        if (laid != 0) {
          d += line + chain[x];
        }
        if (weave > 0) {
          d += thread(x, y, weave) + (Noise.GRAIN.at(x / weave + ox, y / weave) - 128) * 0.0016f;
        }
        int nr = mix(br, dr, d);
        int ng = mix(bg, dg, d);
        int nb = mix(bb, db, d);
        if (c < 255) {
          int p = page.px[i];
          nr = (p >> 16 & 255) + (nr - (p >> 16 & 255)) * c / 255;
          ng = (p >> 8 & 255) + (ng - (p >> 8 & 255)) * c / 255;
          nb = (p & 255) + (nb - (p & 255)) * c / 255;
        }
        page.px[i] = nr << 16 | ng << 8 | nb;
      }
    }
  }

  private static float fibreAt(int x, int y) {
    int cell = x >> 5;
    float f = (x & 31) / 32f;
    float a = Noise.GRAIN.at(cell, y);
    float b = Noise.GRAIN.at(cell + 1, y);
    return a + (b - a) * f - 128;
  }

  private static float laidLine(int y, double laid) {
    double phase = y % laid / laid;
    return (float) ((phase < 0.5 ? phase : 1 - phase) * 0.12 - 0.035);
  }

  private float[] chainLines(double laid, Rng rng) {
    float[] chain = new float[page.width];
    if (laid == 0) {
      return chain;
    }
    for (double x = rng.in(40, 120); x < page.width - 3; x += rng.in(146, 158)) {
      chain[(int) x] = 0.05f;
      chain[(int) x + 1] = 0.07f;
      chain[(int) x + 2] = 0.04f;
    }
    return chain;
  }

  private static float thread(int x, int y, int weave) {
    boolean warp = ((x / weave + y / weave) & 1) == 0;
    int k = warp ? x % weave : y % weave;
    float mid = Math.abs(k - (weave - 1) / 2f) / weave;
    return mid * 0.26f - 0.06f + (warp ? 0.03f : 0);
  }

  /** Towards the dark colour where d is positive, towards white where it is negative. */
  private static int mix(int base, int dark, float d) {
    float v = d >= 0 ? base + (dark - base) * d : base - (255 - base) * d * 0.55f;
    return Page.clamp((int) v);
  }

  static int scale(int rgb, float f) {
    return (int) ((rgb >> 16 & 255) * f) << 16
        | (int) ((rgb >> 8 & 255) * f) << 8
        | (int) ((rgb & 255) * f);
  }
}
