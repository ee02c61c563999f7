/**
 * A folder of scans whose names are reference codes (档号) and page numbers, as rows of the table of
 * images. A name means a page only if it can mean no other; nothing is ever guessed.
 */
package cn.lantai.ingest.scan;
