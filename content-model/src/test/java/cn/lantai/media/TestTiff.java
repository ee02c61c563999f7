package cn.lantai.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TIFF or BigTIFF of one page without compression, written tag by tag, for kinds that no writer
 * of Java makes.
 */
final class TestTiff {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int UNDEFINED = 7;
  private static final int LONG8 = 16;

  private final Map<Integer, Field> fields = new TreeMap<>();
  private boolean big;
  private long dataAt = 1024;
  private byte[] data = new byte[0];

  private record Field(int type, long[] values, byte[] bytes) {
    int size() {
      return switch (type) {
        case SHORT -> 2 * values.length;
        case LONG -> 4 * values.length;
        case LONG8 -> 8 * values.length;
        default -> bytes.length;
      };
    }

    int count() {
      return type == UNDEFINED ? bytes.length : values.length;
    }

    void put(ByteBuffer to) {
      for (long value : values) {
        switch (type) {
          case SHORT -> to.putShort((short) value);
          case LONG -> to.putInt((int) value);
          default -> to.putLong(value);
        }
      }
      to.put(bytes);
    }
  }

  /**
   * @param photometric 1: grey, 2: RGB, 5: inks
   */
  static TestTiff of(int width, int height, int samples, int bits, int photometric) {
    int[] each = new int[samples];
    Arrays.fill(each, bits);
    return new TestTiff()
        .longs(256, width)
        .longs(257, height)
        .shorts(258, each)
        .shorts(259, 1)
        .shorts(262, photometric)
        .shorts(277, samples)
        .shorts(284, 1);
  }

  TestTiff big() {
    big = true;
    return this;
  }

  TestTiff shorts(int tag, int... values) {
    fields.put(tag, new Field(SHORT, Arrays.stream(values).asLongStream().toArray(), new byte[0]));
    return this;
  }

  TestTiff longs(int tag, long... values) {
    fields.put(tag, new Field(LONG, values, new byte[0]));
    return this;
  }

  TestTiff bytes(int tag, byte[] bytes) {
    fields.put(tag, new Field(UNDEFINED, new long[0], bytes));
    return this;
  }

  /** Picture data in one strip. */
  TestTiff strip(int rows, byte[] samples) {
    data = samples;
    return longs(278, rows).longs(279, samples.length);
  }

  /** Picture data in square tiles of equal length, one behind the other. */
  TestTiff tiles(int side, int count, byte[] samples) {
    data = samples;
    long[] lengths = new long[count];
    Arrays.fill(lengths, samples.length / count);
    return longs(322, side).longs(323, side).longs(325, lengths);
  }

  /** Where the picture data begin; a file beyond it is sparse. */
  TestTiff dataAt(long offset) {
    dataAt = offset;
    return this;
  }

  Path write(Path file) throws IOException {
    boolean tiled = fields.containsKey(325);
    long[] lengths = fields.get(tiled ? 325 : 279).values();
    long[] offsets = new long[lengths.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = dataAt + i * lengths[0];
    }
    fields.put(tiled ? 324 : 273, new Field(big ? LONG8 : LONG, offsets, new byte[0]));
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(data), dataAt);
      out.write(head(), 0);
    }
    return file;
  }

  private ByteBuffer head() {
    int slot = big ? 8 : 4;
    int entries = big ? 16 + 8 : 8 + 2;
    int more = entries + fields.size() * (big ? 20 : 12) + slot;
    ByteBuffer head = ByteBuffer.allocate(64 << 10).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 'I').put((byte) 'I').putShort((short) (big ? 43 : 42));
    if (big) {
      head.putShort((short) 8).putShort((short) 0).putLong(16).putLong(fields.size());
    } else {
      head.putInt(8).putShort((short) fields.size());
    }
    for (Map.Entry<Integer, Field> entry : fields.entrySet()) {
      Field field = entry.getValue();
      head.putShort(entry.getKey().shortValue()).putShort((short) field.type());
      int place;
      if (big) {
        head.putLong(field.count());
      } else {
        head.putInt(field.count());
      }
      if (field.size() <= slot) {
        place = head.position();
      } else {
        place = more;
        more += field.size();
        if (big) {
          head.putLong(head.position(), place);
        } else {
          head.putInt(head.position(), place);
        }
      }
      ByteBuffer value = head.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(place);
      field.put(value);
      head.position(head.position() + slot);
    }
    if (more > dataAt) {
      throw new IllegalStateException("the head is longer than " + dataAt);
    }
    return head.position(0).limit(more);
  }
}
