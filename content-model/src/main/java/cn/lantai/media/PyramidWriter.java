package cn.lantai.media;

import cn.lantai.media.PyramidIndex.Thumbnail;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes an access file while the rows of the picture come in; the layout is told in the package's
 * documentation. Needs the memory of about one row of tiles of the full size and as much again for
 * all smaller levels.
 */
final class PyramidWriter implements RowSink, AutoCloseable {

  static final int TILE = 512;

  /** Boxes in which thumbnails are made ready; a box larger than the image is left out. */
  static final int[] THUMBNAIL_BOXES = {200, 400, 800, 1200};

  private final PixelSize size;
  private final long largestClassic;
  private final FileChannel channel;
  private final OutputStream out;
  private final ImageEncoder.JpegSession encoder;

  /** From the full size to the smallest. */
  private final List<LevelBand> levels = new ArrayList<>();

  private long position;

  /** Begins a new file for a picture of this size. */
  PyramidWriter(PixelSize size, Path file) throws IOException {
    this(size, file, TiffDirectory.LARGEST_CLASSIC);
  }

  /**
   * @param largestClassic a file that is longer becomes a BigTIFF
   */
  PyramidWriter(PixelSize size, Path file, long largestClassic) throws IOException {
    this.size = size;
    this.largestClassic = largestClassic;
    encoder = new ImageEncoder.JpegSession(ImageEncoder.QUALITY);
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    append(new byte[TiffDirectory.LONGEST_HEADER]);
    Optional<LevelBand> smaller = Optional.empty();
    for (int n = levelCount(size) - 1; n >= 0; n--) {
      LevelBand level =
          new LevelBand(size.halved(n), readyAt(size, n), smaller, encoder, this::append);
      levels.add(0, level);
      smaller = Optional.of(level);
    }
  }

  /** A whole image in one go. */
  static void write(RgbImage image, Path file) throws IOException {
    try (PyramidWriter writer = new PyramidWriter(image.size(), file)) {
      writer.rows(image);
      writer.finish();
    }
  }

  @Override
  public void rows(RgbImage strip) throws IOException {
    levels.get(0).rows(strip);
  }

  /** Writes what belongs to the whole picture, and forces the file to the disk. */
  void finish() throws IOException {
    if (!levels.get(0).isComplete()) {
      throw new IllegalStateException("Rows of the picture are missing");
    }
    List<Thumbnail> thumbnails = new ArrayList<>();
    for (LevelBand level : levels) {
      thumbnails.addAll(level.writeThumbnails());
    }
    append(new byte[(int) (-position & 7)]);
    boolean big = position + directoriesAtMost() > largestClassic;
    long first = position;
    for (int n = 0; n < levels.size(); n++) {
      append(directory(n).toBytes(position, n == levels.size() - 1, big));
    }
    append(
        new PyramidIndex(size, TILE, levels.stream().map(LevelBand::level).toList(), thumbnails)
            .toBytes(position));
    out.flush();
    ByteBuffer header = ByteBuffer.wrap(TiffDirectory.header(first, big));
    for (long at = 0; header.hasRemaining(); ) {
      at += channel.write(header, at);
    }
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      encoder.close();
    }
  }

  private static int levelCount(PixelSize size) {
    int count = 1;
    while (!size.halved(count - 1).fitsIn(TILE, TILE)) {
      count++;
    }
    return count;
  }

  /** The sizes of those thumbnails for which level n is the smallest that is large enough. */
  private static List<PixelSize> readyAt(PixelSize full, int n) {
    PixelSize level = full.halved(n);
    PixelSize next = level.halved(1);
    boolean last = n == levelCount(full) - 1;
    List<PixelSize> ready = new ArrayList<>();
    for (int box : THUMBNAIL_BOXES) {
      PixelSize thumbnail = full.within(box, box);
      boolean fits = thumbnail.fitsIn(level.width(), level.height());
      boolean fitsNext = !last && thumbnail.fitsIn(next.width(), next.height());
      if (!full.fitsIn(box, box) && fits && !fitsNext) {
        ready.add(thumbnail);
      }
    }
    return ready;
  }

  /** Two numbers of eight bytes for each tile, and the few fixed entries. */
  private long directoriesAtMost() {
    return levels.stream().mapToLong(level -> 1024 + 16L * level.paddedOffsets().length).sum();
  }

  private TiffDirectory directory(int n) {
    LevelBand level = levels.get(n);
    return new TiffDirectory()
        .longs(254, n == 0 ? 0 : 1) // reduced version of another image
        .longs(256, level.size().width())
        .longs(257, level.size().height())
        .shorts(258, 8, 8, 8) // bits per sample
        .shorts(259, 7) // compression: JPEG
        .shorts(262, 6) // photometric interpretation: YCbCr
        .shorts(277, 3) // samples per pixel
        .shorts(284, 1) // planar configuration: chunky
        .shorts(322, TILE)
        .shorts(323, TILE)
        .offsets(324, level.paddedOffsets())
        .longs(325, level.paddedLengths())
        .shorts(530, 2, 2) // chroma subsampling
        .shorts(531, 1) // chroma position: centred
        .rationals(532, 0, 255, 128, 255, 128, 255); // reference black and white
  }

  private long append(byte[] bytes) throws IOException {
    out.write(bytes);
    long start = position;
    position += bytes.length;
    return start;
  }
}
