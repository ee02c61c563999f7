package cn.lantai.server.runtime;

import cn.lantai.journal.DatabaseUnavailableException;
import cn.lantai.journal.JournalDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  @Resource(lookup = JNDI_NAME)
  DataSource dataSource;

  @Resource ManagedScheduledExecutorService executor;

  private JournalDatabase journal;

  private volatile Optional<ScheduledFuture<?>> reclaiming = Optional.empty();

  @PostConstruct
  void open() {
    journal = new JournalDatabase(dataSource);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** Brings every commit to the disk. */
  void force() {
    journal.force();
  }

  /** Brings the tables to this version of the program. */
  public void migrate() {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .javaMigrations(JournalDatabase.javaMigrations())
        // The journal's versions (below 100) may grow after the server's (from 100 on).
        .outOfOrder(true)
        .load()
        .migrate();
  }

  /** Keeps the file of an H2 database small from now on. */
  void startReclaiming() {
    reclaiming =
        Optional.of(executor.scheduleWithFixedDelay(this::reclaim, 1, 1, TimeUnit.SECONDS));
  }

  void stopReclaiming() {
    reclaiming.ifPresent(future -> future.cancel(false));
  }

  private void reclaim() {
    try {
      journal.reclaim();
    } catch (DatabaseUnavailableException failure) {
      // Tried again a second later; whoever reads or writes tells what is wrong.
      LOG.debug("No space reclaimed", failure);
    }
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
