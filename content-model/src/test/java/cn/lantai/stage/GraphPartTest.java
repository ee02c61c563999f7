package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.journal.Graphs;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

class GraphPartTest extends ProjectionContract<GraphStore> {

  @Override
  protected ProjectionFactory<GraphStore> factory() {
    return new GraphPart();
  }

  @Override
  protected Set<String> titles(GraphStore store) {
    return store.read(
        data ->
            data
                .getDefaultGraph()
                .find(Node.ANY, Graphs.TITLE, Node.ANY)
                .filterDrop(triple -> triple.getSubject().getURI().endsWith("#date"))
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .collect(Collectors.toSet()));
  }

  @Test
  void whatIsGoneIsKnownAfterABulk() {
    Path made = folder.resolve("made");
    try (Projection.Bulk bulk = factory().bulk(made, StageKind.PUBLIC)) {
      bulk.gone(Graphs.record("r002"));
      bulk.add(Graphs.record("r001"), triples("r001", "一"));
      bulk.finish(bookmark(5));
    }
    try (GraphStore store = factory().open(made, StageKind.PUBLIC)) {
      assertTrue(store.isGone(Graphs.record("r002")));
      assertFalse(store.isGone(Graphs.record("r001")));
      assertEquals(5, store.changed());
    }
  }
}
