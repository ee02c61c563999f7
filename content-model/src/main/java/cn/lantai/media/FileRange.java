package cn.lantai.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Some bytes of a file that are a complete picture of their own. */
public record FileRange(Path file, long offset, int length) {

  public FileRange {
    if (offset < 0 || length < 1) {
      throw new IllegalArgumentException("empty or negative range in " + file);
    }
  }

  public byte[] read() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(channel);
    }
  }

  byte[] read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new EOFException(file + " ends before byte " + (offset + length));
      }
    }
    return buffer.array();
  }
}
