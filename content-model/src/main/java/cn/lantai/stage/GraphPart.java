package cn.lantai.stage;

import java.nio.file.Path;

/** The triples of a stage, in TDB2. */
final class GraphPart implements ProjectionFactory<GraphStore> {

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public GraphStore open(Path folder, StageKind kind) {
    return new Tdb2GraphStore(folder);
  }

  @Override
  public Projection.Bulk bulk(Path folder, StageKind kind) {
    return new Tdb2Bulk(folder);
  }
}
