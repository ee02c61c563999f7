package cn.lantai.samples.kit;

import java.awt.Rectangle;
import java.awt.geom.Path2D;

/** What time does to a sheet: foxing, tide lines, creases, darkened edges. */
final class Ageing {
  private Ageing() {}

  static void apply(Page page, Sheet sheet) {
    tideLines(page, sheet);
    folds(page, sheet);
    foxing(page, sheet);
    shade(page, sheet);
  }

  private static void shade(Page page, Sheet sheet) {
    Rng rng = page.rng;
    Layer mask = page.layer();
    mask.fill(sheet.edge());
    int reach = Math.max(4, (int) (Math.min(sheet.width(), sheet.height()) / 55 / Soft.STEP * 3));
    Soft inner = Soft.of(mask).blur(reach);
    Soft stains = new Soft(page.width, page.height);
    double unit = Math.min(sheet.width(), sheet.height());
    for (int i = 0; i < sheet.paper().stains(); i++) {
      double r = unit * rng.in(0.05, 0.2);
      stains.add(
          sheet.x(rng.in(-0.05, 1.05)),
          sheet.y(rng.in(-0.05, 1.05)),
          r,
          r * rng.in(0.5, 1.2),
          rng.in(0.05, 0.16));
    }
    for (String fold : sheet.paper().folds()) {
      crease(stains, sheet, fold);
    }
    stains.blur(2);
    float wear = (float) sheet.paper().wear();
    int dark = sheet.paper().dark();
    int dr = 255 - (dark >> 16 & 255);
    int dg = 255 - (dark >> 8 & 255);
    int db = 255 - (dark & 255);
    Rectangle r = mask.dirty();
    for (int y = r.y; y < r.y + r.height; y++) {
      for (int x = r.x; x < r.x + r.width; x++) {
        int i = y * page.width + x;
        int c = mask.cover[i] & 255;
        if (c == 0) {
          continue;
        }
        float edge = Math.max(0, 1 - inner.at(x, y)) * wear;
        float patchy = Noise.CLOUD.at(x, y) / 128f;
        float a = (stains.at(x, y) + edge * 0.85f * (0.6f + 0.4f * patchy)) * c / 255f;
        if (a > 0.002f) {
          int p = page.px[i];
          a = Math.min(0.85f, a);
          page.px[i] =
              (int) ((p >> 16 & 255) * (1 - a * dr / 255)) << 16
                  | (int) ((p >> 8 & 255) * (1 - a * dg / 255)) << 8
                  | (int) ((p & 255) * (1 - a * db / 255));
        }
      }
    }
  }

  private static void crease(Soft stains, Sheet sheet, String fold) {
    double at = Double.parseDouble(fold.substring(1));
    for (double t = 0; t < 1; t += 0.02) {
      if (fold.charAt(0) == 'v') {
        stains.add(sheet.x(at) + 14, sheet.y(t), 40, sheet.height() * 0.03, 0.07);
      } else {
        stains.add(sheet.x(t), sheet.y(at) + 14, sheet.width() * 0.03, 40, 0.07);
      }
    }
  }

  private static void folds(Page page, Sheet sheet) {
    if (sheet.paper().folds().isEmpty()) {
      return;
    }
    for (int pass = 0; pass < 2; pass++) {
      Layer l = page.layer();
      l.clip(sheet.edge());
      Rng rng = page.rng.fork(77);
      for (String fold : sheet.paper().folds()) {
        double at = Double.parseDouble(fold.substring(1));
        l.draw(foldLine(rng, sheet, fold.charAt(0) == 'v', at, pass * 4.5), pass == 0 ? 3 : 4, 0.9);
      }
      page.ink(l, pass == 0 ? Ink.even(0x5B4220, 0.42) : Ink.cover(0xFFF7E2, 0.42));
    }
  }

  private static Path2D foldLine(Rng rng, Sheet sheet, boolean down, double at, double shift) {
    double[] wave = Noise.line(rng, 40, 4, 0.6);
    double[] xy = new double[82];
    for (int i = 0; i <= 40; i++) {
      xy[i * 2] = down ? sheet.x(at) + wave[i] * 2.4 + shift : sheet.x(i / 40.0);
      xy[i * 2 + 1] = down ? sheet.y(i / 40.0) : sheet.y(at) + wave[i] * 2.4 + shift;
    }
    return Shapes.open(xy);
  }

  private static void tideLines(Page page, Sheet sheet) {
    Rng rng = page.rng;
    int count = sheet.paper().stains() / 3;
    if (count == 0) {
      return;
    }
    Layer l = page.layer();
    l.clip(sheet.edge());
    double unit = Math.min(sheet.width(), sheet.height());
    for (int i = 0; i < count; i++) {
      boolean side = rng.chance(0.5);
      double x = side ? sheet.x(rng.chance(0.5) ? 0.0 : 1.0) : sheet.x(rng.next());
      double y = side ? sheet.y(rng.next()) : sheet.y(rng.chance(0.5) ? 0.0 : 1.0);
      double r = unit * rng.in(0.07, 0.19);
      Path2D blob = Shapes.blob(rng, x, y, r, r * rng.in(0.6, 1.2), 0.16);
      l.fill(blob, 0.16);
      l.draw(blob, rng.in(3, 6), 0.5);
      l.draw(blob, 2, 0.5);
    }
    page.ink(l, new Ink(sheet.paper().dark(), 0.42, 6, 0.7, 0.3, false, false));
  }

  private static void foxing(Page page, Sheet sheet) {
    Rng rng = page.rng;
    if (sheet.paper().stains() == 0) {
      return;
    }
    Layer l = page.layer();
    l.clip(sheet.edge());
    for (int i = 0; i < sheet.paper().stains() * 14; i++) {
      double x = sheet.x(rng.next());
      double y = sheet.y(rng.next());
      double r = rng.chance(0.12) ? rng.in(5, 11) : rng.in(1.4, 4.5);
      l.fill(Shapes.circle(x, y, r * 1.8), 0.16);
      l.fill(Shapes.circle(x, y, r), rng.in(0.15, 0.5));
    }
    page.ink(l, new Ink(sheet.paper().dark(), 0.7, 4, 1, 0.3, false, false));
  }
}
