package cn.lantai.ingest;

import cn.lantai.entity.LocalizedText;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Says how fast a work goes and how long it still takes. */
final class Pace {

  private static final long SECOND = 1_000_000_000L;

  private final LongSupplier nanoTime;
  private final long start;
  private final long before;

  /**
   * @param before what was done already when the work began
   */
  Pace(long before, LongSupplier nanoTime) {
    this.before = before;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  LocalizedText at(long done, long of) {
    double seconds = Math.max(1, nanoTime.getAsLong() - start) / (double) SECOND;
    double speed = (done - before) / seconds;
    if (speed < 0.01 || seconds < 1) {
      return LocalizedText.of("写入著录", "Saving descriptions");
    }
    Duration left = Duration.ofSeconds(Math.round((of - done) / speed));
    String time =
        "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    return LocalizedText.of(
        "写入著录，每秒 %,.0f 行，约剩 %s".formatted(speed, time),
        "Saving descriptions, %,.0f rows/s, about %s left".formatted(speed, time));
  }
}
