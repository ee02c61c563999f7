package cn.lantai.samples.kind;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Seal;
import cn.lantai.samples.kit.Sheet;
import java.util.List;

/**
 * Account books kept down columns: the item above, the sum below.
 *
 * <p>Options: paper, rule, tick (a small seal under each sum), seal.
 */
final class Ledger implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet =
        page.sheet(
            Paper.of(spec.get("paper", "ledger"))
                .fold("v0.5")
                .holes(spec.get("holes", 4))
                .rough(spec.get("rough", 6)));
    double x = sheet.x(0.06);
    double y = sheet.y(0.085);
    double w = sheet.width() * 0.88;
    double h = sheet.height() * 0.85;
    int cols = Math.max(spec.get("cols", 5), spec.lines().size());
    int rgb = spec.colour("rule", Ink.RED);
    if (!spec.get("rule", "").equals("none")) {
      Rules.columns(page, x, y, w, h, cols, rgb);
      Layer l = page.layer();
      l.line(x, y + h * 0.115, x + w, y + h * 0.115, 2.6);
      l.line(x, y + h * 0.52, x + w, y + h * 0.52, 2.6);
      page.ink(l, Ink.print(rgb).faint(0.75));
    }
    double gap = w / cols;
    Hand hand = Hand.brush(Math.min(gap * 0.66, spec.get("size", 148)));
    Layer l = page.layer();
    for (int i = 0; i < spec.lines().size(); i++) {
      entry(page, l, spec.line(i), x + w - gap * (i + 0.5), y, h, hand);
    }
    page.ink(l, Ink.brush(Ink.BLACK));
    if (spec.is("tick")) {
      for (int i = 0; i < spec.lines().size(); i++) {
        if (PageSpec.words(spec.line(i)).size() > 1 && !isHeading(spec.line(i))) {
          Seal.red(
              page,
              x + w - gap * (i + 0.5) + page.rng.jit(14),
              y + h * 0.955,
              gap * 0.36,
              spec.get("tick", ""),
              Ink.CINNABAR);
        }
      }
    }
    if (spec.is("seal")) {
      Seal.red(page, x + gap * 0.8, y + h * 0.4, 270, spec.get("seal", ""), Ink.CINNABAR);
    }
    page.age(sheet);
    return page;
  }

  private static void entry(
      Page page, Layer l, String line, double cx, double y, double h, Hand hand) {
    Lettering write = page.letters(l);
    List<String> words = PageSpec.words(line);
    if (isHeading(line)) {
      write.column(
          line,
          cx,
          y + h * 0.02,
          write.fittingColumn(line, hand.size(hand.size() * 1.08), h * 0.9));
      return;
    }
    boolean total = line.matches("^(共計|以上|結存|合計).*");
    Hand bold = total ? hand.size(hand.size() * 1.12) : hand;
    if (words.size() == 1) {
      write.column(line, cx, y + h * 0.135, write.fittingColumn(line, bold, h * 0.8));
      return;
    }
    String sum = words.get(words.size() - 1);
    String item = String.join(" ", words.subList(0, words.size() - 1));
    double split = total ? 0.5 : 0.54;
    Hand first = write.fittingColumn(item, bold, h * (split - 0.15));
    write.column(item, cx, y + h * (total ? 0.06 : 0.135), first);
    Hand second = write.fittingColumn(sum, bold, h * (0.92 - split));
    write.column(sum, cx, y + h * split, second);
  }

  private static boolean isHeading(String line) {
    return line.matches(".*[月日].*(晴|陰|雨|歇|日|晴 .*)$") || line.matches("^(乙亥|光緒|民國|丙寅|順慶).*");
  }
}
