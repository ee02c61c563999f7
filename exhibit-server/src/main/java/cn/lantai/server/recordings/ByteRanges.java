package cn.lantai.server.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Byte ranges (RFC 9110, section 14). */
public final class ByteRanges {

  private static final String UNIT = "bytes=";
  private static final Pattern ONE = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

  /** Players ask for one or two; who asks for more gets the whole file, as the standard allows. */
  private static final int MOST = 8;

  private ByteRanges() {}

  /**
   * @param last the place of its last byte
   */
  public record Range(long first, long last) {

    public long length() {
      return last - first + 1;
    }
  }

  /**
   * The ranges that a header asks for. Empty if it asks for none that this server knows, so that
   * all of it is to be sent; without any range if all of them lie behind the end.
   */
  public static Optional<List<Range>> parse(String header, long size) {
    if (!header.startsWith(UNIT)) {
      return Optional.empty();
    }
    List<Range> ranges = new ArrayList<>();
    String[] parts = header.substring(UNIT.length()).split(",", -1);
    long sum = 0;
    for (String part : parts) {
      Matcher one = ONE.matcher(part.strip());
      if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
        return Optional.empty();
      }
      Optional<Range> range = range(one.group(1), one.group(2), size);
      if (range.isEmpty() && !one.group(1).isEmpty() && !one.group(2).isEmpty()) {
        if (Long.parseLong(one.group(2)) < Long.parseLong(one.group(1))) {
          return Optional.empty();
        }
      }
      range.ifPresent(ranges::add);
      sum += range.map(Range::length).orElse(0L);
    }
    // Many ranges, or overlapping ones, would make the answer larger than the file.
    return parts.length > MOST || sum > size ? Optional.empty() : Optional.of(List.copyOf(ranges));
  }

  private static Optional<Range> range(String first, String last, long size) {
    if (first.isEmpty()) {
      long length = Math.min(size, Long.parseLong(last));
      return length == 0 ? Optional.empty() : Optional.of(new Range(size - length, size - 1));
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
    return from >= size || to < from ? Optional.empty() : Optional.of(new Range(from, to));
  }
}
