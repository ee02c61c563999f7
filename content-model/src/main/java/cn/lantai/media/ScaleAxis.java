package cn.lantai.media;

/**
 * Which source positions make up each target position, by how much of each is covered: {@link
 * #taps} of them from {@code start} on, of which some may count for nothing.
 */
final class ScaleAxis {

  /** So that what is only missed by rounding is not taken for covered. */
  private static final double NOTHING = 1e-9;

  /** The halved levels of a pyramid never ask for more. */
  private static final int LEAST_TAPS = 3;

  final int[] start;
  final int[] last;
  final int taps;

  private final double origin;
  private final double length;
  private final int first;

  ScaleAxis(double origin, double length, int targets) {
    this.origin = origin;
    this.length = length;
    start = new int[targets];
    last = new int[targets];
    int most = LEAST_TAPS;
    for (int t = 0; t < targets; t++) {
      start[t] = firstTouched(t);
      last[t] = Math.max(start[t], (int) Math.ceil(edge(t + 1) - NOTHING) - 1);
      most = Math.max(most, last[t] - start[t] + 1);
    }
    first = start[0];
    taps = Math.min(most, end() - first);
    for (int t = 0; t < targets; t++) {
      start[t] = Math.min(start[t], end() - taps);
    }
  }

  /** The weights of all taps of all targets, those of each with a sum of two to the given power. */
  int[] weights(int bits) {
    int[] weights = new int[targets() * taps];
    for (int t = 0; t < targets(); t++) {
      double from = edge(t);
      double to = edge(t + 1);
      // Rounding the running sum, not each weight: many small weights would all round to nothing.
      long before = 0;
      for (int s = firstTouched(t); s <= last[t]; s++) {
        double covered = (Math.min(to, s + 1.0) - from) / (to - from);
        long upTo = s == last[t] ? 1L << bits : Math.round(covered * (1 << bits));
        weights[t * taps + s - start[t]] = (int) (upTo - before);
        before = upTo;
      }
    }
    return weights;
  }

  int targets() {
    return start.length;
  }

  /** The first source position. */
  int first() {
    return first;
  }

  /** One more than the last source position. */
  int end() {
    return last[last.length - 1] + 1;
  }

  private int firstTouched(int target) {
    return (int) Math.floor(edge(target) + NOTHING);
  }

  /** Where a target position begins in the source. */
  private double edge(int target) {
    return origin + (target == targets() ? length : target * (length / targets()));
  }
}
