package cn.lantai.server.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution as its users run it: a process of its own. */
public final class LantaiProcess implements AutoCloseable {

  /**
   * Tests start often and run briefly. It saves a third of a start to let nobody verify byte code
   * of javac, and to have room from the beginning for what a start needs, which is collected for
   * nothing otherwise. A single compiler has little room for what it compiles, and compiles no more
   * once that is full.
   */
  private static final List<String> FOR_TESTS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=240m",
          "-Xmx1g",
          "-Xms512m",
          "-Xmn300m",
          "-XX:MetaspaceSize=300m",
          "-XX:+DisableExplicitGC",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote");

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern ADDRESS = Pattern.compile("Open +(http\\S+[^/])/$");
  private static final Pattern PASSWORD = Pattern.compile("Password +(\\S+)$");

  /** The last line of the greeting. */
  private static final String GREETING_END = "Ctrl-C";

  private static final String FAILED_JOB = "A job failed";

  private final Process process;
  private final Path log;

  /** Where it is written what came of loading the samples, if it loads them. */
  private final Optional<Path> load;

  private final List<String> lines = new ArrayList<>();
  private final CountDownLatch greetedOrEnded = new CountDownLatch(1);
  private final Thread reader = new Thread(this::readAll, "lantai-output");

  private LantaiProcess(Process process, Path data, Optional<Path> load) {
    this.process = process;
    this.log = data.resolve("logs/server.log");
    this.load = load;
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts on any free port unless {@code settings} say otherwise. */
  public static LantaiProcess start(Path data, Map<String, String> settings, String... arguments)
      throws IOException {
    return start(FOR_TESTS, data, settings, arguments);
  }

  /** The same with other options of the virtual machine. */
  public static LantaiProcess start(
      List<String> options, Path data, Map<String, String> settings, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("LANTAI_"));
    builder.environment().put("LANTAI_DATA", data.toString());
    builder.environment().put("LANTAI_PORT", "0");
    builder.environment().put("LANTAI_PASSWORD_ROUNDS", "10000");
    builder.environment().putAll(settings);
    return new LantaiProcess(
        builder.start(),
        data,
        Optional.of(data.resolve("reports/1/outcome.json"))
            .filter(file -> Arrays.asList(arguments).contains("--demo")));
  }

  private static File jar() {
    return new File(System.getProperty("lantai.distribution"), "lantai.jar");
  }

  /** Waits until the address is printed; fails if the process ends instead, or a job failed. */
  public LantaiProcess awaitGreeting() throws InterruptedException {
    boolean heard = greetedOrEnded.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!heard || find(ADDRESS).isEmpty() || output().contains(FAILED_JOB)) {
      close();
      throw new AssertionError("Lantai did not start:\n" + account());
    }
    load.ifPresent(this::requireLoaded);
    return this;
  }

  /** What it printed, and the causes in its log and the end of that, which tell why it failed. */
  public String account() {
    return output() + "\n" + log();
  }

  private String log() {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      int end = Math.max(0, all.size() - 200);
      return Stream.concat(
              all.subList(0, end).stream().filter(line -> line.startsWith("Caused by")),
              all.subList(end, all.size()).stream())
          .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException none) {
      return "";
    }
  }

  private void requireLoaded(Path outcome) {
    try {
      String told = Files.readString(outcome);
      if (!told.contains("\"errors\":0,")) {
        System.err.println("Not all that was to be loaded was taken in: " + told);
      }
    } catch (IOException absent) {
      close();
      throw new AssertionError("It greeted before all was loaded:\n" + output(), absent);
    }
  }

  /** Waits for the end and gives the exit status. */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      close();
      throw new AssertionError("Lantai did not end:\n" + account());
    }
    reader.join();
    return process.exitValue();
  }

  /** Waits no longer than {@code time}; false if the process still runs then. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether it has printed its greeting: everything that was to be loaded is loaded. */
  public boolean hasGreeted() {
    return find(ADDRESS).isPresent();
  }

  public String baseUrl() {
    return find(ADDRESS).orElseThrow();
  }

  /** Printed at the first start on a data folder only. */
  public Optional<String> password() {
    return find(PASSWORD);
  }

  public String output() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks the process to stop, as Ctrl-C and SIGTERM do. */
  public void stop() {
    // Process.destroy would also close the pipe that carries the last words.
    process.toHandle().destroy();
  }

  /** The way of a power cut. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Optional<String> find(Pattern pattern) {
    return output()
        .lines()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .findFirst();
  }

  private void readAll() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
        if (line.contains(GREETING_END)) {
          greetedOrEnded.countDown();
        }
      }
    } catch (IOException closed) {
      // the process has ended
    }
    greetedOrEnded.countDown();
  }
}
