package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;

/** Archive boxes on a shelf; their spines bear numbers only. */
final class Boxes implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    double foot = page.height - Page.STRIP;
    double shelf = foot - 300;
    Layer l = page.layer();
    l.fill(Shapes.rect(0, 0, page.width, shelf));
    page.ink(l, Ink.cover(0x6E685E, 1));
    Sheet board =
        page.sheet(Shapes.rect(-20, shelf, page.width + 40, 170), Paper.of("kraft").tint(0x7A5A3A));
    Sheet edge =
        page.sheet(
            Shapes.rect(-20, shelf + 170, page.width + 40, 150), Paper.of("kraft").tint(0x4E3824));
    page.age(edge);
    int count = 11;
    double x = 110;
    for (int i = 0; i < count; i++) {
      double w = 236 + page.rng.jit(16);
      double h = 1330 + page.rng.jit(14);
      int[] tints = {0xB79A6C, 0xAE9164, 0xBFA477};
      Sheet box =
          page.sheet(
              Shapes.rect(x, shelf - h + 20, w, h),
              Paper.of("kraft").tint(tints[page.rng.below(3)]).rough(0.8).stains(3));
      spine(page, box, i + 1);
      page.age(box);
      x += w + 14;
    }
    page.age(board);
    card(page, spec, page.width / 2.0, shelf - 20);
    return page;
  }

  private static void spine(Page page, Sheet box, int number) {
    Sheet label =
        page.sheet(
            Shapes.rect(box.x(0.14), box.y(0.1), box.width() * 0.72, box.height() * 0.36),
            Paper.of("white").stains(1));
    Layer l = page.layer();
    l.box(label.x(0.08), label.y(0.04), label.width() * 0.84, label.height() * 0.92, 4);
    l.line(label.x(0.08), label.y(0.7), label.x(0.92), label.y(0.7), 3);
    page.ink(l, Ink.print(0x8C3427));
    l = page.layer();
    page.letters(l)
        .centred(
            Integer.toString(number), label.x(0.5), label.y(0.35), Hand.type(Face.SONG_BOLD, 104));
    page.ink(l, Ink.print(Ink.BLACK));
    page.age(label);
    l = page.layer();
    l.draw(Shapes.circle(box.x(0.5), box.y(0.74), 40), 12);
    page.ink(l, Ink.cover(0x8F8A80, 1));
    l = page.layer();
    l.fill(Shapes.circle(box.x(0.5), box.y(0.74), 32));
    page.ink(l, Ink.cover(0x2B241C, 0.9));
  }

  private static void card(Page page, PageSpec spec, double x, double bottom) {
    Sheet card =
        page.sheet(Shapes.rect(x - 560, bottom - 360, 1120, 400), Paper.of("white").stains(1));
    Layer l = page.layer();
    l.box(card.x(0.03), card.y(0.08), card.width() * 0.94, card.height() * 0.84, 5);
    page.ink(l, Ink.print(0x8C3427));
    l = page.layer();
    Lettering write = page.letters(l);
    write.centred(spec.line(0), x, card.y(0.38), Hand.type(Face.SONG_BLACK, 140).lead(1.25));
    write.centred(spec.line(1), x, card.y(0.74), Hand.type(Face.SONG_BOLD, 84).lead(1.1));
    page.ink(l, Ink.print(Ink.BLACK));
    page.age(card);
  }
}
