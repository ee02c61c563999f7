package cn.lantai.media;

import cn.lantai.media.UnreadableImageException.Kind;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks into every compressed stream of a PDF before anything else does, for PDFBox unpacks whole
 * streams into memory, some while it opens a file. Streams that unpack into others are refused
 * where both are large.
 */
final class PdfStreams {

  /** What a scan of 100 megapixels in colour takes. */
  static final long MOST_BYTES = 320L << 20;

  private static final int NESTED = 1 << 20;
  private static final byte[] BEGIN = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final int REMEMBERED = 100;
  private static final Cache<State, Boolean> CHECKED =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record State(Path file, long size, FileTime changed) {}

  private PdfStreams() {}

  static void check(Path file) throws IOException, UnreadableImageException {
    State state =
        new State(file.toAbsolutePath(), Files.size(file), Files.getLastModifiedTime(file));
    if (CHECKED.getIfPresent(state) != null) {
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        RandomAccessFile streams = new RandomAccessFile(file.toFile(), "r")) {
      int matched = 0;
      long position = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        position++;
        matched = b == BEGIN[matched] ? matched + 1 : b == BEGIN[0] ? 1 : 0;
        if (matched == BEGIN.length) {
          matched = 0;
          checkStream(streams, position);
        }
      }
    }
    CHECKED.put(state, true);
  }

  private static void checkStream(RandomAccessFile file, long position)
      throws IOException, UnreadableImageException {
    file.seek(position);
    int begin = file.read();
    if (begin == '\r') {
      begin = file.read();
    }
    Inflater inflater = new Inflater();
    Inflater inner = new Inflater();
    try {
      byte[] packed = new byte[8192];
      byte[] unpacked = new byte[1 << 16];
      long total = 0;
      long nested = 0;
      boolean nesting = true;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int read = file.read(packed);
          if (read < 0 || inflater.needsDictionary()) {
            return;
          }
          inflater.setInput(packed, 0, read);
        }
        int length = inflater.inflate(unpacked);
        total += length;
        if (nesting && length > 0) {
          nested += nested(inner, unpacked, length);
          nesting = nested >= 0 && !inner.finished();
        }
        if (total > MOST_BYTES || nested > NESTED) {
          throw new UnreadableImageException(
              Kind.TOO_LARGE, "The PDF holds data that unpack to more than any page needs.");
        }
      }
    } catch (DataFormatException notPacked) {
      // Some other kind of data, whose decoders do not make much out of little.
    } finally {
      inflater.end();
      inner.end();
    }
  }

  /** How much comes of data if they are packed once more; negative if they are not. */
  private static long nested(Inflater inner, byte[] data, int length) {
    inner.setInput(data, 0, length);
    byte[] sink = new byte[1 << 16];
    long total = 0;
    try {
      while (!inner.needsInput() && !inner.finished() && total <= NESTED) {
        int unpacked = inner.inflate(sink);
        if (unpacked == 0 && inner.needsDictionary()) {
          return Long.MIN_VALUE / 2;
        }
        total += unpacked;
      }
      return total;
    } catch (DataFormatException notPacked) {
      return Long.MIN_VALUE / 2;
    }
  }
}
