/**
 * Reads glyph outlines from the font files that the build brings along.
 *
 * <p>The fonts of the machine must not show in the page images, and neither may the rasteriser of
 * its font library, so nothing here touches {@code java.awt.Font}.
 */
package cn.lantai.samples.font;
