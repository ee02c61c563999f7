package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;

/** A lacquered board with gilt characters, read from the right. */
final class Plaque implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    double foot = page.height - Page.STRIP;
    Sheet frame =
        page.sheet(
            Shapes.rect(150, 330, page.width - 300, foot - 660),
            Paper.of("kraft").tint(0x6B4526).rough(2));
    grain(page, frame, 0x2E1A0B, 0.5);
    Sheet board =
        page.sheet(
            Shapes.rect(
                frame.x(0) + 110, frame.y(0) + 110, frame.width() - 220, frame.height() - 220),
            Paper.of("card").tint(0x25201D).rough(2).stains(4));
    grain(page, board, 0x5A4A3C, 0.22);
    Layer bead = page.layer();
    bead.box(frame.x(0) + 96, frame.y(0) + 96, frame.width() - 192, frame.height() - 192, 12);
    bead.box(frame.x(0) + 24, frame.y(0) + 24, frame.width() - 48, frame.height() - 48, 6);
    page.ink(bead, gilt(0.8));
    int[] cps = Pamphlet.reversed(spec.line(0)).codePoints().toArray();
    Hand hand = Hand.brush(board.height() * 0.86).face(Face.BRUSH).plain();
    for (int pass = 0; pass < 2; pass++) {
      Layer l = page.layer();
      for (int i = 0; i < cps.length; i++) {
        double cx = board.x((i + 0.5) / cps.length * 0.86 + 0.07);
        l.fill(
            page.letters(l)
                .outline(cps[i], cx + (1 - pass) * 10, board.y(0.5) + (1 - pass) * 13, hand));
      }
      page.ink(l, pass == 0 ? Ink.cover(0x0C0A09, 0.9) : gilt(1));
    }
    page.age(board);
    page.age(frame);
    return page;
  }

  private static Ink gilt(double strength) {
    return new Ink(0xC79B3F, 0.96 * strength, 2, 1.9, 0.12, false, true);
  }

  /** Long lines of the wood that wander a little. */
  private static void grain(Page page, Sheet sheet, int rgb, double strength) {
    Layer l = page.layer();
    l.clip(sheet.edge());
    for (int i = 0; i < 150; i++) {
      double y = sheet.y(page.rng.next());
      double x = sheet.x(page.rng.in(-0.1, 0.8));
      double length = sheet.width() * page.rng.in(0.15, 0.6);
      l.draw(
          Shapes.curve(
              x,
              y,
              x + length * 0.4,
              y + page.rng.jit(10),
              x + length * 0.7,
              y + page.rng.jit(10),
              x + length,
              y + page.rng.jit(6)),
          page.rng.in(1, 4),
          page.rng.in(0.3, 0.9));
    }
    page.ink(l, Ink.cover(rgb, strength));
  }
}
