package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/** The triples of one stage, with the number of the journal row up to which they are true. */
public interface GraphStore extends AutoCloseable {

  /** The last journal row that the store holds; 0 if it is empty. */
  long position();

  /** The public base that entity IRIs carry in this store; empty if nothing was stored yet. */
  Optional<String> base();

  /**
   * Applies the changes and moves the position, all in one transaction: after a crash the store
   * holds either both or neither.
   */
  void apply(List<Change> changes, String base, long position);

  /**
   * Runs {@code query} in a read transaction on a consistent state. The dataset, and what comes out
   * of it lazily, must not be used after the call. The default graph holds the stage's triples and
   * nothing else.
   */
  <T> T read(Function<DatasetGraph, T> query);

  /** Whether the entity was in this stage and was taken out (410 instead of 404). */
  boolean isGone(EntityIri entity);

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
