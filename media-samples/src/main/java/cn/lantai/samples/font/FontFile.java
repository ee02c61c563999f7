package cn.lantai.samples.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One TrueType font, plain or packed as WOFF. Safe for several threads. */
final class FontFile {
  private static final int WOFF = 0x774F4646;

  private final Map<String, ByteBuffer> tables;
  private final Map<Integer, Integer> glyphs;
  private final int unitsPerEm;
  private final boolean longOffsets;
  private final int advances;

  private FontFile(Map<String, ByteBuffer> tables) {
    this.tables = tables;
    ByteBuffer head = table("head");
    this.unitsPerEm = head.getShort(18) & 0xFFFF;
    this.longOffsets = head.getShort(50) == 1;
    this.advances = table("hhea").getShort(34) & 0xFFFF;
    this.glyphs = readCharacterMap(table("cmap"));
  }

  static FontFile read(Path file) {
    try {
      ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(file));
      return new FontFile(data.getInt(0) == WOFF ? unpack(data) : slice(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("Not a font: " + file, e);
    }
  }

  boolean has(int codePoint) {
    return glyphs.containsKey(codePoint);
  }

  Glyph glyph(int codePoint) {
    int id = glyphs.get(codePoint);
    Path2D.Float path = new Path2D.Float(Path2D.WIND_NON_ZERO);
    append(path, id, new AffineTransform(), 0);
    double scale = 1.0 / unitsPerEm;
    path.transform(new AffineTransform(scale, 0, 0, -scale, 0, 0));
    int metric = Math.min(id, advances - 1);
    return new Glyph(path, (table("hmtx").getShort(metric * 4) & 0xFFFF) * scale);
  }

  private void append(Path2D.Float path, int id, AffineTransform at, int depth) {
    ByteBuffer loca = table("loca");
    int from = longOffsets ? loca.getInt(id * 4) : (loca.getShort(id * 2) & 0xFFFF) * 2;
    int to = longOffsets ? loca.getInt(id * 4 + 4) : (loca.getShort(id * 2 + 2) & 0xFFFF) * 2;
    if (to <= from || depth > 5) {
      return;
    }
    ByteBuffer glyf = table("glyf");
    glyf.position(from);
    int contours = glyf.getShort();
    glyf.position(from + 10);
    if (contours >= 0) {
      appendSimple(path, glyf, contours, at);
    } else {
      appendComposite(path, glyf, at, depth);
    }
  }

  private static void appendSimple(
      Path2D.Float path, ByteBuffer in, int contours, AffineTransform at) {
    int[] ends = new int[contours];
    for (int i = 0; i < contours; i++) {
      ends[i] = in.getShort() & 0xFFFF;
    }
    int points = contours == 0 ? 0 : ends[contours - 1] + 1;
    int instructions = in.getShort() & 0xFFFF;
    in.position(in.position() + instructions);
    byte[] flags = new byte[points];
    for (int i = 0; i < points; i++) {
      byte flag = in.get();
      flags[i] = flag;
      if ((flag & 8) != 0) {
        for (int repeat = in.get() & 0xFF; repeat > 0; repeat--) {
          flags[++i] = flag;
        }
      }
    }
    double[] xy = new double[points * 2];
    readCoordinates(in, flags, xy, 0, 2, 16);
    readCoordinates(in, flags, xy, 1, 4, 32);
    at.transform(xy, 0, xy, 0, points);
    int start = 0;
    for (int end : ends) {
      appendContour(path, flags, xy, start, end);
      start = end + 1;
    }
  }

  private static void readCoordinates(
      ByteBuffer in, byte[] flags, double[] xy, int axis, int shortBit, int sameBit) {
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean same = (flags[i] & sameBit) != 0;
      if ((flags[i] & shortBit) != 0) {
        int delta = in.get() & 0xFF;
        value += same ? delta : -delta;
      } else if (!same) {
        value += in.getShort();
      }
      xy[i * 2 + axis] = value;
    }
  }

  private static void appendContour(
      Path2D.Float path, byte[] flags, double[] xy, int start, int end) {
    int count = end - start + 1;
    if (count < 2) {
      return;
    }
    int first = 0;
    while (first < count && (flags[start + first] & 1) == 0) {
      first++;
    }
    double x0;
    double y0;
    if (first == count) {
      first = 0;
      x0 = (xy[start * 2] + xy[end * 2]) / 2;
      y0 = (xy[start * 2 + 1] + xy[end * 2 + 1]) / 2;
      first = -1;
    } else {
      x0 = xy[(start + first) * 2];
      y0 = xy[(start + first) * 2 + 1];
    }
    path.moveTo(x0, y0);
    double cx = 0;
    double cy = 0;
    boolean pending = false;
    for (int k = 1; k <= count; k++) {
      int i = start + Math.floorMod(first + k, count);
      double x = xy[i * 2];
      double y = xy[i * 2 + 1];
      if ((flags[i] & 1) != 0) {
        if (pending) {
          path.quadTo(cx, cy, x, y);
        } else {
          path.lineTo(x, y);
        }
        pending = false;
      } else {
        if (pending) {
          path.quadTo(cx, cy, (cx + x) / 2, (cy + y) / 2);
        }
        cx = x;
        cy = y;
        pending = true;
      }
    }
    if (pending) {
      path.quadTo(cx, cy, x0, y0);
    }
    path.closePath();
  }

  private void appendComposite(Path2D.Float path, ByteBuffer in, AffineTransform at, int depth) {
    int flags;
    do {
      flags = in.getShort();
      int id = in.getShort() & 0xFFFF;
      boolean words = (flags & 1) != 0;
      double dx = words ? in.getShort() : in.get();
      double dy = words ? in.getShort() : in.get();
      double a = 1;
      double b = 0;
      double c = 0;
      double d = 1;
      if ((flags & 8) != 0) {
        a = d = in.getShort() / 16384.0;
      } else if ((flags & 0x40) != 0) {
        a = in.getShort() / 16384.0;
        d = in.getShort() / 16384.0;
      } else if ((flags & 0x80) != 0) {
        a = in.getShort() / 16384.0;
        b = in.getShort() / 16384.0;
        c = in.getShort() / 16384.0;
        d = in.getShort() / 16384.0;
      }
      AffineTransform part = new AffineTransform(at);
      part.concatenate(new AffineTransform(a, b, c, d, dx, dy));
      append(path, id, part, depth + 1);
    } while ((flags & 0x20) != 0);
  }

  private ByteBuffer table(String name) {
    ByteBuffer table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("The font has no table " + name);
    }
    return table.duplicate();
  }

  private static Map<String, ByteBuffer> slice(ByteBuffer data) {
    Map<String, ByteBuffer> tables = new HashMap<>();
    int count = data.getShort(4);
    for (int i = 0; i < count; i++) {
      int at = 12 + i * 16;
      tables.put(tag(data, at), data.slice(data.getInt(at + 8), data.getInt(at + 12)));
    }
    return tables;
  }

  private static Map<String, ByteBuffer> unpack(ByteBuffer data) throws DataFormatException {
    Map<String, ByteBuffer> tables = new HashMap<>();
    int count = data.getShort(12);
    for (int i = 0; i < count; i++) {
      int at = 44 + i * 20;
      int offset = data.getInt(at + 4);
      int packed = data.getInt(at + 8);
      int plain = data.getInt(at + 12);
      if (packed == plain) {
        tables.put(tag(data, at), data.slice(offset, plain));
      } else {
        Inflater inflater = new Inflater();
        byte[] bytes = new byte[plain];
        inflater.setInput(data.slice(offset, packed));
        inflater.inflate(bytes);
        inflater.end();
        tables.put(tag(data, at), ByteBuffer.wrap(bytes));
      }
    }
    return tables;
  }

  private static String tag(ByteBuffer data, int at) {
    StringBuilder tag = new StringBuilder(4);
    for (int i = 0; i < 4; i++) {
      tag.append((char) data.get(at + i));
    }
    return tag.toString();
  }

  private static Map<Integer, Integer> readCharacterMap(ByteBuffer cmap) {
    Map<Integer, Integer> glyphs = new HashMap<>();
    int count = cmap.getShort(2);
    for (int i = 0; i < count; i++) {
      int offset = cmap.getInt(4 + i * 8 + 4);
      switch (cmap.getShort(offset)) {
        case 4 -> readSegments(cmap, offset, glyphs);
        case 12 -> readGroups(cmap, offset, glyphs);
        default -> {}
      }
    }
    return glyphs;
  }

  private static void readSegments(ByteBuffer cmap, int at, Map<Integer, Integer> glyphs) {
    int twice = cmap.getShort(at + 6) & 0xFFFF;
    int ends = at + 14;
    int starts = ends + twice + 2;
    for (int i = 0; i < twice; i += 2) {
      int start = cmap.getShort(starts + i) & 0xFFFF;
      int end = cmap.getShort(ends + i) & 0xFFFF;
      int delta = cmap.getShort(starts + twice + i);
      int ranges = starts + 2 * twice + i;
      int range = cmap.getShort(ranges) & 0xFFFF;
      for (int code = start; code <= end && code != 0xFFFF; code++) {
        int id = code;
        if (range != 0) {
          id = cmap.getShort(ranges + range + (code - start) * 2) & 0xFFFF;
        }
        if (range == 0 || id != 0) {
          id = (id + delta) & 0xFFFF;
        }
        if (id != 0) {
          glyphs.put(code, id);
        }
      }
    }
  }

  private static void readGroups(ByteBuffer cmap, int at, Map<Integer, Integer> glyphs) {
    int groups = cmap.getInt(at + 12);
    for (int i = 0; i < groups; i++) {
      int group = at + 16 + i * 12;
      int start = cmap.getInt(group);
      int end = cmap.getInt(group + 4);
      int id = cmap.getInt(group + 8);
      for (int code = start; code <= end; code++) {
        if (id + code - start != 0) {
          glyphs.put(code, id + code - start);
        }
      }
    }
  }
}
