package cn.lantai.journal;

import cn.lantai.chain.RowHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Writes the rows of another journal into an empty one, with the hashes that they have. The head
 * and the states of the entities are left to the caller.
 */
public final class JournalCopy implements AutoCloseable {

  private static final int BATCH = 500;

  private final PreparedStatement rows;
  private int waiting;
  private long sequence;
  private byte[] hash = new byte[RowHash.LENGTH];

  public JournalCopy(Connection connection) throws SQLException {
    rows = connection.prepareStatement(JournalWriter.NEW_ROW);
  }

  /**
   * @throws IllegalArgumentException if the row does not follow the one before
   */
  public void add(Entry entry) throws SQLException {
    if (entry.sequence() != sequence + 1 || !Arrays.equals(entry.previousHash(), hash)) {
      throw new IllegalArgumentException(
          "Row " + entry.sequence() + " does not follow row " + sequence);
    }
    JournalWriter.add(rows, entry, ContentCodec.pack(entry.content()));
    sequence = entry.sequence();
    hash = entry.hash();
    if (++waiting == BATCH) {
      flush();
    }
  }

  public void flush() throws SQLException {
    if (waiting > 0) {
      rows.executeBatch();
      waiting = 0;
    }
  }

  /**
   * Works out what a copy of the states does not say that an older version has written: reference
   * codes, and what lies in what.
   */
  public static void completeStates(Connection connection) throws SQLException {
    StateMigration.complete(connection);
  }

  /** The number of the last row. */
  public long sequence() {
    return sequence;
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
