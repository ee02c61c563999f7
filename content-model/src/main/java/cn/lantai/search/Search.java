package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.search.SearchResult.Hit;
import cn.lantai.search.SearchResult.MarkedTitle;
import cn.lantai.search.SearchResult.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** Carries out one search over one state of the index. */
final class Search {

  private static final long TIME = TimeUnit.SECONDS.toNanos(5);

  private static final SortField NATURAL = new SortField(IndexFields.ORDER, SortField.Type.STRING);

  private final long started = System.nanoTime();
  private final Snapshot snapshot;
  private final SearchQuery asked;
  private final Optional<Versions> published;
  private final IndexSearcher searcher;
  private final QueryMaker queries;

  Search(Snapshot snapshot, SearchQuery asked, Optional<Versions> published) {
    this.snapshot = snapshot;
    this.asked = asked;
    this.published = published;
    searcher = new IndexSearcher(snapshot.reader());
    searcher.setTimeout(() -> System.nanoTime() - started > TIME);
    queries = new QueryMaker(snapshot, searcher, asked);
  }

  SearchResult run() throws IOException {
    Query words = queries.words();
    Map<Facet, Query> chosen = chosen();
    List<Query> limits = queries.limits();
    Found found = find(filtered(words, limits, chosen.values()), asked.first() + asked.size());
    Map<Facet, List<Value>> facets = facets(words, limits, chosen, found.facets());
    List<Hit> hits = hits(found.top());
    requireTime();
    return new SearchResult(
        found.top().totalHits.value,
        hits,
        facets,
        counter().decades(found.facets()),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
  }

  /** All that it finds, in archival order. */
  List<EntityIri> all(int limit) throws IOException {
    Query query = filtered(queries.words(), queries.limits(), chosen().values());
    int wanted = Math.min(limit, Math.max(1, snapshot.reader().maxDoc()));
    TopDocs top = searcher.search(query, wanted, new Sort(NATURAL));
    requireTime();
    List<EntityIri> found = new ArrayList<>(top.scoreDocs.length);
    for (ScoreDoc each : top.scoreDocs) {
      found.add(StoredDocuments.iri(snapshot.document(each.doc, Set.of(IndexFields.ID))));
    }
    return found;
  }

  private Map<Facet, Query> chosen() throws IOException {
    Map<Facet, Query> chosen = queries.chosen();
    Set<String> states = asked.chosen(Facet.STATE);
    if (published.isPresent() && !states.isEmpty()) {
      chosen.put(Facet.STATE, Publications.query(publications(states), published.get()));
    }
    return chosen;
  }

  private record Found(TopDocs top, FacetsCollector facets) {}

  private Found find(Query query, int depth) throws IOException {
    int wanted = Math.min(depth, Math.max(1, snapshot.reader().maxDoc()));
    Optional<Sort> sort = sort();
    MultiCollectorManager both =
        new MultiCollectorManager(
            sort.isPresent()
                ? new TopFieldCollectorManager(sort.get(), wanted, null, Integer.MAX_VALUE)
                : new TopScoreDocCollectorManager(wanted, null, Integer.MAX_VALUE),
            new FacetsCollectorManager());
    Object[] results = searcher.search(query, both);
    requireTime();
    return new Found((TopDocs) results[0], (FacetsCollector) results[1]);
  }

  private Optional<Sort> sort() {
    return switch (asked.order()) {
      case RELEVANCE ->
          asked.words().wanted().isEmpty() ? Optional.of(new Sort(NATURAL)) : Optional.empty();
      case ARCHIVAL -> Optional.of(new Sort(NATURAL));
      case DATE -> Optional.of(new Sort(Columns.byDate(), NATURAL));
    };
  }

  private Map<Facet, List<Value>> facets(
      Query words, List<Query> limits, Map<Facet, Query> chosen, FacetsCollector found)
      throws IOException {
    Set<Facet> open = EnumSet.allOf(Facet.class);
    open.removeAll(chosen.keySet());
    Map<Facet, List<Value>> facets = new EnumMap<>(Facet.class);
    facets.putAll(counter().count(open, found));
    for (Facet facet : chosen.keySet()) {
      Map<Facet, Query> others = new EnumMap<>(chosen);
      others.remove(facet);
      FacetsCollector without =
          searcher.search(filtered(words, limits, others.values()), new FacetsCollectorManager());
      requireTime();
      facets.putAll(counter().count(Set.of(facet), without));
    }
    return facets;
  }

  private List<Hit> hits(TopDocs top) throws IOException {
    List<Document> documents = new ArrayList<>();
    for (int i = asked.first(); i < top.scoreDocs.length; i++) {
      documents.add(snapshot.document(top.scoreDocs[i].doc));
    }
    List<EntityIri> records =
        documents.stream()
            .map(StoredDocuments::iri)
            .filter(iri -> iri.type() == EntityType.RECORD)
            .toList();
    PageImages images = new PageImages(snapshot.searcher());
    Map<EntityIri, PageImage> first = images.first(records);
    Map<EntityIri, Document> pages = images.best(records, queries.onPages());
    Map<EntityIri, Publication> states = states(top);
    Marker marker = new Marker(queries.needles());
    List<Hit> hits = new ArrayList<>();
    for (Document document : documents) {
      EntityIri iri = StoredDocuments.iri(document);
      hits.add(
          hit(
              document,
              marker,
              Optional.ofNullable(pages.get(iri)),
              Optional.ofNullable(first.get(iri)),
              Optional.ofNullable(states.get(iri))));
    }
    return hits;
  }

  private static Hit hit(
      Document document,
      Marker marker,
      Optional<Document> page,
      Optional<PageImage> image,
      Optional<Publication> state) {
    Summary summary = StoredDocuments.summary(document);
    String body = StoredDocuments.body(document);
    Optional<String> written = page.map(StoredDocuments::body);
    boolean onPage = written.isPresent() && marker.count(written.get()) > marker.count(body);
    return new Hit(
        summary,
        new MarkedTitle(marker.mark(summary.title().zh()), summary.title().en().map(marker::mark)),
        onPage ? written.flatMap(marker::cut) : marker.cut(body),
        page.filter(it -> onPage && !isRecording(it)).map(StoredDocuments::page),
        page.filter(it -> onPage && isRecording(it)).map(it -> moment(it, marker)),
        image,
        state);
  }

  private static boolean isRecording(Document document) {
    return StoredDocuments.iri(document).type() == EntityType.RECORDING;
  }

  private static SearchResult.Moment moment(Document document, Marker marker) {
    OptionalLong start = OptionalLong.empty();
    int most = 0;
    for (StoredDocuments.Said cue : StoredDocuments.said(document)) {
      int words = marker.count(cue.text());
      if (words > most) {
        most = words;
        start = OptionalLong.of(cue.start());
      }
    }
    return new SearchResult.Moment(
        StoredDocuments.iri(document), StoredDocuments.title(document), start);
  }

  private Map<EntityIri, Publication> states(TopDocs top) throws IOException {
    if (published.isEmpty()) {
      return Map.of();
    }
    Map<EntityIri, Publication> states = new HashMap<>();
    for (int i = asked.first(); i < top.scoreDocs.length; i++) {
      ScoreDoc each = top.scoreDocs[i];
      LeafReaderContext segment =
          snapshot.segments().get(ReaderUtil.subIndex(each.doc, snapshot.segments()));
      states.put(
          StoredDocuments.iri(snapshot.document(each.doc)),
          new Publications.OfSegment(segment, published.get()).of(each.doc - segment.docBase));
    }
    return states;
  }

  private FacetCounter counter() {
    return new FacetCounter(snapshot, asked, published);
  }

  private void requireTime() {
    if (searcher.timedOut()) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_SLOW);
    }
  }

  private static Set<Publication> publications(Set<String> names) {
    return EnumSet.allOf(Publication.class).stream()
        .filter(state -> names.contains(state.name()))
        .collect(Collectors.toSet());
  }

  private static Query filtered(Query words, List<Query> limits, Collection<Query> chosen) {
    List<Query> filters = new ArrayList<>(limits);
    filters.addAll(chosen);
    return QueryMaker.all(words, filters);
  }
}
