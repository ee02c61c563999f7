package cn.lantai.journal;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Skipped where no PostgreSQL can be started, as when the tests run as root without unshare. */
class JpaJournalOnPostgresTest extends JpaJournalContract {

  private static EmbeddedPostgres server;
  private static int schemas;

  @BeforeAll
  static void start() {
    try {
      server = EmbeddedPostgres.start();
    } catch (IOException | RuntimeException e) {
      abort("No PostgreSQL could be started, so the journal is not tested on it: " + e);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected String url() throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    String schema = "journal_" + ++schemas;
    try (Connection connection = DriverManager.getConnection(url, user(), "");
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE SCHEMA " + schema);
    }
    return url + "?currentSchema=" + schema;
  }

  @Override
  protected String user() {
    return "postgres";
  }
}
