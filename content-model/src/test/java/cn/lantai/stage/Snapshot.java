package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** All that a stage shows. */
public record Snapshot(Set<Triple> triples, Set<EntityIri> gone) {

  /**
   * @param entities those that might be gone
   */
  public static Snapshot of(GraphStore store, Set<EntityIri> entities) {
    return new Snapshot(
        triples(store), entities.stream().filter(store::isGone).collect(Collectors.toSet()));
  }

  public static Set<Triple> triples(GraphStore store) {
    return store.read(dataset -> dataset.stream().map(Quad::asTriple).collect(Collectors.toSet()));
  }

  /** Worked out from the journal row by row: shares nothing with the follower. */
  public static Snapshot of(Journal journal, StageKind kind, String base) {
    return of(journal, kind, base, Integer.MAX_VALUE);
  }

  /**
   * @param rows how many rows of the journal count
   */
  public static Snapshot of(Journal journal, StageKind kind, String base, int rows) {
    Map<EntityIri, Long> versions = new HashMap<>();
    Set<EntityIri> gone = new HashSet<>();
    for (Entry row : rows == 0 ? List.<Entry>of() : journal.after(0, rows)) {
      switch (row.action()) {
        case PUT -> {
          if (kind == StageKind.WORKING) {
            versions.put(row.entity(), row.sequence());
          }
        }
        case PUBLISH -> {
          if (kind == StageKind.PUBLIC) {
            versions.put(row.entity(), row.version());
            gone.remove(row.entity());
          }
        }
        case WITHDRAW -> {
          if (kind == StageKind.PUBLIC) {
            versions.remove(row.entity());
            gone.add(row.entity());
          }
        }
      }
    }
    Set<Triple> triples = new HashSet<>();
    for (Entry row : journal.entries(versions.values())) {
      Content.parse(List.of(row.content()), EntityIri.INTERNAL_BASE).values().stream()
          .flatMap(Set::stream)
          .map(triple -> Rebase.triple(triple, EntityIri.INTERNAL_BASE, base))
          .forEach(triples::add);
    }
    return new Snapshot(triples, gone);
  }

  public static Set<EntityIri> entities(Journal journal) {
    return journal.after(0, Integer.MAX_VALUE).stream()
        .map(Entry::entity)
        .collect(Collectors.toSet());
  }
}
