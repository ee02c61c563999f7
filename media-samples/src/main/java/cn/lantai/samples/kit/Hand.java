package cn.lantai.samples.kit;

import cn.lantai.samples.font.Face;

/**
 * How characters are set or written.
 *
 * @param size height of the em in pixels
 * @param lead distance from one character to the next, in ems
 * @param stray how far characters leave their place, in ems
 * @param turn how far they lean, in degrees
 * @param swell how much their size varies, as a share
 * @param fade how much paler some are
 */
public record Hand(
    Face face, double size, double lead, double stray, double turn, double swell, double fade) {

  /** Set type: steady, but not perfectly so. */
  public static Hand type(Face face, double size) {
    return new Hand(face, size, 1.0, 0.006, 0.3, 0, 0.1);
  }

  public static Hand brush(double size) {
    return new Hand(Face.BRUSH, size, 1.06, 0.04, 2.4, 0.06, 0.2);
  }

  public static Hand bigBrush(double size) {
    return new Hand(Face.BIG_BRUSH, size, 1.08, 0.02, 1.6, 0.04, 0.12);
  }

  public static Hand kai(double size) {
    return new Hand(Face.KAI, size, 1.04, 0.03, 1.8, 0.05, 0.25);
  }

  public static Hand pen(double size) {
    return new Hand(Face.PEN, size, 1.02, 0.035, 2.2, 0.06, 0.3);
  }

  public static Hand running(double size) {
    return new Hand(Face.RUNNING, size, 0.98, 0.035, 2.4, 0.07, 0.3);
  }

  public Hand size(double px) {
    return new Hand(face, px, lead, stray, turn, swell, fade);
  }

  public Hand lead(double ems) {
    return new Hand(face, size, ems, stray, turn, swell, fade);
  }

  public Hand face(Face other) {
    return new Hand(other, size, lead, stray, turn, swell, fade);
  }

  public Hand loose(double factor) {
    return new Hand(face, size, lead, stray * factor, turn * factor, swell * factor, fade);
  }

  /** Without any of the unsteadiness. */
  public Hand plain() {
    return new Hand(face, size, lead, 0, 0, 0, 0);
  }
}
