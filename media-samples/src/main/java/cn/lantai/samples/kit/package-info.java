/**
 * Paper, ink, seals, stamps and photographs: what every kind of page is made of.
 *
 * <p>Nothing here knows a particular document, and all of it depends on a seed alone.
 */
package cn.lantai.samples.kit;
