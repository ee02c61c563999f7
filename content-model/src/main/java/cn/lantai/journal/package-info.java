/**
 * The append-only, hash-chained journal: the one place that is written to. Everything else (the
 * stages, indexes, pages) is a projection of it that can be thrown away and made again.
 */
package cn.lantai.journal;
