package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches files. One is written under another name until it is whole; where the connection breaks,
 * it goes on from there, also at another time.
 */
final class Download {

  /** A connection over which nothing comes for so long is taken for broken. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private static final Pattern NAME =
      Pattern.compile("filename\\*=UTF-8''((?:[\\w.~-]|%[0-9A-Fa-f]{2}){1,600})");

  private final Api api;
  private final Console console;

  Download(Api api, Console console) {
    this.api = api;
    this.console = console;
  }

  /**
   * @param part where it is kept as long as it is not whole; what is there from before is gone on
   *     with if the server still has the same
   * @return how the server calls the file, without any folder; empty if it does not say
   */
  String fetch(String path, Path part, Path target) throws StartProblem, InterruptedException {
    Retry retry = new Retry(console);
    while (true) {
      long before = size(part);
      try {
        Optional<String> name = attempt(path, part, before);
        if (name.isPresent()) {
          move(part, target);
          remove(tag(part));
          return name.get();
        }
      } catch (BrokenException broken) {
        if (size(part) > before) {
          retry.succeeded();
        }
        if (!retry.again()) {
          throw api.unreachable(broken.reason());
        }
      }
    }
  }

  /** The connection failed, not the disk. */
  private static final class BrokenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final IOException reason;

    BrokenException(IOException reason) {
      super(reason);
      this.reason = reason;
    }

    IOException reason() {
      return reason;
    }
  }

  /** Empty if what was there is not a part of the file and was thrown away. */
  private Optional<String> attempt(String path, Path part, long have)
      throws StartProblem, BrokenException, InterruptedException {
    HttpRequest.Builder request = api.request(path).header("Accept", "*/*").GET();
    String known = read(tag(part));
    boolean goesOn = have > 0 && !known.isEmpty();
    if (goesOn) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", known);
    }
    HttpResponse<InputStream> answer;
    try {
      answer = api.client().send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException broken) {
      throw new BrokenException(broken);
    }
    try (InputStream body = answer.body()) {
      int status = answer.statusCode();
      if (status == 416) {
        remove(part);
        return Optional.empty();
      }
      if (status != 200 && status != 206) {
        String told = new String(body.readNBytes(1 << 16), StandardCharsets.UTF_8);
        throw api.refused(new Api.Answer(answer, told));
      }
      long from = status == 206 ? have : 0;
      write(tag(part), answer.headers().firstValue("ETag").orElse(""));
      copy(body, part, from, from + answer.headers().firstValueAsLong("Content-Length").orElse(0));
      return Optional.of(name(answer.headers().firstValue("Content-Disposition").orElse("")));
    } catch (IOException broken) {
      throw new BrokenException(broken);
    }
  }

  private static String name(String disposition) {
    Matcher name = NAME.matcher(disposition);
    if (!name.find()) {
      return "";
    }
    String decoded = URLDecoder.decode(name.group(1), StandardCharsets.UTF_8);
    String last =
        decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
    return last.matches("\\.*|(?s).*[\\p{Cntrl}:].*") ? "" : last;
  }

  private void copy(InputStream body, Path part, long from, long total)
      throws StartProblem, BrokenException {
    Speed speed = new Speed("下载", "Downloading");
    AtomicLong heard = new AtomicLong(System.nanoTime());
    Timer watch = watch(body, heard);
    try (OutputStream out = open(part, from)) {
      byte[] buffer = new byte[1 << 16];
      long done = from;
      while (true) {
        int count = receive(body, buffer);
        if (count < 0) {
          return;
        }
        heard.set(System.nanoTime());
        out.write(buffer, 0, count);
        done += count;
        console.progress(speed.line(done, Math.max(done, total), from));
      }
    } catch (IOException unwritable) {
      throw LocalFiles.unwritable(part, unwritable);
    } finally {
      watch.cancel();
    }
  }

  private static int receive(InputStream body, byte[] buffer) throws BrokenException {
    try {
      return body.read(buffer);
    } catch (IOException broken) {
      throw new BrokenException(broken);
    }
  }

  /** The client of the JDK waits for a body for ever. */
  private static Timer watch(InputStream body, AtomicLong heard) {
    Timer timer = new Timer("lantai-watch", true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            if (System.nanoTime() - heard.get() > SILENCE.toNanos()) {
              try {
                body.close();
              } catch (IOException closed) {
                // that is what was wanted
              }
            }
          }
        },
        1000,
        1000);
    return timer;
  }

  private static OutputStream open(Path part, long from) throws IOException {
    return from > 0
        ? Files.newOutputStream(part, StandardOpenOption.APPEND)
        : Files.newOutputStream(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  private static long size(Path part) {
    return part.toFile().length();
  }

  /** The file beside it that says of which version of the file it is a part. */
  private static Path tag(Path part) {
    return part.resolveSibling(part.getFileName() + ".etag");
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static void write(Path file, String text) throws StartProblem {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw LocalFiles.unwritable(file, failure);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      // It does no harm there.
    }
  }

  /** Puts what is whole in the place of what was there. */
  static void move(Path part, Path target) throws StartProblem {
    try {
      try {
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException otherDisk) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failure) {
      throw LocalFiles.unwritable(target, failure);
    }
  }
}
