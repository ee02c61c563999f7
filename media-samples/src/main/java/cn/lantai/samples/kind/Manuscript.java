package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;
import java.util.*;

/**
 * Squared manuscript paper: the title can be read, the text below cannot.
 *
 * <p>Options: rule, hand, ink, hide (rows of text), readable (all lines are read, one to a row),
 * imprint.
 */
final class Manuscript implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of(spec.get("paper", "machine")).fold("h0.5"));
    int cols = 20;
    int rows = 20;
    double x = sheet.x(0.075);
    double w = sheet.width() * 0.85;
    double cell = w / cols;
    double y = sheet.y(0.095);
    double pitch = (sheet.height() * 0.835) / rows;
    int rgb = spec.colour("rule", 0xB4604F);
    Layer l = page.layer();
    l.box(x, y, w, pitch * rows, 6);
    for (int r = 0; r < rows; r++) {
      double top = y + pitch * r + (pitch - cell) / 2;
      l.line(x, top, x + w, top, 2.2);
      l.line(x, top + cell, x + w, top + cell, 2.2);
      for (int c = 1; c < cols; c++) {
        l.line(x + cell * c, top, x + cell * c, top + cell, 2.2);
      }
    }
    page.ink(l, Ink.print(rgb).faint(0.7));
    l = page.layer();
    Lettering write = page.letters(l);
    write.right("20×20＝400", x + w, sheet.y(0.958), Hand.type(Face.SONG, 36));
    page.ink(l, Ink.print(rgb));
    l = page.layer();
    write = page.letters(l);
    Hand hand = Letter.hand(spec).size(cell * 0.86);
    double at = 1;
    for (int i = 0; i < spec.lines().size(); i++) {
      String text = spec.line(i);
      double cy = y + pitch * (at + 0.5);
      if (i == 0) {
        Hand big = hand.size(cell * 1.2);
        write.centred(text, x + w / 2, cy, write.fitting(text, big, w * 0.9));
        at += 2;
      } else if (spec.is("readable") && !Bound.isDate(text)) {
        write.line(text, x + cell * 2, cy, hand.lead(cell / hand.size()));
        at += 2;
      } else {
        write.centred(text, x + w / 2, cy, hand);
        at += 1.5;
      }
    }
    page.ink(l, Letter.ink(spec));
    int hidden = spec.get("hide", 0);
    int first = (int) StrictMath.ceil(at);
    for (int r = first; r < Math.min(rows, first + hidden); r++) {
      double indent = r == first ? 2 : 0;
      double share = r == first + hidden - 1 ? 0.4 : 1;
      Scribble.rows(
          page,
          x + cell * indent,
          y + pitch * r,
          (w - cell * indent) * share,
          pitch,
          1,
          cell * 0.86,
          Letter.ink(spec));
    }
    if (hidden > 3) {
      corrections(
          page, spec, x, y + pitch * first, w, pitch * (Math.min(rows, first + hidden) - first));
    }
    page.age(sheet);
    return page;
  }

  private static void corrections(
      Page page, PageSpec spec, double x, double y, double w, double h) {
    Rng rng = page.rng;
    Layer l = page.layer();
    for (int i = 0; i < 6; i++) {
      double cx = x + w * rng.in(0.1, 0.7);
      double cy = y + h * rng.in(0.05, 0.95);
      double length = w * rng.in(0.07, 0.2);
      l.draw(
          Shapes.curve(cx, cy, cx + length / 2, cy + rng.jit(9), cx + length, cy + rng.jit(7)), 8);
      if (rng.chance(0.5)) {
        l.draw(
            Shapes.curve(cx, cy + 14, cx + length / 2, cy + 14 + rng.jit(9), cx + length, cy + 14),
            7);
      }
    }
    for (int i = 0; i < 2; i++) {
      double cy = y + h * rng.in(0.1, 0.9);
      l.draw(Shapes.curve(x + w + 24, cy - 90, x + w + 40, cy, x + w + 20, cy + 110), 5);
    }
    page.ink(l, Letter.ink(spec));
  }
}
