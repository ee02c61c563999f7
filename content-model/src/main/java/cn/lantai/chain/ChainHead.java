package cn.lantai.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Where a chain ends: the number and the hash (in hexadecimal) of its last row, kept in a table
 * {@code (id, seq, hash)} of one row. Whoever appends locks that row until his transaction ends, so
 * that any number of servers writes one row after the other.
 *
 * @param number 0 if there are no rows
 */
public record ChainHead(long number, String hash) {

  /**
   * The head, locked until the transaction of the connection ends.
   *
   * @param table a name from the program, never from outside
   * @param afterCompletion takes what is to be done when that transaction has ended, however it did
   */
  public static ChainHead lock(
      Connection connection, String table, Consumer<Runnable> afterCompletion) throws SQLException {
    ChainTurn.take(connection, table, afterCompletion);
    return find(connection, table, " FOR UPDATE");
  }

  public static ChainHead read(Connection connection, String table) throws SQLException {
    return find(connection, table, "");
  }

  /** Makes this the head; the caller has locked it. */
  public void store(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE " + table + " SET seq = ?, hash = ? WHERE id = 1")) {
      statement.setLong(1, number);
      statement.setString(2, hash);
      statement.executeUpdate();
    }
  }

  private static ChainHead find(Connection connection, String table, String lock)
      throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT seq, hash FROM " + table + " WHERE id = 1" + lock);
        ResultSet head = statement.executeQuery()) {
      if (!head.next()) {
        throw new SQLException("There is no head in " + table);
      }
      return new ChainHead(head.getLong(1), head.getString(2));
    }
  }
}
