package cn.lantai.table;

import cn.lantai.entity.LocalizedText;

/**
 * Something that kept a row, a file or an image out.
 *
 * @param row as a spreadsheet numbers rows: the header is row 1; 0 for the file as a whole
 * @param column the column's heading; empty for the row as a whole
 */
public record Problem(
    String file,
    long row,
    String column,
    String value,
    LocalizedText reason,
    LocalizedText remedy) {}
