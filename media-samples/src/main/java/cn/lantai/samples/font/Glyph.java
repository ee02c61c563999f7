package cn.lantai.samples.font;

import java.awt.geom.Path2D;

/**
 * An outline in units of the em, y downwards, with its origin on the baseline; not to be modified.
 *
 * @param advance in units of the em
 */
public record Glyph(Path2D.Float outline, double advance) {}
