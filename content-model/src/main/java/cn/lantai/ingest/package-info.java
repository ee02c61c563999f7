/**
 * Taking in what others wrote: catalogue tables and page images. Every row is either taken in whole
 * or reported with file, row, column, reason and remedy; what was taken in once is updated, not
 * doubled, so an interrupted ingest is simply run again.
 */
package cn.lantai.ingest;
