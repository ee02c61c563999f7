package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.search.SearchResult.Value;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Counts the values that results have in each facet. */
final class FacetCounter {

  /** Values that a facet shows. */
  private static final int SHOWN = 12;

  /** Further back nobody counts decades. */
  private static final int FIRST_YEAR = 1000;

  /** Decades that one thing may span and still be counted for each. */
  private static final int LONGEST = 10;

  private static final long[] BEGINS =
      IntStream.range(0, 200)
          .mapToLong(decade -> LocalDate.of(FIRST_YEAR + decade * 10, 1, 1).toEpochDay())
          .toArray();

  private static final Set<Facet> BY_COLUMN =
      Set.of(Facet.ARCHIVE, Facet.FONDS, Facet.PERIOD, Facet.STATE);

  private final Snapshot snapshot;
  private final SearchQuery asked;
  private final Optional<Versions> published;

  FacetCounter(Snapshot snapshot, SearchQuery asked, Optional<Versions> published) {
    this.snapshot = snapshot;
    this.asked = asked;
    this.published = published;
  }

  Map<Facet, List<Value>> count(Collection<Facet> facets, FacetsCollector found)
      throws IOException {
    Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
    countTerms(facets, found, counts);
    countFonds(facets, found, counts);
    countPeriods(facets, found, counts);
    countStates(facets, found, counts);
    Map<Facet, List<Value>> values = new EnumMap<>(Facet.class);
    for (var counted : counts.entrySet()) {
      values.put(counted.getKey(), values(counted.getKey(), counted.getValue()));
    }
    return values;
  }

  /** How many results fall into each decade, by its first year. */
  Map<Integer, Long> decades(FacetsCollector found) throws IOException {
    long[] decades = new long[BEGINS.length];
    for (FacetsCollector.MatchingDocs segment : found.getMatchingDocs()) {
      NumericDocValues from = Columns.of(segment.context.reader(), IndexFields.FROM);
      NumericDocValues to = Columns.of(segment.context.reader(), IndexFields.TO);
      DocIdSetIterator docs = segment.bits.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (from.advanceExact(doc) && to.advanceExact(doc)) {
          int first = decade(from.longValue());
          int last = decade(to.longValue());
          // What has no known end is not counted for all time.
          for (int i = first; i <= last && last - first < LONGEST; i++) {
            decades[i]++;
          }
        }
      }
    }
    Map<Integer, Long> counted = new TreeMap<>();
    for (int i = 0; i < decades.length; i++) {
      if (decades[i] > 0) {
        counted.put(FIRST_YEAR + i * 10, decades[i]);
      }
    }
    return counted;
  }

  private static int decade(long day) {
    int at = Arrays.binarySearch(BEGINS, day);
    return Math.max(0, at >= 0 ? at : -at - 2);
  }

  private void countTerms(
      Collection<Facet> facets, FacetsCollector found, Map<Facet, Map<String, Long>> counts)
      throws IOException {
    Optional<SortedSetDocValuesReaderState> state = snapshot.facets();
    List<Facet> byTerm = facets.stream().filter(facet -> !BY_COLUMN.contains(facet)).toList();
    if (state.isEmpty() || byTerm.isEmpty()) {
      return;
    }
    SortedSetDocValuesFacetCounts counter = new SortedSetDocValuesFacetCounts(state.get(), found);
    for (Facet facet : byTerm) {
      boolean used = state.get().getOrdRange(facet.slug()) != null;
      if (!used && (facet != Facet.THEME || asked.chosen(facet).isEmpty())) {
        continue;
      }
      Map<String, Long> values = new LinkedHashMap<>();
      FacetResult top = used ? counter.getTopChildren(SHOWN, facet.slug()) : null;
      for (LabelAndValue each : top == null ? new LabelAndValue[0] : top.labelValues) {
        values.put(each.label, each.value.longValue());
      }
      for (String chosen : asked.chosen(facet)) {
        if (facet == Facet.THEME) {
          values.put(chosen, countTheme(chosen, found));
        } else {
          long count = counter.getSpecificValue(facet.slug(), chosen).longValue();
          values.putIfAbsent(chosen, Math.max(0, count));
        }
      }
      counts.put(facet, values);
    }
  }

  /** As many as choosing it brings, with those of the themes below it. */
  private long countTheme(String key, FacetsCollector found) throws IOException {
    Query records = snapshot.themes().records(QueryMaker.themes(Set.of(key)));
    Weight weight =
        snapshot
            .searcher()
            .createWeight(snapshot.searcher().rewrite(records), ScoreMode.COMPLETE_NO_SCORES, 1f);
    long count = 0;
    for (FacetsCollector.MatchingDocs segment : found.getMatchingDocs()) {
      Scorer scorer = weight.scorer(segment.context);
      if (scorer != null) {
        DocIdSetIterator both =
            ConjunctionUtils.intersectIterators(
                List.of(segment.bits.iterator(), scorer.iterator()));
        while (both.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          count++;
        }
      }
    }
    return count;
  }

  private void countFonds(
      Collection<Facet> facets, FacetsCollector found, Map<Facet, Map<String, Long>> counts)
      throws IOException {
    if (!facets.contains(Facet.FONDS) && !facets.contains(Facet.ARCHIVE)) {
      return;
    }
    RecordSetTree tree = snapshot.tree();
    long[] byRoot = new long[tree.size()];
    for (FacetsCollector.MatchingDocs segment : found.getMatchingDocs()) {
      NumericDocValues parent = Columns.of(segment.context.reader(), IndexFields.PARENT);
      DocIdSetIterator docs = segment.bits.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        int set = parent.advanceExact(doc) ? tree.number(parent.longValue()) : RecordSetTree.NONE;
        if (set != RecordSetTree.NONE) {
          byRoot[tree.root(set)]++;
        }
      }
    }
    if (facets.contains(Facet.FONDS)) {
      counts.put(Facet.FONDS, fonds(tree, byRoot));
    }
    if (facets.contains(Facet.ARCHIVE)) {
      Map<String, Long> byHolder = new HashMap<>();
      snapshot.holders().forEach((set, holder) -> byHolder.merge(holder, byRoot[set], Long::sum));
      counts.put(Facet.ARCHIVE, top(byHolder, asked.chosen(Facet.ARCHIVE)));
    }
  }

  private Map<String, Long> fonds(RecordSetTree tree, long[] byRoot) throws IOException {
    List<Integer> sets = new ArrayList<>();
    for (int set = 0; set < byRoot.length; set++) {
      if (byRoot[set] > 0) {
        sets.add(set);
      }
    }
    sets.sort(Comparator.comparingLong((Integer set) -> byRoot[set]).reversed());
    Map<String, Long> values = new LinkedHashMap<>();
    for (int set : sets.subList(0, Math.min(SHOWN, sets.size()))) {
      values.put(key(tree, set), byRoot[set]);
    }
    for (String chosen : asked.chosen(Facet.FONDS)) {
      int set =
          EntityIri.isKey(chosen)
              ? tree.number(IndexFields.unit(new EntityIri(EntityType.RECORD_SET, chosen)))
              : RecordSetTree.NONE;
      values.putIfAbsent(chosen, set == RecordSetTree.NONE ? 0 : byRoot[set]);
    }
    return values;
  }

  private String key(RecordSetTree tree, int set) throws IOException {
    return StoredDocuments.iri(snapshot.document(tree.document(set))).key();
  }

  private void countPeriods(
      Collection<Facet> facets, FacetsCollector found, Map<Facet, Map<String, Long>> counts)
      throws IOException {
    if (!facets.contains(Facet.PERIOD)) {
      return;
    }
    List<Periods.Period> periods = Periods.all();
    long[] begins = periods.stream().mapToLong(period -> period.from().toEpochDay()).toArray();
    long[] ends = periods.stream().mapToLong(period -> period.to().toEpochDay()).toArray();
    long[] byPeriod = new long[periods.size()];
    for (FacetsCollector.MatchingDocs segment : found.getMatchingDocs()) {
      NumericDocValues from = Columns.of(segment.context.reader(), IndexFields.FROM);
      NumericDocValues to = Columns.of(segment.context.reader(), IndexFields.TO);
      DocIdSetIterator docs = segment.bits.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (from.advanceExact(doc) && to.advanceExact(doc)) {
          for (int period = 0; period < byPeriod.length; period++) {
            if (from.longValue() <= ends[period] && to.longValue() >= begins[period]) {
              byPeriod[period]++;
            }
          }
        }
      }
    }
    Map<String, Long> values = new LinkedHashMap<>();
    for (int period = 0; period < byPeriod.length; period++) {
      String key = periods.get(period).key();
      if (byPeriod[period] > 0 || asked.chosen(Facet.PERIOD).contains(key)) {
        values.put(key, byPeriod[period]);
      }
    }
    counts.put(Facet.PERIOD, values);
  }

  private void countStates(
      Collection<Facet> facets, FacetsCollector found, Map<Facet, Map<String, Long>> counts)
      throws IOException {
    if (!facets.contains(Facet.STATE) || published.isEmpty()) {
      return;
    }
    long[] byState = new long[Publication.values().length];
    for (FacetsCollector.MatchingDocs segment : found.getMatchingDocs()) {
      Publications.OfSegment states = new Publications.OfSegment(segment.context, published.get());
      DocIdSetIterator docs = segment.bits.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        byState[states.of(doc).ordinal()]++;
      }
    }
    Map<String, Long> values = new LinkedHashMap<>();
    for (Publication state : Publication.values()) {
      if (byState[state.ordinal()] > 0 || asked.chosen(Facet.STATE).contains(state.name())) {
        values.put(state.name(), byState[state.ordinal()]);
      }
    }
    counts.put(Facet.STATE, values);
  }

  private List<Value> values(Facet facet, Map<String, Long> counts) throws IOException {
    Map<String, LocalizedText> labels = labels(facet, counts.keySet());
    List<Value> values = new ArrayList<>();
    counts.forEach(
        (key, count) -> values.add(new Value(key, Optional.ofNullable(labels.get(key)), count)));
    // A key without a document is a link to what this stage does not have: nothing is said of it.
    return facet.type().isPresent()
        ? values.stream().filter(value -> value.label().isPresent()).toList()
        : values;
  }

  private Map<String, LocalizedText> labels(Facet facet, Collection<String> keys)
      throws IOException {
    Map<String, LocalizedText> labels = new HashMap<>();
    if (facet == Facet.PERIOD) {
      Periods.all().forEach(period -> labels.put(period.key(), period.label()));
    }
    if (facet.type().isPresent()) {
      List<EntityIri> entities =
          keys.stream()
              .filter(EntityIri::isKey)
              .map(key -> new EntityIri(facet.type().get(), key))
              .toList();
      for (var found : snapshot.documents(entities).entrySet()) {
        Summary summary = StoredDocuments.summary(snapshot.document(found.getValue()));
        labels.put(found.getKey().key(), summary.title());
      }
    }
    return labels;
  }

  private static Map<String, Long> top(Map<String, Long> counts, Set<String> chosen) {
    Map<String, Long> top = new LinkedHashMap<>();
    counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
    chosen.forEach(key -> top.putIfAbsent(key, counts.getOrDefault(key, 0L)));
    return top;
  }
}
