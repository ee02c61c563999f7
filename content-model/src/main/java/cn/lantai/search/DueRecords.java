package cn.lantai.search;

import cn.lantai.access.AccessState;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/**
 * The records that wait for somebody to say whether they are opened: those that nobody has looked
 * at, and those that were delayed. What is delayed comes in its year; if nobody noted one, when it
 * would have come anyway.
 */
final class DueRecords {

  /** Of what nobody knows when it was made; before all years. */
  private static final int NO_YEAR = Integer.MIN_VALUE;

  private static final long OPEN_END = LocalDate.MAX.toEpochDay();

  private final Snapshot snapshot;
  private final DueQuery asked;
  private final IndexSearcher searcher;

  DueRecords(Snapshot snapshot, DueQuery asked) {
    this.snapshot = snapshot;
    this.asked = asked;
    this.searcher = snapshot.searcher();
  }

  DueList run() throws IOException {
    Query waiting = waiting();
    Counter counter = new Counter();
    for (MatchingDocs segment :
        searcher.search(waiting, new FacetsCollectorManager()).getMatchingDocs()) {
      counter.count(segment);
    }
    List<Query> limits = new ArrayList<>();
    limits.add(asked.undated() ? undated() : due());
    if (asked.fonds().isPresent()) {
      limits.add(
          queries(SearchQuery.of("").with(Facet.FONDS, Set.of(asked.fonds().get().key())))
              .chosen()
              .get(Facet.FONDS));
    }
    Query wanted = QueryMaker.all(waiting, limits);
    int total = searcher.count(wanted);
    List<Summary> records = new ArrayList<>();
    if (asked.first() < total && asked.size() > 0) {
      TopDocs top =
          searcher.search(wanted, Math.min(total, asked.first() + asked.size()), longestDueFirst());
      for (int i = asked.first(); i < top.scoreDocs.length; i++) {
        records.add(StoredDocuments.summary(snapshot.document(top.scoreDocs[i].doc)));
      }
    }
    return new DueList(total, records, counter.due(), counter.undated());
  }

  private static Sort longestDueFirst() {
    SortField made = LongField.newSortField(IndexFields.TO, false, SortedNumericSelector.Type.MIN);
    made.setMissingValue(Long.MAX_VALUE);
    return new Sort(made, new SortField(IndexFields.ORDER, SortField.Type.STRING));
  }

  private Query waiting() throws IOException {
    Query records = term(IndexFields.TYPE, EntityType.RECORD.segment());
    List<Query> limits =
        new ArrayList<>(queries(SearchQuery.of("").reaching(asked.reach())).limits());
    limits.add(
        QueryMaker.any(
            term(IndexFields.ACCESS, AccessState.UNREVIEWED.slug()),
            term(IndexFields.ACCESS, AccessState.DELAYED.slug())));
    return QueryMaker.all(records, limits);
  }

  private QueryMaker queries(SearchQuery query) {
    return new QueryMaker(snapshot, searcher, query);
  }

  private Query due() {
    return QueryMaker.any(
        asked.year().isPresent()
            ? byDate(madeIn(asked.year().getAsInt()), madeIn(asked.year().getAsInt() + 1))
            : byDate(Long.MIN_VALUE, madeIn(asked.now() + 1)),
        asked.year().isPresent()
            ? LongField.newExactQuery(IndexFields.DELAYED_UNTIL, asked.year().getAsInt())
            : LongField.newRangeQuery(IndexFields.DELAYED_UNTIL, Long.MIN_VALUE, asked.now()));
  }

  /** The first day of the year whose records are due in this one. */
  private long madeIn(int year) {
    return LocalDate.of(year - asked.years(), 1, 1).toEpochDay();
  }

  private static Query byDate(long from, long before) {
    return new BooleanQuery.Builder()
        .add(LongField.newRangeQuery(IndexFields.TO, from, before - 1), Occur.FILTER)
        .add(new FieldExistsQuery(IndexFields.DELAYED_UNTIL), Occur.MUST_NOT)
        .build();
  }

  private static Query undated() {
    return new BooleanQuery.Builder()
        .add(QueryMaker.everything(), Occur.FILTER)
        .add(LongField.newRangeQuery(IndexFields.TO, Long.MIN_VALUE, OPEN_END - 1), Occur.MUST_NOT)
        .add(new FieldExistsQuery(IndexFields.DELAYED_UNTIL), Occur.MUST_NOT)
        .build();
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  /** Counts by fonds and the year in which each came due. */
  private final class Counter {

    private final RecordSetTree tree = snapshot.tree();
    private final Map<Integer, Map<Integer, Long>> counts = new HashMap<>();
    private NumericDocValues to;
    private NumericDocValues until;

    Counter() throws IOException {}

    void count(MatchingDocs segment) throws IOException {
      LeafReader columns = segment.context.reader();
      to = Columns.of(columns, IndexFields.TO);
      until = Columns.of(columns, IndexFields.DELAYED_UNTIL);
      NumericDocValues parent = Columns.of(columns, IndexFields.PARENT);
      DocIdSetIterator docs = segment.bits.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int year = year(doc);
        int set =
            year <= asked.now() && parent.advanceExact(doc)
                ? tree.number(parent.longValue())
                : RecordSetTree.NONE;
        if (set != RecordSetTree.NONE) {
          counts
              .computeIfAbsent(tree.root(set), fonds -> new TreeMap<>())
              .merge(year, 1L, Long::sum);
        }
      }
    }

    private int year(int doc) throws IOException {
      if (until.advanceExact(doc)) {
        return (int) until.longValue();
      }
      return to.advanceExact(doc) && to.longValue() != OPEN_END
          ? LocalDate.ofEpochDay(to.longValue()).getYear() + asked.years()
          : NO_YEAR;
    }

    Map<EntityIri, Map<Integer, Long>> due() throws IOException {
      Map<EntityIri, Map<Integer, Long>> due = new HashMap<>();
      for (var each : counts.entrySet()) {
        Map<Integer, Long> years = new TreeMap<>(each.getValue());
        years.remove(NO_YEAR);
        if (!years.isEmpty()) {
          due.put(fonds(each.getKey()), years);
        }
      }
      return due;
    }

    Map<EntityIri, Long> undated() throws IOException {
      Map<EntityIri, Long> undated = new HashMap<>();
      for (var each : counts.entrySet()) {
        Long count = each.getValue().get(NO_YEAR);
        if (count != null) {
          undated.put(fonds(each.getKey()), count);
        }
      }
      return undated;
    }

    private EntityIri fonds(int set) throws IOException {
      return StoredDocuments.iri(snapshot.document(tree.document(set)));
    }
  }
}
