package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;
import java.util.*;

/**
 * Ruled paper written on across: minutes, diaries, records of talks.
 *
 * <p>Options: paper, rule, margin (a red line at the left), hand, ink, hide (lines of unreadable
 * writing after the readable ones), drawing (sapling, ruin, number), head.
 */
final class Notes implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of(spec.get("paper", "machine")));
    double top = sheet.y(0.11);
    int count = spec.get("rules", 18);
    double step = (sheet.y(0.95) - top) / count;
    Layer l = page.layer();
    for (int i = 0; i <= count; i++) {
      l.line(sheet.x(0.045), top + step * i, sheet.x(0.955), top + step * i, i == 0 ? 5 : 2.8);
    }
    page.ink(l, Ink.print(spec.colour("rule", 0x86A6AC)).faint(0.85));
    double left = sheet.x(0.085);
    if (spec.is("margin")) {
      l = page.layer();
      l.line(sheet.x(0.13), sheet.y(0.01), sheet.x(0.13), sheet.y(0.99), 3);
      page.ink(l, Ink.print(0xC0584A).faint(0.8));
      left = sheet.x(0.155);
    }
    if (spec.is("head")) {
      l = page.layer();
      page.letters(l)
          .centred(
              spec.get("head", ""),
              sheet.x(0.5),
              sheet.y(0.055),
              Hand.type(Face.SONG_BOLD, 66).lead(1.6));
      page.ink(l, Ink.print(spec.colour("rule", 0x86A6AC)));
    }
    write(page, spec, sheet, left, top, step);
    drawing(page, spec, sheet);
    if (spec.is("punched")) {
      Table.punch(page, sheet);
    }
    page.age(sheet);
    return page;
  }

  private static void write(
      Page page, PageSpec spec, Sheet sheet, double left, double top, double step) {
    int n = spec.lines().size();
    int titles = spec.get("titles", 0);
    int skip = spec.get("skip", 2);
    Layer l = page.layer();
    Lettering write = page.letters(l);
    Hand hand = Letter.hand(spec).size(step * 0.7);
    double at = 0.5;
    for (int i = 0; i < n; i++) {
      double y = top + step * (at + 0.06);
      if (i < titles) {
        Hand big = hand.size(step * (i == 0 ? 1.0 : 0.78));
        write.centred(
            spec.line(i), sheet.x(0.5), y, write.fitting(spec.line(i), big, sheet.width() * 0.8));
        at += i == titles - 1 ? 2 : 1.5;
      } else {
        write.line(
            spec.line(i),
            left + page.rng.jit(10),
            y,
            write.fitting(spec.line(i), hand, sheet.x(0.95) - left));
        at += skip;
      }
    }
    page.ink(l, Letter.ink(spec));
    if (spec.get("hide", 0) > 0) {
      Scribble.rows(
          page,
          left,
          top + step * (at - 0.5),
          sheet.x(0.94) - left,
          step * spec.get("hide", 0),
          spec.get("hide", 0),
          step * 0.6,
          Letter.ink(spec));
    }
  }

  private static void drawing(Page page, PageSpec spec, Sheet sheet) {
    if (!spec.is("drawing")) {
      return;
    }
    Rng rng = page.rng;
    Layer l = page.layer();
    double x = sheet.x(0.76);
    double y = sheet.y(0.82);
    switch (spec.get("drawing", "")) {
      case "sapling" -> {
        l.draw(Shapes.curve(x, y, x + 8, y - 200, x - 4, y - 470), 7);
        for (int i = 0; i < 26; i++) {
          double t = rng.in(0.2, 1);
          double by = y - 470 * t;
          double side = rng.chance(0.5) ? 1 : -1;
          double length = 190 * (1.15 - t);
          l.draw(
              Shapes.curve(
                  x + 3,
                  by,
                  x + side * length * 0.6,
                  by - 40,
                  x + side * length,
                  by - 10 + rng.jit(26)),
              3.4);
          for (int k = 0; k < 4; k++) {
            double q = rng.in(0.4, 1);
            l.line(
                x + side * length * q,
                by - 34,
                x + side * length * q + side * 22,
                by - 6 + rng.jit(14),
                2);
          }
        }
        l.draw(Shapes.curve(x - 300, y + 6, x - 120, y - 16, x + 60, y + 10, x + 260, y - 8), 5);
        for (int i = 0; i < 40; i++) {
          l.fill(Shapes.circle(x + rng.jit(290), y + rng.in(16, 60), 3));
        }
        l.line(x - 160, y, x - 160, y - 470, 3);
        l.line(x - 185, y, x - 135, y, 3);
        l.line(x - 185, y - 470, x - 135, y - 470, 3);
      }
      case "ruin" -> {
        double gx = sheet.x(0.52);
        double gy = sheet.y(0.66);
        l.box(gx, gy, 820, 520, 6);
        l.dashed(Shapes.rect(gx + 110, gy + 90, 600, 300), 5, 26, 16);
        l.line(gx + 410, gy + 90, gx + 410, gy + 390, 4);
        l.box(gx + 60, gy + 470, 120, 50, 5);
        for (int i = 0; i < 5; i++) {
          l.draw(Shapes.circle(gx + 90 + rng.in(0, 640), gy + 430 + rng.jit(20), 15), 3);
        }
        l.line(gx + 760, gy + 90, gx + 760, gy + 10, 5);
        l.fill(Shapes.poly(gx + 745, gy + 40, gx + 760, gy - 6, gx + 775, gy + 40));
      }
      case "number" -> {
        Sheet tag =
            page.sheet(
                Shapes.turn(
                    Shapes.rect(sheet.x(0.75), sheet.y(0.03), 360, 190),
                    sheet.x(0.83),
                    sheet.y(0.06),
                    2),
                Paper.of("xuan").stains(1));
        Layer t = page.layer();
        t.box(tag.x(0.12), tag.y(0.2), tag.width() * 0.76, tag.height() * 0.6, 5);
        page.ink(t, Ink.print(Ink.RED));
        return;
      }
      default -> throw new IllegalArgumentException("No such drawing: " + spec.get("drawing", ""));
    }
    page.ink(l, Letter.ink(spec));
  }
}
