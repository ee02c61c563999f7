package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Shapes;
import cn.lantai.samples.kit.Sheet;
import java.awt.geom.RoundRectangle2D;

/**
 * A notebook or register in boards with a cloth spine and a pasted label.
 *
 * <p>Options: paper (of the boards), spine (paper of the spine), hand, ink, gilt (title on the
 * boards).
 */
final class HardCover implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    double foot = page.height - Page.STRIP;
    double m = 96;
    for (int i = 2; i >= 0; i--) {
      page.sheet(
          new RoundRectangle2D.Double(
              m + 20, m + 12 + i * 8, page.width - 2 * m - 4 + i * 8, foot - 2 * m - 20, 30, 30),
          Paper.of("machine").rough(2));
    }
    Sheet board =
        page.sheet(
            new RoundRectangle2D.Double(m, m, page.width - 2 * m, foot - 2 * m, 54, 54),
            Paper.of(spec.get("paper", "browncloth")));
    Sheet spine =
        page.sheet(
            Shapes.rect(m - 2, m, (page.width - 2 * m) * 0.13, foot - 2 * m),
            Paper.of(spec.get("spine", "redcloth")).rough(3));
    Layer groove = page.layer();
    groove.line(spine.x(1) + 16, spine.y(0), spine.x(1) + 16, spine.y(1), 9);
    page.ink(groove, Ink.even(0x120D08, 0.42));
    Layer light = page.layer();
    light.line(spine.x(1) + 28, spine.y(0), spine.x(1) + 28, spine.y(1), 5);
    page.ink(light, Ink.cover(0xFFF2D8, 0.13));
    if (spec.is("gilt")) {
      gilt(page, spec, board);
    } else if (!spec.lines().isEmpty()) {
      label(page, spec, board);
    }
    page.age(spine);
    page.age(board);
    return page;
  }

  private static void label(Page page, PageSpec spec, Sheet board) {
    boolean down = spec.vertical();
    double w = board.width() * (down ? 0.25 : 0.6);
    double h = board.height() * (down ? 0.52 : 0.26);
    double x = down ? board.x(0.2) : board.x(0.565) - w / 2;
    double y = down ? board.y(0.1) : board.y(0.17);
    Sheet label =
        page.sheet(
            Shapes.turn(Shapes.rect(x, y, w, h), x + w / 2, y + h / 2, page.rng.jit(0.8)),
            Paper.of("machine").stains(3).wear(0.7).rough(3));
    Layer frame = page.layer();
    frame.box(x + 26, y + 26, w - 52, h - 52, 5);
    frame.box(x + 38, y + 38, w - 76, h - 76, 2);
    page.ink(frame, Ink.print(0x8C3427).faint(0.8));
    Layer l = page.layer();
    Lettering write = page.letters(l);
    Hand hand = Letter.hand(spec);
    int n = spec.lines().size();
    for (int i = 0; i < n; i++) {
      String text = spec.line(i);
      double share = i == 0 || n == 1 ? 1 : Bound.isDate(text) ? 0.62 : 0.85;
      if (down) {
        double slot = (w - 110) / n;
        Hand fit =
            write.fittingColumn(text, hand.size(slot * (n == 1 ? 0.86 : 0.8) * share), h - 190);
        double depth = write.depth(text, fit);
        write.column(
            text, x + w - 55 - slot * (i + 0.5), y + (h - depth) * (i == 0 ? 0.45 : 0.75), fit);
      } else {
        double slot = (h - 110) / n;
        Hand fit = write.fitting(text, hand.size(Math.min(150, slot * 0.78 * share)), w - 150);
        write.centred(text, x + w / 2, y + 55 + slot * (i + 0.5), fit);
      }
    }
    page.ink(l, Letter.ink(spec));
    page.age(label);
  }

  private static void gilt(Page page, PageSpec spec, Sheet board) {
    Layer l = page.layer();
    Lettering write = page.letters(l);
    double x = board.x(0.565);
    if (spec.vertical()) {
      Hand fit =
          write.fittingColumn(
              spec.line(0), Hand.type(Face.SONG_BLACK, 240).lead(1.3), board.height() * 0.6);
      write.column(spec.line(0), x, board.y(0.16), fit);
    } else {
      for (int i = 0; i < spec.lines().size(); i++) {
        Hand hand =
            Hand.type(i == 0 ? Face.SONG_BLACK : Face.SONG_BOLD, i == 0 ? 170 : 96).lead(1.16);
        write.centred(
            spec.line(i),
            x,
            board.y(0.27) + i * 190,
            write.fitting(spec.line(i), hand, board.width() * 0.7));
      }
    }
    l.box(board.x(0.185), board.y(0.045), board.width() * 0.77, board.height() * 0.91, 6);
    l.box(board.x(0.195), board.y(0.052), board.width() * 0.75, board.height() * 0.896, 2);
    page.ink(l, new Ink(0xC9A24E, 0.9, 1.5, 2.2, -0.05, true, true));
  }
}
