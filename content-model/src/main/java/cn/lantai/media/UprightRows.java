package cn.lantai.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Turns a picture that comes in rows. A turned picture begins with what came last, so the rows are
 * kept in a file until all are there.
 */
final class UprightRows implements RowSink, AutoCloseable {

  /** Rows turned at a time. */
  private static final int BAND = 512;

  private final PixelSize stored;
  private final Orientation orientation;
  private final RowSink upright;
  private final FileChannel spool;

  /**
   * @param stored the size before turning
   * @param scratch a file that does not exist yet; removed by {@link #close}
   */
  UprightRows(PixelSize stored, Orientation orientation, Path scratch, RowSink upright)
      throws IOException {
    this.stored = stored;
    this.orientation = orientation;
    this.upright = upright;
    spool =
        FileChannel.open(
            scratch,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public void rows(RgbImage strip) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(strip.pixels());
    while (bytes.hasRemaining()) {
      spool.write(bytes);
    }
  }

  /** Hands on the picture, upright; all rows must have come. */
  void finish() throws IOException {
    PixelSize target = orientation.upright(stored);
    for (int y = 0; y < target.height(); y += BAND) {
      int rows = Math.min(BAND, target.height() - y);
      int from = orientation.fromTheEnd() ? target.height() - y - rows : y;
      RgbImage part =
          orientation.isQuarterTurn()
              ? read(from, 0, rows, stored.height())
              : read(0, from, stored.width(), rows);
      upright.rows(orientation.apply(part));
    }
  }

  private RgbImage read(int left, int top, int width, int height) throws IOException {
    RgbImage part = new RgbImage(width, height);
    for (int y = 0; y < height; y++) {
      ByteBuffer row = ByteBuffer.wrap(part.pixels(), y * width * 3, width * 3);
      long at = ((long) (top + y) * stored.width() + left) * 3;
      while (row.hasRemaining()) {
        int count = spool.read(row, at);
        if (count < 0) {
          throw new IllegalStateException("Rows of the picture are missing");
        }
        at += count;
      }
    }
    return part;
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
