package cn.lantai.server.bulk;

import cn.lantai.server.bulk.BulkRow.Part;
import jakarta.json.JsonException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a job in its folder, one a line, in the order in which they were done; and for each
 * list a file with the place of each of its rows, so that any page of it is found at once. What is
 * behind the last whole line was written by a process that died, and is cut off.
 *
 * <p>That a line is missing does no harm: the journal knows what was saved.
 */
final class RowLog implements AutoCloseable {

  private static final String ROWS = "rows.jsonl";
  private static final String BEFORE = "rows.before.jsonl";
  private static final int AT_ONCE = 500;

  private final Path folder;
  private final FileChannel rows;
  private final Map<Part, FileChannel> places = new EnumMap<>(Part.class);
  private long size;

  private RowLog(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    rows = open(ROWS);
    for (Part part : Part.values()) {
      places.put(part, open(name(part)));
    }
  }

  private FileChannel open(String name) throws IOException {
    return FileChannel.open(
        folder.resolve(name),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  private static String name(Part part) {
    return part.slug() + ".idx";
  }

  /** A new one, in the place of what an interrupted job left. */
  static RowLog anew(Path folder) throws IOException {
    RowLog log = new RowLog(folder);
    log.rows.truncate(0);
    for (FileChannel each : log.places.values()) {
      each.truncate(0);
    }
    return log;
  }

  /** One that goes on behind what is there. */
  static RowLog goingOn(Path folder) throws IOException {
    if (!isIn(folder)) {
      return anew(folder);
    }
    Path before = folder.resolve(BEFORE);
    Files.move(folder.resolve(ROWS), before, StandardCopyOption.REPLACE_EXISTING);
    RowLog log = anew(folder);
    List<BulkRow> some = new ArrayList<>();
    each(
        before,
        row -> {
          some.add(row);
          if (some.size() == AT_ONCE) {
            log.append(some);
            some.clear();
          }
          return true;
        });
    log.append(some);
    Files.delete(before);
    return log;
  }

  void append(Collection<BulkRow> more) throws IOException {
    long at = rows.position();
    StringBuilder text = new StringBuilder();
    Map<Part, List<Long>> found = new EnumMap<>(Part.class);
    for (BulkRow row : more) {
      String line = row.line() + "\n";
      for (Part part : row.parts()) {
        found.computeIfAbsent(part, p -> new ArrayList<>()).add(at);
      }
      text.append(line);
      at += line.getBytes(StandardCharsets.UTF_8).length;
    }
    write(rows, ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
    for (Map.Entry<Part, List<Long>> each : found.entrySet()) {
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * each.getValue().size());
      each.getValue().forEach(bytes::putLong);
      write(places.get(each.getKey()), bytes.flip());
    }
    size += more.size();
  }

  private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** How many rows there are. */
  long size() {
    return size;
  }

  long count(Part part) {
    return count(folder, part);
  }

  @Override
  public void close() throws IOException {
    rows.close();
    for (FileChannel each : places.values()) {
      each.close();
    }
  }

  /** Whether a folder has one. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(ROWS));
  }

  static long count(Path folder, Part part) {
    try {
      Path file = folder.resolve(name(part));
      return Files.exists(file) ? Files.size(file) / Long.BYTES : 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A stretch of a list, also of a log that is being written. */
  static List<BulkRow> page(Path folder, Part part, long first, int limit) {
    List<BulkRow> page = new ArrayList<>();
    long end = Math.min(count(folder, part), first + limit);
    if (first >= end) {
      return page;
    }
    try (RandomAccessFile rows = new RandomAccessFile(folder.resolve(ROWS).toFile(), "r");
        RandomAccessFile places = new RandomAccessFile(folder.resolve(name(part)).toFile(), "r")) {
      places.seek(first * Long.BYTES);
      for (long row = first; row < end; row++) {
        rows.seek(places.readLong());
        page.add(BulkRow.ofLine(line(rows)));
      }
      return page;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String line(RandomAccessFile rows) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] some = new byte[1024];
    for (int read = rows.read(some); read > 0; read = rows.read(some)) {
      for (int i = 0; i < read; i++) {
        if (some[i] == '\n') {
          line.write(some, 0, i);
          return line.toString(StandardCharsets.UTF_8);
        }
      }
      line.write(some, 0, read);
    }
    throw new EOFException("A row of " + ROWS + " is not there yet");
  }

  /** What takes rows as long as it wants more. */
  @FunctionalInterface
  interface Taker {
    boolean take(BulkRow row) throws IOException;
  }

  /** All rows that are there, in their order. */
  static void all(Path folder, Taker taker) throws IOException {
    if (isIn(folder)) {
      each(folder.resolve(ROWS), taker);
    }
  }

  private static void each(Path file, Taker taker) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<BulkRow> row = whole(line);
        if (row.isEmpty() || !taker.take(row.get())) {
          return;
        }
      }
    }
  }

  /** Empty if it is being written, or was when a process died. */
  private static Optional<BulkRow> whole(String line) {
    try {
      return Optional.of(BulkRow.ofLine(line));
    } catch (JsonException cutOff) {
      return Optional.empty();
    }
  }

  /** Removes what is there. */
  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(ROWS));
    for (Part part : Part.values()) {
      Files.deleteIfExists(folder.resolve(name(part)));
    }
  }
}
