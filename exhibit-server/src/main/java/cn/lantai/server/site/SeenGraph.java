package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * The working stage for one reader: the newest version of what he may see, and of everything else
 * what is public. Each triple belongs to the entity that its subject names, so that decides. Lives
 * as long as the read transactions of both stages.
 */
final class SeenGraph extends GraphBase {

  private final Graph working;
  private final Graph open;
  private final Predicate<EntityIri> sight;
  private final String base;
  private final Map<EntityIri, Boolean> known = new HashMap<>();

  /**
   * @param open the public stage
   * @param sight what may be seen of the working stage
   */
  SeenGraph(Graph working, Graph open, Predicate<EntityIri> sight, String base) {
    this.working = working;
    this.open = open;
    this.sight = sight;
    this.base = base;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    if (pattern.getSubject().isConcrete()) {
      return (isSeen(pattern.getSubject()) ? working : open).find(pattern);
    }
    return working
        .find(pattern)
        .filterKeep(triple -> isSeen(triple.getSubject()))
        .andThen(open.find(pattern).filterDrop(triple -> isSeen(triple.getSubject())));
  }

  /** What belongs to no entity is nobody's secret. */
  private boolean isSeen(Node subject) {
    return !subject.isURI()
        || EntityIri.parse(subject.getURI(), base)
            .map(entity -> known.computeIfAbsent(entity, sight::test))
            .orElse(true);
  }
}
