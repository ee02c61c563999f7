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

/**
 * Notices, leaflets and printed rules: a heavy frame, a large title at the right, columns of text.
 *
 * <p>Options: paper, ink, frame (plain, flowers), face (wood, song, kai), seal, stampr, title
 * (index of the title line), hide (columns of unreadable text).
 */
final class Notice implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet =
        page.sheet(Paper.of(spec.get("paper", "glazed")).fold("h0.5", "v0.5").holes(3).rough(6));
    int rgb = spec.colour("ink", Ink.BLACK);
    double x = sheet.x(0.055);
    double y = sheet.y(0.04);
    double w = sheet.width() * 0.89;
    double h = sheet.height() * 0.92;
    Layer l = page.layer();
    frame(l, spec, x, y, w, h);
    int hidden = spec.get("hide", 0);
    int n = spec.lines().size();
    double inner = w - 150;
    double title = inner * (n > 5 ? 0.19 : 0.25);
    double gap = (inner - title) / Math.max(1, n - 1 + hidden);
    Lettering write = page.letters(l);
    Face big = spec.get("face", "song").equals("kai") ? Face.KAI_BOLD : Face.SONG_BLACK;
    Hand head = Hand.type(big, title * 0.86).lead(1.16);
    Hand fit = write.fittingColumn(spec.line(0), head, h - 260);
    write.column(
        spec.line(0),
        x + w - 75 - title / 2,
        y + Math.max(110, (h - write.depth(spec.line(0), fit)) * 0.36),
        fit);
    Face face =
        switch (spec.get("face", "song")) {
          case "kai" -> Face.KAI;
          case "wood" -> Face.SONG_BLACK;
          default -> Face.SONG_BOLD;
        };
    for (int i = 1; i < n; i++) {
      boolean date = Bound.isDate(spec.line(i)) && i == n - 1;
      double cx = x + w - 75 - title - gap * (i - 0.5 + (date ? hidden : 0));
      Hand hand = Hand.type(face, Math.min(gap * 0.6, 118)).lead(1.14);
      Hand text = write.fittingColumn(spec.line(i), hand, h - 320);
      write.column(
          spec.line(i), cx, date ? y + h - 150 - write.depth(spec.line(i), text) : y + 150, text);
    }
    page.ink(l, spec.get("face", "song").equals("wood") ? Ink.woodblock(rgb) : Ink.print(rgb));
    if (hidden > 0) {
      Scribble.columns(
          page,
          x + 75 + gap,
          y + 150,
          gap * hidden,
          h - 320,
          hidden,
          Math.min(gap * 0.6, 100),
          Ink.print(rgb));
    }
    if (spec.is("seal")) {
      Seal.red(
          page,
          x + 75 + gap * 0.62,
          y + h * 0.7,
          spec.get("sealsize", 360),
          spec.get("seal", ""),
          Ink.CINNABAR);
    }
    Table.stamps(page, spec, sheet);
    page.age(sheet);
    return page;
  }

  private static void frame(Layer l, PageSpec spec, double x, double y, double w, double h) {
    if (!spec.get("frame", "plain").equals("flowers")) {
      l.box(x, y, w, h, 20);
      l.box(x + 34, y + 34, w - 68, h - 68, 5);
      return;
    }
    l.box(x, y, w, h, 6);
    l.box(x + 78, y + 78, w - 156, h - 156, 6);
    int across = (int) (w / 92);
    int down = (int) (h / 92);
    for (int i = 0; i <= across; i++) {
      flower(l, x + 39 + (w - 78) * i / across, y + 39);
      flower(l, x + 39 + (w - 78) * i / across, y + h - 39);
    }
    for (int i = 1; i < down; i++) {
      flower(l, x + 39, y + 39 + (h - 78) * i / down);
      flower(l, x + w - 39, y + 39 + (h - 78) * i / down);
    }
  }

  private static void flower(Layer l, double x, double y) {
    for (int p = 0; p < 5; p++) {
      double a = p * 1.2566 + 0.3;
      l.fill(Shapes.circle(x + Shapes.cos(a) * 17, y + Shapes.sin(a) * 17, 12));
    }
    l.erase(Shapes.circle(x, y, 8));
  }
}
