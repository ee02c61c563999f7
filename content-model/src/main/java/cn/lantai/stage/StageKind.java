package cn.lantai.stage;

import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;

/** Which of the journal's rows a stage shows. */
public enum StageKind {
  /** The newest version of everything. */
  WORKING("working"),
  /** What is published, at the version that was published. */
  PUBLIC("public");

  private final String folder;

  StageKind(String folder) {
    this.folder = folder;
  }

  /** The name of the stage's folder. */
  public String folder() {
    return folder;
  }

  boolean shows(Entry row) {
    return (row.action() == Action.PUT) == (this == WORKING);
  }
}
