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
import java.util.ArrayList;
import java.util.List;

/**
 * Small slips: receipts, loan notes, stubs. They lie on the dark board alone.
 *
 * <p>Options: paper, sample (prints 教學樣張 in red), seal, frame (printed), stub (perforated at the
 * right), blank (words printed faintly across), landscape.
 */
final class Slip implements Kind {
  private static final String SAMPLE = "教學樣張";

  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    double foot = page.height - Page.STRIP;
    Sheet sheet =
        page.sheet(
            Shapes.turn(
                Shapes.rect(200, 230, page.width - 400, foot - 470),
                page.width / 2.0,
                foot / 2,
                page.rng.jit(1.2)),
            Paper.of(spec.get("paper", "maobian"))
                .fold("v0.5", "h0.5")
                .holes(6)
                .rough(spec.get("rough", 13))
                .stains(9));
    List<String> lines = new ArrayList<>(spec.lines());
    boolean sample = lines.remove(SAMPLE);
    double x = sheet.x(0.08);
    double w = sheet.width() * 0.84;
    double y = sheet.y(0.07);
    double h = sheet.height() * 0.86;
    if (spec.is("frame")) {
      Layer f = page.layer();
      f.box(x, y, w, h, 9);
      f.box(x + 20, y + 20, w - 40, h - 40, 3);
      page.ink(f, Ink.print(spec.colour("frame", 0x3D6A4C)));
    }
    int cols = lines.size() + (spec.is("frame") ? 0 : 1);
    double gap = w / cols;
    Layer l = page.layer();
    Lettering write = page.letters(l);
    boolean printed = spec.is("frame");
    for (int i = 0; i < lines.size(); i++) {
      boolean title = i == 0;
      boolean date = i > 1 && Bound.isDate(lines.get(i)) && i == lines.size() - 1;
      double size = Math.min(gap * 0.62, title ? 236 : 176);
      Hand hand =
          printed
              ? Hand.type(title ? Face.SONG_BLACK : Face.SONG_BOLD, Math.min(gap * 0.5, 150))
                  .lead(1.2)
              : Hand.brush(size).loose(1.4);
      Hand fit = write.fittingColumn(lines.get(i), hand, h * 0.86);
      double depth = write.depth(lines.get(i), fit);
      double top = date ? y + h - depth - 90 : y + (title && !printed ? 60 : 120);
      write.column(lines.get(i), x + w - gap * (i + 0.5), top, fit);
    }
    page.ink(l, printed ? Ink.print(spec.colour("frame", 0x3D6A4C)) : Ink.brush(0x16110A));
    if (sample) {
      over(page, sheet, SAMPLE, 0.19, 0xB3261A);
    }
    if (spec.is("blank")) {
      over(page, sheet, spec.get("blank", ""), 0.44, 0x9A8F80);
    }
    if (spec.is("seal")) {
      Seal.red(page, x + gap * 0.62, y + h * 0.5, 280, spec.get("seal", ""), Ink.CINNABAR);
    }
    if (spec.is("cross")) {
      Layer mark = page.layer();
      mark.at(x + gap * 0.5, y + h * 0.84, 8);
      mark.draw(Shapes.curve(-90, -60, 0, 30, 100, -50), 14)
          .draw(Shapes.curve(0, -110, -10, 40, 10, 130), 14)
          .draw(Shapes.curve(-80, 90, 0, 60, 90, 100), 12);
      mark.home();
      page.ink(mark, Ink.brush(0x16110A));
    }
    if (spec.is("stub")) {
      perforation(page, sheet);
    }
    page.age(sheet);
    return page;
  }

  private static void over(Page page, Sheet sheet, String text, double x, int rgb) {
    Layer l = page.layer();
    l.at(sheet.x(x), sheet.y(x < 0.3 ? 0.33 : 0.66), -3);
    Lettering write = page.letters(l);
    Hand hand = Hand.type(Face.SONG_BLACK, 130).lead(1.14);
    double h = write.depth(text, hand);
    write.column(text, 0, -h / 2, hand);
    l.box(-100, -h / 2 - 40, 200, h + 80, 10);
    l.home();
    page.ink(l, Ink.stamp(rgb));
  }

  private static void perforation(Page page, Sheet sheet) {
    Layer l = page.layer();
    for (double y = sheet.y(0.01); y < sheet.y(0.99); y += 46) {
      l.fill(Shapes.circle(sheet.x(0.975), y, 13));
    }
    page.ink(l, Ink.cover(0x8F8A7F, 1));
  }
}
