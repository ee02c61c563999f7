package cn.lantai.server.runtime;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The one relational database: H2 in a file, or PostgreSQL if the settings say so. H2 closes its
 * file when the container closes the pool's last connection.
 */
@DataSourceDefinition(
    name = Database.JNDI_NAME,
    className = "${MPCONFIG=lantai.db.class:org.h2.jdbcx.JdbcDataSource}",
    url = "${MPCONFIG=lantai.db.url}",
    user = "${MPCONFIG=lantai.db.user:sa}",
    password = "${MPCONFIG=lantai.db.password:}",
    minPoolSize = 1,
    maxPoolSize = 20)
@ApplicationScoped
public class Database {

  static final String JNDI_NAME = "java:app/jdbc/lantai";

  @Resource(lookup = JNDI_NAME)
  DataSource dataSource;

  public DataSource dataSource() {
    return dataSource;
  }

  /** Brings the tables to this version of the program. */
  public void migrate() {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        // The journal's versions (below 100) may grow after the server's (from 100 on).
        .outOfOrder(true)
        .load()
        .migrate();
  }

  /** Name and version of the database, for operators. */
  public String product() {
    try (Connection connection = dataSource.getConnection()) {
      DatabaseMetaData about = connection.getMetaData();
      return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
    } catch (SQLException unreachable) {
      return "?";
    }
  }
}
