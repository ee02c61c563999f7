package cn.lantai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntroSorter;
import org.apache.lucene.util.PriorityQueue;

/**
 * Reads a stretch of a list in its order, wherever it begins. A segment is sorted by numbers alone;
 * only to merge segments are keys compared, and no further than the stretch reaches.
 */
final class ListOrder {

  private static final long NO_DATE = Long.MAX_VALUE;

  private final IndexSearcher searcher;
  private final Weight weight;
  private final boolean byDate;

  ListOrder(IndexSearcher searcher, Query query, Listing.Order order) throws IOException {
    this.searcher = searcher;
    this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
    this.byDate = order == Listing.Order.DATE;
  }

  /**
   * @param first counted from 0
   * @param documents receives the documents of the stretch
   * @return how long the whole list is, and how much of the array was filled
   */
  Read read(long first, int[] documents) throws IOException {
    Merge merge = new Merge(searcher.getLeafContexts().size());
    long total = 0;
    for (LeafReaderContext segment : searcher.getLeafContexts()) {
      Run run = run(segment);
      total += run.length;
      if (run.next()) {
        merge.add(run);
      }
    }
    int filled = 0;
    for (long at = 0; merge.size() > 0 && filled < documents.length; at++) {
      Run run = merge.top();
      if (at >= first) {
        documents[filled++] = run.document();
      }
      if (run.next()) {
        merge.updateTop();
      } else {
        merge.pop();
      }
    }
    return new Read(total, filled);
  }

  record Read(long total, int filled) {}

  private Run run(LeafReaderContext segment) throws IOException {
    Run run = new Run(segment, byDate ? Columns.of(segment.reader(), IndexFields.FROM) : null);
    Scorer scorer = weight.scorer(segment);
    if (scorer != null) {
      Bits live = segment.reader().getLiveDocs();
      DocIdSetIterator docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          run.add(doc);
        }
      }
    }
    run.sort();
    return run;
  }

  /** The documents of one segment, the first in order first. */
  private static final class Run {

    private final LeafReaderContext segment;
    private final SortedDocValues order;
    private final NumericDocValues date;
    private final BytesRef key = new BytesRef();

    /** The place in the segment's order, and the document. */
    private long[] found = new long[64];

    /** Beside {@link #found}; empty if not by date. */
    private long[] dates = new long[0];

    private int length;
    private int at = -1;
    private int keyAt = -1;

    /**
     * @param date null if not by date
     */
    Run(LeafReaderContext segment, NumericDocValues date) throws IOException {
      this.segment = segment;
      this.order = DocValues.getSorted(segment.reader(), IndexFields.ORDER);
      this.date = date;
    }

    void add(int doc) throws IOException {
      if (order.advanceExact(doc)) {
        found = ArrayUtil.grow(found, length + 1);
        found[length] = (long) order.ordValue() << 32 | doc;
        if (date != null) {
          dates = ArrayUtil.grow(dates, length + 1);
          dates[length] = date.advanceExact(doc) ? date.longValue() : NO_DATE;
        }
        length++;
      }
    }

    void sort() {
      if (date == null) {
        Arrays.sort(found, 0, length);
      } else {
        new ByDate().sort(0, length);
      }
    }

    boolean next() {
      at++;
      return at < length;
    }

    int document() {
      return segment.docBase + (int) found[at];
    }

    boolean isBefore(Run other) {
      if (date != null && dates[at] != other.dates[other.at]) {
        return dates[at] < other.dates[other.at];
      }
      return key().compareTo(other.key()) < 0;
    }

    private BytesRef key() {
      if (keyAt != at) {
        try {
          BytesRef shared = order.lookupOrd((int) (found[at] >>> 32));
          key.bytes = ArrayUtil.growNoCopy(key.bytes, shared.length);
          System.arraycopy(shared.bytes, shared.offset, key.bytes, 0, shared.length);
          key.length = shared.length;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        keyAt = at;
      }
      return key;
    }

    private final class ByDate extends IntroSorter {

      private long pivotDate;
      private long pivot;

      @Override
      protected void setPivot(int i) {
        pivotDate = dates[i];
        pivot = found[i];
      }

      @Override
      protected int comparePivot(int j) {
        int dated = Long.compare(pivotDate, dates[j]);
        return dated != 0 ? dated : Long.compare(pivot, found[j]);
      }

      @Override
      protected void swap(int i, int j) {
        long other = dates[i];
        dates[i] = dates[j];
        dates[j] = other;
        other = found[i];
        found[i] = found[j];
        found[j] = other;
      }
    }
  }

  private static final class Merge extends PriorityQueue<Run> {

    Merge(int size) {
      super(Math.max(1, size));
    }

    @Override
    protected boolean lessThan(Run one, Run other) {
      return one.isBefore(other);
    }
  }
}
