package cn.lantai.samples.kind;

import cn.lantai.samples.font.Face;
import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Rng;
import cn.lantai.samples.kit.Shapes;
import cn.lantai.samples.kit.Sheet;
import java.util.ArrayList;
import java.util.List;

/**
 * A form or card that asks and is answered, line by line.
 *
 * <p>Options: titles, paper, rule, hand, ink, wide, picture (wave, ribbon, sketch or lines), rows
 * (empty lines to add, comma-separated labels), stamp, star, printed, date (the last line is
 * written at the foot), split (each word is a label of its own).
 */
final class Form implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = spec.is("wide") ? Kind.landscape(spec, fonts) : Kind.portrait(spec, fonts);
    Sheet sheet = page.sheet(Paper.of(spec.get("paper", "machine")));
    int titles = spec.get("titles", 1);
    int rgb = spec.colour("rule", 0x34322E);
    Ink print = spec.get("printed", "press").equals("stencil") ? Ink.stencil(rgb) : Ink.print(rgb);
    Layer l = page.layer();
    Lettering write = page.letters(l);
    double y = sheet.y(spec.is("wide") ? 0.09 : 0.07);
    for (int i = 0; i < titles; i++) {
      Hand hand = Hand.type(Face.SONG_BOLD, i == 0 ? 116 : 76).lead(1.2);
      write.centred(
          spec.line(i), sheet.x(0.5), y, write.fitting(spec.line(i), hand, sheet.width() * 0.84));
      y += i == 0 ? 130 : 96;
    }
    page.ink(l, print);
    List<String> lines = new ArrayList<>(spec.from(titles));
    String date = spec.is("date") ? lines.remove(lines.size() - 1) : "";
    if (spec.is("split")) {
      List<String> labels = lines.stream().flatMap(line -> PageSpec.words(line).stream()).toList();
      lines.clear();
      lines.addAll(labels);
    }
    for (String extra : spec.get("rows", "").split(",", -1)) {
      if (!extra.isBlank()) {
        lines.add(extra);
      }
    }
    double x = sheet.x(0.07);
    double w = sheet.width() * 0.86;
    boolean pictured = spec.is("picture");
    double bottom = sheet.y(0.925);
    double picture = pictured ? (bottom - y) * (spec.is("wide") ? 0.46 : 0.42) : 0;
    double h = bottom - y - picture;
    rows(page, spec, lines, x, y, w, h, print);
    if (pictured) {
      Layer box = page.layer();
      box.box(x, y + h, w, picture, 6);
      page.ink(box, print);
      picture(page, spec, x + 30, y + h + 30, w - 60, picture - 60);
    }
    if (!date.isEmpty()) {
      Layer foot = page.layer();
      Hand hand = Letter.hand(spec).size(84);
      page.letters(foot).right(date, x + w, sheet.y(spec.is("wide") ? 0.955 : 0.962), hand);
      page.ink(foot, Letter.ink(spec));
    }
    Table.stamps(page, spec, sheet);
    page.age(sheet);
    return page;
  }

  private static void rows(
      Page page,
      PageSpec spec,
      List<String> lines,
      double x,
      double y,
      double w,
      double h,
      Ink print) {
    double label = spec.get("label", 26) / 100.0;
    double row = h / Math.max(1, lines.size());
    Layer l = page.layer();
    Rules.grid(l, x, y, w, h, new double[] {label}, Rules.even(Math.max(1, lines.size())), 2.8);
    Lettering write = page.letters(l);
    for (int i = 0; i < lines.size(); i++) {
      String name = PageSpec.words(lines.get(i)).get(0);
      Hand hand = Hand.type(Face.SONG_BOLD, Math.min(76, row * 0.4)).lead(1.12);
      write.centred(
          name,
          x + w * label / 2,
          y + row * (i + 0.5),
          write.fitting(name, hand, w * label * 0.88));
    }
    page.ink(l, print);
    l = page.layer();
    write = page.letters(l);
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = PageSpec.words(lines.get(i));
      String answer = String.join(" ", words.subList(1, words.size()));
      if (!answer.isEmpty() && !hidden(answer)) {
        Hand hand = Letter.hand(spec).size(Math.min(100, row * 0.52));
        write.line(
            answer,
            x + w * label + 44,
            y + row * (i + 0.52),
            write.fitting(answer, hand, w * (1 - label) - 90));
      }
    }
    page.ink(l, Letter.ink(spec));
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = PageSpec.words(lines.get(i));
      String answer = String.join(" ", words.subList(1, words.size()));
      if (hidden(answer)) {
        l = page.layer();
        double cy = y + row * (i + 0.5);
        l.fill(Shapes.rect(x + w * label + 40, cy - 46, 470, 92));
        page.ink(l, Ink.cover(0x1D1B18, 0.96));
        l = page.layer();
        page.letters(l).line(answer, x + w * label + 560, cy, Hand.type(Face.SONG, 60));
        page.ink(l, Ink.print(0x6B675E));
      }
    }
  }

  private static boolean hidden(String answer) {
    return answer.contains("已隐去") || answer.contains("不公开");
  }

  private static void picture(Page page, PageSpec spec, double x, double y, double w, double h) {
    switch (spec.get("picture", "")) {
      case "wave" -> wave(page, x, y, w, h);
      case "ribbon" -> ribbon(page, x, y, w, h);
      case "sketch" -> sketch(page, x, y, w, h);
      default -> Scribble.rows(page, x, y, w, h * 0.8, 6, 70, Letter.ink(spec));
    }
  }

  private static void wave(Page page, double x, double y, double w, double h) {
    Rng rng = page.rng;
    Layer l = page.layer();
    double mid = y + h / 2;
    double level = 0.4;
    for (double px = x; px < x + w; px += 9) {
      level = Math.max(0.05, Math.min(1, level + rng.jit(0.2)));
      if (rng.chance(0.03)) {
        level = 0.06;
      }
      double a = level * h * 0.44 * rng.in(0.5, 1);
      l.line(px, mid - a, px, mid + a, 4);
    }
    page.ink(l, Ink.print(0x2F5A80));
    l = page.layer();
    l.line(x, mid, x + w, mid, 2);
    for (int i = 0; i <= 9; i++) {
      l.line(x + w * i / 9, y + h - 14, x + w * i / 9, y + h + 6, 3);
    }
    page.ink(l, Ink.print(0x6B675E));
  }

  /** A woven band of lozenges and hooks in red and black. */
  private static void ribbon(Page page, double x, double y, double w, double h) {
    double top = y + h * 0.22;
    double band = h * 0.5;
    Sheet cloth =
        page.sheet(
            Shapes.rect(x, top, w, band), Paper.of("white").tint(0xF1ECDF).rough(2).stains(0));
    double cell = band / 14;
    for (int colour = 0; colour < 2; colour++) {
      Layer l = page.layer();
      l.clip(cloth.edge());
      int columns = (int) (w / cell);
      for (int c = 0; c < columns; c++) {
        for (int r = 0; r < 14; r++) {
          int u = Math.abs(c % 14 - 7);
          int v = Math.abs(r - 7);
          boolean edge = r == 0 || r == 13;
          boolean red = edge || u + v == 6 || (u + v == 3 && c % 28 > 13);
          boolean black =
              r == 1
                  || r == 12
                  || u + v == 0
                  || (u + v == 8 && (r + c) % 2 == 0)
                  || (u + v == 4 && c % 28 < 14);
          if (colour == 0 ? red : black && !red) {
            l.fill(Shapes.rect(x + c * cell + 1, top + r * cell + 1, cell - 2, cell - 2));
          }
        }
      }
      page.ink(l, Ink.print(colour == 0 ? 0xA3271B : 0x231F1B));
    }
    page.age(cloth);
  }

  private static void sketch(Page page, double x, double y, double w, double h) {
    Rng rng = page.rng;
    Layer l = page.layer();
    l.draw(
        Shapes.curve(
            x,
            y + h * 0.7,
            x + w * 0.3,
            y + h * 0.55,
            x + w * 0.6,
            y + h * 0.66,
            x + w,
            y + h * 0.5),
        5);
    l.draw(
        Shapes.curve(
            x,
            y + h * 0.8,
            x + w * 0.3,
            y + h * 0.64,
            x + w * 0.6,
            y + h * 0.75,
            x + w,
            y + h * 0.58),
        5);
    for (int i = 0; i < 4; i++) {
      double hx = x + w * (0.15 + 0.22 * i);
      double hy = y + h * rng.in(0.16, 0.34);
      l.draw(
          Shapes.curve(hx - 120, hy + 70, hx - 30, hy - 40, hx + 40, hy - 20, hx + 130, hy + 72),
          5);
      for (int k = 0; k < 7; k++) {
        l.line(hx - 60 + k * 22, hy + 10 + rng.jit(8), hx - 90 + k * 30, hy + 62, 2.4);
      }
    }
    l.dashed(
        Shapes.curve(
            x + w * 0.1, y + h * 0.95, x + w * 0.45, y + h * 0.68, x + w * 0.7, y + h * 0.3),
        5,
        24,
        16);
    l.box(x + w * 0.5, y + h * 0.42, 70, 56, 5);
    l.fill(Shapes.circle(x + w * 0.45, y + h * 0.68, 13));
    double nx = x + w * 0.93;
    double ny = y + h * 0.2;
    l.line(nx, ny + 70, nx, ny - 60, 5);
    l.fill(Shapes.poly(nx - 16, ny - 30, nx, ny - 80, nx + 16, ny - 30));
    page.ink(l, Ink.pen(Ink.BLUE));
  }
}
