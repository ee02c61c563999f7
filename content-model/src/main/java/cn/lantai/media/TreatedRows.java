package cn.lantai.media;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Applies a {@link Treatment} to the rows of a picture on their way. What is covered is painted
 * over first, so that nothing of it is left in smaller pixels either.
 */
final class TreatedRows implements RowSink {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Whole pixels, the last ones excluded. */
  private record Box(int left, int top, int right, int bottom) {}

  private final RowSink target;
  private final List<Box> covered;
  private final Optional<AreaScaler> scaler;
  private final Optional<Watermark> watermark;
  private int y;

  TreatedRows(PixelSize original, Treatment treatment, RowSink target) {
    this.target = target;
    this.covered = treatment.covered().stream().map(region -> box(region, original)).toList();
    PixelSize size = treatment.size(original);
    this.scaler =
        size.equals(original)
            ? Optional.empty()
            : Optional.of(AreaScaler.of(0, 0, original.width(), original.height(), size));
    this.watermark = treatment.watermark().map(text -> new Watermark(text, size));
  }

  @Override
  public void rows(RgbImage strip) throws IOException {
    covered.forEach(box -> cover(strip, box));
    if (scaler.isEmpty()) {
      send(strip, y);
    } else {
      for (int row = 0; row < strip.height(); row++) {
        scaler.get().row(strip.pixels(), row * strip.width() * 3, y + row);
      }
    }
    y += strip.height();
  }

  /** All rows must have come. */
  void finish() throws IOException {
    if (scaler.isPresent()) {
      send(scaler.get().result(), 0);
    }
  }

  private void send(RgbImage strip, int top) throws IOException {
    watermark.ifPresent(mark -> mark.draw(strip, top));
    target.rows(strip);
  }

  private void cover(RgbImage strip, Box box) {
    int from = Math.max(box.top(), y) - y;
    int to = Math.min(box.bottom(), y + strip.height()) - y;
    for (int row = from; row < to; row++) {
      int start = row * strip.width();
      Arrays.fill(strip.pixels(), (start + box.left()) * 3, (start + box.right()) * 3, (byte) 0);
    }
  }

  /** Every pixel that the region touches. */
  private static Box box(Region region, PixelSize size) {
    return new Box(
        down(region.x(), size.width()),
        down(region.y(), size.height()),
        up(region.x().add(region.width()), size.width()),
        up(region.y().add(region.height()), size.height()));
  }

  private static int down(BigDecimal percent, int length) {
    return pixels(percent, length).intValue();
  }

  private static int up(BigDecimal percent, int length) {
    return Math.min(length, (int) Math.ceil(pixels(percent, length).doubleValue()));
  }

  private static BigDecimal pixels(BigDecimal percent, int length) {
    return percent.multiply(BigDecimal.valueOf(length)).divide(HUNDRED);
  }
}
