package cn.lantai.media;

import cn.lantai.media.PyramidIndex.Level;
import cn.lantai.media.PyramidIndex.Thumbnail;
import cn.lantai.media.UnreadableImageException.Kind;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Makes an access file; the layout is told in the package's documentation. */
final class PyramidWriter {

  static final int TILE = 512;

  /** Boxes in which thumbnails are made ready; a box larger than the image is left out. */
  static final int[] THUMBNAIL_BOXES = {200, 400, 800, 1200};

  private static final long LARGEST_TIFF = (1L << 32) - 1;

  private final List<Level> levels = new ArrayList<>();
  private final List<long[]> paddedOffsets = new ArrayList<>();
  private final List<long[]> paddedLengths = new ArrayList<>();
  private final List<Thumbnail> thumbnails = new ArrayList<>();
  private final OutputStream out;
  private final ImageEncoder.JpegSession encoder;
  private long position;

  private PyramidWriter(OutputStream out, ImageEncoder.JpegSession encoder) {
    this.out = out;
    this.encoder = encoder;
  }

  /** Writes a new file and forces it to the disk. */
  static void write(BgrImage image, Path file) throws IOException, UnreadableImageException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        ImageEncoder.JpegSession encoder = new ImageEncoder.JpegSession(ImageEncoder.QUALITY)) {
      long firstDirectory = new PyramidWriter(out, encoder).write(image);
      out.flush();
      channel.write(header(firstDirectory), 0);
      channel.force(true);
    }
  }

  private long write(BgrImage image) throws IOException, UnreadableImageException {
    append(header(0).array());
    BgrImage level = image;
    while (true) {
      writeLevel(level);
      boolean last = level.size().fitsIn(TILE, TILE);
      writeThumbnails(image.size(), level, last);
      if (last) {
        break;
      }
      level = level.halved();
    }
    long firstDirectory = writeDirectories();
    append(new PyramidIndex(image.size(), TILE, levels, thumbnails).toBytes(position));
    return firstDirectory;
  }

  private void writeLevel(BgrImage level) throws IOException {
    int columns = (level.width() + TILE - 1) / TILE;
    int rows = (level.height() + TILE - 1) / TILE;
    long[] offsets = new long[columns * rows];
    int[] lengths = new int[columns * rows];
    long[] padded = new long[columns * rows];
    long[] paddedLength = new long[columns * rows];
    BufferedImage whole = new BufferedImage(TILE, TILE, BufferedImage.TYPE_3BYTE_BGR);
    for (int row = 0; row < rows; row++) {
      int height = Math.min(TILE, level.height() - row * TILE);
      for (int column = 0; column < columns; column++) {
        int width = Math.min(TILE, level.width() - column * TILE);
        int i = row * columns + column;
        copyTile(level, column, row, whole);
        byte[] jpeg = encoder.encode(whole);
        padded[i] = position;
        paddedLength[i] = jpeg.length;
        append(jpeg);
        if (width < TILE || height < TILE) {
          BufferedImage exact = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
          copyTile(level, column, row, exact);
          jpeg = encoder.encode(exact);
          offsets[i] = position;
          append(jpeg);
        } else {
          offsets[i] = padded[i];
        }
        lengths[i] = jpeg.length;
      }
    }
    levels.add(new Level(level.size(), columns, rows, offsets, lengths));
    paddedOffsets.add(padded);
    paddedLengths.add(paddedLength);
  }

  /** Repeats the last column and row as padding, so that no dark rim bleeds into the picture. */
  private static void copyTile(BgrImage level, int column, int row, BufferedImage tile) {
    byte[] from = level.pixels();
    byte[] to = ((DataBufferByte) tile.getRaster().getDataBuffer()).getData();
    int left = column * TILE;
    int width = Math.min(tile.getWidth(), level.width() - left);
    int stride = tile.getWidth() * 3;
    for (int y = 0; y < tile.getHeight(); y++) {
      int sourceY = Math.min(row * TILE + y, level.height() - 1);
      System.arraycopy(from, (sourceY * level.width() + left) * 3, to, y * stride, width * 3);
      for (int at = y * stride + width * 3; at < (y + 1) * stride; at++) {
        to[at] = to[at - 3];
      }
    }
  }

  /** Makes those thumbnails for which this is the smallest level that is large enough. */
  private void writeThumbnails(PixelSize full, BgrImage level, boolean last) throws IOException {
    PixelSize next = level.size().halved(1);
    for (int box : THUMBNAIL_BOXES) {
      PixelSize size = full.within(box, box);
      boolean smaller = !full.fitsIn(box, box);
      boolean here = size.fitsIn(level.width(), level.height());
      if (smaller && here && (last || !size.fitsIn(next.width(), next.height()))) {
        byte[] jpeg = encoder.encode(AreaScaler.scale(level, size).toBufferedImage());
        thumbnails.add(new Thumbnail(size, position, jpeg.length));
        append(jpeg);
      }
    }
  }

  private long writeDirectories() throws IOException, UnreadableImageException {
    if (position % 2 == 1) {
      append(new byte[1]);
    }
    long first = position;
    for (int n = 0; n < levels.size(); n++) {
      byte[] directory = directory(n).toBytes(position, n == levels.size() - 1);
      append(directory);
    }
    if (position > LARGEST_TIFF) {
      throw new UnreadableImageException(
          Kind.TOO_LARGE, "The access file would be larger than 4 GiB.");
    }
    return first;
  }

  private TiffDirectory directory(int level) {
    PixelSize size = levels.get(level).size();
    return new TiffDirectory()
        .longs(254, level == 0 ? 0 : 1) // reduced version of another image
        .longs(256, size.width())
        .longs(257, size.height())
        .shorts(258, 8, 8, 8) // bits per sample
        .shorts(259, 7) // compression: JPEG
        .shorts(262, 6) // photometric interpretation: YCbCr
        .shorts(277, 3) // samples per pixel
        .shorts(284, 1) // planar configuration: chunky
        .shorts(322, TILE)
        .shorts(323, TILE)
        .longs(324, paddedOffsets.get(level))
        .longs(325, paddedLengths.get(level))
        .shorts(530, 2, 2) // chroma subsampling
        .shorts(531, 1) // chroma position: centred
        .rationals(532, 0, 255, 128, 255, 128, 255); // reference black and white
  }

  private void append(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  private static ByteBuffer header(long firstDirectory) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'I')
        .put((byte) 'I')
        .putShort((short) 42)
        .putInt((int) firstDirectory)
        .flip();
  }
}
