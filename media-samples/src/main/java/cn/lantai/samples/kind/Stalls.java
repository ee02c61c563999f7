package cn.lantai.samples.kind;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;
import java.awt.geom.*;

/** A plan of market stalls drawn by hand in blue: a brook with numbered squares along each bank. */
final class Stalls implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    Sheet sheet = page.sheet(Paper.of("white").fold("v0.5", "h0.5").stains(4));
    double w = sheet.width();
    Layer l = page.layer();
    double[] top = new double[22];
    double[] bottom = new double[22];
    for (int i = 0; i < 11; i++) {
      double t = 0.02 + i * 0.096;
      double bend = 0.05 * Shapes.sin(t * 5.2);
      top[i * 2] = bottom[i * 2] = sheet.x(t);
      top[i * 2 + 1] = sheet.y(0.5 + bend);
      bottom[i * 2 + 1] = sheet.y(0.6 + bend);
    }
    l.draw(Shapes.curve(top), 6);
    l.draw(Shapes.curve(bottom), 6);
    for (int i = 0; i < 46; i++) {
      double t = page.rng.in(0.04, 0.94);
      double yy = sheet.y(0.55 + 0.05 * Shapes.sin(t * 5.2) + page.rng.jit(0.035));
      l.draw(
          Shapes.curve(
              sheet.x(t),
              yy,
              sheet.x(t) + 40,
              yy - 9,
              sheet.x(t) + 80,
              yy + 6,
              sheet.x(t) + 120,
              yy),
          3,
          0.7);
    }
    Lettering write = page.letters(l);
    int number = 1;
    for (int bank = 0; bank < 2; bank++) {
      for (int i = 0; i < 15; i++) {
        double t = 0.06 + i * 0.0595;
        double bend = 0.05 * Shapes.sin(t * 5.2);
        double cell = w * 0.046;
        double x = sheet.x(t) + page.rng.jit(5);
        double y = sheet.y((bank == 0 ? 0.385 : 0.64) + bend) + page.rng.jit(6);
        Path2D square =
            Shapes.poly(
                x + page.rng.jit(5),
                y + page.rng.jit(5),
                x + cell + page.rng.jit(5),
                y + page.rng.jit(5),
                x + cell + page.rng.jit(5),
                y + cell + page.rng.jit(5),
                x + page.rng.jit(5),
                y + cell + page.rng.jit(5));
        l.draw(square, 5);
        write.centred(Integer.toString(number++), x + cell / 2, y + cell / 2, Hand.kai(66));
      }
    }
    l.draw(Shapes.open(sheet.x(0.47), sheet.y(0.47), sheet.x(0.47), sheet.y(0.66)), 6);
    l.draw(Shapes.open(sheet.x(0.5), sheet.y(0.47), sheet.x(0.5), sheet.y(0.66)), 6);
    for (int i = 0; i < 8; i++) {
      l.line(sheet.x(0.47), sheet.y(0.5 + i * 0.02), sheet.x(0.5), sheet.y(0.5 + i * 0.02), 3);
    }
    write.centred(spec.line(0), sheet.x(0.5), sheet.y(0.1), Hand.kai(150).lead(1.14));
    write.centred(spec.line(1), sheet.x(0.5), sheet.y(0.2), Hand.kai(104).lead(1.14));
    write.right(spec.line(2), sheet.x(0.94), sheet.y(0.92), Hand.kai(84));
    Plan.north(page, l, sheet.x(0.93), sheet.y(0.2), 74);
    page.ink(l, Ink.ballpoint(0x24408A));
    page.age(sheet);
    return page;
  }
}
