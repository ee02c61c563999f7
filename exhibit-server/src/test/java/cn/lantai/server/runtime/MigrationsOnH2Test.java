package cn.lantai.server.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.journal.JournalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MigrationsOnH2Test {

  /** A pool closes connections that idle, among them the one that made the tables. */
  @Test
  void jobsCanBeWrittenWhenTheConnectionThatMadeTheirTableIsClosed() throws SQLException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    JournalDatabase database = JournalDatabase.at(url, "sa", "");
    database.migrate();
    String row =
        "INSERT INTO job (id, kind, parameters, state, done, total, message, report, starts,"
            + " created_at) VALUES (?, 'ingest', '{}', ?, 0, 0, '', '', 0, CURRENT_TIMESTAMP)";
    try (Connection later = DriverManager.getConnection(url, "sa", "");
        PreparedStatement insert = later.prepareStatement(row)) {
      for (JobState state : JobState.values()) {
        insert.setLong(1, state.ordinal() + 1L);
        insert.setString(2, state.name());
        assertEquals(1, insert.executeUpdate());
      }
    } finally {
      database.shutdown();
    }
  }
}
