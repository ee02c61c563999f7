package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;

/** A store for tests of what reads or writes one. */
public final class MemoryGraphStore implements GraphStore {

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private final Set<EntityIri> gone = new HashSet<>();
  private Optional<Bookmark> bookmark = Optional.empty();
  private long changed;

  @Override
  public synchronized Optional<Bookmark> bookmark() {
    return bookmark;
  }

  @Override
  public synchronized long changed() {
    return changed;
  }

  @Override
  public synchronized void apply(List<Change> changes, Bookmark next) {
    bookmark.ifPresent(next::requireAfter);
    Txn.executeWrite(dataset, () -> changes.forEach(this::apply));
    bookmark = Optional.of(next);
    if (!changes.isEmpty()) {
      changed = Math.max(next.position(), changed + 1);
    }
  }

  @Override
  public <T> T read(Function<DatasetGraph, T> query) {
    return Txn.calculateRead(dataset, () -> query.apply(new StageDataset(dataset)));
  }

  @Override
  public synchronized boolean isGone(EntityIri entity) {
    return gone.contains(entity);
  }

  @Override
  public void close() {}

  private void apply(Change change) {
    Graph graph = dataset.getDefaultGraph();
    change.removed().forEach(graph::delete);
    change.added().forEach(graph::add);
    if (change.gone()) {
      gone.add(change.entity());
    } else {
      gone.remove(change.entity());
    }
  }
}
