package cn.lantai.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/**
 * All record sets of a state of the index, each with the one that it lies in. Records are not part
 * of it: they know the set that they lie in, and nothing above it. Moving a branch therefore
 * changes one document.
 */
final class RecordSetTree {

  /** Of a set that is not there. */
  static final int NONE = -1;

  /** A tree deeper than this is a cycle or a mistake; ways up end there. */
  static final int MAX_DEPTH = 32;

  private final LongTable numbers;
  private final int size;
  private final int[] documents;
  private final int[] parents;
  private final int[] roots;
  private final int[] childrenFrom;
  private final int[] children;
  private final long[] units;
  private long[] recordsBelow;

  private RecordSetTree(long[] units, long[] parentUnits, int[] documents, int size) {
    this.units = units;
    this.documents = documents;
    this.size = size;
    numbers = new LongTable(size);
    for (int set = 0; set < size; set++) {
      numbers.put(units[set], set);
    }
    parents = new int[size];
    for (int set = 0; set < size; set++) {
      parents[set] = parentUnits[set] == 0 ? NONE : number(parentUnits[set]);
    }
    roots = new int[size];
    for (int set = 0; set < size; set++) {
      roots[set] = climb(set);
    }
    childrenFrom = new int[size + 1];
    for (int parent : parents) {
      if (parent != NONE) {
        childrenFrom[parent + 1]++;
      }
    }
    for (int set = 0; set < size; set++) {
      childrenFrom[set + 1] += childrenFrom[set];
    }
    children = new int[childrenFrom[size]];
    int[] next = Arrays.copyOf(childrenFrom, size);
    for (int set = 0; set < size; set++) {
      if (parents[set] != NONE) {
        children[next[parents[set]]++] = set;
      }
    }
  }

  static RecordSetTree read(Iterable<LeafReaderContext> segments) throws IOException {
    long[] units = new long[64];
    long[] parents = new long[64];
    int[] documents = new int[64];
    int size = 0;
    for (LeafReaderContext segment : segments) {
      DocIdSetIterator sets = postings(segment, new Term(IndexFields.TYPE, "set"));
      NumericDocValues unit = Columns.of(segment.reader(), IndexFields.UNIT);
      NumericDocValues parent = Columns.of(segment.reader(), IndexFields.PARENT);
      for (int doc = sets.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = sets.nextDoc()) {
        if (isDeleted(segment, doc) || !unit.advanceExact(doc)) {
          continue;
        }
        units = ArrayUtil.grow(units, size + 1);
        parents = ArrayUtil.grow(parents, size + 1);
        documents = ArrayUtil.grow(documents, size + 1);
        units[size] = unit.longValue();
        parents[size] = parent.advanceExact(doc) ? parent.longValue() : 0;
        documents[size++] = segment.docBase + doc;
      }
    }
    return new RecordSetTree(units, parents, documents, size);
  }

  /** The number of a set, {@link #NONE} if it is not there. */
  int number(long unit) {
    return (int) numbers.get(unit, NONE);
  }

  int size() {
    return size;
  }

  /** {@link #NONE} at the top. */
  int parent(int set) {
    return parents[set];
  }

  /** The fonds that it lies in, or it is. */
  int root(int set) {
    return roots[set];
  }

  long unit(int set) {
    return units[set];
  }

  int document(int set) {
    return documents[set];
  }

  /** The units of the set and of all that lie in it. */
  long[] branch(int set) {
    int[] open = new int[16];
    int count = 0;
    open[count++] = set;
    // A set that lies in itself would never end: nothing is longer than all sets together.
    for (int at = 0; at < count && count <= size; at++) {
      for (int i = childrenFrom[open[at]]; i < childrenFrom[open[at] + 1]; i++) {
        open = ArrayUtil.grow(open, count + 1);
        open[count++] = children[i];
      }
    }
    long[] branch = new long[count];
    for (int i = 0; i < count; i++) {
      branch[i] = units[open[i]];
    }
    return branch;
  }

  /** How many records lie in the set, at any depth. */
  synchronized long recordsBelow(int set, Iterable<LeafReaderContext> segments) throws IOException {
    if (recordsBelow == null) {
      recordsBelow = countRecords(segments);
    }
    return recordsBelow[set];
  }

  private long[] countRecords(Iterable<LeafReaderContext> segments) throws IOException {
    long[] direct = new long[size];
    for (LeafReaderContext segment : segments) {
      DocIdSetIterator records = postings(segment, new Term(IndexFields.TYPE, "record"));
      NumericDocValues parent = Columns.of(segment.reader(), IndexFields.PARENT);
      for (int doc = records.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = records.nextDoc()) {
        int set =
            !isDeleted(segment, doc) && parent.advanceExact(doc)
                ? number(parent.longValue())
                : NONE;
        if (set != NONE) {
          direct[set]++;
        }
      }
    }
    long[] below = new long[size];
    for (int set = 0; set < size; set++) {
      int up = set;
      for (int depth = 0; up != NONE && depth < MAX_DEPTH; depth++) {
        below[up] += direct[set];
        up = parents[up];
      }
    }
    return below;
  }

  private int climb(int set) {
    int top = set;
    for (int depth = 0; parents[top] != NONE && depth < MAX_DEPTH; depth++) {
      top = parents[top];
    }
    return top;
  }

  private static DocIdSetIterator postings(LeafReaderContext segment, Term term)
      throws IOException {
    PostingsEnum postings = segment.reader().postings(term, PostingsEnum.NONE);
    return postings == null ? DocIdSetIterator.empty() : postings;
  }

  private static boolean isDeleted(LeafReaderContext segment, int doc) {
    return segment.reader().getLiveDocs() != null && !segment.reader().getLiveDocs().get(doc);
  }
}
