package cn.lantai.server.launcher;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/**
 * Writes {@code server.log} and turns it over to {@code server.1.log} … when it has grown large.
 * The handlers of Java and Payara either give the newest file a changing name or cannot be loaded
 * here.
 */
public final class LogFile extends StreamHandler {

  /** The system property that names the file. */
  static final String FILE_PROPERTY = "lantai.log";

  private static final long LARGEST = 10_000_000;
  private static final int OLD_FILES = 5;

  private final Path file = Path.of(System.getProperty(FILE_PROPERTY));
  private Counted stream;

  public LogFile() throws IOException {
    setEncoding(StandardCharsets.UTF_8.name());
    setFormatter(new SimpleFormatter());
    open();
  }

  @Override
  public synchronized void publish(LogRecord line) {
    super.publish(line);
    flush();
    if (stream.length > LARGEST) {
      try {
        turnOver();
        open();
      } catch (IOException failure) {
        reportError(null, failure, ErrorManager.OPEN_FAILURE);
      }
    }
  }

  private void open() throws IOException {
    long length = Files.exists(file) ? Files.size(file) : 0;
    stream =
        new Counted(
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            length);
    setOutputStream(stream); // closes the one before
  }

  private void turnOver() throws IOException {
    stream.close();
    for (int i = OLD_FILES - 1; i >= 0; i--) {
      Path from = old(i);
      if (Files.exists(from)) {
        Files.move(from, old(i + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path old(int number) {
    return number == 0 ? file : file.resolveSibling("server." + number + ".log");
  }

  private static final class Counted extends FilterOutputStream {

    private long length;

    Counted(OutputStream target, long length) {
      super(target);
      this.length = length;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      try {
        out.write(bytes, offset, count);
        length += count;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
