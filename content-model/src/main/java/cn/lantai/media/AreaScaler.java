package cn.lantai.media;

/**
 * Scales by area: each target pixel is the mean of the source area that it covers, fractions of
 * pixels included. Rows of the source are fed from top to bottom, so that a large source never has
 * to be in memory as a whole.
 */
public final class AreaScaler {

  private static final int COLUMN_BITS = 16;
  private static final int ROW_BITS = 14;

  /** The sums of a row keep this many bits below the byte. */
  private static final int FRACTION_BITS = 8;

  private final Axis columns;
  private final Axis rows;
  private final BgrImage target;
  private final int[] scaledRow;
  private final int[] sums;
  private int targetRow;

  /**
   * @param left left edge of the source area, in pixels of the rows that will be fed
   * @param top its upper edge, in rows counted as in {@link #row}
   */
  public AreaScaler(
      double left, double top, double sourceWidth, double sourceHeight, PixelSize targetSize) {
    this.columns = new Axis(left, sourceWidth, targetSize.width(), COLUMN_BITS);
    this.rows = new Axis(top, sourceHeight, targetSize.height(), ROW_BITS);
    this.target = new BgrImage(targetSize.width(), targetSize.height());
    this.scaledRow = new int[targetSize.width() * 3];
    this.sums = new int[targetSize.width() * 3];
  }

  /** A whole image in one go. */
  public static BgrImage scale(BgrImage source, PixelSize targetSize) {
    AreaScaler scaler = new AreaScaler(0, 0, source.width(), source.height(), targetSize);
    for (int y = 0; y < source.height(); y++) {
      scaler.row(source.pixels(), y * source.width() * 3, y);
    }
    return scaler.result();
  }

  /** The first row needed; earlier ones may be fed, and are passed over. */
  public int firstRow() {
    return rows.first[0];
  }

  /** One more than the last row needed. */
  public int endRow() {
    return rows.last(rows.first.length - 1) + 1;
  }

  /**
   * Takes row {@code y}, whose pixel 0 is at {@code offset} in {@code bgr}. All rows between {@link
   * #firstRow} and {@link #endRow} must come, in order.
   */
  public void row(byte[] bgr, int offset, int y) {
    if (targetRow == target.height() || y < rows.first[targetRow]) {
      return;
    }
    scaleColumns(bgr, offset);
    while (targetRow < target.height() && y >= rows.first[targetRow]) {
      int weight = rows.weight(targetRow, y);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += scaledRow[i] * weight;
      }
      if (y < rows.last(targetRow)) {
        return;
      }
      emit();
    }
  }

  public BgrImage result() {
    if (targetRow != target.height()) {
      throw new IllegalStateException("rows are missing from row " + rows.first[targetRow] + " on");
    }
    return target;
  }

  private void scaleColumns(byte[] bgr, int offset) {
    int half = 1 << (COLUMN_BITS - FRACTION_BITS - 1);
    int to = 0;
    for (int x = 0; x < columns.first.length; x++) {
      int from = offset + columns.first[x] * 3;
      int blue = half;
      int green = half;
      int red = half;
      int end = columns.start[x + 1];
      for (int i = columns.start[x]; i < end; i++) {
        int weight = columns.weights[i];
        blue += (bgr[from] & 0xFF) * weight;
        green += (bgr[from + 1] & 0xFF) * weight;
        red += (bgr[from + 2] & 0xFF) * weight;
        from += 3;
      }
      scaledRow[to] = blue >>> (COLUMN_BITS - FRACTION_BITS);
      scaledRow[to + 1] = green >>> (COLUMN_BITS - FRACTION_BITS);
      scaledRow[to + 2] = red >>> (COLUMN_BITS - FRACTION_BITS);
      to += 3;
    }
  }

  private void emit() {
    int half = 1 << (ROW_BITS + FRACTION_BITS - 1);
    byte[] pixels = target.pixels();
    int at = targetRow * sums.length;
    for (int i = 0; i < sums.length; i++) {
      pixels[at + i] = (byte) Math.min(255, (sums[i] + half) >>> (ROW_BITS + FRACTION_BITS));
      sums[i] = 0;
    }
    targetRow++;
  }

  /**
   * Which source positions make up each target position, with weights that sum to a power of two.
   */
  private static final class Axis {
    final int[] first;
    final int[] start;
    final int[] weights;

    Axis(double origin, double length, int targets, int bits) {
      first = new int[targets];
      start = new int[targets + 1];
      weights = new int[targets * ((int) Math.ceil(length / targets) + 2)];
      double step = length / targets;
      int count = 0;
      for (int t = 0; t < targets; t++) {
        double from = origin + t * step;
        double to = t == targets - 1 ? origin + length : from + step;
        first[t] = (int) Math.floor(from + 1e-9);
        int end = Math.max(first[t] + 1, (int) Math.ceil(to - 1e-9));
        start[t] = count;
        // Rounding the running sum, not each weight: many small weights would all round to nothing.
        long before = 0;
        for (int s = first[t]; s < end; s++) {
          double covered = (Math.min(to, s + 1.0) - from) / (to - from);
          long upTo = s == end - 1 ? 1L << bits : Math.round(covered * (1 << bits));
          weights[count++] = (int) (upTo - before);
          before = upTo;
        }
        start[t + 1] = count;
      }
    }

    int last(int target) {
      return first[target] + start[target + 1] - start[target] - 1;
    }

    int weight(int target, int source) {
      return weights[start[target] + source - first[target]];
    }
  }
}
