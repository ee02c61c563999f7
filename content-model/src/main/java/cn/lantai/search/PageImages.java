package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** The page images, and the recordings, of the records on a page of results. */
final class PageImages {

  private final IndexSearcher searcher;

  PageImages(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The first image of each record. */
  Map<EntityIri, PageImage> first(Collection<EntityIri> records) throws IOException {
    if (records.isEmpty()) {
      return Map.of();
    }
    long[] units = records.stream().mapToLong(IndexFields::unit).toArray();
    FirstPages pages = new FirstPages();
    searcher.search(of(images(), units).build(), pages);
    Map<EntityIri, PageImage> first = new HashMap<>();
    for (EntityIri record : records) {
      int document = (int) pages.documents.get(IndexFields.unit(record), -1);
      if (document >= 0) {
        first.put(record, StoredDocuments.page(searcher.storedFields().document(document)));
      }
    }
    return first;
  }

  /** The image or recording of each record in which most of the queries find something. */
  Map<EntityIri, Document> best(Collection<EntityIri> records, List<Query> onPages)
      throws IOException {
    Map<EntityIri, Document> best = new HashMap<>();
    if (onPages.isEmpty()) {
      return best;
    }
    Query any = QueryMaker.any(onPages.toArray(Query[]::new));
    for (EntityIri record : records) {
      Query query =
          of(digital(), new long[] {IndexFields.unit(record)}).add(any, Occur.MUST).build();
      TopDocs top = searcher.search(query, 1);
      if (top.scoreDocs.length > 0) {
        best.put(record, searcher.storedFields().document(top.scoreDocs[0].doc));
      }
    }
    return best;
  }

  private static Query images() {
    return new TermQuery(new Term(IndexFields.TYPE, EntityType.IMAGE.segment()));
  }

  /** Whatever a record has been digitised as. */
  static Query digital() {
    return QueryMaker.any(
        images(), new TermQuery(new Term(IndexFields.TYPE, EntityType.RECORDING.segment())));
  }

  private static BooleanQuery.Builder of(Query kind, long[] units) {
    return new BooleanQuery.Builder()
        .add(kind, Occur.FILTER)
        .add(LongField.newSetQuery(IndexFields.UNIT, units), Occur.FILTER);
  }

  /** For each unit the document with the lowest page number. */
  private static final class FirstPages extends SimpleCollector {

    private final LongTable numbers = new LongTable(64);
    private final LongTable documents = new LongTable(64);
    private NumericDocValues unit;
    private NumericDocValues page;
    private int base;

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
      unit = Columns.of(segment.reader(), IndexFields.UNIT);
      page = DocValues.getNumeric(segment.reader(), IndexFields.PAGE);
      base = segment.docBase;
    }

    @Override
    public void collect(int doc) throws IOException {
      if (unit.advanceExact(doc)
          && page.advanceExact(doc)
          && page.longValue() < numbers.get(unit.longValue(), Long.MAX_VALUE)) {
        numbers.put(unit.longValue(), page.longValue());
        documents.put(unit.longValue(), base + doc);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
