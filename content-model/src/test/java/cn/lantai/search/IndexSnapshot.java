package cn.lantai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;

/** Which entities an index has, each with the number of its version. */
public record IndexSnapshot(Map<String, Long> versions) {

  public static IndexSnapshot of(LuceneStageIndex index) {
    return new IndexSnapshot(index.read(IndexSnapshot::versions));
  }

  private static Map<String, Long> versions(Snapshot snapshot) {
    Map<String, Long> versions = new TreeMap<>();
    try {
      for (LeafReaderContext leaf : snapshot.searcher().getIndexReader().leaves()) {
        StoredFields stored = leaf.reader().storedFields();
        NumericDocValues version = leaf.reader().getNumericDocValues(IndexFields.VERSION);
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (live == null || live.get(doc)) {
            String id = stored.document(doc).get(IndexFields.ID);
            if (!version.advanceExact(doc) || versions.put(id, version.longValue()) != null) {
              throw new IllegalStateException("Twice in the index, or without a version: " + id);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }
}
