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
 * Letters, petitions and dispatches written down columns.
 *
 * <p>Options: paper, rule (colour or none), head (imprint above the frame), foot, hand, ink, cols,
 * hide (columns of unreadable writing), seal and sealed (left, right, end), received, prints.
 */
final class Letter implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.portrait(spec, fonts);
    Sheet sheet =
        page.sheet(
            Paper.of(spec.get("paper", "xuan"))
                .fold("h0.335", "h0.665")
                .holes(spec.get("holes", 2)));
    boolean ruled = !spec.get("rule", "red").equals("none");
    double x = sheet.x(0.085);
    double y = sheet.y(spec.is("head") ? 0.125 : 0.1);
    double w = sheet.width() * 0.83;
    double h = sheet.y(0.925) - y;
    int hidden = spec.get("hide", 0);
    int cols = Math.max(spec.get("cols", 6), spec.lines().size() + hidden);
    int rgb = spec.colour("rule", Ink.RED);
    if (ruled) {
      Rules.columns(page, x, y, w, h, cols, rgb);
    }
    imprint(page, spec, sheet, rgb);
    Hand hand = hand(spec);
    Ink ink = ink(spec);
    double gap = w / cols;
    double size = Math.min(gap * 0.72, suiting(page, spec, hand, h * 0.9));
    if (hidden > 0) {
      int before = spec.get("before", 1);
      Scribble.columns(
          page,
          x + gap * (cols - hidden - before),
          y + 30,
          gap * hidden,
          h - 60,
          hidden,
          size * 0.92,
          ink);
      Layer l = page.layer();
      for (int i = 0; i < spec.lines().size(); i++) {
        int col = i < before ? i : hidden + i;
        write(page, l, spec, spec.line(i), i, x + w - gap * (col + 0.5), y, h, hand.size(size));
      }
      page.ink(l, ink);
    } else {
      Layer l = page.layer();
      for (int i = 0; i < spec.lines().size(); i++) {
        write(page, l, spec, spec.line(i), i, x + w - gap * (i + 0.5), y, h, hand.size(size));
      }
      page.ink(l, ink);
    }
    marks(page, spec, sheet, x, y, w, h, gap);
    page.age(sheet);
    return page;
  }

  /** As large as the longest column allows. */
  private static double suiting(Page page, PageSpec spec, Hand hand, double room) {
    Lettering write = page.letters(page.layer());
    double longest =
        spec.lines().stream().mapToDouble(line -> write.depth(line, hand)).max().orElse(1);
    double most = spec.get("size", 164);
    return Math.min(most, Math.max(most * 0.6, hand.size() * room / longest));
  }

  private static void write(
      Page page,
      Layer l,
      PageSpec spec,
      String text,
      int i,
      double cx,
      double y,
      double h,
      Hand hand) {
    Lettering write = page.letters(l);
    double top = y + hand.size() * 0.42;
    double room = h - hand.size() * 0.8;
    boolean lone = text.equals("呈");
    if (lone) {
      hand = hand.size(hand.size() * 1.5);
    }
    Hand fit = write.fittingColumn(text, hand, room);
    boolean close =
        i == spec.lines().size() - 1 && i > 1 && (text.contains("年") || text.contains("○○"));
    boolean sign =
        text.contains("○○ 上")
            || text.contains("謹稟")
            || text.endsWith("○○ 稟")
            || text.endsWith(" 具");
    double depth = write.depth(text, fit);
    if (close || sign) {
      top = y + h - depth - hand.size() * 0.6;
    } else if (i > 0 && PageSpec.words(text).size() == 1 && text.length() <= 2) {
      top += hand.size() * 0.2;
    }
    write.column(text, cx, top, fit);
  }

  static Hand hand(PageSpec spec) {
    double size = spec.get("size", 132);
    return switch (spec.get("hand", "brush")) {
      case "brush" -> Hand.brush(size);
      case "kai" -> Hand.kai(size);
      case "pen" -> Hand.pen(size);
      case "running" -> Hand.running(size);
      case "type" -> Hand.type(Face.SONG, size);
      default -> throw new IllegalArgumentException("No such hand: " + spec.get("hand", ""));
    };
  }

  static Ink ink(PageSpec spec) {
    return switch (spec.get("ink", "black")) {
      case "black" -> Ink.brush(Ink.BLACK);
      case "blue" -> Ink.pen(Ink.BLUE);
      case "violet" -> Ink.pen(Ink.VIOLET);
      case "ballpoint" -> Ink.ballpoint(0x24408A);
      case "pencil" -> Ink.pencil(0x3A3733);
      case "stencil" -> Ink.stencil(0x23262C);
      case "stencilblue" -> Ink.stencil(0x263C6B);
      case "print" -> Ink.print(Ink.BLACK);
      default -> Ink.pen(Integer.parseInt(spec.get("ink", "0"), 16));
    };
  }

  private static void imprint(Page page, PageSpec spec, Sheet sheet, int rgb) {
    if (!spec.is("head") && !spec.is("foot")) {
      return;
    }
    Layer l = page.layer();
    Lettering write = page.letters(l);
    if (spec.is("head")) {
      String text = spec.get("head", "");
      Hand hand = Hand.type(Face.SONG_BOLD, 92).lead(1.5);
      write.centred(
          text, sheet.x(0.5), sheet.y(0.072), write.fitting(text, hand, sheet.width() * 0.78));
    }
    if (spec.is("foot")) {
      write.centred(
          spec.get("foot", ""),
          sheet.x(0.5),
          sheet.y(0.957),
          Hand.type(Face.SONG_BOLD, 38).lead(1.4));
    }
    page.ink(l, Ink.print(rgb));
  }

  private static void marks(
      Page page, PageSpec spec, Sheet sheet, double x, double y, double w, double h, double gap) {
    if (spec.is("seal")) {
      double size = spec.get("sealsize", 300);
      double sx = x + w - gap * (spec.lines().size() + spec.get("hide", 0) - 0.5) + size * 0.12;
      double sy = y + h * spec.get("sealat", 66) / 100.0;
      if (spec.get("sealink", "red").equals("red")) {
        Seal.red(page, Math.max(x + size * 0.6, sx), sy, size, spec.get("seal", ""), Ink.CINNABAR);
      } else {
        Seal.white(
            page, Math.max(x + size * 0.6, sx), sy, size, spec.get("seal", ""), Ink.CINNABAR);
      }
    }
    if (spec.is("received")) {
      Layer l = page.layer();
      l.at(sheet.x(0.16), sheet.y(0.052), page.rng.jit(3));
      l.box(-150, -52, 300, 104, 7);
      page.letters(l)
          .centred(spec.get("received", ""), 0, 0, Hand.type(Face.KAI_BOLD, 70).lead(1.3));
      l.home();
      page.ink(l, Ink.stamp(0x4A4F8C));
    }
    if (spec.is("prints")) {
      thumbs(page, spec.get("prints", 6), x + gap * 0.4, y + h * 0.36, gap * 1.1);
    }
    if (spec.is("sheetno")) {
      Layer l = page.layer();
      page.letters(l).line(spec.get("sheetno", ""), sheet.x(0.09), sheet.y(0.952), Hand.kai(44));
      page.ink(l, Ink.pencil(0x55504A));
    }
  }

  /** Finger prints in vermilion, set down in two rows. */
  static void thumbs(Page page, int count, double x, double y, double w) {
    Layer l = page.layer();
    for (int i = 0; i < count; i++) {
      double cx = x + (i % 2) * w * 0.6 + page.rng.jit(w * 0.06);
      int row = i / 2;
      double cy = y + row * w * 0.72 + page.rng.jit(w * 0.08);
      l.at(cx, cy, page.rng.jit(24));
      for (int ring = 0; ring < 9; ring++) {
        double r = 6 + ring * 5.6;
        l.draw(Shapes.ellipse(page.rng.jit(2), ring * 2.2, r * 0.72, r), 3.4, page.rng.in(0.5, 1));
      }
    }
    l.home();
    page.ink(l, Ink.seal(0xB02A1D));
  }
}
