package cn.lantai.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Where in an access file each picture stands; the layout is told in the package's documentation.
 */
record PyramidIndex(PixelSize size, int tileSize, List<Level> levels, List<Thumbnail> thumbnails) {

  static final byte[] MAGIC = "LANTAI01".getBytes(StandardCharsets.US_ASCII);
  static final int TRAILER_LENGTH = MAGIC.length + Long.BYTES + Integer.BYTES + Integer.BYTES;

  PyramidIndex {
    levels = List.copyOf(levels);
    thumbnails = List.copyOf(thumbnails);
  }

  /** Tiles of one level, row by row. The arrays are never changed. */
  @SuppressWarnings("ArrayRecordComponent")
  record Level(PixelSize size, int columns, int rows, long[] offsets, int[] lengths) {}

  record Thumbnail(PixelSize size, long offset, int length) {}

  /** Index and trailer, to stand at {@code offset} at the end of an access file. */
  byte[] toBytes(long offset) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    writeSize(out, size);
    out.writeInt(tileSize);
    out.writeInt(levels.size());
    for (Level level : levels) {
      writeSize(out, level.size());
      out.writeInt(level.columns());
      out.writeInt(level.rows());
      for (int i = 0; i < level.offsets().length; i++) {
        out.writeLong(level.offsets()[i]);
        out.writeInt(level.lengths()[i]);
      }
    }
    out.writeInt(thumbnails.size());
    for (Thumbnail thumbnail : thumbnails) {
      writeSize(out, thumbnail.size());
      out.writeLong(thumbnail.offset());
      out.writeInt(thumbnail.length());
    }
    CRC32 crc = new CRC32();
    crc.update(bytes.toByteArray());
    int length = out.size();
    out.write(MAGIC);
    out.writeLong(offset);
    out.writeInt(length);
    out.writeInt((int) crc.getValue());
    return bytes.toByteArray();
  }

  static PyramidIndex read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = channel.size() - TRAILER_LENGTH;
      if (end < 0) {
        throw new IOException(file + " is too short for an access file");
      }
      ByteBuffer trailer = ByteBuffer.wrap(new FileRange(file, end, TRAILER_LENGTH).read(channel));
      byte[] magic = new byte[MAGIC.length];
      trailer.get(magic);
      long offset = trailer.getLong();
      int length = trailer.getInt();
      int expected = trailer.getInt();
      if (!Arrays.equals(magic, MAGIC) || length < 1 || offset != end - length) {
        throw new IOException(file + " has no index of this version");
      }
      byte[] index = new FileRange(file, offset, length).read(channel);
      CRC32 crc = new CRC32();
      crc.update(index);
      if ((int) crc.getValue() != expected) {
        throw new IOException("the index of " + file + " is damaged");
      }
      return parse(index);
    }
  }

  private static PyramidIndex parse(byte[] index) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(index))) {
      PixelSize size = readSize(in);
      int tileSize = in.readInt();
      int levelCount = in.readInt();
      List<Level> levels = new ArrayList<>(levelCount);
      for (int n = 0; n < levelCount; n++) {
        PixelSize levelSize = readSize(in);
        int columns = in.readInt();
        int rows = in.readInt();
        long[] offsets = new long[columns * rows];
        int[] lengths = new int[columns * rows];
        for (int i = 0; i < offsets.length; i++) {
          offsets[i] = in.readLong();
          lengths[i] = in.readInt();
        }
        levels.add(new Level(levelSize, columns, rows, offsets, lengths));
      }
      int thumbnailCount = in.readInt();
      List<Thumbnail> thumbnails = new ArrayList<>(thumbnailCount);
      for (int n = 0; n < thumbnailCount; n++) {
        thumbnails.add(new Thumbnail(readSize(in), in.readLong(), in.readInt()));
      }
      return new PyramidIndex(size, tileSize, levels, thumbnails);
    }
  }

  private static void writeSize(DataOutputStream out, PixelSize size) throws IOException {
    out.writeInt(size.width());
    out.writeInt(size.height());
  }

  private static PixelSize readSize(DataInputStream in) throws IOException {
    return new PixelSize(in.readInt(), in.readInt());
  }
}
