package cn.lantai.server.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiProcess;
import cn.lantai.stage.StageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2Factory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails at some moment while the demonstration is loaded; after the next start nobody can
 * tell. {@code -Dlantai.test.kills=10} for more failures, {@code -Dlantai.test.seed=…} for the same
 * moments again.
 */
class KillIT {

  private static final int KILLS = Integer.getInteger("lantai.test.kills", 1);
  private static final long SEED = Long.getLong("lantai.test.seed", System.nanoTime());

  /** All tables of the samples, but only so many images, because they take the time. */
  private static final int IMAGES = 12;

  private static final Duration GLANCE = Duration.ofMillis(20);

  /** The same for all runs, because it is part of every IRI. */
  private static final String BASE = "http://127.0.0.1:8080";

  @TempDir Path temporary;

  @Test
  void aLoadThatWasKilledEndsLikeOneThatWasNot(TestReporter reporter) throws Exception {
    Map<String, String> settings =
        Map.of("LANTAI_SAMPLES", someSamples().toString(), "LANTAI_BASE_URL", BASE);
    Path undisturbed = temporary.resolve("undisturbed");
    Duration load = loadToTheEnd(undisturbed, settings);
    Map<StageKind, Set<Triple>> expected = new EnumMap<>(StageKind.class);
    for (StageKind kind : StageKind.values()) {
      expected.put(kind, triples(undisturbed, kind));
      assertFalse(expected.get(kind).isEmpty());
      reporter.publishEntry(kind.toString(), expected.get(kind).size() + " triples");
    }
    reporter.publishEntry("undisturbed load", load.toMillis() + " ms; seed " + SEED);

    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      double part = (kill + random.nextDouble()) / KILLS;
      Path disturbed = temporary.resolve("disturbed-" + kill);
      Duration moment = killAmidst(load, part, disturbed, settings);
      reporter.publishEntry("kill " + (kill + 1), moment.toMillis() + " ms into the load");
      loadToTheEnd(disturbed, settings);
      for (StageKind kind : StageKind.values()) {
        Set<Triple> found = triples(disturbed, kind);
        String when = " in " + kind + " after a kill at " + moment + ", seed " + SEED;
        assertEquals(Set.of(), difference(expected.get(kind), found), () -> "lost" + when);
        assertEquals(Set.of(), difference(found, expected.get(kind)), () -> "too many" + when);
      }
    }
  }

  /**
   * A load is never as long as another one: where it had ended before the kill, once more and
   * sooner.
   *
   * @param part of the time that a load took before
   * @return the moment of the kill, counted from the begin of the load
   */
  private static Duration killAmidst(
      Duration load, double part, Path data, Map<String, String> settings) throws Exception {
    for (double sooner = part; sooner > 0.01; sooner *= 0.8) {
      Duration moment = Duration.ofMillis((long) (sooner * load.toMillis()));
      if (isLoadingWhenKilled(moment, data, settings)) {
        return moment;
      }
      delete(data);
    }
    throw new AssertionError("No kill met the load");
  }

  /** How long the load took, without the start of the server. */
  private static Duration loadToTheEnd(Path data, Map<String, String> settings) throws Exception {
    try (LantaiProcess server = LantaiProcess.start(data, settings, "--demo")) {
      awaitLoad(server, data);
      Instant begin = Instant.now();
      server.awaitGreeting();
      Duration load = Duration.between(begin, Instant.now());
      assertIntact(data, settings);
      server.stop();
      server.awaitEnd();
      return load;
    }
  }

  private static boolean isLoadingWhenKilled(
      Duration moment, Path data, Map<String, String> settings) throws Exception {
    try (LantaiProcess server = LantaiProcess.start(data, settings, "--demo")) {
      awaitLoad(server, data);
      assertFalse(server.endsWithin(moment), server::account);
      boolean loading = !server.hasGreeted();
      server.kill();
      server.awaitEnd();
      return loading;
    }
  }

  /** The load begins when the application says in the log of this run that it is ready. */
  private static void awaitLoad(LantaiProcess server, Path data) throws Exception {
    Path log = data.resolve("logs/server.log");
    long before = readyLines(log);
    while (readyLines(log) == before && !server.hasGreeted()) {
      assertFalse(server.endsWithin(GLANCE), server::account);
    }
  }

  private static long readyLines(Path log) throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("Lantai is ready at")).count();
    }
  }

  private Path someSamples() throws IOException {
    Path all = Path.of(System.getProperty("lantai.distribution"), "samples");
    Path some = temporary.resolve("samples");
    Path catalogue = Files.createDirectories(some.resolve("catalogue"));
    Path images = Files.createDirectories(some.resolve("images"));
    try (Stream<Path> tables = Files.list(all.resolve("catalogue"))) {
      for (Path table : tables.toList()) {
        Files.copy(table, catalogue.resolve(table.getFileName()));
      }
    }
    try (Stream<Path> pages = Files.list(all.resolve("images"))) {
      List<Path> first = pages.sorted().limit(IMAGES).toList();
      for (Path page : first) {
        Files.copy(page, images.resolve(page.getFileName()));
      }
    }
    return some;
  }

  /** Reads the folder of a stage whose server has ended. */
  private static Set<Triple> triples(Path data, StageKind kind) throws IOException {
    Path folder = data.resolve("stages").resolve(kind.name().toLowerCase(Locale.ROOT));
    Path newest;
    try (Stream<Path> generations = Files.list(folder)) {
      newest =
          generations
              .max(Comparator.comparingLong(path -> Long.parseLong(path.getFileName().toString())))
              .orElseThrow();
    }
    Dataset stage = TDB2Factory.connectDataset(newest.resolve("graph").toString());
    try {
      return Txn.calculateRead(
          stage,
          () ->
              stage.asDatasetGraph().stream()
                  .filter(Quad::isDefaultGraph)
                  .map(Quad::asTriple)
                  .collect(Collectors.toSet()));
    } finally {
      stage.close();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Set<Triple> difference(Set<Triple> one, Set<Triple> other) {
    Set<Triple> difference = new HashSet<>(one);
    difference.removeAll(other);
    return difference;
  }

  private static void assertIntact(Path data, Map<String, String> settings) throws Exception {
    try (LantaiProcess verify = LantaiProcess.start(data, settings, "verify")) {
      assertEquals(0, verify.awaitEnd(), verify.output());
      assertTrue(verify.output().contains("The journal is intact"), verify.output());
    }
  }
}
