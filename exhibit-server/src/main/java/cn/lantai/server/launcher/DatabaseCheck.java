package cn.lantai.server.launcher;

import cn.lantai.server.launcher.LaunchSettings.Database;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Opens the database once, with the driver that the application brings. */
final class DatabaseCheck {

  private final Path war;
  private final Path workFolder;

  DatabaseCheck(Path war, Path workFolder) {
    this.war = war;
    this.workFolder = workFolder;
  }

  void requireReachable(Database database) throws StartProblem {
    try (URLClassLoader loader = driverLoader(database.isPostgres() ? "postgresql-" : "h2-")) {
      Driver driver =
          (Driver)
              Class.forName(
                      database.isPostgres() ? "org.postgresql.Driver" : "org.h2.Driver",
                      true,
                      loader)
                  .getDeclaredConstructor()
                  .newInstance();
      connect(driver, database);
    } catch (IOException | ReflectiveOperationException broken) {
      throw new IllegalStateException(
          "The database driver in " + war + " cannot be loaded", broken);
    }
  }

  private static void connect(Driver driver, Database database) throws StartProblem {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password());
    if (database.isPostgres()) {
      properties.setProperty("loginTimeout", "10");
      properties.setProperty("connectTimeout", "10");
    }
    try (Connection connection = driver.connect(database.url(), properties)) {
      if (connection == null) {
        throw new SQLException("the address is malformed");
      }
      if (!database.isPostgres()) {
        release(connection);
      }
    } catch (SQLException refused) {
      String reason = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
      throw new StartProblem(
          "无法连接数据库 "
              + withoutParameters(database.url())
              + "（"
              + reason
              + "）：请检查 LANTAI_DB_URL、LANTAI_DB_USER 与 LANTAI_DB_PASSWORD。",
          "The database "
              + withoutParameters(database.url())
              + " cannot be reached ("
              + reason
              + "): check LANTAI_DB_URL, LANTAI_DB_USER and LANTAI_DB_PASSWORD.");
    }
  }

  /**
   * Whatever the database was told about staying open after the last connection, which it keeps.
   */
  private static void release(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
  }

  /** Parameters may carry a password. */
  private static String withoutParameters(String url) {
    return url.replaceFirst("[?;].*", "");
  }

  private URLClassLoader driverLoader(String jarPrefix) throws IOException {
    Path jar = workFolder.resolve("driver.jar");
    try (ZipFile zip = new ZipFile(war.toFile())) {
      ZipEntry entry =
          zip.stream()
              .filter(each -> each.getName().startsWith("WEB-INF/lib/" + jarPrefix))
              .findFirst()
              .orElseThrow(() -> new IOException("No " + jarPrefix + "*.jar"));
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, jar);
      }
    }
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }
}
