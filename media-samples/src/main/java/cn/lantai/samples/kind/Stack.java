package cn.lantai.samples.kind;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Hand;
import cn.lantai.samples.kit.Ink;
import cn.lantai.samples.kit.Layer;
import cn.lantai.samples.kit.Lettering;
import cn.lantai.samples.kit.Page;
import cn.lantai.samples.kit.Paper;
import cn.lantai.samples.kit.Shapes;
import cn.lantai.samples.kit.Sheet;
import java.awt.geom.RoundRectangle2D;

/** Several notebooks in a loose pile; only the topmost bears a label, if there are words for it. */
final class Stack implements Kind {
  @Override
  public Page draw(PageSpec spec, FontShelf fonts) {
    Page page = Kind.landscape(spec, fonts);
    String[] cloths = spec.get("cloths", "greencloth,browncloth,bluecloth,redcloth").split(",", -1);
    double cx = page.width * 0.5;
    double cy = (page.height - Page.STRIP) * 0.5;
    Sheet top = null;
    double tilt = 0;
    for (int i = 0; i < cloths.length; i++) {
      double w = 1240 + page.rng.jit(50);
      double h = 1700 + page.rng.jit(30);
      double x =
          cx
              - w / 2
              + (cloths.length - 1 - i)
                  * (i % 2 == 0 ? -330 : 300)
                  / (cloths.length > 4 ? 2.2 : 1.6);
      double y = cy - h / 2 + page.rng.jit(26);
      tilt = page.rng.jit(i == cloths.length - 1 ? 2 : 9);
      page.sheet(
          Shapes.turn(
              new RoundRectangle2D.Double(x + 16, y + 18, w, h, 30, 30),
              x + w / 2,
              y + h / 2,
              tilt),
          Paper.of("machine"));
      top =
          page.sheet(
              Shapes.turn(
                  new RoundRectangle2D.Double(x, y, w, h, 50, 50), x + w / 2, y + h / 2, tilt),
              Paper.of(cloths[i]));
      Layer hinge = page.layer();
      hinge.draw(
          Shapes.turn(Shapes.rect(x + w * 0.11, y + 6, 2, h - 12), x + w / 2, y + h / 2, tilt), 9);
      page.ink(hinge, Ink.even(0x120D08, 0.45));
      page.age(top);
    }
    if (!spec.lines().isEmpty()) {
      label(page, spec, top, tilt);
    }
    return page;
  }

  private static void label(Page page, PageSpec spec, Sheet book, double tilt) {
    double x = book.box().getCenterX() + 40;
    double y = book.y(0.27);
    Sheet label =
        page.sheet(
            Shapes.turn(Shapes.rect(x - 330, y - 170, 660, 340), x, y, tilt),
            Paper.of("machine").stains(3).wear(0.7));
    Layer l = page.layer();
    l.at(x, y, tilt);
    l.box(-300, -140, 600, 280, 4);
    Lettering write = page.letters(l);
    Hand hand = Letter.hand(spec);
    int n = spec.lines().size();
    for (int i = 0; i < n; i++) {
      write.centred(spec.line(i), 0, (i - (n - 1) / 2.0) * 120, hand.size(i == 0 ? 124 : 80));
    }
    l.home();
    page.ink(l, Letter.ink(spec));
    page.age(label);
  }
}
