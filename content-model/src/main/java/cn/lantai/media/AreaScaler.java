package cn.lantai.media;

/**
 * Scales by area: each target pixel is the mean of the source area that it covers, fractions of
 * pixels included. Rows of the source are fed from top to bottom, so that a large source never has
 * to be in memory as a whole.
 */
public abstract class AreaScaler {

  final ScaleAxis columns;
  final ScaleAxis rows;

  private final RgbImage target;
  private int targetRow;

  AreaScaler(ScaleAxis columns, ScaleAxis rows) {
    this.columns = columns;
    this.rows = rows;
    this.target = new RgbImage(columns.last.length, rows.last.length);
  }

  /**
   * @param left left edge of the source area, in pixels of the rows that will be fed
   * @param top its upper edge, in rows counted as in {@link #row}
   */
  public static AreaScaler of(
      double left, double top, double sourceWidth, double sourceHeight, PixelSize targetSize) {
    ScaleAxis columns = new ScaleAxis(left, sourceWidth, targetSize.width());
    ScaleAxis rows = new ScaleAxis(top, sourceHeight, targetSize.height());
    return SmallStepScaler.fits(columns, rows)
        ? new SmallStepScaler(columns, rows)
        : new AnyStepScaler(columns, rows);
  }

  /** A whole image in one go. */
  public static RgbImage scale(RgbImage source, PixelSize targetSize) {
    AreaScaler scaler = of(0, 0, source.width(), source.height(), targetSize);
    for (int y = 0; y < source.height(); y++) {
      scaler.row(source.pixels(), y * source.width() * 3, y);
    }
    return scaler.result();
  }

  /** The first row needed; earlier ones may be fed, and are passed over. */
  public final int firstRow() {
    return rows.first();
  }

  /** One more than the last row needed. */
  public final int endRow() {
    return rows.end();
  }

  /**
   * Takes row {@code y}, whose pixel 0 is at {@code offset} in {@code rgb}. All rows between {@link
   * #firstRow} and {@link #endRow} must come, in order.
   */
  public final void row(byte[] rgb, int offset, int y) {
    if (y < firstRow() || targetRow == target.height()) {
      return;
    }
    take(rgb, offset, y);
    while (targetRow < target.height() && y >= rows.start[targetRow]) {
      add(y, targetRow);
      if (y < rows.last[targetRow]) {
        return;
      }
      finish(targetRow, target.pixels(), targetRow * target.width() * 3);
      targetRow++;
    }
  }

  public final RgbImage result() {
    if (targetRow != target.height()) {
      throw new IllegalStateException("rows are missing from row " + rows.start[targetRow] + " on");
    }
    return target;
  }

  /** A row of the source comes. */
  abstract void take(byte[] rgb, int offset, int y);

  /** It is part of a row of the target. */
  abstract void add(int y, int targetRow);

  /** All parts of a row of the target have come; its pixels begin at {@code at}. */
  abstract void finish(int targetRow, byte[] pixels, int at);
}
