package cn.lantai.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.PriorityQueue;

/**
 * Reads a stretch of a list in its natural order, wherever it begins. A segment is sorted by
 * numbers alone; only to merge segments are keys compared, and no further than the stretch reaches.
 */
final class NaturalOrder {

  private final IndexSearcher searcher;
  private final Weight weight;

  NaturalOrder(IndexSearcher searcher, Query query) throws IOException {
    this.searcher = searcher;
    this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
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
    Scorer scorer = weight.scorer(segment);
    SortedDocValues order = DocValues.getSorted(segment.reader(), IndexFields.ORDER);
    long[] found = new long[64];
    int length = 0;
    if (scorer != null) {
      DocIdSetIterator docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        boolean live =
            segment.reader().getLiveDocs() == null || segment.reader().getLiveDocs().get(doc);
        if (live && order.advanceExact(doc)) {
          found = ArrayUtil.grow(found, length + 1);
          found[length++] = (long) order.ordValue() << 32 | doc;
        }
      }
    }
    Arrays.sort(found, 0, length);
    return new Run(segment, order, found, length);
  }

  /** The documents of one segment, the first in order first. */
  private static final class Run {

    private final LeafReaderContext segment;
    private final SortedDocValues order;
    private final long[] found;
    private final int length;
    private final BytesRef key = new BytesRef();
    private int at = -1;

    Run(LeafReaderContext segment, SortedDocValues order, long[] found, int length) {
      this.segment = segment;
      this.order = order;
      this.found = found;
      this.length = length;
    }

    boolean next() throws IOException {
      at++;
      if (at >= length) {
        return false;
      }
      BytesRef shared = order.lookupOrd((int) (found[at] >>> 32));
      key.bytes = ArrayUtil.growNoCopy(key.bytes, shared.length);
      System.arraycopy(shared.bytes, shared.offset, key.bytes, 0, shared.length);
      key.length = shared.length;
      return true;
    }

    int document() {
      return segment.docBase + (int) found[at];
    }
  }

  private static final class Merge extends PriorityQueue<Run> {

    Merge(int size) {
      super(Math.max(1, size));
    }

    @Override
    protected boolean lessThan(Run one, Run other) {
      return one.key.compareTo(other.key) < 0;
    }
  }
}
