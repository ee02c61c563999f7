package cn.lantai.media;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Scales down to half and up, where a target pixel covers no more than three source pixels each
 * way: what is asked of a pyramid. Several samples are weighed by one multiplication, each in
 * sixteen bits of its own, which is why weights have only eight; the result is at most two from the
 * exact mean.
 */
final class SmallStepScaler extends AreaScaler {

  static final int TAPS = 3;

  private static final int WEIGHT_BITS = 8;
  private static final int FIELD = 10;
  private static final int FIELD_MASK = (1 << FIELD) - 1;

  private static final int RED_AND_BLUE = 0x00FF00FF;
  private static final int GREEN = 0x0000FF00;
  private static final int HALVES = 0x00800080;
  private static final int GREEN_HALF = 0x00008000;
  private static final long EVEN = 0x00FF00FF00FF00FFL;
  private static final long LONG_HALVES = 0x0080008000800080L;

  private static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int[] columnWeights;
  private final int[] rowWeights;

  /** What is used of the last source rows; row y is at y modulo their number. */
  private final byte[][] sourceRows;

  private final byte[] mixedRow;
  private final byte[] scaledRow;

  /** Three pixels have the bytes that are taken at a time. */
  static boolean fits(ScaleAxis columns, ScaleAxis rows) {
    return columns.taps == TAPS && rows.taps == TAPS;
  }

  SmallStepScaler(ScaleAxis columns, ScaleAxis rows) {
    super(columns, rows);
    this.columnWeights = packed(columns);
    this.rowWeights = packed(rows);
    this.sourceRows = new byte[TAPS][(columns.end() - columns.first()) * 3];
    this.mixedRow = new byte[sourceRows[0].length];
    // Pixels of three bytes are written by four.
    this.scaledRow = new byte[columns.targets() * 3 + 1];
  }

  /** The three weights of each target in one number. */
  private static int[] packed(ScaleAxis axis) {
    int[] weights = axis.weights(WEIGHT_BITS);
    int[] packed = new int[axis.targets()];
    for (int t = 0; t < packed.length; t++) {
      packed[t] =
          weights[t * TAPS] | weights[t * TAPS + 1] << FIELD | weights[t * TAPS + 2] << 2 * FIELD;
    }
    return packed;
  }

  @Override
  void take(byte[] rgb, int offset, int y) {
    byte[] row = sourceRows[y % TAPS];
    System.arraycopy(rgb, offset + columns.first() * 3, row, 0, row.length);
  }

  @Override
  void add(int y, int targetRow) {
    // All rows of a target row are at hand when it is finished.
  }

  @Override
  void finish(int targetRow, byte[] pixels, int at) {
    int start = rows.start[targetRow];
    mixRows(
        sourceRows[start % TAPS],
        sourceRows[(start + 1) % TAPS],
        sourceRows[(start + 2) % TAPS],
        rowWeights[targetRow],
        mixedRow);
    scaleColumns(mixedRow, -3 * columns.first(), columns.start, columnWeights, scaledRow);
    System.arraycopy(scaledRow, 0, pixels, at, columns.targets() * 3);
  }

  private static void mixRows(byte[] upper, byte[] middle, byte[] lower, int weight, byte[] mixed) {
    int first = weight & FIELD_MASK;
    int second = weight >> FIELD & FIELD_MASK;
    int third = weight >> 2 * FIELD;
    int lastEight = mixed.length - Long.BYTES;
    for (int at = 0; at <= lastEight; at += Long.BYTES) {
      mixEight(upper, middle, lower, first, second, third, mixed, at);
    }
    mixEight(upper, middle, lower, first, second, third, mixed, lastEight);
  }

  private static void mixEight(
      byte[] upper,
      byte[] middle,
      byte[] lower,
      int first,
      int second,
      int third,
      byte[] mixed,
      int at) {
    long one = (long) EIGHT_BYTES.get(upper, at);
    long two = (long) EIGHT_BYTES.get(middle, at);
    long three = (long) EIGHT_BYTES.get(lower, at);
    long even = (one & EVEN) * first + (two & EVEN) * second + (three & EVEN) * third;
    long odd =
        (one >>> 8 & EVEN) * first + (two >>> 8 & EVEN) * second + (three >>> 8 & EVEN) * third;
    EIGHT_BYTES.set(mixed, at, even + LONG_HALVES >>> 8 & EVEN | odd + LONG_HALVES & ~EVEN);
  }

  private static void scaleColumns(
      byte[] rgb, int offset, int[] start, int[] weights, byte[] scaled) {
    int to = 0;
    for (int x = 0; x < start.length; x++) {
      int from = offset + start[x] * 3;
      // Three pixels are nine bytes: the last four of them end with the third.
      long eight = (long) EIGHT_BYTES.get(rgb, from);
      int one = (int) eight;
      int two = (int) (eight >>> 24);
      int three = (int) FOUR_BYTES.get(rgb, from + 5) >>> 8;
      int weight = weights[x];
      int first = weight & FIELD_MASK;
      int second = weight >> FIELD & FIELD_MASK;
      int third = weight >> 2 * FIELD;
      int redAndBlue =
          (one & RED_AND_BLUE) * first
              + (two & RED_AND_BLUE) * second
              + (three & RED_AND_BLUE) * third
              + HALVES;
      int green =
          (one & GREEN) * first + (two & GREEN) * second + (three & GREEN) * third + GREEN_HALF;
      FOUR_BYTES.set(
          scaled,
          to,
          (redAndBlue >>> WEIGHT_BITS & RED_AND_BLUE) | (green >>> WEIGHT_BITS & GREEN));
      to += 3;
    }
  }
}
