package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;

/** The graph store that a stage has at the moment. */
final class ReplaceableGraphStore implements GraphStore {

  private final Replaceable<GraphStore> current;

  ReplaceableGraphStore(Replaceable<GraphStore> current) {
    this.current = current;
  }

  @Override
  public Optional<Bookmark> bookmark() {
    return current.bookmark();
  }

  @Override
  public long changed() {
    return current.use(GraphStore::changed);
  }

  @Override
  public void apply(List<Change> changes, Bookmark bookmark) {
    current.apply(changes, bookmark);
  }

  @Override
  public <T> T read(Function<DatasetGraph, T> query) {
    return current.use(store -> store.read(query));
  }

  @Override
  public boolean isGone(EntityIri entity) {
    return current.use(store -> store.isGone(entity));
  }

  @Override
  public void close() {
    current.close();
  }
}
