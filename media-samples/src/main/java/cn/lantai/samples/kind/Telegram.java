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
import java.util.List;

/** A telegraph form: the heads of office and date filled in, the squares of the text unreadable. */
final class Telegram implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    Sheet sheet = page.sheet(Paper.of("machine").tint(0xE2DCC6).fold("v0.5", "h0.5").holes(2));
    int green = 0x2F5A57;
    double x = sheet.x(0.045);
    double y = sheet.y(0.165);
    double w = sheet.width() * 0.91;
    double h = sheet.height() * 0.755;
    Layer l = page.layer();
    Lettering write = page.letters(l);
    write.centred("電報紙", sheet.x(0.5), sheet.y(0.08), Hand.type(Face.SONG_BLACK, 128).lead(1.9));
    double head = 0.17;
    l.box(x, y, w, h, 8);
    l.line(x, y + h * head / 2, x + w, y + h * head / 2, 3);
    l.line(x, y + h * head, x + w, y + h * head, 5);
    String[] heads = {"報類", "號數", "發報", "收報", "日期"};
    double[] cuts = {0, 0.12, 0.24, 0.48, 0.72, 1};
    for (int i = 0; i < heads.length; i++) {
      if (i > 0) {
        l.line(x + w * cuts[i], y, x + w * cuts[i], y + h * head, 3);
      }
      write.centred(
          heads[i],
          x + w * (cuts[i] + cuts[i + 1]) / 2,
          y + h * head / 4,
          Hand.type(Face.SONG_BOLD, 52).lead(1.5));
    }
    int rows = 6;
    int cols = 12;
    double top = y + h * head;
    double rh = h * (1 - head) / rows;
    for (int r = 0; r < rows; r++) {
      l.line(x, top + rh * r, x + w, top + rh * r, 3);
      l.dashed(Shapes.open(x, top + rh * (r + 0.38), x + w, top + rh * (r + 0.38)), 2, 5, 10);
    }
    for (int c = 1; c < cols; c++) {
      l.line(x + w * c / cols, top, x + w * c / cols, y + h, 2.2);
    }
    page.ink(l, Ink.print(green));
    l = page.layer();
    write = page.letters(l);
    Hand hand = Hand.kai(70);
    String[] ends = spec.line(0).split(" 致 ", -1);
    String[] said = {"", "", ends[0], ends[1], spec.line(1).replace("民國", "")};
    for (int i = 2; i < 5; i++) {
      write.centred(
          said[i],
          x + w * (cuts[i] + cuts[i + 1]) / 2,
          y + h * head * 0.76,
          write.fitting(said[i], hand, w * (cuts[i + 1] - cuts[i]) * 0.92));
    }
    page.ink(l, Ink.pen(Ink.VIOLET));
    for (int r = 0; r < rows - 1; r++) {
      int n = r == rows - 2 ? 5 : cols;
      for (int c = 0; c < n; c++) {
        Scribble.rows(
            page,
            x + w * c / cols + 40,
            top + rh * (r + 0.06),
            w / cols - 60,
            rh * 0.26,
            1,
            40,
            Ink.pen(0x2A2A52));
        Scribble.rows(
            page,
            x + w * c / cols + 62,
            top + rh * (r + 0.4),
            190,
            rh * 0.58,
            1,
            118,
            Ink.brush(0x24242F));
      }
    }
    Stamp.round(page, x + w * 0.86, y + h * 0.86, 190, "", List.of(), 0x6A2F6D);
    page.age(sheet);
    return page;
  }
}
