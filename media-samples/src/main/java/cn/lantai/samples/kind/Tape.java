package cn.lantai.samples.kind;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Shapes;
import cn.lantai.samples.kit.Sheet;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A sound recording with its box or inlay card.
 *
 * <p>Options: type (cassette or reel), side (index of the line on the cassette itself).
 */
final class Tape implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    if (spec.get("type", "reel").equals("cassette")) {
      cassette(page, spec);
    } else {
      reel(page, spec);
    }
    return page;
  }

  private static void cassette(Page page, PageSpec spec) {
    int side = spec.get("side", 2);
    List<String> card = new ArrayList<>(spec.lines());
    String own = card.remove(side);
    Sheet inlay =
        page.sheet(
            Shapes.turn(Shapes.rect(180, 300, 1180, 1400), 770, 1000, -1.2),
            Paper.of("card").tint(0xE8E1CC).stains(5).fold("v0.16"));
    Layer l = page.layer();
    l.at(770, 1000, -1.2);
    for (int i = 0; i < 8; i++) {
      l.line(-360, -420 + i * 150, 530, -420 + i * 150, 3);
    }
    l.line(-400, -660, -400, 660, 4);
    l.home();
    page.ink(l, Ink.print(0x3C6A7A).faint(0.8));
    l = page.layer();
    l.at(770, 1000, -1.2);
    Lettering write = page.letters(l);
    for (int i = 0; i < card.size(); i++) {
      Hand hand = Hand.kai(i == 0 ? 112 : 88);
      write.line(card.get(i), -340, -490 + i * 150, write.fitting(card.get(i), hand, 840));
    }
    l.home();
    page.ink(l, Ink.pen(Ink.BLUE));
    page.age(inlay);
    double x = 1500;
    double y = 480;
    double w = 1360;
    double h = 880;
    Sheet body =
        page.sheet(
            new RoundRectangle2D.Double(x, y, w, h, 60, 60),
            Paper.of("blackcard").tint(0x3A3B3D).rough(0.6).stains(0));
    l = page.layer();
    l.draw(new RoundRectangle2D.Double(x + 14, y + 14, w - 28, h - 28, 50, 50), 4);
    l.draw(
        Shapes.poly(
            x + 230,
            y + h - 4,
            x + 290,
            y + h - 170,
            x + w - 290,
            y + h - 170,
            x + w - 230,
            y + h - 4),
        5);
    for (double[] at :
        new double[][] {{50, 50}, {w - 50, 50}, {50, h - 50}, {w - 50, h - 50}, {w / 2, h - 90}}) {
      l.draw(Shapes.circle(x + at[0], y + at[1], 18), 5);
      l.line(x + at[0] - 10, y + at[1] - 10, x + at[0] + 10, y + at[1] + 10, 4);
    }
    page.ink(l, Ink.cover(0x5C5D60, 0.9));
    Sheet label =
        page.sheet(
            new RoundRectangle2D.Double(x + 90, y + 80, w - 180, h - 290, 30, 30),
            Paper.of("card").tint(0xE6DEC6).stains(3).rough(0.8));
    l = page.layer();
    l.fill(Shapes.rect(label.x(0), label.y(0.3), label.width(), 12));
    l.fill(Shapes.rect(label.x(0), label.y(0.94), label.width(), 12));
    page.ink(l, Ink.print(0xA63A2B));
    l = page.layer();
    page.letters(l).centred(own, label.x(0.5), label.y(0.17), Hand.kai(112).lead(1.1));
    page.ink(l, Ink.pen(Ink.BLUE));
    l = page.layer();
    RoundRectangle2D window = new RoundRectangle2D.Double(x + 330, y + 330, w - 660, 210, 100, 100);
    l.fill(window);
    page.ink(l, Ink.cover(0x2A2320, 1));
    l = page.layer();
    l.clip(window);
    l.fill(Shapes.circle(x + 400, y + 435, 190));
    page.ink(l, Ink.cover(0x4C3526, 1));
    for (double hx : new double[] {x + 435, x + w - 435}) {
      l = page.layer();
      l.fill(Shapes.circle(hx, y + 435, 84));
      page.ink(l, Ink.cover(0xDEDACF, 1));
      l = page.layer();
      l.fill(Shapes.circle(hx, y + 435, 54));
      for (int i = 0; i < 6; i++) {
        double a = i * Math.PI / 3 + 0.2;
        l.erase(Shapes.circle(hx + Shapes.cos(a) * 50, y + 435 + Shapes.sin(a) * 50, 11));
      }
      page.ink(l, Ink.cover(0x1C1917, 1));
    }
    page.age(label);
    page.age(body);
  }

  private static void reel(Page page, PageSpec spec) {
    for (int i = 0; i < 3; i++) {
      double x = 150 + i * 60;
      double y = 220 + i * 36;
      Sheet box =
          page.sheet(
              Shapes.turn(
                  Shapes.rect(x, y, 1500, 1500), x + 750, y + 750, i == 2 ? -1 : page.rng.jit(2.4)),
              Paper.of("kraft")
                  .tint(i == 0 ? 0x8E7A5C : i == 1 ? 0xA08A66 : 0xB79F78)
                  .rough(2)
                  .stains(5));
      page.age(box);
    }
    Sheet label =
        page.sheet(
            Shapes.turn(Shapes.rect(520, 560, 1020, 620), 1030, 870, -1),
            Paper.of("card").stains(4).wear(0.6));
    Layer l = page.layer();
    l.at(1030, 870, -1);
    l.box(-470, -270, 940, 540, 6);
    l.line(-470, -60, 470, -60, 3);
    l.line(-470, 110, 470, 110, 3);
    l.home();
    page.ink(l, Ink.print(0x8C3427));
    l = page.layer();
    l.at(1030, 870, -1);
    Lettering write = page.letters(l);
    for (int i = 0; i < spec.lines().size(); i++) {
      write.centred(spec.line(i), 0, -160 + i * 186, Hand.kai(i == 0 ? 132 : 98).lead(1.1));
    }
    l.home();
    page.ink(l, Ink.pen(Ink.BLUE));
    page.age(label);
    disc(page, 2260, 1050, 640);
  }

  private static void disc(Page page, double x, double y, double r) {
    Sheet flange =
        page.sheet(Shapes.circle(x, y, r), Paper.of("card").tint(0xB9BBB6).rough(0.5).stains(0));
    Layer l = page.layer();
    l.fill(Shapes.circle(x, y, r * 0.88));
    page.ink(l, Ink.cover(0x4A3325, 1));
    l = page.layer();
    for (double k = 0.36; k < 0.88; k += 0.012) {
      l.draw(Shapes.circle(x, y, r * k), 1.6, page.rng.in(0.2, 0.9));
    }
    page.ink(l, Ink.cover(0x6B4C38, 0.7));
    l = page.layer();
    l.fill(Shapes.circle(x, y, r * 0.99));
    for (int i = 0; i < 3; i++) {
      Path2D hole = new Path2D.Double();
      double from = i * 2.0944 - 0.78;
      for (int k = 0; k <= 20; k++) {
        double a = from + 1.56 * k / 20;
        double px = x + Shapes.cos(a) * r * 0.86;
        double py = y + Shapes.sin(a) * r * 0.86;
        if (k == 0) {
          hole.moveTo(px, py);
        } else {
          hole.lineTo(px, py);
        }
      }
      for (int k = 20; k >= 0; k--) {
        double a = from + 1.56 * k / 20;
        hole.lineTo(x + Shapes.cos(a) * r * 0.42, y + Shapes.sin(a) * r * 0.42);
      }
      hole.closePath();
      l.erase(hole);
      l.draw(hole, 5, 0.7);
    }
    l.erase(Shapes.circle(x, y, r * 0.085));
    page.ink(l, Ink.cover(0xC4C6C0, 0.93));
    l = page.layer();
    l.draw(Shapes.circle(x, y, r * 0.97), 4);
    l.draw(Shapes.circle(x, y, r * 0.3), 4);
    l.draw(Shapes.circle(x, y, r * 0.13), 6);
    page.ink(l, Ink.even(0x3A3B38, 0.6));
    page.age(flange);
  }
}
