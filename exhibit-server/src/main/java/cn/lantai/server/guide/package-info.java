/**
 * Guides for beginners: steps that are ticked off by what is really there, closed for good by who
 * needs them no more, and opened again from the pages. {@link cn.lantai.server.guide.Guides} keeps
 * who has closed what; the steps through the builder are the builder's.
 */
package cn.lantai.server.guide;
