package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.StartProblem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file or a folder on its way into an import, as a form (multipart/form-data). It is read while
 * it is sent, so its size does not matter here; a folder is packed on the way.
 */
final class Upload {

  private static final int PIPE = 1 << 20;

  /** What has no use in being packed once more. */
  private static final List<String> PACKED =
      List.of("jpg", "jpeg", "png", "webp", "zip", "gz", "xlsx", "mp3", "m4a", "mp4", "webm");

  private final String boundary = "lantai-" + UUID.randomUUID();
  private final Path path;
  private final Map<String, String> fields;
  private final List<Path> files;
  private final long total;
  private final AtomicLong sent = new AtomicLong();

  private Upload(Path path, Map<String, String> fields, List<Path> files, long total) {
    this.path = path;
    this.fields = Map.copyOf(fields);
    this.files = files;
    this.total = total;
  }

  static Upload of(Path path, Map<String, String> fields) throws StartProblem {
    try {
      if (!Files.isReadable(path)) {
        throw LocalFiles.unreadable(path);
      }
      List<Path> files = files(path);
      if (files.isEmpty()) {
        throw new StartProblem(path + " 是空的。", path + " is empty.");
      }
      long total = 0;
      for (Path file : files) {
        if (!Files.isReadable(file)) {
          throw LocalFiles.unreadable(file);
        }
        total += Files.size(file);
      }
      return new Upload(path, fields, files, total);
    } catch (IOException | UncheckedIOException failure) {
      throw LocalFiles.unreadable(path);
    }
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> isWanted(path.relativize(file)))
          .sorted()
          .toList();
    }
  }

  /** What systems leave in folders is no holding; an import passes it over as well. */
  private static boolean isWanted(Path inside) {
    for (Path part : inside) {
      if (part.toString().startsWith(".") || part.toString().equalsIgnoreCase("Thumbs.db")) {
        return false;
      }
    }
    return true;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** Bytes of files, before any packing. */
  long total() {
    return total;
  }

  /** Of these, those that were read by now. */
  long sent() {
    return sent.get();
  }

  /** What cannot be made smaller by packing, and so is too much if it is more than the limit. */
  long incompressible() {
    return files.stream()
        .filter(file -> !Files.isDirectory(path) || isPacked(file))
        .mapToLong(file -> file.toFile().length())
        .sum();
  }

  BodyPublisher body() {
    byte[] head = head();
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    BodyPublisher stream =
        BodyPublishers.ofInputStream(
            () ->
                new SequenceInputStream(
                    Collections.enumeration(
                        List.of(
                            new ByteArrayInputStream(head),
                            content(),
                            new ByteArrayInputStream(tail)))));
    // The length of a folder is not known before it is packed.
    return Files.isDirectory(path)
        ? stream
        : BodyPublishers.fromPublisher(stream, head.length + total + tail.length);
  }

  private byte[] head() {
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append("--%s\r\n".formatted(boundary))
                .append("Content-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(name))
                .append(value)
                .append("\r\n"));
    String name = path.getFileName() + (Files.isDirectory(path) ? ".zip" : "");
    head.append("--%s\r\n".formatted(boundary))
        .append(
            "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(name.replace("\"", "%22").replaceAll("\\p{Cntrl}", "")))
        .append("Content-Type: application/octet-stream\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  private InputStream content() {
    try {
      return Files.isDirectory(path) ? packed() : new Counted(Files.newInputStream(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private InputStream packed() throws IOException {
    PipedInputStream end = new PipedInputStream(PIPE);
    Pipe pipe = new Pipe(end);
    Thread packer = new Thread(() -> pack(pipe), "lantai-packer");
    packer.setDaemon(true);
    packer.start();
    return pipe.reader();
  }

  private void pack(Pipe pipe) {
    try (ZipOutputStream zip = new ZipOutputStream(pipe.writer(), StandardCharsets.UTF_8)) {
      for (Path file : files) {
        zip.setLevel(isPacked(file) ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
        String name =
            path.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = new Counted(Files.newInputStream(file))) {
          in.transferTo(zip);
        }
        zip.closeEntry();
      }
      zip.finish();
      pipe.complete();
    } catch (IOException failure) {
      pipe.failed(failure);
    }
  }

  private static boolean isPacked(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return PACKED.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Its end is an end only if all was written; else reading it fails, and so does the request. */
  private static final class Pipe {

    private final PipedInputStream end;
    private final PipedOutputStream begin;
    private volatile boolean whole;
    private volatile String reason = "";

    Pipe(PipedInputStream end) throws IOException {
      this.end = end;
      this.begin = new PipedOutputStream(end);
    }

    OutputStream writer() {
      return begin;
    }

    void complete() {
      whole = true;
    }

    void failed(IOException failure) {
      reason = String.valueOf(failure.getMessage());
    }

    InputStream reader() {
      return new FilterInputStream(end) {
        @Override
        public int read() throws IOException {
          int next = super.read();
          requireWhole(next);
          return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
          int count = super.read(buffer, from, length);
          requireWhole(count);
          return count;
        }
      };
    }

    private void requireWhole(int read) throws IOException {
      if (read < 0 && !whole) {
        throw new IOException("The folder could not be packed: " + reason);
      }
    }
  }

  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      sent.addAndGet(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      sent.addAndGet(Math.max(0, count));
      return count;
    }
  }
}
