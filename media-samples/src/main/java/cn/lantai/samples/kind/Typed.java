package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Sheet;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of type: a head, centred titles, lines at the left; or titles alone over unreadable text.
 *
 * <p>Options: titles, paper, head (red line under the first), hide (lines of unreadable text), face
 * (song or kai), punched, star, stencil (duplicated, in this colour), under (lines of unreadable
 * text below each line), from (the first line that has them).
 */
final class Typed implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of(spec.get("paper", "white")));
    boolean stencil = spec.is("stencil");
    Ink ink = stencil ? Ink.stencil(spec.colour("stencil", 0x23262C)) : Ink.print(0x24221F);
    boolean kai = stencil || spec.get("face", "song").equals("kai");
    int titles = spec.get("titles", 1);
    double y = sheet.y(0.1);
    for (int i = 0; i < titles; i++) {
      boolean red = spec.is("head") && i == 0;
      Layer l = page.layer();
      Lettering write = page.letters(l);
      Hand hand =
          Hand.type(
                  kai ? Face.KAI_BOLD : i == 0 ? Face.SONG_BLACK : Face.SONG_BOLD,
                  i == 0 ? 146 : 98)
              .lead(1.14);
      write.centred(
          spec.line(i), sheet.x(0.5), y, write.fitting(spec.line(i), hand, sheet.width() * 0.82));
      page.ink(l, red ? Ink.print(0xB4281E) : ink);
      y += i == 0 ? 190 : 140;
      if (red) {
        Layer rule = page.layer();
        rule.line(sheet.x(0.08), y - 50, sheet.x(0.92), y - 50, 9);
        page.ink(rule, Ink.print(0xB4281E));
        y += 60;
      }
    }
    y += 50;
    Layer l = page.layer();
    Lettering write = page.letters(l);
    List<String> rest = spec.from(titles);
    Hand body = Hand.type(kai ? Face.KAI : Face.SONG, 92).lead(1.06);
    int under = spec.get("under", 0);
    int from = spec.get("from", 0);
    double step =
        Math.min(
            220 + under * 120,
            (sheet.y(0.9) - y) / Math.max(1, rest.size() + spec.get("hide", 0) * 0.62));
    boolean dated =
        !rest.isEmpty()
            && Bound.isDate(rest.get(rest.size() - 1))
            && rest.get(rest.size() - 1).length() < 14;
    List<Double> below = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      boolean end = (dated && i == rest.size() - 1) || rest.get(i).startsWith("（");
      String text = rest.get(i);
      if (end) {
        write.right(
            text,
            sheet.x(0.88),
            spec.get("hide", 0) > 0 ? sheet.y(0.9) : Math.min(y + 60, sheet.y(0.94)),
            body);
      } else {
        write.line(text, sheet.x(0.12), y, write.fitting(text, body, sheet.width() * 0.78));
        if (text.endsWith("乙方") || text.endsWith("甲方")) {
          l.line(sheet.x(0.12) + write.measure(text, body) + 40, y + 48, sheet.x(0.7), y + 48, 3);
        }
        if (under > 0 && i >= from) {
          below.add(y + 80);
        }
      }
      y += under > 0 && i < from ? 200 : step;
    }
    page.ink(l, ink);
    for (double top : below) {
      Scribble.rows(page, sheet.x(0.14), top, sheet.width() * 0.74, step - 190, under, 72, ink);
    }
    if (spec.get("hide", 0) > 0) {
      double bottom = sheet.y(dated ? 0.85 : 0.92);
      Scribble.rows(
          page, sheet.x(0.11), y, sheet.width() * 0.78, bottom - y, spec.get("hide", 0), 78, ink);
    }
    if (spec.is("punched")) {
      Table.punch(page, sheet);
    }
    Table.stamps(page, spec, sheet);
    page.age(sheet);
    return page;
  }
}
