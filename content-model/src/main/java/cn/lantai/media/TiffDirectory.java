package cn.lantai.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One image file directory of a classic little-endian TIFF, entries in ascending order of tags. */
final class TiffDirectory {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int ENTRY_LENGTH = 12;

  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(int tag, int type, int count, byte[] values) {}

  private final List<Entry> entries = new ArrayList<>();

  TiffDirectory shorts(int tag, int... values) {
    byte[] bytes = new byte[values.length * Short.BYTES];
    ByteBuffer buffer = littleEndian(bytes);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return add(tag, SHORT, values.length, bytes);
  }

  /** Unsigned 32-bit numbers. */
  TiffDirectory longs(int tag, long... values) {
    byte[] bytes = new byte[values.length * Integer.BYTES];
    ByteBuffer buffer = littleEndian(bytes);
    for (long value : values) {
      buffer.putInt((int) value);
    }
    return add(tag, LONG, values.length, bytes);
  }

  /** Whole numbers as fractions over 1. */
  TiffDirectory rationals(int tag, int... values) {
    byte[] bytes = new byte[values.length * 2 * Integer.BYTES];
    ByteBuffer buffer = littleEndian(bytes);
    for (int value : values) {
      buffer.putInt(value).putInt(1);
    }
    return add(tag, RATIONAL, values.length, bytes);
  }

  /** The directory and the values too long for it, to stand at {@code offset}. */
  byte[] toBytes(long offset, boolean last) {
    int tableLength = Short.BYTES + entries.size() * ENTRY_LENGTH + Integer.BYTES;
    int length = tableLength;
    for (Entry entry : entries) {
      length += outside(entry);
    }
    byte[] bytes = new byte[length];
    ByteBuffer out = littleEndian(bytes);
    int next = tableLength;
    out.putShort((short) entries.size());
    for (Entry entry : entries) {
      out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      if (outside(entry) == 0) {
        out.put(Arrays.copyOf(entry.values(), Integer.BYTES));
      } else {
        out.putInt((int) (offset + next));
        out.put(next, entry.values());
        next += outside(entry);
      }
    }
    out.putInt(last ? 0 : (int) (offset + length));
    return bytes;
  }

  private TiffDirectory add(int tag, int type, int count, byte[] values) {
    entries.add(new Entry(tag, type, count, values));
    return this;
  }

  /** Bytes needed after the table: none for values that fit in the entry; word-aligned. */
  private static int outside(Entry entry) {
    int size = entry.values().length;
    return size <= 4 ? 0 : size + (size & 1);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
