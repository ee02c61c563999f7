/**
 * Draws the page images of the sample holdings at build time.
 *
 * <p>The pictures are drawings and say so at their foot. Of a document that exists they show the
 * outer form and the facts that are known, never an invented text.
 */
package cn.lantai.samples;
