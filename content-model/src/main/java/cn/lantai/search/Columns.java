package cn.lantai.search;

import java.io.IOException;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/** The numbers that documents carry, column by column. */
final class Columns {

  private Columns() {}

  /** The earliest first, what has no date last. */
  static SortField byDate() {
    SortField date =
        LongField.newSortField(IndexFields.FROM, false, SortedNumericSelector.Type.MIN);
    date.setMissingValue(Long.MAX_VALUE);
    return date;
  }

  /** The column of a {@code LongField}, of which each document has one at most. */
  static NumericDocValues of(LeafReader segment, String field) throws IOException {
    return DocValues.unwrapSingleton(DocValues.getSortedNumeric(segment, field));
  }
}
