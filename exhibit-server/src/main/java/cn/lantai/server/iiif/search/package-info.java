/**
 * The IIIF Content Search API 2.0: words in transcripts and captions, found in the index of the
 * public stage and answered line by line, and how words that begin so go on.
 */
package cn.lantai.server.iiif.search;
