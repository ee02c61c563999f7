package cn.lantai.search;

import cn.lantai.stage.Projection;
import cn.lantai.stage.ProjectionFactory;
import cn.lantai.stage.StageKind;
import java.nio.file.Path;

/** The index of a stage, as one of its parts. */
public final class IndexPart implements ProjectionFactory<LuceneStageIndex> {

  @Override
  public String name() {
    return "index";
  }

  @Override
  public LuceneStageIndex open(Path folder, StageKind kind) {
    return new LuceneStageIndex(folder);
  }

  @Override
  public Projection.Bulk bulk(Path folder, StageKind kind) {
    return new LuceneBulk(folder);
  }
}
