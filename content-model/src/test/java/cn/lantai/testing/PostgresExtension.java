package cn.lantai.testing;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL server for the tests of a class, which are skipped where none can be started. */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {

  private Postgres server;

  @Override
  public void beforeAll(ExtensionContext context) {
    server = Postgres.startOrSkip();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (server != null) {
      server.close();
    }
  }

  /** The address of a place without tables. */
  public String emptyDatabase() throws SQLException {
    return server.emptyDatabase();
  }
}
