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

  private static final int FILLED_PERCENT = 80;

  /** Rewritten at once; readers and writers wait no longer than this takes, some 40 ms at most. */
  private static final int STEP_BYTES = 4 << 20;

  private static final Duration AT_MOST = Duration.ofMillis(300);

  private H2Space() {}

  /** Gathers what is in use, until the file is well filled or the time is over. */
  static void reclaim(Connection connection) throws SQLException {
    // The server hands out connections of its pool.
    JdbcConnection h2 =
        connection instanceof JdbcConnection bare ? bare : connection.unwrap(JdbcConnection.class);
    if (h2.getSession() instanceof SessionLocal session) {
      MVStore file = session.getDatabase().getStore().getMvStore();
      long end = System.nanoTime() + AT_MOST.toNanos();
      while (!file.isClosed()
          && System.nanoTime() < end
          && file.compact(FILLED_PERCENT, STEP_BYTES)) {}
    }
  }
}
