package cn.lantai.media.recording;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment of a recording, in milliseconds from its beginning, as people and standards write it.
 */
public final class MediaTime {

  private static final Pattern CLOCK =
      Pattern.compile("(?:(?:(\\d{1,3})[:：])?(\\d{1,3})[:：])?(\\d{1,6})(?:\\.(\\d{1,3}))?");
  private static final Pattern FRAGMENT =
      Pattern.compile("(?:npt:)?([0-9:.]{0,16})(?:,([0-9:.]{1,16}))?");
  private static final int MINUTE = 60;
  private static final long SECOND = 1000;

  private MediaTime() {}

  /** A stretch; without an end it goes on to the end of the recording. */
  public record Span(long start, Optional<Long> end) {

    /**
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Span {
      if (start < 0 || end.filter(it -> it <= start).isPresent()) {
        throw new IllegalArgumentException("A stretch ends behind its beginning");
      }
    }

    /** The value of t in a media fragment (Media Fragments URI 1.0, 4.2.1). */
    public String value() {
      return seconds(start) + end.map(it -> "," + seconds(it)).orElse("");
    }
  }

  /** Reads hours, minutes and seconds, {@code 1:02:03.5}, or fewer of them. */
  public static Optional<Long> parse(String text) {
    Matcher read = CLOCK.matcher(text.strip());
    if (!read.matches()) {
      return Optional.empty();
    }
    long hours = number(read.group(1));
    long minutes = number(read.group(2));
    long seconds = number(read.group(3));
    boolean carried =
        (read.group(2) != null && seconds >= MINUTE)
            || (read.group(1) != null && minutes >= MINUTE);
    if (carried) {
      return Optional.empty();
    }
    String fraction = read.group(4) == null ? "0" : (read.group(4) + "00").substring(0, 3);
    return Optional.of(
        ((hours * MINUTE + minutes) * MINUTE + seconds) * SECOND + Long.parseLong(fraction));
  }

  /** Reads the value of t in a media fragment: {@code 12}, {@code 12,20.5}, {@code ,20}. */
  public static Optional<Span> parseSpan(String value) {
    Matcher read = FRAGMENT.matcher(value);
    if (!read.matches()) {
      return Optional.empty();
    }
    Optional<Long> start = read.group(1).isEmpty() ? Optional.of(0L) : parse(read.group(1));
    Optional<Long> end = Optional.ofNullable(read.group(2)).flatMap(MediaTime::parse);
    boolean wrong =
        start.isEmpty()
            || (read.group(2) == null ? read.group(1).isEmpty() : end.isEmpty())
            || end.filter(it -> it <= start.get()).isPresent();
    return wrong ? Optional.empty() : Optional.of(new Span(start.get(), end));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** As a clock shows it, for readers and cells: {@code 1:02:03}, {@code 2:03.5}. */
  public static String clock(long millis) {
    long seconds = millis / SECOND;
    long hours = seconds / MINUTE / MINUTE;
    long rest = millis % SECOND;
    String fraction = rest == 0 ? "" : "." + String.format("%03d", rest).replaceFirst("0+$", "");
    return (hours > 0
            ? String.format("%d:%02d:%02d", hours, seconds / MINUTE % MINUTE, seconds % MINUTE)
            : String.format("%d:%02d", seconds / MINUTE, seconds % MINUTE))
        + fraction;
  }

  /** As a number of seconds: {@code 12}, {@code 12.5}. */
  public static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
  }
}
