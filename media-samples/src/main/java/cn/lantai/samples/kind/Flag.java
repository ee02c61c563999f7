package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;

/** A silk flag laid flat, fringed, with yellow characters. */
final class Flag implements Kind {
  private static final int YELLOW = 0xE2B64A;

  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    double foot = page.height - Page.STRIP;
    double x = 330;
    double y = 280;
    double w = page.width - 560;
    double h = foot - 560;
    fringe(page, x, y, w, h);
    Sheet silk = page.sheet(Shapes.rect(x, y, w, h), Paper.of("silk").rough(4));
    ripples(page, silk);
    Layer hem = page.layer();
    hem.line(silk.x(0.045), silk.y(0), silk.x(0.045), silk.y(1), 5);
    hem.dashed(Shapes.open(silk.x(0.05), silk.y(0), silk.x(0.05), silk.y(1)), 3, 16, 10);
    page.ink(hem, Ink.even(0x3D0806, 0.55));
    Layer l = page.layer();
    Lettering write = page.letters(l);
    Hand big = Hand.type(Face.KAI_BOLD, 250).lead(1.08);
    Hand small = Hand.type(Face.KAI_BOLD, 128).lead(1.1);
    write.centred(
        spec.line(0), silk.x(0.525), silk.y(0.45), write.fitting(spec.line(0), big, w * 0.84));
    Hand second = write.fitting(spec.line(1), small, w * 0.7);
    write.right(spec.line(1), silk.x(0.94), silk.y(0.78), second);
    page.ink(l, new Ink(YELLOW, 0.95, 2, 1.2, 0.35, false, true));
    page.age(silk);
    return page;
  }

  private static void fringe(Page page, double x, double y, double w, double h) {
    Layer l = page.layer();
    double length = 78;
    for (double t = 0; t < w; t += 9) {
      thread(page, l, x + t, y, 0, -length);
      thread(page, l, x + t, y + h, 0, length);
    }
    for (double t = 0; t < h; t += 9) {
      thread(page, l, x + w, y + t, length, 0);
    }
    page.ink(l, new Ink(0xC9982E, 0.95, 2, 1.4, 0.25, false, true));
  }

  private static void thread(Page page, Layer l, double x, double y, double dx, double dy) {
    double end = page.rng.in(0.86, 1.08);
    l.draw(
        Shapes.curve(
            x,
            y,
            x + dx * 0.5 + page.rng.jit(5),
            y + dy * 0.5 + page.rng.jit(5),
            x + dx * end + page.rng.jit(8),
            y + dy * end + page.rng.jit(8)),
        5,
        page.rng.in(0.6, 1));
  }

  /** Soft folds from the hoist, darker and lighter. */
  private static void ripples(Page page, Sheet silk) {
    for (int pass = 0; pass < 2; pass++) {
      Layer l = page.layer();
      l.clip(silk.edge());
      for (int i = 0; i < 9; i++) {
        double at = 0.07 + i * 0.108 + page.rng.jit(0.02);
        Path2D fold =
            Shapes.curve(
                silk.x(at + pass * 0.012),
                silk.y(-0.02),
                silk.x(at + 0.02 + page.rng.jit(0.02)),
                silk.y(0.35),
                silk.x(at - 0.015 + page.rng.jit(0.02)),
                silk.y(0.7),
                silk.x(at + page.rng.jit(0.02)),
                silk.y(1.02));
        for (int k = 0; k < 7; k++) {
          l.draw(fold, 90 - k * 12, 0.07);
        }
      }
      page.ink(l, pass == 0 ? Ink.even(0x5D0F0D, 0.75) : Ink.cover(0xE86A58, 0.42));
    }
  }
}
