package cn.lantai.preservation;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The tables of the database beside the journal's rows, whatever they are, as lines of JSON: first
 * an array with the names of the columns, then an array for each row. Bytes are in base 64.
 */
final class Tables {

  static final String ROWS = "journal_entry";

  private static final String MIGRATIONS = "flyway_schema_history";
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int BATCH = 500;

  private final Connection connection;

  Tables(Connection connection) {
    this.connection = connection;
  }

  /** In lower case; without the journal's rows and what the migrations note. */
  Set<String> names() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                "%",
                new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    names.remove(ROWS);
    names.remove(MIGRATIONS);
    return names;
  }

  long count(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + requireName(table))) {
      count.next();
      return count.getLong(1);
    }
  }

  void write(String table, OutputStream out) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(BATCH);
      try (ResultSet rows = statement.executeQuery("SELECT * FROM " + requireName(table))) {
        ResultSetMetaData about = rows.getMetaData();
        JsonArrayBuilder header = JSON.createArrayBuilder();
        for (int i = 1; i <= about.getColumnCount(); i++) {
          header.add(about.getColumnName(i).toLowerCase(Locale.ROOT));
        }
        print(out, header);
        while (rows.next()) {
          JsonArrayBuilder row = JSON.createArrayBuilder();
          for (int i = 1; i <= about.getColumnCount(); i++) {
            add(row, rows, i, about.getColumnType(i));
          }
          print(out, row);
        }
      }
    }
  }

  /** Puts the lines of {@link #write} in the place of whatever the table holds. */
  void read(String table, BufferedReader lines) throws SQLException, IOException {
    clear(table);
    List<String> columns = new ArrayList<>();
    array(lines.readLine()).forEach(name -> columns.add(requireName(text(name))));
    int[] types = types(table, columns);
    String sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                requireName(table),
                String.join(", ", columns),
                columns.stream().map(each -> "?").collect(Collectors.joining(", ")));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonArray row = array(line);
        for (int i = 0; i < types.length; i++) {
          set(insert, i + 1, types[i], row.get(i));
        }
        insert.addBatch();
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  void clear(String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM " + requireName(table));
    }
  }

  /** Lets each sequence {@code …_seq} go on behind the ids of its table. */
  void advanceSequences() throws SQLException {
    Set<String> tables = names();
    for (String sequence : sequences()) {
      String table = sequence.replaceFirst("_seq$", "");
      if (tables.contains(table)) {
        try (Statement statement = connection.createStatement()) {
          long next;
          try (ResultSet last = statement.executeQuery("SELECT MAX(id) FROM " + table)) {
            last.next();
            next = last.getLong(1) + 1;
          }
          statement.execute("ALTER SEQUENCE " + sequence + " RESTART WITH " + next);
        }
      }
    }
  }

  private Set<String> sequences() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT sequence_name FROM information_schema.sequences")) {
      while (found.next()) {
        names.add(requireName(found.getString(1).toLowerCase(Locale.ROOT)));
      }
    }
    return names;
  }

  private int[] types(String table, List<String> columns) throws SQLException {
    String sql =
        "SELECT " + String.join(", ", columns) + " FROM " + requireName(table) + " WHERE 1 = 0";
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery(sql)) {
      int[] types = new int[columns.size()];
      for (int i = 0; i < types.length; i++) {
        types[i] = none.getMetaData().getColumnType(i + 1);
      }
      return types;
    }
  }

  private static void add(JsonArrayBuilder row, ResultSet rows, int column, int type)
      throws SQLException {
    if (rows.getObject(column) == null) {
      row.addNull();
      return;
    }
    switch (type) {
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> row.add(rows.getLong(column));
      case Types.BOOLEAN, Types.BIT -> row.add(rows.getBoolean(column));
      case Types.DOUBLE, Types.REAL, Types.FLOAT -> row.add(rows.getDouble(column));
      case Types.NUMERIC, Types.DECIMAL -> row.add(rows.getBigDecimal(column));
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          row.add(Base64.getEncoder().encodeToString(rows.getBytes(column)));
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          row.add(rows.getObject(column, OffsetDateTime.class).toString());
      default -> row.add(rows.getString(column));
    }
  }

  private static void set(PreparedStatement insert, int column, int type, JsonValue value)
      throws SQLException {
    if (value == JsonValue.NULL) {
      insert.setNull(column, type);
      return;
    }
    switch (type) {
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT ->
          insert.setLong(column, ((JsonNumber) value).longValueExact());
      case Types.BOOLEAN, Types.BIT -> insert.setBoolean(column, value == JsonValue.TRUE);
      case Types.DOUBLE, Types.REAL, Types.FLOAT ->
          insert.setDouble(column, ((JsonNumber) value).doubleValue());
      case Types.NUMERIC, Types.DECIMAL ->
          insert.setBigDecimal(column, ((JsonNumber) value).bigDecimalValue());
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          insert.setBytes(column, Base64.getDecoder().decode(text(value)));
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          insert.setObject(column, OffsetDateTime.parse(text(value)));
      default -> insert.setString(column, text(value));
    }
  }

  private static String text(JsonValue value) {
    return ((JsonString) value).getString();
  }

  private static JsonArray array(String line) throws IOException {
    if (line == null) {
      throw new IOException("A table ends before its header");
    }
    return JSON.createReader(new StringReader(line)).readArray();
  }

  private static void print(OutputStream out, JsonArrayBuilder row) throws IOException {
    out.write((row.build() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Names become part of statements, so they are plain ones. */
  private static String requireName(String name) {
    if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("Not a plain name: " + name);
    }
    return name;
  }
}
