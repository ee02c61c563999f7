package cn.lantai.server.linkeddata;

import cn.lantai.entity.EntityIri;
import cn.lantai.stage.Bookmark;
import cn.lantai.stage.Change;
import cn.lantai.stage.GraphStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;

/** A stage in memory, on TDB2 like the real one or on a plain graph. */
public final class MemoryStage implements GraphStore {

  /** A named graph that a store may keep for itself. */
  public static final String HIDDEN = "urn:hidden";

  private final DatasetGraph dataset;
  private final Set<EntityIri> gone = new HashSet<>();
  private volatile Bookmark bookmark;

  private MemoryStage(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  public static MemoryStage onTdb2() {
    return new MemoryStage(DatabaseMgr.createDatasetGraph());
  }

  public static MemoryStage plain() {
    return new MemoryStage(DatasetGraphFactory.createTxnMem());
  }

  public MemoryStage with(EntityIri entity, String turtle) {
    return with(entity, TestData.triples(turtle));
  }

  public MemoryStage with(EntityIri entity, Collection<Triple> triples) {
    apply(List.of(new Change(entity, Set.of(), Set.copyOf(triples), false)), next());
    return this;
  }

  public MemoryStage withGone(EntityIri entity) {
    apply(List.of(new Change(entity, Set.of(), Set.of(), true)), next());
    return this;
  }

  private Bookmark next() {
    return new Bookmark(TestData.BASE, position() + 1, "00");
  }

  public void hide(Triple triple) {
    Txn.executeWrite(
        dataset, () -> dataset.add(Quad.create(NodeFactory.createURI(HIDDEN), triple)));
  }

  @Override
  public Optional<Bookmark> bookmark() {
    return Optional.ofNullable(bookmark);
  }

  @Override
  public long changed() {
    return position();
  }

  @Override
  public void apply(List<Change> changes, Bookmark next) {
    Txn.executeWrite(
        dataset,
        () -> {
          for (Change change : changes) {
            change.removed().forEach(dataset.getDefaultGraph()::delete);
            change.added().forEach(dataset.getDefaultGraph()::add);
            if (change.gone()) {
              gone.add(change.entity());
            }
          }
        });
    bookmark = next;
  }

  @Override
  public <T> T read(Function<DatasetGraph, T> query) {
    return Txn.calculateRead(dataset, () -> query.apply(dataset));
  }

  @Override
  public boolean isGone(EntityIri entity) {
    return gone.contains(entity);
  }

  @Override
  public void close() {
    dataset.close();
  }
}
