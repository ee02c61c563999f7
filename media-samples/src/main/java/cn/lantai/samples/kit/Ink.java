package cn.lantai.samples.kit;

/**
 * How a layer of marks takes to the paper.
 *
 * @param wobble how far, in pixels, edges stray
 * @param gain how strongly noise thins the ink; 0 for an even film
 * @param bias added after the noise
 * @param grain whether the noise is of single pixels (print) rather than patches (brush)
 * @param opaque covers the ground instead of darkening it
 */
public record Ink(
    int rgb,
    double opacity,
    double wobble,
    double gain,
    double bias,
    boolean grain,
    boolean opaque) {

  public static final int BLACK = 0x1A1712;
  public static final int RED = 0xA8332A;
  public static final int CINNABAR = 0xB3261A;
  public static final int BLUE = 0x263A66;
  public static final int VIOLET = 0x57407C;

  public static Ink brush(int rgb) {
    return new Ink(rgb, 0.97, 3.2, 1.5, 0.32, false, false);
  }

  public static Ink pen(int rgb) {
    return new Ink(rgb, 0.9, 1.6, 1.3, 0.35, false, false);
  }

  public static Ink ballpoint(int rgb) {
    return new Ink(rgb, 0.88, 0.8, 1.6, 0.2, true, false);
  }

  public static Ink print(int rgb) {
    return new Ink(rgb, 0.92, 1.3, 1.5, 0.26, true, false);
  }

  /** Cut in wood: swollen edges and starved patches. */
  public static Ink woodblock(int rgb) {
    return new Ink(rgb, 0.95, 4.2, 2.6, -0.1, false, false);
  }

  /** Wax stencil: pale, breaking up. */
  public static Ink stencil(int rgb) {
    return new Ink(rgb, 0.86, 2.0, 2.4, -0.25, true, false);
  }

  public static Ink seal(int rgb) {
    return new Ink(rgb, 0.88, 4.0, 3.4, -0.62, false, false);
  }

  public static Ink stamp(int rgb) {
    return new Ink(rgb, 0.74, 2.6, 3.0, -0.6, false, false);
  }

  public static Ink pencil(int rgb) {
    return new Ink(rgb, 0.62, 1.0, 2.6, -0.45, true, false);
  }

  public static Ink even(int rgb, double opacity) {
    return new Ink(rgb, opacity, 0, 0, 1, true, false);
  }

  public static Ink paint(int rgb) {
    return new Ink(rgb, 0.96, 1.6, 1.2, 0.45, false, true);
  }

  public static Ink cover(int rgb, double opacity) {
    return new Ink(rgb, opacity, 0, 0, 1, true, true);
  }

  public Ink faint(double factor) {
    return new Ink(rgb, opacity * factor, wobble, gain, bias, grain, opaque);
  }
}
