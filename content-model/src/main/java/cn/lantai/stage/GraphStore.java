package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The triples of one stage, with the number of the journal row up to which they are true. Any
 * number of threads may read while one writes.
 */
public interface GraphStore extends Projection {

  /**
   * A number that grows with each change, and is at least the position that came with it; 0 if
   * there was none. It stays the same as long as all that can be read stays the same, and never
   * comes back for anything else, as long as journal and base are the same.
   */
  long changed();

  /**
   * Runs {@code query} in a read transaction on a consistent state. The dataset cannot be written
   * to; neither it nor what comes out of it lazily may be used after the call. Its default graph
   * holds the stage's triples and nothing else; it has no named graphs.
   */
  <T> T read(Function<DatasetGraph, T> query);

  /** Whether the entity was in this stage and was taken out (410 instead of 404). */
  boolean isGone(EntityIri entity);
}
