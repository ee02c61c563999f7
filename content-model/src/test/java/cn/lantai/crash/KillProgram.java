package cn.lantai.crash;

import cn.lantai.bench.Generator;
import cn.lantai.crash.Victim.Work;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.testing.DataFolder;
import cn.lantai.testing.Postgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills ({@code kill -9}) processes that import, edit, publish, back up and make stages again, at
 * random moments, and looks each time what they have left: nothing acknowledged is lost, nothing is
 * half there.
 *
 * <p>Arguments: {@code h2} or {@code postgres}; how many kills of each kind of work; a seed.
 */
public final class KillProgram {

  /**
   * Space in the file is used again at once, not only after a second: H2 2.5.252 lost acknowledged
   * commits when it was killed then, and only then.
   */
  private static final String WORST_CASE = ";RETENTION_TIME=0";

  private static final String USUAL = ";RETENTION_TIME=1000";

  private static final int IMPORTED = 1500;

  private final Path folder;
  private final Databases databases;
  private final Random random;
  private final Map<Work, Integer> kills = new EnumMap<>(Work.class);
  private long acknowledged;

  /** Gives each data folder an empty database. */
  interface Databases {
    DataFolder.Database forFolder(Path data) throws Exception;
  }

  KillProgram(Path folder, Databases databases, long seed) {
    this.folder = folder;
    this.databases = databases;
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws Exception {
    int times = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
    Path folder = Files.createTempDirectory("lantai-kills");
    say("%s, seed %d, in %s", args[0], seed, folder);
    if (args[0].equals("postgres")) {
      try (Postgres server = Postgres.start()) {
        new KillProgram(folder, in(server), seed).run(times);
      }
    } else {
      new KillProgram(folder, KillProgram::h2, seed).run(times);
    }
  }

  static DataFolder.Database h2(Path data) {
    String url = JournalDatabase.h2Url(data.resolve("db"));
    return new DataFolder.Database(url.replace(USUAL, WORST_CASE), "sa");
  }

  static Databases in(Postgres server) {
    return data -> new DataFolder.Database(server.emptyDatabase(), Postgres.USER);
  }

  /**
   * @param times how often each kind of work is killed
   */
  void run(int times) throws Exception {
    run(times, EnumSet.allOf(Work.class));
  }

  void run(int times, Set<Work> kinds) throws Exception {
    for (Work work : kinds) {
      if (work == Work.IMPORT) {
        killImports(times);
      } else {
        killWriting(work, times);
      }
    }
    say(
        "%d kills %s, %,d acknowledged rows: nothing lost, nothing half there",
        kills.values().stream().mapToInt(Integer::intValue).sum(), kills, acknowledged);
  }

  private void killWriting(Work work, int times) throws Exception {
    Path data = folder.resolve(work.name());
    DataFolder.Database database = databases.forFolder(data);
    Path bag = folder.resolve("bag");
    Map<Long, String> rows = new HashMap<>();
    boolean backup = false;
    for (int kill = 1; kill <= times; kill++) {
      List<String> said = start(work, data, database, bag).killAfter(random.nextInt(1500));
      kills.merge(work, 1, Integer::sum);
      for (String line : said) {
        String[] words = line.split(" ");
        // The kill may have cut the last line.
        if (words.length == 3 && words[2].length() == 64) {
          rows.put(Long.valueOf(words[1]), words[2]);
        }
        backup |= line.equals("backup");
      }
      try (Remains remains = new Remains(data, database)) {
        remains.checkJournal(rows);
        // The next process has to go on from what was left, except where this looks at the stages.
        if (kill % 3 == 0 || kill == times) {
          remains.checkStages();
        }
      }
      Remains.checkBag(bag, backup);
    }
    say("%s: %d kills, %,d rows", work, times, rows.size());
    acknowledged += rows.size();
  }

  private void killImports(int times) throws Exception {
    Path tables = folder.resolve("tables");
    new Generator(IMPORTED).write(tables);
    Path whole = folder.resolve("whole");
    DataFolder.Database wholly = databases.forFolder(whole);
    long took = start(Work.IMPORT, whole, wholly, tables).untilDone();
    Map<String, String> expected = Remains.newest(whole, wholly);
    for (int kill = 0, number = 1; kill < times; number++) {
      Path data = folder.resolve("import" + number);
      DataFolder.Database database = databases.forFolder(data);
      for (int inRow = 0; inRow < 4 && kill < times; inRow++, kill++) {
        start(Work.IMPORT, data, database, tables).killAfter(random.nextInt((int) took));
        kills.merge(Work.IMPORT, 1, Integer::sum);
        try (Remains remains = new Remains(data, database)) {
          remains.checkJournal(Map.of());
        }
      }
      start(Work.IMPORT, data, database, tables).untilDone();
      Remains.requireSame(expected, Remains.newest(data, database));
      try (Remains remains = new Remains(data, database)) {
        remains.checkStages();
      }
    }
    say("%s: %d kills of imports that take %d ms", Work.IMPORT, times, took);
  }

  private Running start(Work work, Path data, DataFolder.Database database, Path other)
      throws IOException {
    return new Running(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx512m",
                "-Djava.util.logging.config.file="
                    + System.getProperty("java.util.logging.config.file", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                work.name(),
                data.toString(),
                database.url(),
                database.user(),
                Long.toString(random.nextLong()),
                other.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** A process at work, and what it says. */
  private static final class Running {

    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final List<String> said = new ArrayList<>();
    private final CompletableFuture<Void> output;

    Running(Process process) {
      this.process = process;
      this.output = CompletableFuture.runAsync(this::read);
    }

    /** Kills it so many milliseconds after it has begun to work; everything that it has said. */
    List<String> killAfter(int milliseconds) throws Exception {
      try {
        if (!ready.await(2, TimeUnit.MINUTES)) {
          throw new IllegalStateException("It does not begin");
        }
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
      } finally {
        process.destroyForcibly().waitFor();
      }
      output.join();
      return said;
    }

    /** In milliseconds since it was ready. */
    long untilDone() throws Exception {
      ready.await();
      long ready = System.nanoTime();
      output.join();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("It failed: " + said);
      }
      return (System.nanoTime() - ready) / 1_000_000;
    }

    private void read() {
      try (BufferedReader reader = process.inputReader()) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          said.add(line);
          ready.countDown();
        }
      } catch (IOException closedByTheKill) {
        ready.countDown();
      }
    }
  }
}
