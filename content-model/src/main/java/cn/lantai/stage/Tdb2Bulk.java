package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;

/** Fills a TDB2 dataset by Jena's phased loader, which writes one index after the other. */
final class Tdb2Bulk implements Projection.Bulk {

  private final Tdb2GraphStore store;
  private final DataLoader loader;
  private final StreamRDF triples;
  private final List<EntityIri> gone = new ArrayList<>();
  private boolean loading = true;

  Tdb2Bulk(Path folder) {
    store = new Tdb2GraphStore(folder);
    // With no monitor at all the loader never ends.
    loader = LoaderFactory.phasedLoader(store.dataset(), (format, arguments) -> {});
    triples = loader.stream();
    loader.startBulk();
    triples.start();
  }

  @Override
  public void add(EntityIri entity, Set<Triple> added) {
    added.forEach(triples::triple);
  }

  @Override
  public void gone(EntityIri entity) {
    gone.add(entity);
  }

  @Override
  public void finish(Bookmark bookmark) {
    triples.finish();
    loader.finishBulk();
    loading = false;
    store.apply(
        gone.stream().map(entity -> new Change(entity, Set.of(), Set.of(), true)).toList(),
        bookmark);
  }

  @Override
  public void close() {
    if (loading) {
      // The loader's threads end no other way.
      loader.finishBulk();
    }
    store.close();
  }
}
