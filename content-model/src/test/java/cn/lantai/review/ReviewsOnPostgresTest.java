package cn.lantai.review;

import cn.lantai.testing.Postgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Skipped where no PostgreSQL can be started. */
class ReviewsOnPostgresTest extends ReviewsContract {

  private static Postgres server;

  @BeforeAll
  static void start() {
    server = Postgres.startOrSkip();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected String url() throws SQLException {
    return server.emptyDatabase();
  }

  @Override
  protected String user() {
    return Postgres.USER;
  }
}
