package cn.lantai.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server of one's own. */
public final class Postgres implements AutoCloseable {

  public static final String USER = "postgres";

  private final EmbeddedPostgres server;
  private final AtomicInteger schemas = new AtomicInteger();

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  public static Postgres start() throws IOException {
    return new Postgres(EmbeddedPostgres.start());
  }

  /** Skips the test where none can be started, as when it runs as root without unshare. */
  public static Postgres startOrSkip() {
    try {
      return start();
    } catch (IOException | RuntimeException e) {
      return abort("No PostgreSQL could be started: " + e);
    }
  }

  /** The address of a place without tables. */
  public String emptyDatabase() throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    String schema = "lantai_" + schemas.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url, USER, "");
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE SCHEMA " + schema);
    }
    return url + "?currentSchema=" + schema;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
