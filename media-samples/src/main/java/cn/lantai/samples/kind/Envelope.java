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
import cn.lantai.samples.kit.Stamp;
import java.util.List;

/**
 * A Chinese envelope with its red panel, addressed down three columns.
 *
 * <p>Options: right, middle, left (index of the line written there; circles where none), panel
 * (solid or frame), postage (colour of the stamp), postmark, seal, paper, wide (with its letter).
 */
final class Envelope implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = new Page(2060, 3240, spec.seed(), fonts);
    double foot = page.height - Page.STRIP;
    double w = page.width - 260;
    double h = foot - 150;
    Sheet sheet =
        page.sheet(
            Shapes.turn(Shapes.rect(130, 74, w, h), page.width / 2.0, foot / 2, page.rng.jit(0.4)),
            Paper.of(spec.get("paper", "xuan")).fold("h0.5").stains(7).wear(0.8));
    int red = 0xB23A2A;
    Layer l = page.layer();
    double px = sheet.x(0.335);
    double pw = sheet.width() * 0.33;
    if (spec.get("panel", "solid").equals("solid")) {
      l.fill(Shapes.rect(px, sheet.y(0.055), pw, sheet.height() * 0.89));
      page.ink(l, new Ink(0xC2432F, 0.86, 2, 0.45, 0.66, true, false));
      l = page.layer();
    } else {
      l.box(px, sheet.y(0.055), pw, sheet.height() * 0.89, 16);
      l.box(px + 28, sheet.y(0.055) + 28, pw - 56, sheet.height() * 0.89 - 56, 4);
    }
    l.box(sheet.x(0.04), sheet.y(0.028), sheet.width() * 0.92, sheet.height() * 0.944, 5);
    page.ink(l, Ink.print(red).faint(0.9));
    l = page.layer();
    address(
        page,
        l,
        spec,
        spec.get("right", -1),
        sheet.x(0.81),
        sheet.y(0.09),
        sheet.height() * 0.78,
        128);
    address(
        page,
        l,
        spec,
        spec.get("middle", -1),
        sheet.x(0.5),
        sheet.y(0.11),
        sheet.height() * 0.8,
        216);
    address(
        page,
        l,
        spec,
        spec.get("left", -1),
        sheet.x(0.2),
        sheet.y(spec.get("lefty", 42) / 100.0),
        sheet.height() * (0.93 - spec.get("lefty", 42) / 100.0),
        112);
    if (spec.is("far")) {
      address(
          page, l, spec, spec.get("far", 3), sheet.x(0.1), sheet.y(0.52), sheet.height() * 0.4, 84);
    }
    page.ink(l, Ink.brush(Ink.BLACK));
    if (spec.is("postage")) {
      postage(page, spec, sheet.x(0.055), sheet.y(0.045), 300, 370);
    }
    if (spec.is("postmark")) {
      String[] parts = spec.get("postmark", "").split("/", -1);
      Stamp.round(
          page,
          sheet.x(0.24),
          sheet.y(0.15),
          190,
          parts[0],
          List.of(parts).subList(1, parts.length),
          0x2A272C);
    }
    if (spec.is("mark")) {
      String[] parts = spec.get("mark", "").split("/", -1);
      Stamp.round(
          page,
          sheet.x(0.8),
          sheet.y(0.86),
          180,
          parts[0],
          List.of(parts).subList(1, parts.length),
          0x3C3F7A);
    }
    if (spec.is("seal")) {
      Seal.red(
          page,
          sheet.x(0.72),
          sheet.y(0.68),
          230,
          spec.get("seal", ""),
          spec.colour("sealink", 0x3C6A4A));
    }
    page.age(sheet);
    return page;
  }

  private static void address(
      Page page, Layer l, PageSpec spec, int line, double x, double y, double room, double size) {
    String text = line >= 0 ? spec.line(line) : line == -2 ? "" : "○　○　○";
    if (text.isEmpty()) {
      return;
    }
    Lettering write = page.letters(l);
    double lead = size > 200 && text.length() < 8 ? 1.42 : 1.16;
    Hand hand = write.fittingColumn(text, Hand.brush(size).lead(lead), room);
    write.column(text, x, y, hand);
  }

  /** A postage stamp of hills and water, of no country. */
  static void postage(Page page, PageSpec spec, double x, double y, double w, double h) {
    double tilt = page.rng.jit(2.2);
    Sheet edge =
        page.sheet(
            Shapes.turn(Shapes.rect(x, y, w, h), x + w / 2, y + h / 2, tilt),
            Paper.of("white").stains(0).rough(1));
    Layer bites = page.layer();
    bites.at(x + w / 2, y + h / 2, tilt);
    for (double t = -w / 2; t <= w / 2; t += 24) {
      bites.fill(Shapes.circle(t, -h / 2, 8)).fill(Shapes.circle(t, h / 2, 8));
    }
    for (double t = -h / 2; t <= h / 2; t += 24) {
      bites.fill(Shapes.circle(-w / 2, t, 8)).fill(Shapes.circle(w / 2, t, 8));
    }
    bites.home();
    page.ink(bites, Ink.cover(0xD9C9A2, 1));
    Layer l = page.layer();
    l.at(x + w / 2, y + h / 2, tilt);
    double iw = w - 64;
    double ih = h - 64;
    l.fill(Shapes.rect(-iw / 2, -ih / 2, iw, ih));
    l.erase(Shapes.rect(-iw / 2 + 12, -ih / 2 + 12, iw - 24, ih - 24));
    for (int i = 0; i < 18; i++) {
      l.line(-iw / 2 + 14, ih / 2 - 24 - i * 6.5, iw / 2 - 14, ih / 2 - 24 - i * 6.5, 2.6);
    }
    l.fill(
        Shapes.poly(
            -iw / 2 + 14,
            ih / 2 - 140,
            -iw * 0.2,
            -ih * 0.1,
            -iw * 0.02,
            ih / 2 - 160,
            iw * 0.16,
            ih * 0.02,
            iw / 2 - 14,
            ih / 2 - 140));
    l.draw(Shapes.circle(iw * 0.22, -ih * 0.24, 30), 5);
    page.letters(l).centred("郵票", 0, -ih / 2 + 46, Hand.type(Face.SONG_BOLD, 48).lead(1.5));
    l.home();
    page.ink(l, Ink.print(spec.colour("postage", 0x4D7A58)));
    page.age(edge);
  }
}
