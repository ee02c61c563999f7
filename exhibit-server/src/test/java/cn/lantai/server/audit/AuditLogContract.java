package cn.lantai.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.chain.Verification;
import cn.lantai.journal.JournalDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the audit log does, on whatever database. */
abstract class AuditLogContract {

  private static final Instant START = Instant.parse("2026-11-22T08:00:00.123Z");
  private static final long EVERYTHING = Long.MAX_VALUE;

  private String url;
  private JournalDatabase database;
  private OwnTransactions transactions;
  private AuditLog log;
  private Instant now = START;

  /** The address of an empty database, which {@link #user} may open without a password. */
  protected abstract String url() throws SQLException;

  protected abstract String user();

  @BeforeEach
  void open() throws SQLException {
    url = url();
    database = JournalDatabase.at(url, user(), "");
    database.migrate();
    transactions = new OwnTransactions(url, user());
    log = new JdbcAuditLog(transactions, () -> Actor.account("wang", "10.0.0.7"), clock());
  }

  @AfterEach
  void close() {
    database.shutdown();
  }

  @Test
  void anEmptyLogIsIntact() {
    assertEquals(0, log.head().number());
    assertEquals(new Verification(0, OptionalLong.empty()), log.verify());
    assertEquals(List.of(), log.find(AuditFilter.EVERYTHING, EVERYTHING, 10));
    assertEquals(Optional.empty(), log.entry(1));
  }

  @Test
  void aRowIsReadAsItWasNoted() {
    log.note(
        AuditNote.of(AuditAction.ROLE_GIVEN)
            .aboutAccount("李.兰")
            .with(AuditKey.ROLE, "READER")
            .with(AuditKey.REASON, "“𠮷”;=1+1"));
    AuditEntry row = log.entry(1).orElseThrow();
    assertEquals(1, row.number());
    assertEquals(START, row.at());
    assertEquals(Actor.account("wang", "10.0.0.7"), row.actor());
    assertEquals("ROLE_GIVEN", row.action());
    assertEquals("account/李.兰", row.object());
    assertEquals(AuditOutcome.DONE, row.outcome());
    assertEquals(1, row.times());
    assertEquals(Map.of("ROLE", "READER", "REASON", "“𠮷”;=1+1"), row.detail());
    assertEquals(row.hash(), log.head().hash());
    assertTrue(log.verify().intact());
  }

  @Test
  void whatADatabaseCannotKeepIsReplacedBeforeItIsHashed() {
    log.note(
        AuditNote.of(AuditAction.REFUSED)
            .about("a\0b\r\nc\ud800" + "长".repeat(500))
            .with(AuditKey.REASON, "\u0007" + "𠮷".repeat(400)));
    AuditEntry row = log.entry(1).orElseThrow();
    assertTrue(row.object().startsWith("a�b� c�长"), row.object());
    assertEquals(400, row.object().length());
    assertTrue(row.detail().get("REASON").endsWith("𠮷…"), row.detail().get("REASON"));
    assertTrue(log.verify().intact());
  }

  /** Every cell that somebody's words can begin, so that no spreadsheet calculates them. */
  @Test
  void inATableNothingIsAFormulaNorALineOfItsOwn() throws IOException {
    log.note(
        AuditNote.of(AuditAction.REFUSED)
            .about("=HYPERLINK(\"https://evil.example\")\n2,forged")
            .by(Actor.account("@SUM(1)", "+1\r\n3,forged"))
            .with(AuditKey.REASON, "=1+1"));
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    new AuditTable(log).write(AuditFilter.EVERYTHING, EVERYTHING, table);
    List<CSVRecord> rows =
        CSVParser.parse(table.toString(StandardCharsets.UTF_8), CSVFormat.RFC4180).getRecords();
    assertEquals(2, rows.size(), "the heading and the row");
    assertTrue(
        rows.get(1).stream().noneMatch(cell -> cell.matches("(?s)[=+@\\-\t\r].*")),
        rows.toString());
    assertEquals("'=HYPERLINK(\"https://evil.example\") 2,forged", rows.get(1).get(6));
    assertEquals("'@SUM(1)", rows.get(1).get(3));
  }

  @Test
  void theLongestDetailFits() {
    AuditNote note = AuditNote.of(AuditAction.SERVER_STARTED);
    for (AuditKey key : AuditKey.values()) {
      note = note.with(key, "\"".repeat(100));
    }
    log.note(note);
    assertTrue(log.verify().intact());
  }

  @Test
  void rowsAreFoundByWhatTheyTell() {
    noteFive();
    assertEquals(List.of(5L, 4L, 3L, 2L, 1L), found(AuditFilter.EVERYTHING));
    assertEquals(List.of(4L, 2L), found(person("li")));
    assertEquals(List.of(3L, 1L), found(actions(AuditAction.SIGN_IN)));
    assertEquals(List.of(5L, 3L, 1L), found(actions(AuditAction.SIGN_IN, AuditAction.REFUSED)));
    assertEquals(List.of(3L), found(outcome(AuditOutcome.FAILED)));
    assertEquals(List.of(4L, 3L), found(between(START.plusSeconds(2), START.plusSeconds(4))));
    assertEquals(List.of(2L), found(object("X_1%")));
    assertEquals(List.of(5L), found(object("WORKBENCH")));
    assertEquals(List.of(), found(object("_orkbench")));
    assertEquals(List.of(), found(object("' OR 1=1 --")));
    assertEquals(
        List.of(2L, 1L),
        log.find(AuditFilter.EVERYTHING, 3, 10).stream().map(AuditEntry::number).toList());
    assertEquals(
        List.of(5L),
        log.find(AuditFilter.EVERYTHING, EVERYTHING, 1).stream().map(AuditEntry::number).toList());
    assertEquals(List.of("li", "wang"), log.people());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE audit_entry SET who = 'other' WHERE seq = 3                            | 3",
        "UPDATE audit_entry SET way = 'SERVER' WHERE seq = 1                           | 1",
        "UPDATE audit_entry SET address = '10.9.9.9' WHERE seq = 1                     | 1",
        "UPDATE audit_entry SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE seq = 2 | 2",
        "UPDATE audit_entry SET action = 'SIGN_OUT' WHERE seq = 4                      | 4",
        "UPDATE audit_entry SET object = 'account/other' WHERE seq = 2                 | 2",
        "UPDATE audit_entry SET outcome = 'DONE' WHERE seq = 3                         | 3",
        "UPDATE audit_entry SET times = 2 WHERE seq = 5                                | 5",
        "UPDATE audit_entry SET detail = '{}' WHERE seq = 4                            | 4",
        "UPDATE audit_entry SET hash = 'no hash' WHERE seq = 4                         | 4",
        "UPDATE audit_entry SET previous_hash = 'no hash' WHERE seq = 4                | 4",
        "DELETE FROM audit_entry WHERE seq = 2                                         | 2",
        "DELETE FROM audit_entry WHERE seq = 5                                         | 5",
        "DELETE FROM audit_entry WHERE seq >= 4                                        | 4",
        "DELETE FROM audit_entry                                                       | 1",
        "UPDATE audit_head SET hash = 'other'                                          | 5",
      })
  void aRowChangedOrTakenAwayIsFound(String sql, long firstBroken) throws SQLException {
    noteFive();
    assertTrue(log.verify().intact());
    sql(sql);
    assertEquals(OptionalLong.of(firstBroken), log.verify().firstBroken());
  }

  @Test
  void rowsThatChangedPlacesAreFound() throws SQLException {
    noteFive();
    sql("UPDATE audit_entry SET seq = 99 WHERE seq = 2");
    sql("UPDATE audit_entry SET seq = 2 WHERE seq = 3");
    sql("UPDATE audit_entry SET seq = 3 WHERE seq = 99");
    assertEquals(OptionalLong.of(2), log.verify().firstBroken());
  }

  @Test
  void aRowAddedBehindTheHeadIsFound() throws SQLException {
    noteFive();
    sql(
        "INSERT INTO audit_entry SELECT 6, recorded_at, way, who, address, action, object, outcome,"
            + " times, detail, hash, hash FROM audit_entry WHERE seq = 5");
    assertEquals(OptionalLong.of(6), log.verify().firstBroken());
  }

  @Test
  void aNoteGoesWithTheActThatFails() {
    assertThrows(
        IllegalStateException.class,
        () ->
            transactions.run(
                connection -> {
                  log.note(AuditNote.of(AuditAction.ACCOUNT_MADE));
                  assertEquals(1, log.head().number());
                  throw new IllegalStateException("the account cannot be made");
                }));
    assertEquals(0, log.head().number());
    assertTrue(log.verify().intact());
  }

  @Test
  void withoutItsHeadNothingIsNoted() throws SQLException {
    sql("DELETE FROM audit_head");
    assertThrows(RuntimeException.class, () -> log.note(AuditNote.of(AuditAction.SIGN_IN)));
    sql("INSERT INTO audit_head SELECT 1, seq, hash FROM journal_head WHERE id = 1 AND seq = 0");
    assertEquals(List.of(), log.find(AuditFilter.EVERYTHING, EVERYTHING, 1));
  }

  @Test
  void twoServersWriteOneChainWithoutGaps() throws Exception {
    AuditLog there =
        new JdbcAuditLog(new OwnTransactions(url, user()), () -> Actor.SERVER, Clock.systemUTC());
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Callable<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      AuditLog each = i % 2 == 0 ? log : there;
      writers.add(
          () -> {
            for (int row = 0; row < 20; row++) {
              each.note(AuditNote.of(AuditAction.SIGN_IN));
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }
    threads.shutdown();
    assertEquals(
        LongStream.rangeClosed(1, 120).map(i -> 121 - i).boxed().toList(),
        found(AuditFilter.EVERYTHING));
    assertEquals(new Verification(120, OptionalLong.empty()), log.verify());
    assertFalse(log.head().hash().isEmpty());
  }

  private void noteFive() {
    log.note(AuditNote.of(AuditAction.SIGN_IN).aboutAccount("wang"));
    now = START.plusSeconds(1);
    log.note(
        AuditNote.of(AuditAction.ACCOUNT_MADE).aboutAccount("x_1%").by(Actor.account("li", "::1")));
    now = START.plusSeconds(2);
    log.note(AuditNote.of(AuditAction.SIGN_IN).failed().by(Actor.nobody("10.1.1.1")).times(7));
    now = START.plusSeconds(3);
    log.note(
        AuditNote.of(AuditAction.ROLE_TAKEN)
            .by(Actor.account("li", "::1"))
            .with(AuditKey.ROLE, "READER"));
    now = START.plusSeconds(4);
    log.note(AuditNote.of(AuditAction.REFUSED).refused().about("/workbench/accounts"));
  }

  private List<Long> found(AuditFilter filter) {
    return log.find(filter, EVERYTHING, 1000).stream().map(AuditEntry::number).toList();
  }

  private static AuditFilter person(String name) {
    return new AuditFilter(
        Optional.of(name),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditFilter actions(AuditAction... actions) {
    return new AuditFilter(
        Optional.empty(),
        List.of(actions),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditFilter outcome(AuditOutcome outcome) {
    return new AuditFilter(
        Optional.empty(),
        List.of(),
        Optional.of(outcome),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditFilter between(Instant since, Instant until) {
    return new AuditFilter(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(since),
        Optional.of(until),
        Optional.empty());
  }

  private static AuditFilter object(String text) {
    return new AuditFilter(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(text));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return Clock.offset(this, Duration.ZERO);
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  /** Transactions on connections of their own; those within one join it. */
  private static final class OwnTransactions implements SqlTransactions {

    private final String url;
    private final String user;
    private static final ThreadLocal<Connection> SURROUNDING = new ThreadLocal<>();
    private static final ThreadLocal<List<Runnable>> ENDS = new ThreadLocal<>();

    OwnTransactions(String url, String user) {
      this.url = url;
      this.user = user;
    }

    @Override
    public <T> T run(Work<T> work) {
      try {
        return SURROUNDING.get() != null ? work.with(SURROUNDING.get()) : begin(work);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void afterCompletion(Runnable end) {
      ENDS.get().add(end);
    }

    private <T> T begin(Work<T> work) throws SQLException {
      try (Connection connection = DriverManager.getConnection(url, user, "")) {
        connection.setAutoCommit(false);
        SURROUNDING.set(connection);
        ENDS.set(new ArrayList<>());
        try {
          T result = work.with(connection);
          connection.commit();
          return result;
        } finally {
          SURROUNDING.remove();
          connection.rollback();
          ENDS.get().forEach(Runnable::run);
          ENDS.remove();
        }
      }
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user(), "");
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    }
  }
}
