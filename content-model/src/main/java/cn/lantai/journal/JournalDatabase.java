package cn.lantai.journal;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The database behind the journal: H2 in a file, or PostgreSQL.
 *
 * <p>H2 has to be told by its address to keep what it has acknowledged: take the address from
 * {@link #h2Url}. PostgreSQL does so by default.
 */
public final class JournalDatabase {

  private static final String UNIT = "lantai";
  private static final int H2_IN_USE = 90020;

  private final DataSource dataSource;
  private final H2Space space = new H2Space();
  private final SharedRun forcing = new SharedRun(() -> onH2("CHECKPOINT SYNC"));

  public JournalDatabase(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  /** A database by its address, without a pool: for commands and tests. */
  public static JournalDatabase at(String url, String user, String password) {
    return new JournalDatabase(new DriverDataSource(url, user, password));
  }

  /**
   * The address of the H2 database in a folder, which is made when it is missing.
   *
   * <ul>
   *   <li>WRITE_DELAY=0: a commit is written before it is acknowledged. The default loses what was
   *       acknowledged within the last half second when the process is killed.
   *   <li>RETENTION_TIME: freed space is used again after a second (the default: 45), so that
   *       {@link #reclaim} keeps the file small.
   *   <li>LOCK_TIMEOUT: a writer waits for another one's bulk load instead of failing.
   *   <li>DB_CLOSE_ON_EXIT and DB_CLOSE_DELAY: the database is closed by {@link #shutdown}, not
   *       when a pool runs empty or while others still work on their own end.
   * </ul>
   */
  public static String h2Url(Path folder) {
    return "jdbc:h2:file:"
        + folder.toAbsolutePath().normalize().resolve("lantai")
        + ";WRITE_DELAY=0;RETENTION_TIME=1000;LOCK_TIMEOUT=60000;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1";
  }

  /**
   * Connects and brings the tables up to date. Two servers may do so at the same time.
   *
   * @throws DatabaseUnavailableException if either fails
   */
  public void migrate() {
    String address = connect();
    try {
      Flyway.configure(classLoader())
          .dataSource(dataSource)
          .locations("classpath:db/migration")
          .javaMigrations(javaMigrations())
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new DatabaseUnavailableException(
          "The tables of the database " + address + " cannot be brought up to date: " + line(e), e);
    }
  }

  /** What plain SQL cannot do, beside the scripts in {@code db/migration}. */
  public static JavaMigration[] javaMigrations() {
    return StateMigration.all();
  }

  /** Opens the unit of the server without a container, with transactions of its own. */
  public EntityManagerFactory entityManagerFactory() {
    return Persistence.createEntityManagerFactory(
        UNIT,
        Map.of(
            "jakarta.persistence.transactionType",
            "RESOURCE_LOCAL",
            "jakarta.persistence.nonJtaDataSource",
            dataSource,
            // It warns that the unit names a data source of the container.
            "eclipselink.logging.level.transaction",
            "SEVERE",
            "eclipselink.session-name",
            UNIT + "-" + System.identityHashCode(this)));
  }

  /**
   * Brings every commit to the disk; does nothing where the database has done so already. Callers
   * of the same object at the same time share one wait for the disk.
   */
  public void force() {
    forcing.run();
  }

  /**
   * Frees space in the file of an H2 database that is being written to; takes a third of a second
   * at most. To be called each second or so. PostgreSQL does so by itself.
   */
  public void reclaim() {
    try (Connection connection = dataSource.getConnection()) {
      if (isH2(connection)) {
        space.reclaim(connection);
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailableException("Reclaiming space failed: " + line(e), e);
    }
  }

  /** Closes an H2 database under all its connections; leaves a server's database alone. */
  public void shutdown() {
    onH2("SHUTDOWN");
  }

  private void onH2(String command) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      if (isH2(connection)) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(command + " failed: " + line(e), e);
    }
  }

  private String connect() {
    try (Connection connection = dataSource.getConnection()) {
      return address(connection.getMetaData().getURL());
    } catch (SQLException e) {
      String address = dataSource instanceof DriverDataSource driver ? driver.url() : "";
      throw new DatabaseUnavailableException(explain(address(address), e), e);
    }
  }

  private static boolean isH2(Connection connection) throws SQLException {
    return "H2".equals(connection.getMetaData().getDatabaseProductName());
  }

  private static String explain(String address, SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
        return "The database " + address + " is in use by another process.";
      }
    }
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    if (state.startsWith("28")) {
      return "The database " + address + " refuses the user or the password.";
    }
    return "The database " + address + " cannot be reached: " + line(e);
  }

  /** Without settings, among which there may be a password. */
  private static String address(String url) {
    return url.replaceFirst("[;?].*", "");
  }

  private static String line(Exception e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    return message.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
  }

  private static ClassLoader classLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : JournalDatabase.class.getClassLoader();
  }
}
