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
import java.util.List;

/**
 * A register read from the right: each entry is a column, each particular a cell of it.
 *
 * <p>Options: paper, rule, depths (shares of the height, in percent), seal, bands (entries as bands
 * across instead), heads (the heading of each cell when the first line is an entry), foot.
 */
final class Register implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of(spec.get("paper", "ledger")).fold("v0.5").holes(3));
    double x = sheet.x(0.06);
    double y = sheet.y(0.075);
    double w = sheet.width() * 0.88;
    double h = sheet.height() * 0.865;
    if (spec.is("bands")) {
      bands(page, spec, x, y, w, h);
    } else {
      columns(page, spec, x, y, w, h);
    }
    if (spec.is("seal")) {
      Seal.red(page, x + w * 0.14, y + h * 0.86, 260, spec.get("seal", ""), Ink.CINNABAR);
    }
    page.age(sheet);
    return page;
  }

  private static void columns(Page page, PageSpec spec, double x, double y, double w, double h) {
    int rgb = spec.colour("rule", Ink.RED);
    List<String> heads = PageSpec.words(spec.is("heads") ? spec.get("heads", "") : spec.line(0));
    List<String> rows = spec.is("heads") ? spec.lines() : spec.from(1);
    int cols = Math.max(spec.get("cols", 7), rows.size() + 1 + spec.get("spare", 1));
    double[] depths = depths(spec.get("depths", ""), heads.size());
    double gap = w / cols;
    Layer l = page.layer();
    Rules.grid(l, x, y, w, h, Rules.even(cols), depths, 2.8);
    l.box(x - 14, y - 14, w + 28, h + 28, 2.4);
    Lettering write = page.letters(l);
    for (int c = 0; c < heads.size(); c++) {
      double top = y + h * (c == 0 ? 0 : depths[c - 1]);
      double room = h * (c == heads.size() - 1 ? 1 : depths[c]) - h * (c == 0 ? 0 : depths[c - 1]);
      Hand hand =
          write.fittingColumn(
              heads.get(c), Hand.type(Face.SONG_BOLD, gap * 0.46).lead(1.25), room * 0.9);
      write.column(
          heads.get(c), x + w - gap / 2, top + (room - write.depth(heads.get(c), hand)) / 2, hand);
    }
    page.ink(l, Ink.print(rgb).faint(0.9));
    l = page.layer();
    write = page.letters(l);
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = PageSpec.words(rows.get(i));
      double cx = x + w - gap * (i + 1.5);
      if (cells.size() < 2) {
        Hand hand = write.fittingColumn(rows.get(i), Hand.brush(gap * 0.5), h * 0.8);
        write.column(rows.get(i), x + gap * 0.5, y + h - write.depth(rows.get(i), hand) - 60, hand);
        continue;
      }
      for (int c = 0; c < Math.min(cells.size(), heads.size()); c++) {
        double top = y + h * (c == 0 ? 0 : depths[c - 1]);
        double room =
            h * (c == heads.size() - 1 ? 1 : depths[c]) - h * (c == 0 ? 0 : depths[c - 1]);
        Hand hand =
            write.fittingColumn(cells.get(c), Hand.brush(Math.min(gap * 0.6, 140)), room * 0.88);
        write.column(cells.get(c), cx, top + Math.min(room * 0.07, 30) + page.rng.in(0, 12), hand);
      }
    }
    page.ink(l, Ink.brush(Ink.BLACK));
  }

  /** Letters received: number, port and village, person and sum, reply; five to a page. */
  private static void bands(Page page, PageSpec spec, double x, double y, double w, double h) {
    int rgb = spec.colour("rule", Ink.RED);
    double head = 0.075;
    double[] across = {0.33, 0.66};
    int n = spec.lines().size();
    Layer l = page.layer();
    double[] down = new double[n];
    for (int i = 0; i < n; i++) {
      down[i] = head + (1 - head) * i / n;
    }
    Rules.grid(l, x, y, w, h, across, down, 2.8);
    l.box(x - 14, y - 14, w + 28, h + 28, 2.4);
    for (double mid : new double[] {0.165, 0.495}) {
      l.dashed(Shapes.open(x + w * mid, y + h * head, x + w * mid, y + h), 2, 12, 10);
    }
    Lettering write = page.letters(l);
    String[] titles = {"批號", "來埠", "社里", "收批人", "銀數", "回批"};
    double[] over = {0.82, 0.58, 0.42, 0.25, 0.14, 0.055};
    for (int c = 0; c < titles.length; c++) {
      write.centred(
          titles[c], x + w * over[c], y + h * head / 2, Hand.type(Face.SONG_BOLD, 54).lead(1.06));
    }
    page.ink(l, Ink.print(rgb).faint(0.9));
    l = page.layer();
    write = page.letters(l);
    double band = h * (1 - head) / n;
    for (int i = 0; i < n; i++) {
      List<String> cells = PageSpec.words(spec.line(i));
      double[] at = {0.88, 0.58, 0.42, 0.25, 0.14};
      double top = y + h * down[i] + 26;
      for (int c = 0; c < Math.min(5, cells.size()); c++) {
        String text = cells.get(c);
        double cx = x + w * at[c];
        if (c == 0 && text.length() > 4) {
          write.column(text.substring(0, 2), cx, top, Hand.brush(112));
          text = text.substring(2);
          cx = x + w * 0.76;
        }
        write.column(text, cx, top, write.fittingColumn(text, Hand.brush(112), band - 60));
      }
    }
    page.ink(l, Ink.brush(Ink.BLACK));
    for (int i = 0; i < n; i++) {
      if (spec.line(i).endsWith("回")) {
        Seal.red(page, x + w * 0.055, y + h * down[i] + band * 0.42, 170, "回", Ink.CINNABAR);
      }
    }
  }

  private static double[] depths(String percents, int cells) {
    if (percents.isEmpty()) {
      return Rules.even(cells);
    }
    String[] parts = percents.split(",", -1);
    double[] depths = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      depths[i] = Integer.parseInt(parts[i]) / 100.0;
    }
    return depths;
  }
}
