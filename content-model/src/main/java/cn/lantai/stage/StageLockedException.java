package cn.lantai.stage;

import java.nio.file.Path;

/** A stage is open already: in another process, or a second time in this one. */
public final class StageLockedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StageLockedException(Path folder, Throwable cause) {
    super("The stage in " + folder + " is in use by another process.", cause);
  }
}
