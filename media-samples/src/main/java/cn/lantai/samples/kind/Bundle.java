package cn.lantai.samples.kind;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;
import java.util.*;

/** Envelopes in a pile, some bound by a tape; what is written inside is not shown. */
final class Bundle implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    int count = spec.get("count", 9);
    double cx = page.width / 2.0;
    double cy = (page.height - Page.STRIP) / 2.0;
    String[] tints = {"E4D6B2", "DCCDA4", "E9DFC4", "D8C294", "E2D3AE"};
    Sheet top = null;
    double tilt = 0;
    for (int i = 0; i < count; i++) {
      boolean last = i == count - 1;
      double w = spec.is("tied") ? 1960 : 1500;
      double h = spec.is("tied") ? 1080 : 820;
      double spread = spec.is("tied") ? 40 : 400;
      double x = cx - w / 2 + (last ? spread * 0.3 : page.rng.jit(spread));
      double y = cy - h / 2 + (last ? spread * 0.2 : page.rng.jit(spread * 0.75));
      tilt = page.rng.jit(spec.is("tied") ? 2.2 : 13) * (last ? 0.3 : 1);
      top =
          page.sheet(
              Shapes.turn(Shapes.rect(x, y, w, h), x + w / 2, y + h / 2, tilt),
              Paper.of("machine")
                  .tint(Integer.parseInt(tints[i % tints.length], 16))
                  .stains(last ? 5 : 1));
      Layer flap = page.layer();
      flap.draw(
          Shapes.turn(
              Shapes.open(x + 8, y + 8, x + w / 2, y + h * 0.46, x + w - 8, y + 8),
              x + w / 2,
              y + h / 2,
              tilt),
          5,
          0.7);
      page.ink(flap, Ink.even(0x6B5330, 0.42));
      if (spec.is("airmail")) {
        stripes(page, x, y, w, h, tilt);
      }
      page.age(top);
    }
    if (spec.is("tied")) {
      tape(page, top);
    }
    if (!spec.lines().isEmpty()) {
      tag(page, spec, cx, cy);
    }
    return page;
  }

  private static void stripes(Page page, double x, double y, double w, double h, double tilt) {
    for (int colour = 0; colour < 2; colour++) {
      Layer l = page.layer();
      l.at(x + w / 2, y + h / 2, tilt);
      double step = 150;
      for (double t = -w / 2 + colour * step / 2; t < w / 2 - 40; t += step) {
        for (int side = -1; side <= 1; side += 2) {
          double ty = side * (h / 2 - 24);
          l.fill(Shapes.poly(t, ty + 22, t + 22, ty - 22, t + 60, ty - 22, t + 38, ty + 22));
        }
      }
      for (double t = -h / 2 + 60 + colour * step / 2; t < h / 2 - 80; t += step) {
        for (int side = -1; side <= 1; side += 2) {
          double tx = side * (w / 2 - 24);
          l.fill(Shapes.poly(tx - 22, t, tx + 22, t + 22, tx + 22, t + 60, tx - 22, t + 38));
        }
      }
      l.home();
      page.ink(l, Ink.print(colour == 0 ? 0xA83A32 : 0x34508A));
    }
  }

  private static void tape(Page page, Sheet top) {
    double x = top.x(0.5);
    double y = top.y(0.5);
    Sheet band =
        page.sheet(
            Shapes.rect(top.x(0) - 26, y - 34, top.width() + 52, 68),
            Paper.of("white").tint(0xD9D2BF).rough(2).stains(1));
    Sheet cross =
        page.sheet(
            Shapes.rect(x - 34, top.y(0) - 26, 68, top.height() + 52),
            Paper.of("white").tint(0xD9D2BF).rough(2).stains(1));
    Layer l = page.layer();
    for (int side = -1; side <= 1; side += 2) {
      Path2D loop =
          Shapes.curve(
              x, y, x + side * 120, y - 150, x + side * 250, y - 60, x + side * 120, y + 10, x, y);
      l.draw(loop, 34);
      l.draw(Shapes.curve(x, y, x + side * 70, y + 90, x + side * 150, y + 190), 34);
    }
    page.ink(l, Ink.cover(0xCFC7B2, 1));
    l = page.layer();
    l.fill(Shapes.blob(page.rng, x, y, 46, 40, 0.1));
    page.ink(l, Ink.cover(0xB9B09A, 1));
    page.age(band);
    page.age(cross);
  }

  private static void tag(Page page, PageSpec spec, double x, double y) {
    Sheet tag =
        page.sheet(
            Shapes.turn(Shapes.rect(x - 470, y - 230, 940, 500), x, y, -1.4),
            Paper.of("card").stains(3));
    Layer l = page.layer();
    l.at(x, y + 16, -1.4);
    l.box(-430, -200, 860, 420, 5);
    Lettering write = page.letters(l);
    for (int i = 0; i < spec.lines().size(); i++) {
      Hand hand = Letter.hand(spec).size(i == 0 ? 116 : 76);
      write.centred(spec.line(i), 0, -110 + i * 128, write.fitting(spec.line(i), hand, 800));
    }
    l.home();
    page.ink(l, Letter.ink(spec));
    page.age(tag);
  }
}
