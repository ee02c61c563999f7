package cn.lantai.media;

import cn.lantai.media.PyramidIndex.Level;
import cn.lantai.media.PyramidIndex.Thumbnail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One level of a pyramid in the making. It holds as many rows as a tile has; when they are full it
 * writes them as tiles and hands them on, halved, to the next smaller level.
 */
final class LevelBand implements RowSink {

  private static final int TILE = PyramidWriter.TILE;

  /** Where encoded pictures go; tells the offset of each. */
  interface Target {
    long append(byte[] jpeg) throws IOException;
  }

  private final PixelSize size;
  private final ImageEncoder.JpegSession encoder;
  private final Target target;
  private final Optional<LevelBand> smaller;
  private final Map<PixelSize, AreaScaler> thumbnails = new LinkedHashMap<>();
  private final RgbImage band;
  private final int columns;
  private final long[] offsets;
  private final int[] lengths;
  private final long[] paddedOffsets;
  private final long[] paddedLengths;
  private int bandTop;
  private int filled;

  /**
   * @param size the size of this level
   * @param ready sizes of the pictures to be made from this very level
   */
  LevelBand(
      PixelSize size,
      List<PixelSize> ready,
      Optional<LevelBand> smaller,
      ImageEncoder.JpegSession encoder,
      Target target) {
    this.size = size;
    this.smaller = smaller;
    this.encoder = encoder;
    this.target = target;
    for (PixelSize each : ready) {
      thumbnails.put(each, AreaScaler.of(0, 0, size.width(), size.height(), each));
    }
    band = new RgbImage(size.width(), Math.min(TILE, size.height()));
    columns = (size.width() + TILE - 1) / TILE;
    int tiles = columns * ((size.height() + TILE - 1) / TILE);
    offsets = new long[tiles];
    lengths = new int[tiles];
    paddedOffsets = new long[tiles];
    paddedLengths = new long[tiles];
  }

  PixelSize size() {
    return size;
  }

  /** Where the tiles stand, at exact size; complete when all rows have come. */
  Level level() {
    return new Level(size, columns, offsets.length / columns, offsets, lengths);
  }

  long[] paddedOffsets() {
    return paddedOffsets;
  }

  long[] paddedLengths() {
    return paddedLengths;
  }

  /** Writes the pictures that are made from this level; all rows must have come. */
  List<Thumbnail> writeThumbnails() throws IOException {
    List<Thumbnail> written = new ArrayList<>();
    for (Map.Entry<PixelSize, AreaScaler> each : thumbnails.entrySet()) {
      byte[] jpeg = encoder.encode(each.getValue().result().toBufferedImage());
      written.add(new Thumbnail(each.getKey(), target.append(jpeg), jpeg.length));
    }
    return written;
  }

  boolean isComplete() {
    return bandTop == size.height();
  }

  @Override
  public void rows(RgbImage strip) throws IOException {
    int stride = size.width() * 3;
    int taken = 0;
    while (taken < strip.height()) {
      int count = Math.min(strip.height() - taken, band.height() - filled);
      System.arraycopy(
          strip.pixels(), taken * stride, band.pixels(), filled * stride, count * stride);
      for (AreaScaler thumbnail : thumbnails.values()) {
        for (int row = 0; row < count; row++) {
          thumbnail.row(band.pixels(), (filled + row) * stride, bandTop + filled + row);
        }
      }
      filled += count;
      taken += count;
      if (filled == band.height() || bandTop + filled == size.height()) {
        finishBand();
      }
    }
  }

  private void finishBand() throws IOException {
    RgbImage rows = band;
    if (filled < band.height()) {
      rows = band.top(filled);
    }
    writeTiles(rows, bandTop / TILE);
    if (smaller.isPresent()) {
      smaller.get().rows(rows.halved());
    }
    bandTop += filled;
    filled = 0;
  }

  private void writeTiles(RgbImage rows, int row) throws IOException {
    RgbImage whole = new RgbImage(TILE, TILE);
    for (int column = 0; column < columns; column++) {
      int width = Math.min(TILE, size.width() - column * TILE);
      int i = row * columns + column;
      copyTile(rows, column, whole);
      byte[] jpeg = encoder.encode(whole.toBufferedImage());
      paddedOffsets[i] = target.append(jpeg);
      paddedLengths[i] = jpeg.length;
      offsets[i] = paddedOffsets[i];
      lengths[i] = jpeg.length;
      if (width < TILE || rows.height() < TILE) {
        RgbImage exact = new RgbImage(width, rows.height());
        copyTile(rows, column, exact);
        jpeg = encoder.encode(exact.toBufferedImage());
        offsets[i] = target.append(jpeg);
        lengths[i] = jpeg.length;
      }
    }
  }

  /** Repeats the last column and row as padding, so that no dark rim bleeds into the picture. */
  private static void copyTile(RgbImage rows, int column, RgbImage tile) {
    byte[] from = rows.pixels();
    byte[] to = tile.pixels();
    int left = column * TILE;
    int width = Math.min(tile.width(), rows.width() - left);
    int stride = tile.width() * 3;
    for (int y = 0; y < tile.height(); y++) {
      int sourceY = Math.min(y, rows.height() - 1);
      System.arraycopy(from, (sourceY * rows.width() + left) * 3, to, y * stride, width * 3);
      for (int at = y * stride + width * 3; at < (y + 1) * stride; at++) {
        to[at] = to[at - 3];
      }
    }
  }
}
