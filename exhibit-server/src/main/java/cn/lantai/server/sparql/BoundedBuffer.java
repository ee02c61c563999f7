package cn.lantai.server.sparql;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps up to twice its limit: reaching the limit is for the caller to see, twice is an error. */
final class BoundedBuffer extends OutputStream {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
  private final int limit;

  BoundedBuffer(int limit) {
    this.limit = limit;
  }

  boolean isFull() {
    return bytes.size() >= limit;
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  @Override
  public void write(int b) {
    require(1);
    bytes.write(b);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    require(length);
    bytes.write(source, offset, length);
  }

  private void require(int more) {
    if (bytes.size() + (long) more > 2L * limit) {
      throw new OverflowException();
    }
  }

  /** What was written exceeds every allowance. */
  static final class OverflowException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
