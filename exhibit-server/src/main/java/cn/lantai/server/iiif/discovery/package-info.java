/**
 * The IIIF Change Discovery API 1.0: what was published, changed and withdrawn, as the journal has
 * it.
 */
package cn.lantai.server.iiif.discovery;
