package cn.lantai.server.command;

import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import java.time.Duration;

/** Makes stages show all that the journal holds, with or without a server that follows it. */
final class UpToDate {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final StageStores stages;
  private final CommandContext context;
  private boolean followed;

  UpToDate(StageStores stages, CommandContext context) {
    this.stages = stages;
    this.context = context;
    this.followed = context.online();
  }

  /**
   * @throws IllegalStateException if the stage cannot keep up with the journal
   */
  void bring(StageKind stage) {
    if (!followed) {
      stages.catchUp(row -> context.progress(row, stages.head(), "stages"));
      followed = true;
    }
    try {
      if (!stages.awaitHead(stage, PATIENCE)) {
        throw new IllegalStateException("The " + stage + " stage lags behind the journal");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while waiting for the stage", stopped);
    }
  }
}
