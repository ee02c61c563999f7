package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/** Carries out one search for pages over one state of the index. */
final class PageSearch {

  private static final long TIME = TimeUnit.SECONDS.toNanos(5);
  private static final Sort BY_PAGE =
      new Sort(new SortField(IndexFields.PAGE, SortField.Type.LONG), SortField.FIELD_DOC);

  private final long started = System.nanoTime();
  private final Snapshot snapshot;
  private final PageQuery asked;
  private final IndexSearcher searcher;

  PageSearch(Snapshot snapshot, PageQuery asked) {
    this.snapshot = snapshot;
    this.asked = asked;
    searcher = new IndexSearcher(snapshot.reader());
    searcher.setTimeout(() -> System.nanoTime() - started > TIME);
  }

  PageHits run() throws IOException {
    if (asked.words().wanted().isEmpty()) {
      return new PageHits(List.of(), 0);
    }
    Query query = within(onPages());
    boolean ofOne = asked.within().filter(it -> it.type() == EntityType.RECORD).isPresent();
    int wanted = asked.first() + asked.size();
    TopDocs top = ofOne ? searcher.search(query, wanted, BY_PAGE) : searcher.search(query, wanted);
    long total = searcher.count(query);
    if (searcher.timedOut()) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_SLOW);
    }
    List<EntityIri> hits = new ArrayList<>();
    ScoreDoc[] found = top.scoreDocs;
    for (int i = asked.first(); i < found.length; i++) {
      hits.add(StoredDocuments.iri(snapshot.document(found[i].doc)));
    }
    return new PageHits(hits, total);
  }

  private Query onPages() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(PageImages.digital(), Occur.FILTER);
    List<SearchWords.Word> words = asked.words().wanted();
    for (SearchWords.Word word : words) {
      boolean last = word.equals(words.get(words.size() - 1));
      all.add(asked.beginning() && last ? beginning(word) : phrase(word), Occur.MUST);
    }
    for (SearchWords.Word word : asked.words().unwanted()) {
      all.add(phrase(word), Occur.MUST_NOT);
    }
    if (asked.among().isPresent()) {
      all.add(
          new TermInSetQuery(
              IndexFields.ID,
              asked.among().get().stream()
                  .map(image -> new BytesRef(IndexFields.id(image)))
                  .toList()),
          Occur.FILTER);
    }
    return all.build();
  }

  private static Query phrase(SearchWords.Word word) {
    return Phrases.of(IndexFields.PAGE_TEXT, word.folded());
  }

  private static Query beginning(SearchWords.Word word) {
    return word.folded().chars().allMatch(Character::isLetterOrDigit)
            && word.folded().chars().noneMatch(c -> Folding.isHan((char) c))
        ? new PrefixQuery(new Term(IndexFields.PAGE_TEXT, word.folded()))
        : phrase(word);
  }

  private Query within(Query pages) throws IOException {
    if (asked.within().isEmpty()) {
      return pages;
    }
    EntityIri thing = asked.within().get();
    long[] units =
        thing.type() == EntityType.RECORD
            ? new long[] {IndexFields.unit(thing)}
            : recordsOf(thing, pages);
    return units.length == 0
        ? new MatchNoDocsQuery("on no page of it")
        : QueryMaker.all(pages, Set.of(LongField.newSetQuery(IndexFields.UNIT, units)));
  }

  /** The records that the pages are of, as far as they belong to the thing. */
  private long[] recordsOf(EntityIri thing, Query pages) throws IOException {
    UnitCollector all = new UnitCollector();
    searcher.search(pages, all);
    if (all.units().length == 0) {
      return new long[0];
    }
    Query records =
        new BooleanQuery.Builder()
            .add(
                new TermQuery(new Term(IndexFields.TYPE, EntityType.RECORD.segment())),
                Occur.FILTER)
            .add(LongField.newSetQuery(IndexFields.UNIT, all.units()), Occur.FILTER)
            .add(belongingTo(thing), Occur.FILTER)
            .build();
    UnitCollector own = new UnitCollector();
    searcher.search(records, own);
    return own.units();
  }

  private Query belongingTo(EntityIri thing) throws IOException {
    return switch (thing.type()) {
      case RECORD_SET -> {
        RecordSetTree tree = snapshot.tree();
        int set = tree.number(IndexFields.unit(thing));
        yield set == RecordSetTree.NONE
            ? new MatchNoDocsQuery("no such set")
            : LongField.newSetQuery(IndexFields.PARENT, tree.branch(set));
      }
      case THEME -> snapshot.themes().records(Set.of(thing));
      default -> new TermQuery(new Term(IndexFields.LINK, IndexFields.id(thing)));
    };
  }
}
