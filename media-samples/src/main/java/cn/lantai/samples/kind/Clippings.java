package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;

/** Newspaper clippings pasted on dark card: headlines and nothing else can be read. */
final class Clippings implements Kind {
  private static final double[][] PLACES = {
    {0.53, 0.06, 0.4, 0.46, 1.2}, {0.07, 0.1, 0.4, 0.36, -1.6}, {0.12, 0.52, 0.62, 0.34, 0.8}
  };

  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet card = page.sheet(Paper.of("blackcard"));
    page.age(card);
    for (int i = 0; i < 3; i++) {
      double[] at = PLACES[i];
      clipping(
          page,
          spec.line(i),
          card.x(at[0]),
          card.y(at[1]),
          card.width() * at[2],
          card.height() * at[3],
          at[4]);
    }
    Layer l = page.layer();
    page.letters(l).right(spec.line(3), card.x(0.92), card.y(0.93), Hand.kai(96));
    page.ink(l, Ink.cover(0xE6E0D0, 0.9));
    return page;
  }

  private static void clipping(
      Page page, String headline, double x, double y, double w, double h, double tilt) {
    Sheet sheet =
        page.sheet(
            Shapes.turn(Shapes.rect(x, y, w, h), x + w / 2, y + h / 2, tilt),
            Paper.of("news").rough(5).stains(4));
    Layer l = page.layer();
    l.at(x + w / 2, y + h / 2, tilt);
    Lettering write = page.letters(l);
    double head = 150;
    Hand hand = write.fittingColumn(headline, Hand.type(Face.SONG_BLACK, 116).lead(1.12), h - 120);
    write.column(headline, w / 2 - 40 - head / 2, -h / 2 + 60, hand);
    l.line(w / 2 - 60 - head, -h / 2 + 40, w / 2 - 60 - head, h / 2 - 40, 4);
    l.home();
    page.ink(l, Ink.print(0x25221D));
    l = page.layer();
    l.at(x + w / 2, y + h / 2, tilt);
    for (int band = 0; band < 2; band++) {
      double top = -h / 2 + 44 + band * (h - 70) / 2;
      double room = (h - 70) / 2 - 40;
      for (double cx = w / 2 - 100 - head; cx > -w / 2 + 40; cx -= 40) {
        double cy = top;
        while (cy < top + room - 10) {
          double length = Math.min(top + room - cy, page.rng.in(60, 320));
          l.draw(Shapes.open(cx, cy, cx, cy + Math.max(2, length - 18)), 21, page.rng.in(0.3, 0.5));
          cy += length + 8;
        }
      }
    }
    l.home();
    page.ink(l, new Ink(0x25221D, 0.62, 3.4, 1.6, 0.16, true, false));
    page.age(sheet);
  }
}
