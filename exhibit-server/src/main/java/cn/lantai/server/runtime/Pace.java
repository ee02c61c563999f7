package cn.lantai.server.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast a work goes: its speed over the last half minute or so, and how long the rest will take.
 * Starts anew when the work begins with something else.
 */
final class Pace {

  /** In seconds: what is so long past counts for a third. */
  private static final double MEMORY = 30;

  private static final double LEAST_INTERVAL = 0.5;

  private long done;
  private long total;
  private long at;
  private double began;
  private double speed;
  private boolean started;

  /**
   * @param now in nanoseconds
   */
  synchronized void note(long newDone, long newTotal, long now) {
    if (!started || newDone < done || newTotal != total) {
      started = true;
      done = newDone;
      total = newTotal;
      at = now;
      began = 0;
      speed = 0;
      return;
    }
    double seconds = (now - at) / 1e9;
    if (seconds >= LEAST_INTERVAL) {
      double current = (newDone - done) / seconds;
      began += seconds;
      double weight = 1 - Math.exp(-seconds / Math.min(MEMORY, began));
      speed = speed == 0 ? current : speed + weight * (current - speed);
      done = newDone;
      at = now;
    }
  }

  /** Things a second; 0 while unknown. */
  synchronized double speed() {
    return speed;
  }

  synchronized Optional<Duration> timeLeft() {
    return speed > 0 && total > 0
        ? Optional.of(Duration.ofSeconds(Math.round((total - done) / speed)))
        : Optional.empty();
  }

  /** Like 「每秒 120，约余 3 分 05 秒」; empty while unknown. */
  String text() {
    if (speed() <= 0) {
      return "";
    }
    String each = speed() < 10 ? "%.1f".formatted(speed()) : Long.toString(Math.round(speed()));
    return "每秒 " + each + " /s" + timeLeft().map(left -> "，余 " + clock(left) + " left").orElse("");
  }

  private static String clock(Duration time) {
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
