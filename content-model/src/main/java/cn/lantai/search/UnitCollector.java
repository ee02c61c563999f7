package cn.lantai.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;

/** The units of all that was found. */
final class UnitCollector extends SimpleCollector {

  private long[] units = new long[64];
  private int size;
  private NumericDocValues unit;

  @Override
  protected void doSetNextReader(LeafReaderContext segment) throws IOException {
    unit = Columns.of(segment.reader(), IndexFields.UNIT);
  }

  @Override
  public void collect(int doc) throws IOException {
    if (unit.advanceExact(doc)) {
      units = ArrayUtil.grow(units, size + 1);
      units[size++] = unit.longValue();
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  long[] units() {
    return Arrays.copyOf(units, size);
  }
}
