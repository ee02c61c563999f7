package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The triples of one stage, with the number of the journal row up to which they are true. Any
 * number of threads may read while one writes.
 */
public interface GraphStore extends AutoCloseable {

  /** Up to where the store follows the journal; empty if nothing was stored yet. */
  Optional<Bookmark> bookmark();

  /** The last journal row that the store holds; 0 if it is empty. */
  default long position() {
    return bookmark().map(Bookmark::position).orElse(0L);
  }

  /** The public base that entity IRIs carry in this store; empty if nothing was stored yet. */
  default Optional<String> base() {
    return bookmark().map(Bookmark::base);
  }

  /**
   * The position that came with the last changes, 0 if there were none: stays the same as long as
   * all that can be read stays the same, and never comes back for anything else, as long as journal
   * and base are the same.
   */
  long changed();

  /**
   * Applies the changes and moves the bookmark, all in one transaction: after a crash the store
   * holds either both or neither.
   *
   * @throws IllegalArgumentException if the bookmark goes back, or to another base
   */
  void apply(List<Change> changes, Bookmark bookmark);

  /**
   * Runs {@code query} in a read transaction on a consistent state. The dataset cannot be written
   * to; neither it nor what comes out of it lazily may be used after the call. Its default graph
   * holds the stage's triples and nothing else; it has no named graphs.
   */
  <T> T read(Function<DatasetGraph, T> query);

  /** Whether the entity was in this stage and was taken out (410 instead of 404). */
  boolean isGone(EntityIri entity);

  /** Must not be called while others read. */
  @Override
  void close();

  /**
   * One entity's change.
   *
   * @param remove triples that go, with the store's base; those that are not there are ignored
   * @param add triples that come
   * @param gone whether the entity counts as gone afterwards
   */
  record Change(
      EntityIri entity, Collection<Triple> remove, Collection<Triple> add, boolean gone) {}
}
