package cn.lantai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * The order of a whole list in one state of the index. A segment is sorted by numbers alone; only
 * to merge segments are keys compared, and no further than what is read reaches. For many threads.
 */
final class ListOrder {

  private static final long NO_DATE = Long.MAX_VALUE;

  private final List<Run> runs;
  private final long length;

  private ListOrder(List<Run> runs) {
    this.runs = runs;
    this.length = runs.stream().mapToLong(run -> run.length).sum();
  }

  static ListOrder of(IndexSearcher searcher, Query query, Listing.Order order) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
    List<Run> runs = new ArrayList<>();
    for (LeafReaderContext segment : searcher.getLeafContexts()) {
      Run run = new Run(segment, order == Listing.Order.DATE);
      Scorer scorer = weight.scorer(segment);
      if (scorer != null) {
        run.fill(scorer.iterator());
      }
      if (run.length > 0) {
        runs.add(run);
      }
    }
    return new ListOrder(runs);
  }

  long length() {
    return length;
  }

  /**
   * Reads a stretch.
   *
   * @param first counted from 0
   * @param documents receives the documents of the stretch
   * @return how much of the array was filled
   */
  int read(long first, int[] documents) throws IOException {
    Merge merge = new Merge(runs.size());
    for (Run run : runs) {
      merge.add(new Cursor(run, 0));
    }
    int filled = 0;
    for (long at = 0; merge.size() > 0 && filled < documents.length; at++) {
      Cursor next = merge.top();
      if (at >= first) {
        documents[filled++] = next.document();
      }
      if (next.advance()) {
        merge.updateTop();
      } else {
        merge.pop();
      }
    }
    return filled;
  }

  /**
   * The documents before and after a place in natural order, nearest last and first.
   *
   * @param key the place, as {@link IndexFields#ORDER} has it
   */
  Beside beside(BytesRef key, int each) throws IOException {
    List<Cursor> before = new ArrayList<>();
    List<Cursor> after = new ArrayList<>();
    for (Run run : runs) {
      int place = run.order().lookupTerm(key);
      int from = run.find(place < 0 ? -place - 1 : place);
      int behind = place < 0 ? from : run.find(place + 1);
      for (int at = Math.max(0, from - each); at < from; at++) {
        before.add(new Cursor(run, at));
      }
      for (int at = behind; at < Math.min(run.length, behind + each); at++) {
        after.add(new Cursor(run, at));
      }
    }
    before.sort(Cursor.BY_ORDER);
    after.sort(Cursor.BY_ORDER);
    return new Beside(
        documents(before.stream().skip(Math.max(0, before.size() - each))),
        documents(after.stream().limit(each)));
  }

  record Beside(List<Integer> before, List<Integer> after) {}

  private static List<Integer> documents(Stream<Cursor> places) {
    return places.map(Cursor::document).toList();
  }

  /** The documents of one segment, the first in order first. */
  private static final class Run {

    private final LeafReaderContext segment;
    private final boolean byDate;

    /** The place in the segment's natural order, and the document. */
    private long[] found = new long[64];

    /** Beside {@link #found}; empty if not by date. */
    private long[] dates = new long[0];

    private int length;

    Run(LeafReaderContext segment, boolean byDate) {
      this.segment = segment;
      this.byDate = byDate;
    }

    /** For one thread. */
    SortedDocValues order() throws IOException {
      return DocValues.getSorted(segment.reader(), IndexFields.ORDER);
    }

    void fill(DocIdSetIterator docs) throws IOException {
      SortedDocValues order = order();
      NumericDocValues date = byDate ? Columns.of(segment.reader(), IndexFields.FROM) : null;
      Bits live = segment.reader().getLiveDocs();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if ((live == null || live.get(doc)) && order.advanceExact(doc)) {
          found = ArrayUtil.grow(found, length + 1);
          found[length] = (long) order.ordValue() << 32 | doc;
          if (date != null) {
            dates = ArrayUtil.grow(dates, length + 1);
            dates[length] = date.advanceExact(doc) ? date.longValue() : NO_DATE;
          }
          length++;
        }
      }
      found = ArrayUtil.copyOfSubArray(found, 0, length);
      if (byDate) {
        new ByDate().sort(0, length);
      } else {
        Arrays.sort(found);
      }
    }

    /** Where what has this place, or else a later one, begins; not by date. */
    int find(int place) {
      int at = Arrays.binarySearch(found, (long) place << 32);
      return at < 0 ? -at - 1 : at;
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

  /** A place in a run, whose key is read when it is needed. */
  private static final class Cursor {

    static final Comparator<Cursor> BY_ORDER = Cursor::compare;

    private final Run run;
    private final SortedDocValues order;
    private final BytesRef key = new BytesRef();
    private int at;
    private int keyAt = -1;

    Cursor(Run run, int at) throws IOException {
      this.run = run;
      this.order = run.order();
      this.at = at;
    }

    boolean advance() {
      at++;
      return at < run.length;
    }

    int document() {
      return run.segment.docBase + (int) run.found[at];
    }

    int compare(Cursor other) {
      int dated = run.byDate ? Long.compare(run.dates[at], other.run.dates[other.at]) : 0;
      return dated != 0 ? dated : key().compareTo(other.key());
    }

    private BytesRef key() {
      if (keyAt != at) {
        try {
          BytesRef shared = order.lookupOrd((int) (run.found[at] >>> 32));
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
  }

  private static final class Merge extends PriorityQueue<Cursor> {

    Merge(int size) {
      super(Math.max(1, size));
    }

    @Override
    protected boolean lessThan(Cursor one, Cursor other) {
      return one.compare(other) < 0;
    }
  }

  /** The orders of long lists that were asked for, as far as there is room. */
  static final class Memory {

    /** A shorter one is made as fast as it is looked for. */
    private static final int LONG = 2_000;

    private static final long MOST = 2_000_000;

    private final IndexSearcher searcher;
    private final Map<List<Object>, ListOrder> orders = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    Memory(IndexSearcher searcher) {
      this.searcher = searcher;
    }

    ListOrder of(Query query, Listing.Order order) throws IOException {
      List<Object> key = List.of(query, order);
      synchronized (orders) {
        ListOrder known = orders.get(key);
        if (known != null) {
          return known;
        }
      }
      ListOrder made = ListOrder.of(searcher, query, order);
      if (made.length >= LONG && made.length <= MOST) {
        synchronized (orders) {
          if (orders.putIfAbsent(key, made) == null) {
            held += made.length;
          }
          for (var eldest = orders.values().iterator(); held > MOST; ) {
            held -= eldest.next().length;
            eldest.remove();
          }
        }
      }
      return made;
    }
  }
}
