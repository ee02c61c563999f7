package cn.lantai.server.recordings;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends stretches of a file as fast as the reader takes them. A player that has enough for now
 * leaves its connection standing, which must not hold a thread.
 */
final class Stretches implements WriteListener {

  private static final Logger LOG = LoggerFactory.getLogger(Stretches.class);
  private static final int BLOCK = 1 << 16;

  /**
   * A part of the answer.
   *
   * @param before the text that stands before the bytes
   */
  record Stretch(String before, long first, long length) {

    long total() {
      return before.length() + length;
    }
  }

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final FileChannel file;
  private final List<Stretch> stretches;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
  private int current;
  private boolean begun;
  private long sent;

  Stretches(AsyncContext context, Path path, List<Stretch> stretches) throws IOException {
    this.context = context;
    this.stretches = List.copyOf(stretches);
    out = context.getResponse().getOutputStream();
    file = FileChannel.open(path);
  }

  @Override
  public void onWritePossible() throws IOException {
    while (out.isReady()) {
      if (current == stretches.size()) {
        end();
        return;
      }
      Stretch stretch = stretches.get(current);
      if (!begun) {
        begun = true;
        sent = 0;
        if (!stretch.before().isEmpty()) {
          out.write(stretch.before().getBytes(StandardCharsets.ISO_8859_1));
          continue;
        }
      }
      if (sent == stretch.length()) {
        current++;
        begun = false;
        continue;
      }
      block.clear().limit((int) Math.min(BLOCK, stretch.length() - sent));
      int read = file.read(block, stretch.first() + sent);
      if (read < 0) {
        throw new IOException("The stored file is shorter than it was");
      }
      sent += read;
      out.write(block.array(), 0, read);
    }
  }

  @Override
  public void onError(Throwable failure) {
    // Nearly always a reader who went on to another place of the recording.
    LOG.debug("A recording was not sent to its end", failure);
    end();
  }

  void end() {
    try {
      file.close();
    } catch (IOException unclosed) {
      LOG.debug("A recording could not be closed", unclosed);
    }
    context.complete();
  }
}
