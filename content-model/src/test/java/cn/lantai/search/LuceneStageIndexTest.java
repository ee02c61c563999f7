package cn.lantai.search;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import cn.lantai.stage.Bookmark;
import cn.lantai.stage.Change;
import cn.lantai.stage.StageKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class LuceneStageIndexTest extends StageIndexContract {

  private static final String BASE = "https://lantai.example/";

  private static final int BATCH = 5;

  @TempDir Path folder;
  private final List<LuceneStageIndex> open = new ArrayList<>();

  @Override
  protected StageIndex index(Collection<EntityGraph> entities) {
    LuceneStageIndex index =
        new IndexPart().open(folder.resolve("index" + open.size()), StageKind.PUBLIC);
    open.add(index);
    // Several batches, so that there are several segments.
    List<Change> changes = entities.stream().map(LuceneStageIndexTest::change).toList();
    for (int from = 0; from < changes.size(); from += BATCH) {
      index.apply(
          changes.subList(from, Math.min(changes.size(), from + BATCH)),
          new Bookmark(BASE, from + 1L, "hash"));
    }
    return index;
  }

  private static Change change(EntityGraph entity) {
    return new Change(entity.iri(), Set.of(), triples(entity), false);
  }

  @AfterEach
  void close() {
    open.forEach(LuceneStageIndex::close);
  }

  private static Set<Triple> triples(EntityGraph entity) {
    return entity.triples().stream()
        .map(triple -> Rebase.triple(triple, EntityIri.INTERNAL_BASE, BASE))
        .collect(Collectors.toSet());
  }
}
