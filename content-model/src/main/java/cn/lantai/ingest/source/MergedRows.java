package cn.lantai.ingest.source;

import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A merged area of a sheet.
 *
 * @param ref as the sheet writes it, such as A3:A5
 * @param first its first row, from 1, which has the value
 */
record MergedRows(String ref, int first, int last) {

  /** A sheet with more is one that nobody can mend by a list. */
  static final int MOST = 1000;

  static MergedRows of(String ref) {
    CellRangeAddress area = CellRangeAddress.valueOf(ref);
    return new MergedRows(ref, area.getFirstRow() + 1, area.getLastRow() + 1);
  }

  boolean touches(long row) {
    return first <= row && row <= last;
  }
}
