package cn.lantai.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * The space in the file of an open H2 database.
 *
 * <p>H2 looks after it only in the pauses between commits, so that under steady writing the file
 * grows with every commit.
 */
final class H2Space {

  /** While others write, only what is worth it. */
  private static final int FILLED_WHILE_WRITING = 50;

  private static final int FILLED_AT_REST = 80;

  /** Rewritten at once; readers and writers wait as long as this takes. */
  private static final int STEP_BYTES = 1 << 20;

  private static final Duration AT_REST = Duration.ofMillis(300);

  private volatile long seen = -1;

  /** Gathers what is in use: one step while others write, else until the file is well filled. */
  void reclaim(Connection connection) throws SQLException {
    // The server hands out connections of its pool.
    JdbcConnection h2 =
        connection instanceof JdbcConnection bare ? bare : connection.unwrap(JdbcConnection.class);
    if (h2.getSession() instanceof SessionLocal session) {
      MVStore file = session.getDatabase().getStore().getMvStore();
      if (file.isClosed()) {
        return;
      }
      if (file.getCurrentVersion() != seen) {
        file.compact(FILLED_WHILE_WRITING, STEP_BYTES);
      } else {
        gather(file);
      }
      seen = file.getCurrentVersion();
    }
  }

  private static void gather(MVStore file) {
    long end = System.nanoTime() + AT_REST.toNanos();
    while (!file.isClosed()
        && System.nanoTime() < end
        && file.compact(FILLED_AT_REST, STEP_BYTES)) {}
  }
}
