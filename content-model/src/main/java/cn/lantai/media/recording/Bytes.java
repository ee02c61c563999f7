package cn.lantai.media.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The bytes of a file at any place, through one buffer. Reading beyond the end says that the file
 * is truncated, and who reads far more often than any honest file needs is stopped.
 */
final class Bytes implements Closeable {

  private static final int BUFFER = 1 << 16;

  /** Four thousand hours of MP3 take as many steps. */
  private static final long MOST_READS = 2_000_000_000L;

  private final FileChannel file;
  private final long size;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long start;
  private int filled;
  private long reads;

  Bytes(Path path) throws IOException {
    file = FileChannel.open(path);
    size = file.size();
  }

  long size() {
    return size;
  }

  /** The byte at a place, from 0 to 255. */
  int u8(long at) throws IOException, RefusedRecordingException {
    if (at < 0 || at >= size) {
      throw RefusedRecordingException.truncated();
    }
    if (++reads > MOST_READS) {
      throw RefusedRecordingException.broken("结构没有尽头", "its structure does not end");
    }
    if (at < start || at >= start + filled) {
      fill(at);
    }
    return buffer.get((int) (at - start)) & 0xFF;
  }

  private void fill(long at) throws IOException, RefusedRecordingException {
    // Who goes backwards wants what lies before next.
    long from = at < start && start - at < BUFFER ? Math.max(0, at - BUFFER / 2) : at;
    buffer.clear();
    int got = 0;
    while (got < BUFFER) {
      int read = file.read(buffer, from + got);
      if (read < 0) {
        break;
      }
      got += read;
    }
    start = from;
    filled = got;
    if (got <= at - from) {
      throw RefusedRecordingException.truncated();
    }
  }

  /** A number of up to eight bytes, the most significant first. */
  long big(long at, int length) throws IOException, RefusedRecordingException {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | u8(at + i);
    }
    return value;
  }

  /** A number of up to eight bytes, the least significant first. */
  long little(long at, int length) throws IOException, RefusedRecordingException {
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | u8(at + i);
    }
    return value;
  }

  String ascii(long at, int length) throws IOException, RefusedRecordingException {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) u8(at + i);
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Whether these letters stand there; never complains of the end. */
  boolean has(long at, String letters) throws IOException, RefusedRecordingException {
    return at + letters.length() <= size && ascii(at, letters.length()).equals(letters);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
