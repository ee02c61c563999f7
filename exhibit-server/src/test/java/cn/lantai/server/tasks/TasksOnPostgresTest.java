package cn.lantai.server.tasks;

import cn.lantai.testing.Postgres;
import cn.lantai.testing.PostgresExtension;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Skipped where no PostgreSQL can be started. */
class TasksOnPostgresTest extends TasksContract {

  @RegisterExtension static final PostgresExtension SERVER = new PostgresExtension();

  @Override
  protected String url() throws SQLException {
    return SERVER.emptyDatabase();
  }

  @Override
  protected String user() {
    return Postgres.USER;
  }
}
