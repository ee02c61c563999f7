package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A stage in a TDB2 dataset in a folder of its own. The stage's triples are the default graph; the
 * bookmark and the names of what is gone are a named graph beside it, which readers never see.
 *
 * <p>Never interrupt a thread that reads or writes: Java closes the files under it, for all
 * threads.
 */
public final class Tdb2GraphStore implements GraphStore {

  private static final Node STAGE = NodeFactory.createURI("lantai:/stage");
  private static final Node BASE = NodeFactory.createURI("lantai:/stage#base");
  private static final Node POSITION = NodeFactory.createURI("lantai:/stage#position");
  private static final Node ROW_HASH = NodeFactory.createURI("lantai:/stage#rowHash");
  private static final Node CHANGED = NodeFactory.createURI("lantai:/stage#changed");
  private static final Node GONE = NodeFactory.createURI("lantai:/stage#gone");

  /** Jena hands the same dataset to everyone in a process: two would close it under each other. */
  private static final Set<Path> OPEN = new HashSet<>();

  static {
    StageQueryEngine.install();
  }

  private final Path folder;
  private final DatasetGraph dataset;
  private final Object writer = new Object();
  private volatile Optional<Bookmark> bookmark;
  private volatile long changed;

  /**
   * Opens the store in the folder, which is made when it is missing. A folder that could not be
   * opened for another reason than its lock cannot be used again in this process: Jena does not let
   * go of its files.
   *
   * @throws StageLockedException if it is open already
   */
  public Tdb2GraphStore(Path folder) {
    this.folder = create(folder);
    synchronized (OPEN) {
      if (!OPEN.add(this.folder)) {
        throw new StageLockedException(folder, null);
      }
    }
    try {
      dataset = connect(this.folder);
      bookmark = Txn.calculateRead(dataset, this::readBookmark);
      changed = Txn.calculateRead(dataset, () -> number(CHANGED).orElse(0L));
    } catch (RuntimeException e) {
      forget();
      throw e;
    }
  }

  @Override
  public Optional<Bookmark> bookmark() {
    return bookmark;
  }

  @Override
  public long changed() {
    return changed;
  }

  @Override
  public void apply(List<Change> changes, Bookmark next) {
    synchronized (writer) {
      bookmark.ifPresent(next::requireAfter);
      // What is withdrawn ahead of the others changes the stage at a row that it had reached.
      long now = changes.isEmpty() ? changed : Math.max(next.position(), changed + 1);
      Txn.executeWrite(
          dataset,
          () -> {
            changes.forEach(this::apply);
            set(BASE, NodeFactory.createLiteralString(next.base()));
            set(POSITION, literal(next.position()));
            set(ROW_HASH, NodeFactory.createLiteralString(next.rowHash()));
            if (!changes.isEmpty()) {
              set(CHANGED, literal(now));
            }
          });
      bookmark = Optional.of(next);
      changed = now;
    }
  }

  @Override
  public <T> T read(Function<DatasetGraph, T> query) {
    return Txn.calculateRead(dataset, () -> query.apply(new StageDataset(dataset)));
  }

  @Override
  public boolean isGone(EntityIri entity) {
    return Txn.calculateRead(dataset, () -> dataset.contains(tombstone(entity)));
  }

  @Override
  public void close() {
    synchronized (writer) {
      synchronized (OPEN) {
        if (OPEN.contains(folder)) {
          TDBInternal.expel(dataset);
          OPEN.remove(folder);
        }
      }
    }
  }

  /** For filling it in bulk, while nobody else has it. */
  DatasetGraph dataset() {
    return dataset;
  }

  private void apply(Change change) {
    for (Triple triple : change.removed()) {
      dataset.delete(
          Quad.defaultGraphNodeGenerated,
          triple.getSubject(),
          triple.getPredicate(),
          triple.getObject());
    }
    for (Triple triple : change.added()) {
      dataset.add(
          Quad.defaultGraphNodeGenerated,
          triple.getSubject(),
          triple.getPredicate(),
          triple.getObject());
    }
    Quad tombstone = tombstone(change.entity());
    if (change.gone() != dataset.contains(tombstone)) {
      if (change.gone()) {
        dataset.add(tombstone);
      } else {
        dataset.delete(tombstone);
      }
    }
  }

  private static Quad tombstone(EntityIri entity) {
    return Quad.create(STAGE, STAGE, GONE, NodeFactory.createURI(entity.uri()));
  }

  private void set(Node property, Node value) {
    List<Quad> old = Iter.toList(dataset.find(STAGE, STAGE, property, Node.ANY));
    Quad quad = Quad.create(STAGE, STAGE, property, value);
    if (!old.equals(List.of(quad))) {
      old.forEach(dataset::delete);
      dataset.add(quad);
    }
  }

  private Optional<Bookmark> readBookmark() {
    return number(POSITION)
        .map(
            position ->
                new Bookmark(
                    value(BASE).orElseThrow().getLiteralLexicalForm(),
                    position,
                    value(ROW_HASH).orElseThrow().getLiteralLexicalForm()));
  }

  private Optional<Long> number(Node property) {
    return value(property).map(node -> Long.valueOf(node.getLiteralLexicalForm()));
  }

  private Optional<Node> value(Node property) {
    return Iter.toList(dataset.find(STAGE, STAGE, property, Node.ANY)).stream()
        .map(Quad::getObject)
        .findFirst();
  }

  private static Node literal(long number) {
    return NodeFactory.createLiteralByValue(number);
  }

  private void forget() {
    synchronized (OPEN) {
      OPEN.remove(folder);
    }
  }

  private static DatasetGraph connect(Path folder) {
    try {
      return DatabaseMgr.connectDatasetGraph(folder.toString());
    } catch (DBOpEnvException e) {
      // The same exception comes for damaged files.
      if (String.valueOf(e.getMessage()).startsWith("Failed to get a lock")) {
        throw new StageLockedException(folder, e);
      }
      throw e;
    }
  }

  private static Path create(Path folder) {
    Objects.requireNonNull(folder, "folder");
    try {
      return Files.createDirectories(folder).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
