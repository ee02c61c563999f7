package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.theme.Scheme;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/**
 * All themes of a state of the index, each with those above it. Which records belong to a theme is
 * read off the values of their facets: their themes, for a type of event their events, for a form
 * or a carrier the words by which it goes.
 */
final class ThemeTree {

  private final Snapshot snapshot;
  private final Map<EntityIri, Entry> entries;
  private final Map<EntityIri, List<EntityIri>> narrower = new HashMap<>();
  private final Map<EntityIri, Long> counts = new ConcurrentHashMap<>();

  private record Entry(
      Summary summary, EntityIri scheme, List<EntityIri> broader, List<String> called) {}

  private ThemeTree(Snapshot snapshot, Map<EntityIri, Entry> entries) {
    this.snapshot = snapshot;
    this.entries = entries;
    entries.forEach(
        (theme, entry) ->
            entry.broader.forEach(
                above -> narrower.computeIfAbsent(above, key -> new ArrayList<>()).add(theme)));
  }

  static ThemeTree read(Snapshot snapshot) throws IOException {
    int[] documents = new int[Math.toIntExact(snapshot.count(EntityType.THEME))];
    Query themes = new TermQuery(new Term(IndexFields.TYPE, EntityType.THEME.segment()));
    int read = ListOrder.of(snapshot.searcher(), themes, Listing.Order.NATURAL).read(0, documents);
    Map<EntityIri, Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < read; i++) {
      Document document = snapshot.document(documents[i]);
      StoredDocuments.scheme(document)
          .ifPresent(
              scheme ->
                  entries.put(
                      StoredDocuments.iri(document),
                      new Entry(
                          StoredDocuments.summary(document),
                          scheme,
                          StoredDocuments.broader(document),
                          StoredDocuments.called(document))));
    }
    return new ThemeTree(snapshot, entries);
  }

  /** In their order. A theme above that is not there is left out. */
  List<ThemeNode> of(EntityIri scheme) throws IOException {
    List<ThemeNode> nodes = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.scheme.equals(scheme)) {
        nodes.add(
            new ThemeNode(
                entry.summary,
                entry.broader.stream().filter(entries::containsKey).toList(),
                count(entry.summary.iri())));
      }
    }
    return nodes;
  }

  /** The records of these themes and of all below them. */
  Query records(Collection<EntityIri> themes) throws IOException {
    Set<BytesRef> values = new HashSet<>();
    boolean facetsOfRecordsOnly = true;
    Set<EntityIri> ofEvents = new HashSet<>();
    for (EntityIri theme : branch(themes)) {
      values.add(value(Facet.THEME, theme.key()));
      Entry entry = entries.get(theme);
      if (entry != null && entry.scheme.equals(Scheme.EVENT_TYPES)) {
        ofEvents.add(theme);
      }
      Optional<Facet> byWord = entry == null ? Optional.empty() : byWord(entry.scheme);
      if (byWord.isPresent()) {
        facetsOfRecordsOnly = false;
        entry.called.forEach(word -> values.add(value(byWord.get(), word)));
      }
    }
    for (EntityIri event : events(ofEvents)) {
      values.add(value(Facet.EVENT, event.key()));
    }
    Query found = query(values);
    return facetsOfRecordsOnly
        ? found
        : new BooleanQuery.Builder()
            .add(found, Occur.FILTER)
            .add(
                new TermQuery(new Term(IndexFields.TYPE, EntityType.RECORD.segment())),
                Occur.FILTER)
            .build();
  }

  /** A single value is counted without looking at the records. */
  private static Query query(Set<BytesRef> values) {
    return switch (values.size()) {
      case 0 -> new MatchNoDocsQuery("no theme");
      case 1 ->
          new TermQuery(new Term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, values.iterator().next()));
      default -> new TermInSetQuery(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, values);
    };
  }

  /** The themes and all below them. Themes below themselves do no harm. */
  private Set<EntityIri> branch(Collection<EntityIri> themes) {
    Set<EntityIri> branch = new HashSet<>(themes);
    Deque<EntityIri> open = new ArrayDeque<>(themes);
    while (!open.isEmpty()) {
      narrower.getOrDefault(open.pop(), List.of()).stream().filter(branch::add).forEach(open::push);
    }
    return branch;
  }

  private List<EntityIri> events(Set<EntityIri> types) throws IOException {
    if (types.isEmpty()) {
      return List.of();
    }
    Query ofTypes =
        new BooleanQuery.Builder()
            .add(
                new TermQuery(new Term(IndexFields.TYPE, EntityType.EVENT.segment())), Occur.FILTER)
            .add(
                new TermInSetQuery(
                    IndexFields.LINK,
                    types.stream().map(type -> new BytesRef(IndexFields.id(type))).toList()),
                Occur.FILTER)
            .build();
    int most = snapshot.searcher().count(ofTypes);
    List<EntityIri> events = new ArrayList<>();
    if (most > 0) {
      TopDocs top = snapshot.searcher().search(ofTypes, most);
      for (var hit : top.scoreDocs) {
        events.add(StoredDocuments.iri(snapshot.document(hit.doc)));
      }
    }
    return events;
  }

  private static Optional<Facet> byWord(EntityIri scheme) {
    if (scheme.equals(Scheme.GENRES)) {
      return Optional.of(Facet.GENRE);
    }
    return scheme.equals(Scheme.CARRIERS) ? Optional.of(Facet.CARRIER) : Optional.empty();
  }

  private static BytesRef value(Facet facet, String value) {
    return new BytesRef(FacetsConfig.pathToString(facet.slug(), value));
  }

  private long count(EntityIri theme) throws IOException {
    Long known = counts.get(theme);
    if (known == null) {
      known = (long) snapshot.searcher().count(records(Set.of(theme)));
      counts.put(theme, known);
    }
    return known;
  }
}
