package cn.lantai.server.api;

import cn.lantai.server.command.CommandArguments;
import cn.lantai.server.command.CommandOutput;
import cn.lantai.server.runtime.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes what a command says as server-sent events. When nobody listens any more, the command goes
 * on all the same.
 */
final class CommandEvents extends CommandOutput implements AutoCloseable {

  private static final long PROGRESS_INTERVAL = 200_000_000L;

  private final OutputStream out;
  private boolean gone;
  private long progressAt = System.nanoTime() - PROGRESS_INTERVAL;

  CommandEvents(OutputStream out, CommandArguments arguments) {
    super(arguments, true);
    this.out = out;
  }

  @Override
  public void say(String line) {
    send("line", line);
  }

  @Override
  public void progress(long done, long total, String step) {
    if (System.nanoTime() - progressAt >= PROGRESS_INTERVAL) {
      progressAt = System.nanoTime();
      send("progress", Progress.line(done, total, step));
    }
  }

  void end(int status) {
    send("end", Integer.toString(status));
  }

  @Override
  public void close() {
    gone = true;
  }

  private synchronized void send(String event, String data) {
    if (gone) {
      return;
    }
    try {
      String text = "event: " + event + "\ndata: " + data.replaceAll("\\R", " ") + "\n\n";
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException hungUp) {
      gone = true;
    }
  }
}
