package cn.lantai.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the reading of markup in which two tags lie so far apart that whoever collects the text or
 * the attributes between them would fill the memory.
 */
final class MarkupGuard extends FilterInputStream {

  /** In bytes. */
  static final int FARTHEST = 4 << 20;

  private int distance;

  MarkupGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    measure(b == '<');
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    for (int i = from; i < from + count; i++) {
      measure(bytes[i] == '<');
    }
    return count;
  }

  private void measure(boolean tag) throws TooLongException {
    distance = tag ? 0 : distance + 1;
    if (distance > FARTHEST) {
      throw new TooLongException();
    }
  }

  /** A text or a tag is longer than anything an archivist writes. */
  static final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("More than " + FARTHEST + " bytes without a tag");
    }
  }
}
