package cn.lantai.server.cantaloupe;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cantaloupe as a child of this server: started, watched, started again if it ends or does not
 * answer any more, and ended with this server, however this server ends.
 */
final class CantaloupeProcess {

  private static final Logger LOG = LoggerFactory.getLogger(CantaloupeProcess.class);

  /** It gets nothing else of this server's environment, and so no secret and no setting. */
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT");

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int SILENCES = 3;
  private static final Duration END = Duration.ofSeconds(5);

  private final Path jar;
  private final CantaloupeFiles files;
  private final Path log;
  private final int memory;
  private final Duration watch;
  private final Duration longestPause;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::keepRunning, "lantai-cantaloupe");
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private volatile Optional<URI> address = Optional.empty();
  private volatile Optional<ProcessHandle> running = Optional.empty();

  /**
   * @param memory of the process, in MiB
   * @param watch how often it is looked after
   * @param longestPause before it is started again
   */
  CantaloupeProcess(
      Path jar,
      CantaloupeFiles files,
      Path log,
      int memory,
      Duration watch,
      Duration longestPause) {
    this.jar = jar;
    this.files = files;
    this.log = log;
    this.memory = memory;
    this.watch = watch;
    this.longestPause = longestPause;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns when the process has ended. */
  void stop() {
    stopping.countDown();
    try {
      thread.join(END.toMillis() * 3);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where it answers; empty unless it does. */
  Optional<URI> address() {
    return address;
  }

  Optional<ProcessHandle> running() {
    return running;
  }

  private void keepRunning() {
    int failures = 0;
    while (stopping.getCount() > 0) {
      boolean answered = false;
      try {
        answered = runOnce();
      } catch (IOException | RuntimeException failure) {
        LOG.error("Cantaloupe cannot be started", failure);
      } catch (InterruptedException stopped) {
        return;
      }
      failures = answered ? 0 : failures + 1;
      long pause = Math.min(longestPause.toMillis(), 1000L << Math.min(failures, 10));
      try {
        if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** Whether it came to answer at all. */
  private boolean runOnce() throws IOException, InterruptedException {
    int port = freePort();
    files.write(port);
    keepLogOfBefore();
    ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    builder.redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
    Process process = builder.start();
    running = Optional.of(process.toHandle());
    try {
      URI base = URI.create("http://127.0.0.1:" + port);
      if (!answersSoon(process, base)) {
        if (stopping.getCount() > 0) {
          LOG.error("Cantaloupe does not answer; what it said is in {}", log);
        }
        return false;
      }
      LOG.info("Cantaloupe makes pictures at {}", base);
      address = Optional.of(base);
      watch(process, base);
      return true;
    } finally {
      address = Optional.empty();
      end(process);
      running = Optional.empty();
    }
  }

  private boolean answersSoon(Process process, URI base) throws InterruptedException {
    long limit = System.nanoTime() + START.toNanos();
    while (process.isAlive() && System.nanoTime() < limit) {
      if (answers(base)) {
        return true;
      }
      if (stopping.await(200, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  private void watch(Process process, URI base) throws InterruptedException {
    int silences = 0;
    while (silences < SILENCES) {
      if (stopping.await(watch.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      if (!process.isAlive()) {
        LOG.error("Cantaloupe has ended by itself; what it said is in {}", log);
        return;
      }
      silences = answers(base) ? 0 : silences + 1;
    }
    LOG.error("Cantaloupe does not answer any more, and is started again");
  }

  private boolean answers(URI base) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(base.resolve("/")).timeout(ANSWER).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException silent) {
      return false;
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + memory + "m", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("--add-opens", "java.desktop/sun.awt.image=ALL-UNNAMED"));
    command.add("-Dcantaloupe.config=" + files.settings());
    command.addAll(List.of("-cp", files.tether() + File.pathSeparator + jar));
    command.addAll(List.of(Tether.class.getName(), mainClass(jar)));
    return command;
  }

  /**
   * @throws IOException if the jar is no program
   */
  static String mainClass(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String name =
          file.getManifest() == null
              ? null
              : file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      if (name == null) {
        throw new IOException(jar + " is no program: its manifest names no main class");
      }
      return name;
    }
  }

  private void keepLogOfBefore() throws IOException {
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling("cantaloupe.before.log"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
