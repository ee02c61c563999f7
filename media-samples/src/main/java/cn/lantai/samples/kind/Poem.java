package cn.lantai.samples.kind;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.*;

/** A horizontal sheet with a poem: title and date are legible, the verses only hinted at. */
final class Poem implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    double foot = page.height - Page.STRIP;
    Sheet sheet =
        page.sheet(
            Shapes.rect(60, 330, page.width - 120, foot - 660),
            Paper.of("xuan").fold("v0.25", "v0.5", "v0.75").rough(4).stains(6));
    Layer l = page.layer();
    Lettering write = page.letters(l);
    write.column(spec.line(0), sheet.x(0.93), sheet.y(0.1), Hand.brush(176).lead(1.16));
    Hand small = write.fittingColumn(spec.line(1), Hand.brush(96), sheet.height() * 0.6);
    write.column(
        spec.line(1), sheet.x(0.07), sheet.y(0.9) - write.depth(spec.line(1), small), small);
    page.ink(l, Ink.brush(Ink.BLACK));
    Scribble.columns(
        page,
        sheet.x(0.13),
        sheet.y(0.12),
        sheet.width() * 0.74,
        sheet.height() * 0.78,
        8,
        130,
        Ink.brush(0x6E675B));
    page.age(sheet);
    return page;
  }
}
