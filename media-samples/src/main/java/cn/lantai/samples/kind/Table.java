package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Shapes;
import cn.lantai.samples.kit.Sheet;
import cn.lantai.samples.kit.Stamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A ruled form or list read across: titles, a row of headings, rows of entries, remarks below.
 *
 * <p>Options: titles (number of title lines), paper, rule (colour), hand, ink, printed (stencil,
 * type or letterpress), rows (at least), widths (percent), wide (landscape), stamp, star, hide
 * (entries cannot be read), punched.
 */
final class Table implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = spec.is("wide") ? Kind.landscape(spec, fonts) : Kind.portrait(spec, fonts);
    Paper paper = Paper.of(spec.get("paper", "machine"));
    Sheet sheet =
        page.sheet(spec.is("fold") ? paper.fold(spec.get("fold", "").split(",", -1)) : paper);
    int titles = spec.get("titles", 1);
    int rgb = spec.colour("rule", 0x2F5A57);
    Ink print = spec.get("printed", "press").equals("stencil") ? Ink.stencil(rgb) : Ink.print(rgb);
    Face bold = spec.get("printed", "press").equals("stencil") ? Face.KAI_BOLD : Face.SONG_BOLD;
    double y = titles(page, spec, sheet, titles, print, bold);
    List<String> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int cells = PageSpec.words(spec.line(titles)).size();
    for (String line : spec.from(titles + 1)) {
      (PageSpec.words(line).size() >= Math.max(2, cells - 1) && !line.startsWith("備註")
              ? rows
              : notes)
          .add(line);
    }
    double x = sheet.x(0.07);
    double w = sheet.width() * 0.86;
    double bottom = sheet.y(notes.isEmpty() ? 0.93 : 0.93 - 0.045 * notes.size());
    grid(page, spec, PageSpec.words(spec.line(titles)), rows, x, y, w, bottom - y, print, bold);
    Layer l = page.layer();
    for (int i = 0; i < notes.size(); i++) {
      Hand hand = Letter.hand(spec).size(72);
      Lettering write = page.letters(l);
      write.line(notes.get(i), x + 10, bottom + 66 + i * 110, write.fitting(notes.get(i), hand, w));
    }
    page.ink(l, Letter.ink(spec));
    stamps(page, spec, sheet);
    if (spec.is("punched")) {
      punch(page, sheet);
    }
    page.age(sheet);
    return page;
  }

  private static double titles(
      Page page, PageSpec spec, Sheet sheet, int titles, Ink print, Face bold) {
    Layer l = page.layer();
    Lettering write = page.letters(l);
    double y = sheet.y(spec.is("wide") ? 0.075 : 0.062);
    for (int i = 0; i < titles; i++) {
      boolean last = titles > 1 && i == titles - 1;
      double size = spec.is("wide") ? 108 : 106;
      Hand hand = Hand.type(bold, last ? size * 0.62 : size).lead(last ? 1.08 : 1.22);
      write.centred(
          spec.line(i), sheet.x(0.5), y, write.fitting(spec.line(i), hand, sheet.width() * 0.84));
      y += last ? 70 : size * 1.3;
    }
    page.ink(l, print);
    return y + 6;
  }

  private static void grid(
      Page page,
      PageSpec spec,
      List<String> heads,
      List<String> rows,
      double x,
      double y,
      double w,
      double h,
      Ink print,
      Face bold) {
    int n = Math.max(spec.get("rows", spec.is("wide") ? 7 : 11), rows.size() + 1) + 1;
    double[] edges = edges(spec, heads.size());
    double[] inner = Arrays.copyOfRange(edges, 1, edges.length - 1);
    Layer l = page.layer();
    Rules.grid(l, x, y, w, h, inner, Rules.even(n), 2.6);
    double row = h / n;
    Lettering write = page.letters(l);
    for (int c = 0; c < heads.size(); c++) {
      double cw = w * (edges[c + 1] - edges[c]);
      Hand hand = Hand.type(bold, Math.min(70, row * 0.42)).lead(1.1);
      write.centred(
          heads.get(c),
          x + w * edges[c] + cw / 2,
          y + row / 2,
          write.fitting(heads.get(c), hand, cw * 0.92));
    }
    page.ink(l, print);
    if (spec.is("hide")) {
      for (int r = 0; r < n - 3; r++) {
        for (int c = 0; c < heads.size(); c++) {
          double cw = w * (edges[c + 1] - edges[c]);
          double share = page.rng.in(0.4, 0.8);
          Scribble.rows(
              page,
              x + w * edges[c] + 24,
              y + row * (r + 1) + row * 0.2,
              cw * share,
              row * 0.6,
              1,
              row * 0.4,
              Letter.ink(spec));
        }
      }
      return;
    }
    l = page.layer();
    write = page.letters(l);
    Hand hand = Letter.hand(spec).size(Math.min(88, row * 0.52));
    for (int r = 0; r < rows.size(); r++) {
      List<String> cells = PageSpec.words(rows.get(r));
      for (int c = 0; c < Math.min(cells.size(), heads.size()); c++) {
        double cw = w * (edges[c + 1] - edges[c]);
        Hand fit = write.fitting(cells.get(c), hand, cw * 0.9);
        boolean centre = write.measure(cells.get(c), fit) < cw * 0.6;
        double cy = y + row * (r + 1.52) + page.rng.jit(row * 0.03);
        if (centre) {
          write.centred(cells.get(c), x + w * edges[c] + cw / 2 + page.rng.jit(10), cy, fit);
        } else {
          write.line(cells.get(c), x + w * edges[c] + cw * 0.05, cy, fit);
        }
      }
    }
    page.ink(l, Letter.ink(spec));
  }

  private static double[] edges(PageSpec spec, int cells) {
    double[] edges = new double[cells + 1];
    String widths = spec.get("widths", "");
    double at = 0;
    for (int c = 0; c < cells; c++) {
      edges[c] = at;
      at += widths.isEmpty() ? 1.0 / cells : Integer.parseInt(widths.split(",", -1)[c]) / 100.0;
    }
    edges[cells] = 1;
    return edges;
  }

  static void stamps(Page page, PageSpec spec, Sheet sheet) {
    double x = sheet.x(spec.get("stampx", 82) / 100.0);
    double y = sheet.y(spec.get("stampy", 80) / 100.0);
    double r = spec.get("stampr", 190);
    if (spec.is("stamp")) {
      String[] parts = spec.get("stamp", "").split("/", -1);
      Stamp.round(
          page,
          x,
          y,
          r,
          parts[0],
          List.of(parts).subList(1, parts.length),
          spec.colour("stampink", 0x4A4F8C));
    }
    if (spec.is("star")) {
      String[] parts = spec.get("star", "").split("/", -1);
      Stamp.star(page, x, y, r * 1.1, parts[0], parts.length > 1 ? parts[1] : "", Ink.CINNABAR);
    }
  }

  /** Two holes for the binder at the left edge. */
  static void punch(Page page, Sheet sheet) {
    Layer l = page.layer();
    for (double at : new double[] {0.32, 0.68}) {
      l.fill(Shapes.circle(sheet.x(0.03), sheet.y(at), 30));
    }
    page.ink(l, Ink.cover(0x8E897E, 1));
    l = page.layer();
    for (double at : new double[] {0.32, 0.68}) {
      l.draw(Shapes.circle(sheet.x(0.03) + 3, sheet.y(at) + 4, 31), 5);
    }
    page.ink(l, Ink.even(0x3A352C, 0.4));
  }
}
