package cn.lantai.samples.kind;

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
import java.util.ArrayList;
import java.util.List;

/**
 * The cover of a thread-bound book: stitched at the right, a paper label at the upper left.
 *
 * <p>Options: paper, label (paper of the label or none), seal, stitches.
 */
final class Bound implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    double foot = page.height - Page.STRIP;
    for (int i = 3; i >= 0; i--) {
      page.sheet(
          Shapes.rect(74 - i * 7, 66 + i * 7, page.width - 190 + i * 3, foot - 150 + i * 5),
          Paper.of("ledger").rough(4));
    }
    Sheet cover =
        page.sheet(
            Shapes.rect(92, 56, page.width - 180, foot - 132),
            Paper.of(spec.get("paper", "indigo")).rough(4));
    stitches(page, cover, spec.get("stitches", 4));
    Sheet label = null;
    if (!spec.get("label", "xuan").equals("none")) {
      label =
          page.sheet(
              Shapes.turn(
                  Shapes.rect(
                      cover.x(0.06),
                      cover.y(0.035),
                      cover.width() * (spec.lines().size() > 3 ? 0.32 : 0.255),
                      cover.height() * 0.7),
                  cover.x(0.2),
                  cover.y(0.4),
                  page.rng.jit(0.5)),
              Paper.of(spec.get("label", "xuan")).stains(2).wear(0.5).rough(3));
    }
    title(page, spec, cover, label);
    if (label != null) {
      page.age(label);
    }
    page.age(cover);
    return page;
  }

  private static void title(Page page, PageSpec spec, Sheet cover, Sheet label) {
    Sheet on = label == null ? cover : label;
    double x = label == null ? cover.x(0.1) : label.x(0);
    double w = label == null ? cover.width() * 0.24 : label.width();
    double y = label == null ? cover.y(0.05) : label.y(0);
    double h = label == null ? cover.height() * 0.7 : label.height();
    Layer frame = page.layer();
    frame.box(x + w * 0.07, y + w * 0.07, w * 0.86, h - w * 0.14, 7);
    frame.box(x + w * 0.1, y + w * 0.1, w * 0.8, h - w * 0.2, 2.2);
    page.ink(frame, Ink.print(label == null ? 0x2B2014 : 0x2E2A24).faint(0.8));
    List<String> titles = new ArrayList<>();
    String date = "";
    for (String line : spec.lines()) {
      if (isDate(line) && titles.size() > 0) {
        date = line;
      } else {
        titles.add(line);
      }
    }
    int chars = titles.stream().mapToInt(String::length).sum();
    boolean single = chars <= 9;
    List<String> columns = single ? List.of(String.join(" ", titles)) : titles;
    Layer l = page.layer();
    Lettering write = page.letters(l);
    int n = columns.size();
    boolean dated = !date.isEmpty();
    double slot = w * 0.78 / (n + (dated ? 0.4 : 0));
    Hand hand =
        Hand.bigBrush(Math.min(slot * 0.98, single ? 290 : 230))
            .face(
                spec.is("type")
                    ? cn.lantai.samples.font.Face.SONG_BOLD
                    : cn.lantai.samples.font.Face.BRUSH);
    for (int i = 0; i < n; i++) {
      double cx = x + w * 0.89 - slot * (i + 0.5);
      boolean main = n == 1 || columns.get(i).length() >= 3;
      Hand fit =
          write
              .fittingColumn(
                  columns.get(i), main ? hand : hand.size(hand.size() * 0.8), h - w * 0.5)
              .lead(single ? 1.1 : 1.22);
      double depth = write.depth(columns.get(i), fit);
      write.column(
          columns.get(i),
          cx,
          single ? y + (h - depth) * 0.42 : y + w * 0.2 + (i == 0 ? 0 : w * 0.12),
          fit);
    }
    if (dated) {
      Hand small = write.fittingColumn(date, Hand.brush(Math.min(84, slot * 0.44)), h * 0.55);
      write.column(
          date, x + w * 0.11 + slot * 0.24, y + h - w * 0.17 - write.depth(date, small), small);
    }
    page.ink(l, Ink.brush(Ink.BLACK));
    if (spec.is("seal")) {
      Seal.red(page, on.x(0.3), y + h + w * 0.32, w * 0.42, spec.get("seal", ""), Ink.CINNABAR);
    }
  }

  static boolean isDate(String line) {
    return line.matches(".*(年|月|訂|立|起).*") && line.matches(".*[〇一二三四五六七八九十元].*");
  }

  private static void stitches(Page page, Sheet cover, int count) {
    double x = cover.x(0.945);
    double right = cover.x(1);
    for (int pass = 0; pass < 2; pass++) {
      Layer l = page.layer();
      double d = pass * 5;
      double top = cover.y(0.07);
      double bottom = cover.y(0.93);
      l.line(x + d, cover.y(0) + 6, x + d, cover.y(1) - 6, 6);
      for (int i = 0; i < count; i++) {
        double y = top + (bottom - top) * i / (count - 1.0);
        l.line(x + d, y + d, right - 4, y + d, 6);
        l.fill(Shapes.circle(x + d, y + d, 8));
      }
      page.ink(l, pass == 0 ? Ink.even(0x1B1712, 0.6) : Ink.cover(0xE2D8BC, 0.92));
    }
  }
}
