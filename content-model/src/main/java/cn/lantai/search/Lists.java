package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.io.IOException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/** Lists that need no words, over one state of the index. */
final class Lists {

  private static final long DAYS = 366;
  private static final int LEAP_YEAR = 2024;

  /** So far from its begin a list is read by a search for the first ones, not by sorting it. */
  private static final int SHALLOW = 100;

  private static final SortField ORDER = new SortField(IndexFields.ORDER, SortField.Type.STRING);
  private static final Sort BY_ORDER = new Sort(ORDER);
  private static final Sort BY_DATE = new Sort(Columns.byDate(), ORDER);

  private final Snapshot snapshot;
  private final IndexSearcher searcher;

  Lists(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.searcher = snapshot.searcher();
  }

  Listing.Stretch stretch(Listing listing, long first, int size) throws IOException {
    if (first < 0 || size < 0) {
      throw new IllegalArgumentException("From " + first + ", " + size);
    }
    Query query = query(listing);
    return first + size <= SHALLOW
        ? sorted(query, listing.order() == Listing.Order.DATE ? BY_DATE : BY_ORDER, first, size)
        : ordered(query, listing.order(), first, size);
  }

  List<Summary> around(EntityIri entity, Listing listing, int each) throws IOException {
    Integer document = snapshot.documents(Set.of(entity)).get(entity);
    if (document == null) {
      return List.of();
    }
    ListOrder.Beside beside =
        snapshot.orders().of(query(listing), Listing.Order.NATURAL).beside(order(document), each);
    List<Integer> documents = new ArrayList<>(beside.before());
    documents.add(document);
    documents.addAll(beside.after());
    return read(documents);
  }

  Map<EntityIri, Summary> summaries(Collection<EntityIri> entities) throws IOException {
    Map<EntityIri, Summary> summaries = new HashMap<>();
    for (var found : snapshot.documents(entities).entrySet()) {
      summaries.put(found.getKey(), StoredDocuments.summary(snapshot.document(found.getValue())));
    }
    return summaries;
  }

  List<Summary> path(EntityIri entity) throws IOException {
    RecordSetTree tree = snapshot.tree();
    LinkedList<Summary> path = new LinkedList<>();
    int set = tree.number(IndexFields.unit(entity));
    while (set != RecordSetTree.NONE && path.size() < RecordSetTree.MAX_DEPTH) {
      path.addFirst(StoredDocuments.summary(snapshot.document(tree.document(set))));
      set = tree.parent(set);
    }
    return path;
  }

  List<Summary> nearDay(MonthDay asked, int limit) throws IOException {
    long day = asked.atYear(LEAP_YEAR).getDayOfYear();
    List<Summary> near = new ArrayList<>();
    for (long apart = 0; apart <= DAYS / 2 && near.size() < limit; apart++) {
      long before = Math.floorMod(day - 1 - apart, DAYS) + 1;
      long after = Math.floorMod(day - 1 + apart, DAYS) + 1;
      Query query =
          new BooleanQuery.Builder()
              .add(ofTypes(Set.of(EntityType.RECORD)), Occur.FILTER)
              .add(LongField.newSetQuery(IndexFields.DAY_OF_YEAR, before, after), Occur.FILTER)
              .build();
      near.addAll(read(searcher.search(query, limit, BY_ORDER), 0));
    }
    return near.subList(0, Math.min(limit, near.size()));
  }

  Map<EntityIri, Long> recordsBelow(Collection<EntityIri> sets) throws IOException {
    RecordSetTree tree = snapshot.tree();
    Map<EntityIri, Long> counts = new HashMap<>();
    for (EntityIri iri : sets) {
      int set = tree.number(IndexFields.unit(iri));
      if (set != RecordSetTree.NONE) {
        counts.put(iri, tree.recordsBelow(set, snapshot.segments()));
      }
    }
    return counts;
  }

  List<Summary> suggest(String beginning, Set<EntityType> types, int limit) throws IOException {
    String start = DocumentMaker.keyword(beginning);
    if (start.isEmpty() || limit < 1) {
      return List.of();
    }
    Query query =
        new BooleanQuery.Builder()
            .add(
                QueryMaker.any(
                    new PrefixQuery(new Term(IndexFields.NAME, start)),
                    new PrefixQuery(new Term(IndexFields.PINYIN, start))),
                Occur.MUST)
            .add(ofTypes(types), Occur.FILTER)
            .build();
    return read(searcher.search(query, limit, BY_ORDER), 0);
  }

  private Listing.Stretch ordered(Query query, Listing.Order order, long first, int size)
      throws IOException {
    ListOrder list = snapshot.orders().of(query, order);
    int[] documents = new int[size];
    int filled = list.read(first, documents);
    return new Listing.Stretch(
        read(Arrays.stream(documents, 0, filled).boxed().toList()), list.length());
  }

  private Listing.Stretch sorted(Query all, Sort sort, long first, int size) throws IOException {
    // What was replaced by another has no place in any list.
    Query query =
        new BooleanQuery.Builder()
            .add(all, Occur.FILTER)
            .add(new FieldExistsQuery(IndexFields.ORDER), Occur.FILTER)
            .build();
    long total = searcher.count(query);
    if (first >= total || size == 0) {
      return new Listing.Stretch(List.of(), total);
    }
    TopDocs top = searcher.search(query, (int) Math.min(total, first + size), sort);
    return new Listing.Stretch(read(top, (int) first), total);
  }

  private List<Summary> read(TopDocs top, int from) throws IOException {
    return read(Arrays.stream(top.scoreDocs).skip(from).map(hit -> hit.doc).toList());
  }

  private List<Summary> read(List<Integer> documents) throws IOException {
    List<Summary> summaries = new ArrayList<>(documents.size());
    for (int document : documents) {
      summaries.add(StoredDocuments.summary(snapshot.document(document)));
    }
    return summaries;
  }

  private BytesRef order(int document) throws IOException {
    LeafReaderContext segment =
        snapshot.segments().get(ReaderUtil.subIndex(document, snapshot.segments()));
    SortedDocValues order = DocValues.getSorted(segment.reader(), IndexFields.ORDER);
    return order.advanceExact(document - segment.docBase)
        ? BytesRef.deepCopyOf(order.lookupOrd(order.ordValue()))
        : new BytesRef();
  }

  private Query query(Listing listing) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(ofTypes(listing.types()), Occur.FILTER);
    listing
        .parent()
        .map(set -> LongField.newExactQuery(IndexFields.PARENT, IndexFields.unit(set)))
        .ifPresent(in -> all.add(in, Occur.FILTER));
    listing
        .linked()
        .map(entity -> new TermQuery(new Term(IndexFields.LINK, IndexFields.id(entity))))
        .ifPresent(with -> all.add(with, Occur.FILTER));
    if (listing.theme().isPresent()) {
      all.add(snapshot.themes().records(Set.of(listing.theme().get())), Occur.FILTER);
    }
    return all.build();
  }

  private static Query ofTypes(Set<EntityType> types) {
    return new TermInSetQuery(
        IndexFields.TYPE, types.stream().map(type -> new BytesRef(type.segment())).toList());
  }
}
