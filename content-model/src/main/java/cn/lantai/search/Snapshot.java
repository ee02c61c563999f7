package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/**
 * One consistent state of the index, with what is worked out from it once: the tree of record sets,
 * the numbering of facet values, the versions, the order of long lists.
 */
final class Snapshot {

  private final DirectoryReader reader;
  private final long number;
  private final IndexSearcher searcher;
  private final ListOrder.Memory orders;
  private RecordSetTree tree;
  private Optional<SortedSetDocValuesReaderState> facets;
  private Versions versions;
  private ThemeTree themes;
  private Map<Integer, Summary> fonds;

  Snapshot(DirectoryReader reader, long number) {
    this.reader = reader;
    this.number = number;
    this.searcher = new IndexSearcher(reader);
    this.orders = new ListOrder.Memory(searcher);
  }

  DirectoryReader reader() {
    return reader;
  }

  long number() {
    return number;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  ListOrder.Memory orders() {
    return orders;
  }

  List<LeafReaderContext> segments() {
    return reader.leaves();
  }

  synchronized RecordSetTree tree() throws IOException {
    if (tree == null) {
      tree = RecordSetTree.read(reader.leaves());
    }
    return tree;
  }

  synchronized ThemeTree themes() throws IOException {
    if (themes == null) {
      themes = ThemeTree.read(this);
    }
    return themes;
  }

  /** In the order of their codes. */
  List<Summary> fonds() throws IOException {
    return fondsByNumber().values().stream()
        .sorted(Comparator.comparing(fonds -> DocumentMaker.sortKey(fonds.code().orElse(""))))
        .toList();
  }

  /** The key of the archive that keeps each fonds, by the fonds' number in the tree. */
  Map<Integer, String> holders() throws IOException {
    Map<Integer, String> holders = new HashMap<>();
    fondsByNumber()
        .forEach(
            (number, set) -> set.holder().ifPresent(holder -> holders.put(number, holder.key())));
    return holders;
  }

  private synchronized Map<Integer, Summary> fondsByNumber() throws IOException {
    if (fonds == null) {
      Map<Integer, Summary> found = new HashMap<>();
      for (int set = 0; set < tree().size(); set++) {
        if (tree().parent(set) == RecordSetTree.NONE) {
          found.put(set, StoredDocuments.summary(document(tree().document(set))));
        }
      }
      fonds = Map.copyOf(found);
    }
    return fonds;
  }

  /** Empty as long as nothing has a facet. */
  synchronized Optional<SortedSetDocValuesReaderState> facets() throws IOException {
    if (facets == null) {
      FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
      facets =
          fields.fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME) == null
              ? Optional.empty()
              : Optional.of(new DefaultSortedSetDocValuesReaderState(reader, DocumentMaker.FACETS));
    }
    return facets;
  }

  synchronized Versions versions() throws IOException {
    if (versions == null) {
      LongTable table = new LongTable(reader.numDocs());
      for (LeafReaderContext segment : reader.leaves()) {
        NumericDocValues unit = Columns.of(segment.reader(), IndexFields.UNIT);
        NumericDocValues version = DocValues.getNumeric(segment.reader(), IndexFields.VERSION);
        NumericDocValues page = DocValues.getNumeric(segment.reader(), IndexFields.PAGE);
        for (int doc = 0; doc < segment.reader().maxDoc(); doc++) {
          boolean live =
              segment.reader().getLiveDocs() == null || segment.reader().getLiveDocs().get(doc);
          boolean entity = live && !page.advanceExact(doc);
          if (entity && unit.advanceExact(doc) && version.advanceExact(doc)) {
            table.put(unit.longValue(), version.longValue());
          }
        }
      }
      versions = new Versions(table);
    }
    return versions;
  }

  /** Whether some authority has exactly this name. */
  boolean isName(String folded) throws IOException {
    BytesRef name = new BytesRef(folded);
    for (LeafReaderContext segment : reader.leaves()) {
      if (segment.reader().terms(IndexFields.NAME) != null) {
        TermsEnum names = segment.reader().terms(IndexFields.NAME).iterator();
        if (names.seekExact(name)) {
          return true;
        }
      }
    }
    return false;
  }

  Document document(int document) throws IOException {
    return reader.storedFields().document(document);
  }

  /** Only these of its fields. */
  Document document(int document, Set<String> fields) throws IOException {
    return reader.storedFields().document(document, fields);
  }

  /** The documents of these entities, by entity; those that are not there are left out. */
  Map<EntityIri, Integer> documents(Iterable<EntityIri> entities) throws IOException {
    List<BytesRef> ids = new ArrayList<>();
    entities.forEach(entity -> ids.add(new BytesRef(IndexFields.id(entity))));
    Map<EntityIri, Integer> found = new HashMap<>();
    if (!ids.isEmpty()) {
      TopDocs top = searcher.search(new TermInSetQuery(IndexFields.ID, ids), ids.size());
      for (var hit : top.scoreDocs) {
        found.put(StoredDocuments.iri(document(hit.doc)), hit.doc);
      }
    }
    return found;
  }

  /** Without those that are to be thrown away. */
  long count(EntityType type) throws IOException {
    return searcher.count(new TermQuery(new Term(IndexFields.TYPE, type.segment())));
  }
}
