package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;
import java.util.ArrayList;
import java.util.List;

/** A street map of no real town, with dots placed at random and a legend that says so. */
final class StreetMap implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    Sheet sheet = page.sheet(Paper.of("machine").fold("v0.33", "v0.67", "h0.5").stains(6));
    double x = sheet.x(0.04);
    double y = sheet.y(0.15);
    double w = sheet.width() * 0.92;
    double h = sheet.height() * 0.79;
    Path2D river =
        Shapes.curve(
            x - 60,
            y + h * 0.2,
            x + w * 0.13,
            y + h * 0.34,
            x + w * 0.16,
            y + h * 0.62,
            x + w * 0.1,
            y + h * 0.86,
            x + w * 0.16,
            y + h * 1.1);
    Layer l = page.layer();
    l.clip(Shapes.rect(x, y, w, h));
    l.draw(river, 190);
    page.ink(l, new Ink(0x9DB9C0, 0.8, 4, 0.8, 0.4, false, false));
    l = page.layer();
    l.box(x, y, w, h, 8);
    l.clip(Shapes.rect(x, y, w, h));
    for (int i = -1; i <= 1; i++) {
      l.draw(
          AffineTransform.getTranslateInstance(i * 44, 0).createTransformedShape(river), 2.4, 0.7);
    }
    Path2D wall = Shapes.blob(page.rng.fork(3), x + w * 0.55, y + h * 0.5, w * 0.34, h * 0.42, 0.1);
    l.draw(wall, 26);
    l.clip(null);
    page.ink(l, Ink.print(0x3A342A));
    l = page.layer();
    l.draw(wall, 14);
    page.ink(l, Ink.cover(0xE2D9BE, 1));
    streets(page, wall, x, y, w, h);
    dots(page, wall, x, y, w, h);
    legend(page, spec, x + w - 620, y + h - 330);
    l = page.layer();
    Lettering write = page.letters(l);
    write.centred(
        spec.line(0),
        sheet.x(0.5),
        sheet.y(0.085),
        write.fitting(spec.line(0), Hand.type(Face.SONG_BOLD, 118).lead(1.08), w * 0.94));
    Plan.north(page, l, x + w - 130, y + 200, 80);
    page.ink(l, Ink.print(0x2A2722));
    page.age(sheet);
    return page;
  }

  private static void streets(Page page, Path2D wall, double x, double y, double w, double h) {
    Rng rng = page.rng;
    List<Path2D> paths = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      double sx = x + w * (0.24 + i * 0.078) + rng.jit(30);
      paths.add(
          Shapes.curve(
              sx,
              y,
              sx + rng.jit(60),
              y + h * 0.35,
              sx + rng.jit(60),
              y + h * 0.65,
              sx + rng.jit(50),
              y + h));
    }
    for (int i = 0; i < 8; i++) {
      double sy = y + h * (0.12 + i * 0.11) + rng.jit(20);
      double from = i % 3 == 1 ? 0.2 : 0.2 + 0.3 * rng.next();
      double to = i % 3 == 1 ? 0.9 : 0.6 + 0.3 * rng.next();
      paths.add(
          Shapes.curve(
              x + w * from,
              sy,
              x + w * (from + to) / 2,
              sy + rng.jit(50),
              x + w * to,
              sy + rng.jit(40)));
    }
    for (int pass = 0; pass < 2; pass++) {
      Layer l = page.layer();
      l.clip(wall);
      for (int i = 0; i < paths.size(); i++) {
        l.draw(paths.get(i), (i % 4 == 1 ? 42 : 24) - pass * 9);
      }
      l.clip(null);
      page.ink(l, pass == 0 ? Ink.print(0x5A5142) : Ink.cover(0xEDE5CF, 1));
    }
  }

  private static void dots(Page page, Path2D wall, double x, double y, double w, double h) {
    Layer l = page.layer();
    int placed = 0;
    while (placed < 110) {
      double dx = x + w * page.rng.in(0.2, 0.9);
      double dy = y + h * page.rng.in(0.06, 0.94);
      if (wall.contains(dx, dy)) {
        l.fill(Shapes.circle(dx, dy, 12));
        placed++;
      }
    }
    page.ink(l, Ink.print(0xB3261A));
  }

  private static void legend(Page page, PageSpec spec, double x, double y) {
    Layer l = page.layer();
    l.fill(Shapes.rect(x, y, 580, 290));
    page.ink(l, Ink.cover(0xE8DFC6, 1));
    l = page.layer();
    l.box(x, y, 580, 290, 5);
    l.line(x + 40, y + 170, x + 150, y + 170, 26);
    l.line(x + 40, y + 235, x + 150, y + 235, 16);
    page.letters(l).centred(spec.line(1), x + 380, y + 90, Hand.type(Face.SONG_BOLD, 96).lead(1.3));
    page.ink(l, Ink.print(0x3A342A));
    l = page.layer();
    l.fill(Shapes.circle(x + 95, y + 90, 14));
    page.ink(l, Ink.print(0xB3261A));
  }
}
