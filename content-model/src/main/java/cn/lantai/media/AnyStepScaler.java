package cn.lantai.media;

import java.util.Arrays;

/** Scales by whatever factor, with sums in integers of 32 bits. */
final class AnyStepScaler extends AreaScaler {

  private static final int COLUMN_BITS = 16;
  private static final int ROW_BITS = 14;

  /** Between columns and rows the sums keep this many bits below the byte. */
  private static final int FRACTION_BITS = 8;

  private static final int COLUMN_SHIFT = COLUMN_BITS - FRACTION_BITS;
  private static final int COLUMN_HALF = 1 << (COLUMN_SHIFT - 1);
  private static final int ROW_SHIFT = ROW_BITS + FRACTION_BITS;
  private static final int ROW_HALF = 1 << (ROW_SHIFT - 1);

  private final int[] columnWeights;
  private final int[] rowWeights;
  private final int[] scaledRow;
  private final int[] sums;

  AnyStepScaler(ScaleAxis columns, ScaleAxis rows) {
    super(columns, rows);
    this.columnWeights = columns.weights(COLUMN_BITS);
    this.rowWeights = rows.weights(ROW_BITS);
    this.scaledRow = new int[columns.targets() * 3];
    this.sums = new int[scaledRow.length];
  }

  @Override
  void take(byte[] rgb, int offset, int y) {
    int to = 0;
    int taps = columns.taps;
    for (int x = 0; x < columns.targets(); x++) {
      int from = offset + columns.start[x] * 3;
      int red = COLUMN_HALF;
      int green = COLUMN_HALF;
      int blue = COLUMN_HALF;
      for (int i = x * taps; i < (x + 1) * taps; i++) {
        int weight = columnWeights[i];
        red += (rgb[from] & 0xFF) * weight;
        green += (rgb[from + 1] & 0xFF) * weight;
        blue += (rgb[from + 2] & 0xFF) * weight;
        from += 3;
      }
      scaledRow[to] = red >>> COLUMN_SHIFT;
      scaledRow[to + 1] = green >>> COLUMN_SHIFT;
      scaledRow[to + 2] = blue >>> COLUMN_SHIFT;
      to += 3;
    }
  }

  @Override
  void add(int y, int targetRow) {
    add(scaledRow, rowWeights[targetRow * rows.taps + y - rows.start[targetRow]], sums);
  }

  /** Static, for only of arrays in parameters does the virtual machine add several at a time. */
  private static void add(int[] row, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row[i] * weight;
    }
  }

  @Override
  void finish(int targetRow, byte[] pixels, int at) {
    for (int i = 0; i < sums.length; i++) {
      pixels[at + i] = (byte) ((sums[i] + ROW_HALF) >>> ROW_SHIFT);
    }
    Arrays.fill(sums, 0);
  }
}
