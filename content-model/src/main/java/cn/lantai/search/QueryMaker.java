package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/** Turns a search into queries over one state of the index. */
final class QueryMaker {

  /** Of more namesakes than this, only some bring their records with them. */
  private static final int NAMESAKES = 50;

  private static final float TITLE = 4;
  private static final float NAME = 12;
  private static final float LINKED = 1.5f;
  private static final float CODE = 20;

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final SearchQuery asked;
  private final Set<String> needles = new LinkedHashSet<>();
  private final List<Query> onPages = new ArrayList<>();

  /**
   * @param searcher looks up names and pages, within the time of the search
   */
  QueryMaker(Snapshot snapshot, IndexSearcher searcher, SearchQuery asked) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.asked = asked;
  }

  /** The words; everything that can be a result if there are none. */
  Query words() throws IOException {
    SearchWords words = asked.words();
    if (words.isMeaningless()) {
      return new MatchNoDocsQuery("nothing can be found of it");
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new TermQuery(new Term(IndexFields.RESULT, "y")), Occur.FILTER);
    if (!words.wanted().isEmpty()) {
      all.add(wanted(words.wanted()), Occur.MUST);
    }
    for (SearchWords.Word word : words.unwanted()) {
      all.add(Phrases.of(IndexFields.TEXT, word.folded()), Occur.MUST_NOT);
      all.add(recordsOf(Phrases.of(IndexFields.PAGE_TEXT, word.folded())), Occur.MUST_NOT);
    }
    return all.build();
  }

  /** What is to be marked, once {@link #words} was called. */
  Set<String> needles() {
    return needles;
  }

  /** What pages were looked through for, once {@link #words} was called. */
  List<Query> onPages() {
    return onPages;
  }

  /** What is chosen in each facet but {@link Facet#STATE}. */
  Map<Facet, Query> chosen() throws IOException {
    Map<Facet, Query> queries = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> values = asked.chosen(facet);
      if (!values.isEmpty() && facet != Facet.STATE) {
        queries.put(facet, chosen(facet, values));
      }
    }
    return queries;
  }

  /** Dates, branch and reach. */
  List<Query> limits() throws IOException {
    List<Query> limits = new ArrayList<>();
    if (asked.from().isPresent() || asked.to().isPresent()) {
      limits.add(during(asked.from().orElse(LocalDate.MIN), asked.to().orElse(LocalDate.MAX)));
    }
    if (asked.branch().isPresent()) {
      limits.add(below(List.of(IndexFields.unit(asked.branch().get()))));
    }
    if (!asked.reach().everything()) {
      limits.add(reach(asked.reach()));
    }
    return limits;
  }

  private Query reach(Reach reach) throws IOException {
    Set<String> sets = keys(reach.roots(), EntityType.RECORD_SET);
    Set<String> archives = keys(reach.roots(), EntityType.ORGANISATION);
    List<Long> kept = fondsOf(archives);
    return any(
        terms(IndexFields.TYPE, reach.common().stream().map(EntityType::segment).toList()),
        terms(IndexFields.EDITOR, archives),
        inAndBelow(kept),
        fonds(sets));
  }

  private static Set<String> keys(Set<EntityIri> entities, EntityType type) {
    return entities.stream()
        .filter(entity -> entity.type() == type)
        .map(EntityIri::key)
        .collect(Collectors.toSet());
  }

  private Query wanted(List<SearchWords.Word> words) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    WordSplitter splitter = new WordSplitter(snapshot::isName);
    for (SearchWords.Word word : words) {
      List<String> parts = splitter.split(word);
      for (String part : parts) {
        all.add(word(part), Occur.MUST);
      }
      if (parts.size() > 1) {
        all.add(boosted(Phrases.of(IndexFields.TEXT, word.folded()), TITLE), Occur.SHOULD);
      }
    }
    boolean plain = words.size() > 1 && words.stream().noneMatch(SearchWords.Word::exact);
    List<BytesRef> called =
        plain
            ? authorities(
                words.stream().map(SearchWords.Word::folded).collect(Collectors.joining()))
            : List.of();
    return called.isEmpty() ? all.build() : any(all.build(), named(called));
  }

  /** A word in the text, in that of a page, in a name, or in the name of something linked. */
  private Query word(String word) throws IOException {
    needles.add(word);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(Phrases.of(IndexFields.TEXT, word), Occur.SHOULD);
    any.add(boosted(Phrases.of(IndexFields.TITLE, word), TITLE), Occur.SHOULD);
    Query page = Phrases.of(IndexFields.PAGE_TEXT, word);
    onPages.add(page);
    any.add(recordsOf(page), Occur.SHOULD);
    List<BytesRef> called = authorities(word);
    if (!called.isEmpty()) {
      any.add(named(called), Occur.SHOULD);
    }
    if (word.chars().anyMatch(Character::isDigit)) {
      String code = DocumentMaker.keyword(word);
      any.add(boosted(new TermQuery(new Term(IndexFields.CODE, code)), CODE), Occur.SHOULD);
      any.add(boosted(new PrefixQuery(new Term(IndexFields.CODE, code)), 1), Occur.SHOULD);
    }
    return any.build();
  }

  /** The records on whose pages the query finds something. */
  private Query recordsOf(Query page) throws IOException {
    UnitCollector units = new UnitCollector();
    searcher.search(page, units);
    return units.units().length == 0
        ? new MatchNoDocsQuery("on no page")
        : new ConstantScoreQuery(LongField.newSetQuery(IndexFields.UNIT, units.units()));
  }

  /** Those who have this name, or whose name is spelt like this. */
  private List<BytesRef> authorities(String word) throws IOException {
    String name = DocumentMaker.keyword(word);
    Query named =
        any(
            new TermQuery(new Term(IndexFields.NAME, name)),
            new TermQuery(new Term(IndexFields.PINYIN, name)));
    TopDocs found = searcher.search(named, NAMESAKES);
    List<BytesRef> ids = new ArrayList<>();
    for (var hit : found.scoreDocs) {
      ids.add(new BytesRef(IndexFields.id(StoredDocuments.iri(snapshot.document(hit.doc)))));
    }
    return ids;
  }

  private static Query named(List<BytesRef> authorities) {
    return any(
        boosted(new TermInSetQuery(IndexFields.ID, authorities), NAME),
        boosted(new TermInSetQuery(IndexFields.LINK, authorities), LINKED));
  }

  private Query chosen(Facet facet, Set<String> values) throws IOException {
    return switch (facet) {
      case TYPE -> terms(IndexFields.TYPE, values);
      case FONDS -> fonds(values);
      case ARCHIVE -> below(fondsOf(values));
      case THEME -> snapshot.themes().records(themes(values));
      case PERIOD ->
          any(
              values.stream()
                  .flatMap(key -> Periods.find(key).stream())
                  .map(period -> during(period.from(), period.to()))
                  .toArray(Query[]::new));
      default ->
          new TermInSetQuery(
              FacetsConfig.DEFAULT_INDEX_FIELD_NAME,
              values.stream()
                  .map(value -> new BytesRef(FacetsConfig.pathToString(facet.slug(), value)))
                  .toList());
    };
  }

  static Set<EntityIri> themes(Collection<String> keys) {
    return keys.stream()
        .filter(EntityIri::isKey)
        .map(key -> new EntityIri(EntityType.THEME, key))
        .collect(Collectors.toSet());
  }

  private Query fonds(Set<String> keys) throws IOException {
    List<Long> units =
        keys.stream()
            .filter(EntityIri::isKey)
            .map(key -> IndexFields.unit(new EntityIri(EntityType.RECORD_SET, key)))
            .toList();
    return inAndBelow(units);
  }

  private Query inAndBelow(List<Long> sets) throws IOException {
    long[] own = sets.stream().mapToLong(Long::longValue).toArray();
    return any(LongField.newSetQuery(IndexFields.UNIT, own), below(sets));
  }

  private List<Long> fondsOf(Set<String> archives) throws IOException {
    RecordSetTree tree = snapshot.tree();
    Map<Integer, String> holders = snapshot.holders();
    List<Long> fonds = new ArrayList<>();
    holders.forEach(
        (set, holder) -> {
          if (archives.contains(holder)) {
            fonds.add(tree.unit(set));
          }
        });
    return fonds;
  }

  /** What lies in one of these sets, at any depth. */
  private Query below(Collection<Long> units) throws IOException {
    RecordSetTree tree = snapshot.tree();
    long[] branch =
        units.stream()
            .mapToInt(tree::number)
            .filter(set -> set != RecordSetTree.NONE)
            .mapToObj(tree::branch)
            .flatMapToLong(Arrays::stream)
            .toArray();
    return branch.length == 0
        ? new MatchNoDocsQuery("no such set")
        : LongField.newSetQuery(IndexFields.PARENT, branch);
  }

  private static Query during(LocalDate from, LocalDate to) {
    return new BooleanQuery.Builder()
        .add(
            LongField.newRangeQuery(IndexFields.FROM, Long.MIN_VALUE, to.toEpochDay()),
            Occur.FILTER)
        .add(
            LongField.newRangeQuery(IndexFields.TO, from.toEpochDay(), Long.MAX_VALUE),
            Occur.FILTER)
        .build();
  }

  private static Query terms(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  static Query any(Query... queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query query : queries) {
      any.add(query, Occur.SHOULD);
    }
    return any.build();
  }

  private static Query boosted(Query query, float boost) {
    return new BoostQuery(query, boost);
  }

  static Query all(Query first, Iterable<Query> filters) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(first, Occur.MUST);
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    return all.build();
  }

  static Query everything() {
    return new MatchAllDocsQuery();
  }
}
