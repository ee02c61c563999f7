package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.Console;
import java.time.Duration;

/** Waits longer from one attempt to the next, and ends some time after the first failure. */
final class Retry {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final Console console;
  private final Duration patience;
  private Duration pause = Duration.ofSeconds(1);
  private long first;

  Retry(Console console) {
    this(console, PATIENCE);
  }

  Retry(Console console, Duration patience) {
    this.console = console;
    this.patience = patience;
  }

  /** Pauses; false if it was tried long enough. */
  boolean again() throws InterruptedException {
    if (first == 0) {
      first = System.nanoTime();
    } else if (System.nanoTime() - first > patience.toNanos()) {
      return false;
    }
    console.progress(
        "连接中断，%d 秒后再试 …  Connection lost, trying again in %d s …"
            .formatted(pause.toSeconds(), pause.toSeconds()));
    Thread.sleep(pause.toMillis());
    pause =
        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    return true;
  }

  /** Something came through: the next failure is a first one. */
  void succeeded() {
    first = 0;
    pause = Duration.ofSeconds(1);
  }
}
