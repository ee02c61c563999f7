package cn.lantai.server.launcher.remote;

import java.time.Duration;

/** How fast bytes go, as a line on the console. */
final class Speed {

  private static final double MEBIBYTE = 1 << 20;

  private final long begun = System.nanoTime();
  private final String chinese;
  private final String english;

  Speed(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * @param already of those that are done, which were done before
   */
  String line(long done, long total, long already) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    double perSecond = seconds > 0 ? (done - already) / seconds : 0;
    String line =
        "%s %s  %.1f / %.1f MiB  %.1f MiB/s"
            .formatted(chinese, english, done / MEBIBYTE, total / MEBIBYTE, perSecond / MEBIBYTE);
    return perSecond > 0 && total > done
        ? line + "  还需 left " + time(Math.round((total - done) / perSecond))
        : line;
  }

  /** Hours, minutes and seconds. */
  static String time(long seconds) {
    Duration left = Duration.ofSeconds(seconds);
    return left.toHours() > 0
        ? "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : "%d:%02d".formatted(left.toMinutesPart(), left.toSecondsPart());
  }
}
