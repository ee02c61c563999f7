package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Seal;
import cn.lantai.samples.kit.Shapes;
import cn.lantai.samples.kit.Sheet;
import java.awt.geom.Path2D;

/**
 * The printed cover of a pamphlet or periodical; headings before 1950 run from the right.
 *
 * <p>Options: paper, tint, ink (colour), rtl, bust (a silhouette in an oval), slip (a blank old
 * label), mended (patches along the spine), seal, sealx, sealy, note (a hand-written trace).
 */
final class Pamphlet implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    double foot = page.height - Page.STRIP;
    page.sheet(Shapes.rect(62, 74, page.width - 104, foot - 110), Paper.of("machine").rough(5));
    Paper paper = Paper.of(spec.get("paper", "machine")).rough(6).wear(0.95).stains(9).holes(3);
    if (spec.is("tint")) {
      paper = paper.tint(spec.colour("tint", 0));
    }
    Sheet cover = page.sheet(Shapes.rect(44, 46, page.width - 96, foot - 96), paper);
    if (spec.is("mended")) {
      mend(page, cover);
    }
    int rgb = spec.colour("ink", 0x8C2B1F);
    print(page, spec, cover, rgb);
    if (spec.is("bust")) {
      bust(page, cover, rgb);
    }
    if (spec.is("slip")) {
      Sheet slip =
          page.sheet(
              Shapes.turn(
                  Shapes.rect(
                      cover.x(0.84), cover.y(0.16), cover.width() * 0.085, cover.height() * 0.4),
                  cover.x(0.88),
                  cover.y(0.36),
                  -0.7),
              Paper.of("maobian").stains(2));
      page.age(slip);
    }
    if (spec.is("note")) {
      Scribble.columns(
          page,
          cover.x(0.06),
          cover.y(0.05),
          cover.width() * 0.15,
          cover.height() * 0.25,
          2,
          66,
          Ink.brush(0x2A241C));
    }
    staples(page, cover);
    page.age(cover);
    if (spec.is("seal")) {
      Seal.red(
          page,
          cover.x(spec.get("sealx", 82) / 100.0),
          cover.y(spec.get("sealy", 84) / 100.0),
          spec.get("sealsize", 210),
          spec.get("seal", ""),
          Ink.CINNABAR);
    }
    return page;
  }

  private static void print(Page page, PageSpec spec, Sheet cover, int rgb) {
    Layer l = page.layer();
    Lettering write = page.letters(l);
    boolean bust = spec.is("bust");
    double cx = cover.x(0.5);
    int n = spec.lines().size();
    for (int i = 0; i < n; i++) {
      String text = spec.is("rtl") ? reversed(spec.line(i)) : spec.line(i);
      boolean title = i == 0;
      double y =
          title
              ? cover.y(bust ? 0.125 : 0.25)
              : bust
                  ? (i == n - 1 ? cover.y(0.925) : cover.y(0.205 + 0.045 * (i - 1)))
                  : cover.y(i == n - 1 ? 0.86 : 0.44 + 0.07 * (i - 1));
      Hand hand =
          title
              ? Hand.type(Face.SONG_BLACK, bust ? 214 : 330).lead(1.24)
              : Hand.type(Face.SONG_BOLD, bust ? 84 : 104).lead(1.3);
      write.centred(text, cx, y, write.fitting(text, hand, cover.width() * 0.8));
    }
    l.box(cover.x(0.06), cover.y(0.045), cover.width() * 0.88, cover.height() * 0.91, 9);
    l.box(cover.x(0.072), cover.y(0.0535), cover.width() * 0.856, cover.height() * 0.893, 3);
    if (!bust) {
      l.line(cover.x(0.16), cover.y(0.345), cover.x(0.84), cover.y(0.345), 6);
      l.line(cover.x(0.16), cover.y(0.352), cover.x(0.84), cover.y(0.352), 2);
      sprig(page, l, cover);
    }
    page.ink(l, Ink.print(rgb));
  }

  /** A printer's ornament of leaves. */
  private static void sprig(Page page, Layer l, Sheet cover) {
    double x = cover.x(0.5);
    double y = cover.y(0.66);
    l.draw(Shapes.curve(x, y + 210, x + 10, y + 40, x, y - 200), 8);
    for (int i = 0; i < 9; i++) {
      double ty = y + 170 - i * 42;
      double length = 190 - i * 13;
      for (int side = -1; side <= 1; side += 2) {
        l.fill(
            Shapes.cut(
                x, ty, x + side * length, ty - length * 0.55 + page.rng.jit(8), 25, side * 26));
      }
    }
  }

  private static void bust(Page page, Sheet cover, int rgb) {
    double cx = cover.x(0.5);
    double cy = cover.y(0.57);
    double rx = cover.width() * 0.31;
    double ry = cover.height() * 0.275;
    Layer l = page.layer();
    l.draw(Shapes.ellipse(cx, cy, rx, ry), 8);
    l.draw(Shapes.ellipse(cx, cy, rx - 20, ry - 20), 3);
    l.clip(Shapes.ellipse(cx, cy, rx - 28, ry - 28));
    for (double y = cy - ry; y < cy + ry; y += 13) {
      l.line(
          cx - rx,
          y + page.rng.jit(1),
          cx + rx,
          y + page.rng.jit(1),
          2.6 + 2 * (y - cy + ry) / (2 * ry));
    }
    Path2D body = new Path2D.Double();
    body.moveTo(cx - rx, cy + ry);
    body.curveTo(
        cx - rx * 0.95,
        cy + ry * 0.45,
        cx - rx * 0.55,
        cy + ry * 0.42,
        cx - rx * 0.26,
        cy + ry * 0.28);
    body.lineTo(cx + rx * 0.26, cy + ry * 0.28);
    body.curveTo(cx + rx * 0.55, cy + ry * 0.42, cx + rx * 0.95, cy + ry * 0.45, cx + rx, cy + ry);
    body.closePath();
    l.fill(body);
    l.fill(Shapes.ellipse(cx, cy - ry * 0.12, rx * 0.36, ry * 0.4));
    l.fill(Shapes.blob(page.rng, cx, cy - ry * 0.22, rx * 0.46, ry * 0.36, 0.06));
    l.clip(null);
    page.ink(l, Ink.print(rgb));
    Layer hatch = page.layer();
    hatch.clip(Shapes.ellipse(cx, cy, rx - 30, ry - 30));
    for (int i = 0; i < 46; i++) {
      double y = cy + ry * 0.5 + i * 11;
      double x = cx - rx * 0.86 + page.rng.jit(20) + i * 2;
      hatch.fill(Shapes.cut(x, y, x + rx * 0.5, y - 60, 3.2, 6), 0.8);
    }
    page.ink(hatch, Ink.cover(cover.paper().base(), 0.55));
  }

  private static void mend(Page page, Sheet cover) {
    for (int i = 0; i < 3; i++) {
      double y = cover.y(0.1 + i * 0.3);
      page.age(
          page.sheet(
              Shapes.rect(
                  cover.x(0) - 6,
                  y,
                  130 + page.rng.in(0, 60),
                  cover.height() * page.rng.in(0.1, 0.2)),
              Paper.of("xuan").rough(9).stains(1)));
    }
  }

  private static void staples(Page page, Sheet cover) {
    Layer l = page.layer();
    for (double at : new double[] {0.28, 0.72}) {
      l.line(cover.x(0.022), cover.y(at), cover.x(0.022), cover.y(at) + 96, 7);
      l.fill(Shapes.circle(cover.x(0.022), cover.y(at) + 46, 44), 0.12);
    }
    page.ink(l, Ink.even(0x5A3A1A, 0.7));
  }

  static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
