package cn.lantai.samples.kit;

import cn.lantai.samples.font.FontShelf;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** The picture in the making: paper is laid on it, ink is put on the paper, then it is aged. */
public final class Page {
  /** Height of the strip at the foot that says what the picture is. */
  public static final int STRIP = 78;

  private static final int BACKDROP = 0xC4BFB4;

  public final int width;
  public final int height;
  public final Rng rng;
  public final FontShelf fonts;
  final int[] px;
  private final Layer layer;

  public Page(int width, int height, long seed, FontShelf fonts) {
    this.width = width;
    this.height = height;
    this.rng = new Rng(seed);
    this.fonts = fonts;
    this.px = new int[width * height];
    this.layer = new Layer(width, height);
    Arrays.fill(px, BACKDROP);
  }

  /** An empty layer; there is only one, so ink it before the next is asked for. */
  public Layer layer() {
    layer.clear();
    return layer;
  }

  public Lettering letters(Layer on) {
    return new Lettering(on, fonts, rng);
  }

  /** Lays a sheet that fills the page but for a narrow margin. */
  public Sheet sheet(Paper paper) {
    double m = 34;
    return sheet(Shapes.rect(m, m, width - 2 * m, height - STRIP - 2 * m), paper);
  }

  public Sheet sheet(Shape outline, Paper paper) {
    Path2D edge = Shapes.ragged(rng, outline, paper.rough());
    for (int i = 0; i < paper.holes(); i++) {
      Rectangle b = outline.getBounds();
      double r = rng.in(4, 13);
      Path2D hole =
          Shapes.blob(
              rng,
              b.x + b.width * rng.in(0.05, 0.95),
              b.y + b.height * rng.in(0.04, 0.96),
              r,
              r * rng.in(0.6, 1.5),
              0.35);
      edge.setWindingRule(Path2D.WIND_EVEN_ODD);
      edge.append(hole, false);
    }
    Layer mask = layer();
    mask.fill(edge);
    SheetPainter painter = new SheetPainter(this, mask);
    painter.shadow();
    painter.paint(paper);
    Sheet sheet = new Sheet(edge, outline.getBounds2D(), paper);
    if (paper.hairs() > 0) {
      hairs(sheet);
    }
    return sheet;
  }

  /** Stains, creases and worn edges, over whatever has been written by now. */
  public void age(Sheet sheet) {
    Ageing.apply(this, sheet);
  }

  /** Puts the marks of the layer on the page. */
  public void ink(Layer marks, Ink ink) {
    Rectangle r = marks.dirty();
    int ox = rng.below(Noise.SIZE);
    int oy = rng.below(Noise.SIZE);
    int wobble = (int) Math.round(ink.wobble() * 256);
    int gain = (int) Math.round(ink.gain() * 256);
    int bias = (int) Math.round(ink.bias() * 255);
    int opacity = (int) Math.round(ink.opacity() * 256);
    int ir = ink.rgb() >> 16 & 255;
    int ig = ink.rgb() >> 8 & 255;
    int ib = ink.rgb() & 255;
    Noise grain = ink.grain() ? Noise.GRAIN : Noise.PATCH;
    int[] cover = marks.cover;
    for (int y = r.y; y < r.y + r.height; y++) {
      for (int x = r.x; x < r.x + r.width; x++) {
        int c;
        if (wobble == 0) {
          c = cover[y * width + x] & 255;
        } else {
          int dx = ((Noise.PATCH.at(x + ox, y + oy) - 128) * wobble + 16384) >> 15;
          int dy = ((Noise.PATCH.at(x + oy, y + ox + 400) - 128) * wobble + 16384) >> 15;
          int sx = Math.max(0, Math.min(width - 1, x + dx));
          int sy = Math.max(0, Math.min(height - 1, y + dy));
          c = cover[sy * width + sx] & 255;
        }
        if (c == 0) {
          continue;
        }
        if (gain != 0) {
          int m = ((grain.at(x + oy, y + ox) * gain) >> 8) + bias;
          c = c * Math.max(0, Math.min(255, m)) / 255;
        }
        int a = (c * opacity) >> 8;
        int p = px[y * width + x];
        int pr = p >> 16 & 255;
        int pg = p >> 8 & 255;
        int pb = p & 255;
        if (ink.opaque()) {
          pr += (ir - pr) * a / 255;
          pg += (ig - pg) * a / 255;
          pb += (ib - pb) * a / 255;
        } else {
          pr = pr * (255 - a * (255 - ir) / 255) / 255;
          pg = pg * (255 - a * (255 - ig) / 255) / 255;
          pb = pb * (255 - a * (255 - ib) / 255) / 255;
        }
        px[y * width + x] = pr << 16 | pg << 8 | pb;
      }
    }
  }

  /** Adds the grain of the camera and the strip at the foot. */
  public BufferedImage finish(String key, boolean madeUp) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    int ox = rng.below(Noise.SIZE);
    int oy = rng.below(Noise.SIZE);
    for (int y = 0; y < height - STRIP; y++) {
      for (int x = 0; x < width; x++) {
        int n = (Noise.GRAIN.at(x + ox, y + oy) - 128) / 20;
        int p = px[y * width + x];
        px[y * width + x] =
            clamp((p >> 16 & 255) + n) << 16
                | clamp((p >> 8 & 255) + n) << 8
                | clamp((p & 255) + n);
      }
    }
    Strip.print(this, key, madeUp);
    byte[] out = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0, o = 0; i < px.length; i++) {
      int p = px[i];
      out[o++] = (byte) p;
      out[o++] = (byte) (p >> 8);
      out[o++] = (byte) (p >> 16);
    }
    return image;
  }

  private void hairs(Sheet sheet) {
    for (int pass = 0; pass < 2; pass++) {
      Layer l = layer();
      l.clip(sheet.edge());
      for (int i = 0; i < sheet.paper().hairs() / 2; i++) {
        double x = sheet.x(rng.next());
        double y = sheet.y(rng.next());
        double length = rng.in(14, 60);
        double a = rng.in(0, 6.283);
        l.draw(
            Shapes.curve(
                x,
                y,
                x + Shapes.cos(a) * length * 0.5 + rng.jit(6),
                y + Shapes.sin(a) * length * 0.5 + rng.jit(6),
                x + Shapes.cos(a) * length,
                y + Shapes.sin(a) * length),
            rng.in(0.8, 2.2),
            rng.in(0.2, 0.8));
      }
      ink(l, pass == 0 ? Ink.even(sheet.paper().dark(), 0.3) : Ink.cover(0xFFF6DC, 0.26));
    }
  }

  static int clamp(int v) {
    return v < 0 ? 0 : Math.min(v, 255);
  }
}
