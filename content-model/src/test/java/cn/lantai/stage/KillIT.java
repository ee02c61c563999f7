package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Entry;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.JpaJournal;
import cn.lantai.journal.ResourceLocalTransactions;
import cn.lantai.journal.Verification;
import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed at any moment has lost nothing that it has acknowledged. */
class KillIT {

  private static final int KILLS = 10;

  @TempDir Path data;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Map<Long, String> acknowledged = new HashMap<>();

  @Test
  void nothingAcknowledgedIsLostAndTheStagesEndUpTheSame() throws Exception {
    System.out.println("KillIT with seed " + seed);
    for (int kill = 1; kill <= KILLS; kill++) {
      runAndKill(kill);
      // The next server has to go on from what was left, except where this looks at the stages.
      check(kill % 3 == 0 || kill == KILLS);
    }
    System.out.println(
        "KillIT: " + KILLS + " kills, " + acknowledged.size() + " acknowledged rows, none lost");
    assertTrue(acknowledged.size() > KILLS, "Too little was written: " + acknowledged.size());
  }

  private void runAndKill(int kill) throws Exception {
    Process server = start(kill % 4 == 2);
    CountDownLatch first = new CountDownLatch(1);
    CompletableFuture<Void> output = CompletableFuture.runAsync(() -> read(server, first));
    if (kill % 6 == 5) {
      // While it starts.
      server.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
    } else {
      assertTrue(first.await(60, TimeUnit.SECONDS), "The server has written nothing");
      server.waitFor(random.nextInt(900), TimeUnit.MILLISECONDS);
    }
    assertTrue(server.isAlive(), "The server ended by itself");
    server.destroyForcibly().waitFor();
    output.join();
  }

  private Process start(boolean rebuilding) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Djava.util.logging.config.file="
                    + System.getProperty("java.util.logging.config.file", ""),
                "-cp",
                System.getProperty("java.class.path"),
                KilledServer.class.getName(),
                data.toString(),
                Long.toString(random.nextLong())));
    if (rebuilding) {
      command.add("rebuild");
    }
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private void read(Process server, CountDownLatch first) {
    try (BufferedReader reader = server.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] words = line.split(" ");
        // The kill may have cut the last line.
        if (words.length == 3 && words[2].length() == 64) {
          acknowledged.put(Long.valueOf(words[1]), words[2]);
          first.countDown();
        }
      }
    } catch (IOException closedByTheKill) {
      first.countDown();
    }
  }

  private void check(boolean stagesToo) {
    JournalDatabase database = KilledServer.database(data);
    database.migrate();
    try (EntityManagerFactory factory = database.entityManagerFactory()) {
      JpaJournal journal = new JpaJournal(new ResourceLocalTransactions(factory));
      Verification found = journal.verify();
      assertTrue(found.intact(), () -> "Broken at " + found.firstBroken());
      Map<Long, String> kept = new HashMap<>();
      for (Entry row : journal.entries(acknowledged.keySet())) {
        kept.put(row.sequence(), HexFormat.of().formatHex(row.hash()));
      }
      List<Long> lost =
          acknowledged.keySet().stream()
              .filter(row -> !acknowledged.get(row).equals(kept.get(row)))
              .sorted()
              .toList();
      assertEquals(List.of(), lost, () -> "Lost of " + journal.head() + " rows");
      if (stagesToo) {
        checkStages(journal);
      }
    } finally {
      database.shutdown();
    }
  }

  private void checkStages(JpaJournal journal) {
    Set<EntityIri> entities = Snapshot.entities(journal);
    try (Stages stages = Stages.open(data.resolve("stages"), KilledServer.BASE, journal)) {
      stages.catchUp();
      for (StageKind kind : StageKind.values()) {
        Snapshot expected = Snapshot.of(journal, kind, KilledServer.BASE);
        assertEquals(expected, Snapshot.of(stages.store(kind), entities), "after the kill");
      }
      stages.rebuild();
      for (StageKind kind : StageKind.values()) {
        Snapshot expected = Snapshot.of(journal, kind, KilledServer.BASE);
        assertEquals(expected, Snapshot.of(stages.store(kind), entities), "after a rebuild");
      }
    }
  }
}
