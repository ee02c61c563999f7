package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;
import java.util.*;

/**
 * A photograph mounted on an album card, with its caption written below.
 *
 * <p>Options: scene, card (paper of the card), warm (percent), hand, ink (of the caption), white
 * (caption in white on the print's upper edge).
 */
final class Photo implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    Sheet card = page.sheet(Paper.of(spec.get("card", "card")));
    double x = card.x(0.075);
    double y = card.y(0.07);
    double w = card.width() * 0.85;
    double h = card.height() * (spec.lines().isEmpty() || spec.is("white") ? 0.86 : 0.755);
    page.age(card);
    Scene scene = new Scene((int) (w / 1.9), (int) (h / 1.9), page.rng.fork(5));
    Scenes.draw(spec.get("scene", ""), scene);
    scene.blur(1);
    if (spec.is("white")) {
      Print.lay(page, Shapes.rect(x, y, w, h), 60, scene, spec.get("warm", 60) / 100.0);
      Layer l = page.layer();
      Lettering write = page.letters(l);
      Hand hand = Hand.type(Face.KAI_BOLD, 84).lead(1.16);
      for (int i = 0; i < spec.lines().size(); i++) {
        String text = spec.is("rtl") ? Pamphlet.reversed(spec.line(i)) : spec.line(i);
        Hand line = i == 0 ? hand : hand.size(58);
        write.centred(text, x + w / 2, y + 150 + i * 108, write.fitting(text, line, w * 0.8));
      }
      page.ink(l, Ink.cover(0xF3EDDD, 0.93));
    } else {
      Print.lay(page, Shapes.rect(x, y, w, h), 46, scene, spec.get("warm", 30) / 100.0);
      if (spec.get("scene", "").equals("honours")) {
        board(page, spec, x + w * 0.5, y + h * 0.13, h * 0.66);
      } else {
        caption(page, spec, card, y + h);
      }
    }
    corners(page, card, x, y, w, h);
    return page;
  }

  /** The words of a wall newspaper, written inside the photograph. */
  private static void board(Page page, PageSpec spec, double x, double y, double h) {
    Layer l = page.layer();
    Lettering write = page.letters(l);
    int n = spec.lines().size();
    for (int i = 0; i < n; i++) {
      Hand hand = Hand.bigBrush(i == 0 ? 230 : i == n - 1 ? 84 : 128).lead(i == 0 ? 1.3 : 1.05);
      double at = i == 0 ? 0.13 : i == n - 1 ? 0.93 : 0.13 + i * 0.21;
      write.centred(spec.line(i), x, y + h * at, hand);
    }
    page.ink(l, new Ink(0x2A2622, 0.86, 3, 1.6, 0.2, false, false));
  }

  private static void caption(Page page, PageSpec spec, Sheet card, double top) {
    if (spec.lines().isEmpty()) {
      return;
    }
    boolean dark = spec.get("card", "card").matches("album|blackcard");
    Layer l = page.layer();
    Lettering write = page.letters(l);
    String text = String.join("　", spec.lines());
    Hand hand = Letter.hand(spec).size(92);
    write.centred(
        text,
        card.x(0.5),
        (top + card.y(1)) / 2 + 6,
        write.fitting(text, hand, card.width() * 0.8));
    page.ink(l, dark ? Ink.cover(0xE6E0D0, 0.9) : Letter.ink(spec));
  }

  private static void corners(Page page, Sheet card, double x, double y, double w, double h) {
    Layer l = page.layer();
    double s = 92;
    double o = 14;
    l.fill(Shapes.poly(x - o, y - o, x + s, y - o, x - o, y + s));
    l.fill(Shapes.poly(x + w + o, y - o, x + w - s, y - o, x + w + o, y + s));
    l.fill(Shapes.poly(x - o, y + h + o, x + s, y + h + o, x - o, y + h - s));
    l.fill(Shapes.poly(x + w + o, y + h + o, x + w - s, y + h + o, x + w + o, y + h - s));
    page.ink(l, Ink.cover(card.paper().dark() == 0x857C68 ? 0xC9C1AF : 0x24211E, 0.96));
  }
}
