package cn.lantai.preservation;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** One moment of the database, seen by one connection while others go on writing. */
final class DatabaseSnapshot implements Closeable {

  private static final String H2_SNAPSHOT =
      "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ";

  private final Connection connection;
  private final boolean h2;
  private final Tables tables;
  private final long head;
  private final String hash;

  DatabaseSnapshot(DataSource dataSource) throws SQLException {
    connection = dataSource.getConnection();
    h2 = "H2".equals(connection.getMetaData().getDatabaseProductName());
    isolate("SNAPSHOT", Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    tables = new Tables(connection);
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT seq, hash FROM journal_head WHERE id = 1")) {
      found.next();
      head = found.getLong(1);
      hash = found.getString(2);
    }
  }

  /** The number of the journal's last row. */
  long head() {
    return head;
  }

  String hash() {
    return hash;
  }

  Set<String> tables() throws SQLException {
    return tables.names();
  }

  void write(String table, OutputStream out) throws SQLException, IOException {
    tables.write(table, out);
  }

  /** Journal, entities by type, and rows of each table. */
  SortedMap<String, String> counts() throws SQLException {
    SortedMap<String, Long> counts = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet states =
          statement.executeQuery("SELECT entity, published_seq FROM entity_state")) {
        while (states.next()) {
          String type = states.getString(1).split("/")[2];
          counts.merge("entities." + type, 1L, Long::sum);
          counts.merge("entities." + type + ".public", states.getLong(2) > 0 ? 1L : 0L, Long::sum);
        }
      }
    }
    SortedMap<String, String> all = new TreeMap<>();
    counts.forEach((name, count) -> all.put(name, Long.toString(count)));
    for (String table : tables.names()) {
      all.put(Inventory.TABLE + table, Long.toString(tables.count(table)));
    }
    all.put("journal.rows", Long.toString(head));
    all.put("journal.hash", hash);
    return all;
  }

  /** The rows that are the newest version of their entity, in ascending order. */
  long[] newestVersions() throws SQLException {
    long[] found = new long[1024];
    int length = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet states = statement.executeQuery("SELECT current_seq FROM entity_state")) {
        while (states.next()) {
          if (length == found.length) {
            found = Arrays.copyOf(found, 2 * length);
          }
          found[length++] = states.getLong(1);
        }
      }
    }
    long[] versions = Arrays.copyOf(found, length);
    Arrays.sort(versions);
    return versions;
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
      isolate("READ COMMITTED", Connection.TRANSACTION_READ_COMMITTED);
    } catch (SQLException broken) {
      throw new UncheckedIOException(new IOException(broken));
    }
  }

  /** JDBC has no name for H2's level that sees no newer rows at all. */
  private void isolate(String onH2, int elsewhere) throws SQLException {
    if (h2) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(H2_SNAPSHOT + onH2);
      }
    } else {
      connection.setTransactionIsolation(elsewhere);
    }
  }
}
