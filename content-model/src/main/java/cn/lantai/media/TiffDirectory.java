package cn.lantai.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One image file directory of a little-endian TIFF, entries in ascending order of tags. It can be
 * written for a classic TIFF (TIFF 6.0) or, for files that are larger, a BigTIFF.
 */
final class TiffDirectory {

  /** The last offset that a classic TIFF can name. */
  static final long LARGEST_CLASSIC = (1L << 32) - 1;

  /** Room at the beginning of a file for the header of either kind. */
  static final int LONGEST_HEADER = 16;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int LONG8 = 16;

  /**
   * @param offsets the numbers of an entry that is as wide as the file's offsets; otherwise empty
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(int tag, int type, int count, byte[] values, long[] offsets) {

    int type(boolean big) {
      return offsets.length > 0 && big ? LONG8 : type;
    }

    byte[] values(boolean big) {
      if (offsets.length == 0) {
        return values;
      }
      ByteBuffer buffer = littleEndian(new byte[count * (big ? Long.BYTES : Integer.BYTES)]);
      for (long offset : offsets) {
        if (big) {
          buffer.putLong(offset);
        } else {
          buffer.putInt((int) offset);
        }
      }
      return buffer.array();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** The first bytes of a file whose first directory stands at {@code offset}. */
  static byte[] header(long offset, boolean big) {
    ByteBuffer header = littleEndian(new byte[big ? 16 : 8]).put((byte) 'I').put((byte) 'I');
    if (big) {
      header.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(offset);
    } else {
      header.putShort((short) 42).putInt((int) offset);
    }
    return header.array();
  }

  TiffDirectory shorts(int tag, int... values) {
    ByteBuffer buffer = littleEndian(new byte[values.length * Short.BYTES]);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return add(tag, SHORT, values.length, buffer.array());
  }

  /** Unsigned 32-bit numbers. */
  TiffDirectory longs(int tag, long... values) {
    ByteBuffer buffer = littleEndian(new byte[values.length * Integer.BYTES]);
    for (long value : values) {
      buffer.putInt((int) value);
    }
    return add(tag, LONG, values.length, buffer.array());
  }

  /** Places in the file. */
  TiffDirectory offsets(int tag, long... values) {
    entries.add(new Entry(tag, LONG, values.length, new byte[0], values));
    return this;
  }

  /** Whole numbers as fractions over 1. */
  TiffDirectory rationals(int tag, int... values) {
    ByteBuffer buffer = littleEndian(new byte[values.length * 2 * Integer.BYTES]);
    for (int value : values) {
      buffer.putInt(value).putInt(1);
    }
    return add(tag, RATIONAL, values.length, buffer.array());
  }

  /** The directory and the values too long for it, to stand at {@code offset}. */
  byte[] toBytes(long offset, boolean last, boolean big) {
    int word = big ? Long.BYTES : Integer.BYTES;
    int tableLength = (big ? 8 : 2) + entries.size() * (4 + 2 * word) + word;
    int length = aligned(tableLength, word);
    for (Entry entry : entries) {
      length += outside(entry.values(big), word);
    }
    ByteBuffer out = littleEndian(new byte[length]);
    int next = aligned(tableLength, word);
    if (big) {
      out.putLong(entries.size());
    } else {
      out.putShort((short) entries.size());
    }
    for (Entry entry : entries) {
      byte[] values = entry.values(big);
      out.putShort((short) entry.tag()).putShort((short) entry.type(big));
      putWord(out, entry.count(), big);
      if (values.length <= word) {
        out.put(Arrays.copyOf(values, word));
      } else {
        putWord(out, offset + next, big);
        out.put(next, values);
        next += outside(values, word);
      }
    }
    putWord(out, last ? 0 : offset + length, big);
    return out.array();
  }

  private static void putWord(ByteBuffer out, long value, boolean big) {
    if (big) {
      out.putLong(value);
    } else {
      out.putInt((int) value);
    }
  }

  private TiffDirectory add(int tag, int type, int count, byte[] values) {
    entries.add(new Entry(tag, type, count, values, new long[0]));
    return this;
  }

  /** Bytes needed after the table: none for values that fit in the entry. */
  private static int outside(byte[] values, int word) {
    return values.length <= word ? 0 : aligned(values.length, word);
  }

  private static int aligned(int length, int word) {
    return (length + word - 1) / word * word;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
