package cn.lantai.stage;

import java.nio.file.Path;

/**
 * One part of a stage, and how it is kept in a folder. What a closed projection is, is in its
 * folder and nowhere else: a copy of the folder is another projection that holds the same.
 *
 * @param <P> what readers of the part use
 */
public interface ProjectionFactory<P extends Projection> {

  /** The name of the part's folder in a stage, such as {@code graph}. */
  String name();

  /**
   * Opens what is in the folder; if there is no folder, an empty projection.
   *
   * @throws StageLockedException if another process has it open
   * @throws RuntimeException if it cannot be read
   */
  P open(Path folder, StageKind kind);

  /** Begins a new projection in a folder that does not exist yet. */
  Projection.Bulk bulk(Path folder, StageKind kind);
}
