package cn.lantai.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDatabaseTest {

  private static final int EDITS = 2_000;
  private static final int WRITERS = 16;
  private static final int WRITES = 150;

  @TempDir Path folder;

  @Test
  void aJournalInAFileIsThereAfterReopening() {
    append("一");
    append("二");
    JournalDatabase database = database(JournalDatabase.h2Url(folder));
    database.migrate();
    try (EntityManagerFactory factory = database.entityManagerFactory()) {
      JpaJournal journal = new JpaJournal(new ResourceLocalTransactions(factory));
      assertEquals(2, journal.head());
      assertTrue(journal.verify().intact());
    } finally {
      database.shutdown();
    }
  }

  @Test
  void anAddressThatNobodyAnswersIsSaidInOneSentence() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    JournalDatabase database =
        database("jdbc:postgresql://127.0.0.1:" + port + "/lantai?password=secret");
    String message = unavailable(database);
    assertTrue(
        message.startsWith(
            "The database jdbc:postgresql://127.0.0.1:" + port + "/lantai cannot be reached"),
        message);
    assertFalse(message.contains("secret"), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void aWrongPasswordIsSaidInOneSentence() {
    append("一");
    String url = JournalDatabase.h2Url(folder);
    String message = unavailable(JournalDatabase.at(url, "sa", "wrong"));
    assertTrue(message.endsWith("refuses the user or the password."), message);
  }

  @Test
  void anAddressWithoutDriverIsSaidInOneSentence() {
    String message = unavailable(database("jdbc:nothing:here"));
    assertTrue(message.contains("jdbc:nothing:here cannot be reached"), message);
  }

  @Test
  void tablesOfANewerVersionAreSaidInOneSentence() throws SQLException {
    append("一");
    String url = JournalDatabase.h2Url(folder);
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement sql = connection.createStatement()) {
      sql.executeUpdate("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1");
    }
    JournalDatabase database = database(url);
    String message = unavailable(database);
    database.shutdown();
    assertTrue(message.contains("cannot be brought up to date"), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void contentOfSeveralMegabytesIsKept() {
    JournalDatabase database = database(JournalDatabase.h2Url(folder));
    database.migrate();
    try (EntityManagerFactory factory = database.entityManagerFactory()) {
      JpaJournal journal = new JpaJournal(new ResourceLocalTransactions(factory, database::force));
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 1_000_000; i++) {
        text.append((char) (0x4e00 + (i * 7919L) % 20_000));
      }
      journal.append(List.of(Draft.put(Graphs.letter("r001", text.toString()), "a", "")));
      assertEquals(
          Graphs.letter("r001", text.toString()),
          journal.current(Graphs.record("r001")).orElseThrow());
      assertTrue(journal.verify().intact());
    } finally {
      database.shutdown();
    }
  }

  /** Freed space is used again at once here, so that it does not matter how fast the machine is. */
  @Test
  void theFileOfAnH2DatabaseDoesNotGrowWithEveryEdit() throws IOException {
    String url = JournalDatabase.h2Url(folder).replace("RETENTION_TIME=1000", "RETENTION_TIME=0");
    JournalDatabase database = database(url);
    database.migrate();
    try (EntityManagerFactory factory = database.entityManagerFactory()) {
      JpaJournal journal = new JpaJournal(new ResourceLocalTransactions(factory, database::force));
      for (int i = 0; i < EDITS; i++) {
        journal.append(List.of(Draft.put(Graphs.letter("r001", "春耕" + i), "a", "")));
        if (i % 100 == 0) {
          database.reclaim();
        }
      }
      long size = Files.size(folder.resolve("lantai.mv.db"));
      // Without reclaiming each edit adds 11 kB.
      assertTrue(size < EDITS * 3_000, () -> size + " bytes");
      assertTrue(journal.verify().intact());
    } finally {
      database.shutdown();
    }
  }

  /**
   * What H2 restores when it rolls back it may restore once more while others write already; only a
   * file shows it.
   */
  @Test
  void whoIsRefusedDoesNotUndoWhatOthersWrote() throws Exception {
    JournalDatabase database = database(JournalDatabase.h2Url(folder));
    database.migrate();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try (EntityManagerFactory factory = database.entityManagerFactory()) {
      JpaJournal journal = new JpaJournal(new ResourceLocalTransactions(factory, database::force));
      List<Callable<Integer>> work = new ArrayList<>();
      for (int n = 0; n < WRITERS; n++) {
        String id = "r" + n;
        work.add(() -> editAndBeRefused(journal, id));
      }
      int refused = 0;
      for (Future<Integer> each : threads.invokeAll(work)) {
        refused += each.get();
      }
      assertEquals(WRITERS * WRITES - refused, journal.head());
      assertTrue(journal.verify().intact());
    } finally {
      threads.shutdownNow();
      database.shutdown();
    }
  }

  /** Every third edit begins from a version that never was. */
  private static int editAndBeRefused(JpaJournal journal, String id) {
    int refused = 0;
    for (int i = 0; i < WRITES; i++) {
      Draft draft = Draft.put(Graphs.letter(id, "春耕" + i), "a", "");
      try {
        journal.append(List.of(i % 3 == 2 ? draft.basedOn(Long.MAX_VALUE) : draft));
      } catch (EditConflictException conflict) {
        refused++;
      }
    }
    return refused;
  }

  private void append(String title) {
    JournalDatabase database = database(JournalDatabase.h2Url(folder));
    database.migrate();
    try (EntityManagerFactory factory = database.entityManagerFactory()) {
      new JpaJournal(new ResourceLocalTransactions(factory, database::force))
          .append(List.of(Draft.put(Graphs.letter("r001", title), "a", "")));
    } finally {
      database.shutdown();
    }
  }

  private static String unavailable(JournalDatabase database) {
    return assertThrows(DatabaseUnavailableException.class, database::migrate).getMessage();
  }

  private static JournalDatabase database(String url) {
    return JournalDatabase.at(url, "sa", "");
  }
}
