package cn.lantai.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.chain.Verification;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract, and what only a database can be made to do: rows changed behind the journal. */
abstract class JpaJournalContract extends JournalContract {

  private static final String INSERT =
      "INSERT INTO journal_entry (seq, entity, action, version, replaces, recorded_at, agent,"
          + " reason, content, previous_hash, hash) ";

  private String url;
  private JournalDatabase database;
  private EntityManagerFactory factory;
  private JpaJournal journal;

  /** The address of an empty database, which {@link #user} may open without a password. */
  protected abstract String url() throws SQLException;

  protected abstract String user();

  @BeforeEach
  void open() throws SQLException {
    url = url();
    database = JournalDatabase.at(url, user(), "");
    database.migrate();
    factory = database.entityManagerFactory();
    journal = new JpaJournal(new ResourceLocalTransactions(factory));
  }

  @AfterEach
  void close() {
    factory.close();
    database.shutdown();
  }

  @Override
  protected Journal journal() {
    return journal;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE journal_entry SET reason = 'other' WHERE seq = 3                         | 3",
        "UPDATE journal_entry SET agent = 'other' WHERE seq = 1                          | 1",
        "UPDATE journal_entry SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE seq = 2 | 2",
        "UPDATE journal_entry SET replaces = 2 WHERE seq = 5                             | 5",
        "UPDATE journal_entry SET action = 'WITHDRAW' WHERE seq = 4                      | 4",
        "UPDATE journal_entry SET entity = 'lantai:/id/record/r9' WHERE seq = 4          | 4",
        "UPDATE journal_entry SET entity = 'no entity' WHERE seq = 4                     | 4",
        "UPDATE journal_entry SET hash = 'no hash' WHERE seq = 4                         | 4",
        "DELETE FROM journal_entry WHERE seq = 2                                         | 2",
        "DELETE FROM journal_entry WHERE seq = 5                                         | 5",
        "DELETE FROM journal_entry WHERE seq >= 4                                        | 4",
        "DELETE FROM journal_entry                                                       | 1",
        "UPDATE journal_head SET hash = 'other'                                          | 5",
      })
  void aRowChangedOrTakenAwayIsFound(String sql, long firstBroken) throws SQLException {
    writeFive();
    assertTrue(journal.verify().intact());
    sql(sql);
    Verification found = journal.verify();
    assertFalse(found.intact());
    assertEquals(OptionalLong.of(firstBroken), found.firstBroken());
  }

  @Test
  void rowsThatChangedPlacesAreFound() throws SQLException {
    writeFive();
    sql("UPDATE journal_entry SET seq = 99 WHERE seq = 2");
    sql("UPDATE journal_entry SET seq = 2 WHERE seq = 3");
    sql("UPDATE journal_entry SET seq = 3 WHERE seq = 99");
    assertEquals(OptionalLong.of(2), journal.verify().firstBroken());
  }

  @Test
  void contentOfAnotherRowIsFound() throws SQLException {
    writeFive();
    sql(
        "UPDATE journal_entry SET content = (SELECT content FROM journal_entry WHERE seq = 1)"
            + " WHERE seq = 2");
    assertEquals(OptionalLong.of(2), journal.verify().firstBroken());
  }

  @Test
  void aRowAddedBehindTheHeadIsFound() throws SQLException {
    writeFive();
    sql(
        INSERT
            + "SELECT 6, entity, action, version, replaces, recorded_at, agent, reason, content,"
            + " hash, hash FROM journal_entry WHERE seq = 5");
    assertEquals(OptionalLong.of(6), journal.verify().firstBroken());
  }

  @Test
  void aDamagedRowIsNamedWhenItIsRead() throws SQLException {
    writeFive();
    sql("UPDATE journal_entry SET hash = 'no hash' WHERE seq = 3");
    Exception e = assertThrows(IllegalStateException.class, () -> journal.after(0, 10));
    assertTrue(e.getMessage().contains("Row 3"), e.getMessage());
  }

  @Test
  void migratingAgainChangesNothing() {
    writeFive();
    database.migrate();
    assertEquals(5, journal.head());
  }

  @Test
  void anAppendJoinsTheSurroundingTransaction() {
    ResourceLocalTransactions transactions = new ResourceLocalTransactions(factory);
    JpaJournal joined = new JpaJournal(transactions);
    assertThrows(
        IllegalStateException.class,
        () ->
            transactions.inTransaction(
                manager -> {
                  joined.append(List.of(Draft.put(Graphs.letter("r001", "一"), "a", "")));
                  assertEquals(1, joined.head());
                  throw new IllegalStateException("the caller fails afterwards");
                }));
    assertEquals(0, journal.head());
    assertTrue(journal.state(Graphs.record("r001")).isEmpty());
  }

  @Test
  void twoAppendsInOneTransactionFollowEachOther() {
    ResourceLocalTransactions transactions = new ResourceLocalTransactions(factory);
    JpaJournal joined = new JpaJournal(transactions);
    transactions.inTransaction(
        manager -> {
          joined.append(List.of(Draft.put(Graphs.letter("r001", "一"), "a", "")));
          return joined.append(List.of(Draft.put(Graphs.letter("r001", "二"), "a", "")));
        });
    assertEquals(2, journal.head());
    assertEquals(1, journal.after(1, 1).get(0).replaces());
    assertTrue(journal.verify().intact());
  }

  @Test
  void codesOfAnOlderVersionAreFoundByTheMigration() throws SQLException {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      drafts.add(Draft.put(Graphs.coded("r" + i, "X-" + i), "a", ""));
    }
    journal.append(drafts);
    sql("UPDATE entity_state SET reference_code = NULL");
    journal.append(List.of(Draft.put(Graphs.coded("r1001", "X-1"), "a", "")));
    sql("UPDATE entity_state SET reference_code = NULL");
    try (Connection connection = DriverManager.getConnection(url, user(), "")) {
      JournalCopy.completeStates(connection);
    }
    assertEquals(List.of(Graphs.record("r999")), journal.withCode("X-999"));
    // What was given twice before can still be edited, and is not given a third time.
    journal.append(List.of(Draft.put(Graphs.coded("r1001", "X-1001"), "a", "")));
    journal.append(List.of(Draft.publish(Graphs.record("r1"), "a", "")));
    assertThrows(
        ReferenceCodeInUseException.class,
        () -> journal.append(List.of(Draft.put(Graphs.coded("r2000", "X-1"), "a", ""))));
  }

  private void writeFive() {
    for (int i = 1; i <= 5; i++) {
      put(Graphs.record(i % 2 == 0 ? "even" : "odd"), "第" + i);
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user(), "");
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    }
  }
}
