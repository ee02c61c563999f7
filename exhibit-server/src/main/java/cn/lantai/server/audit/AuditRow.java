package cn.lantai.server.audit;

import cn.lantai.chain.RowHash;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row as the database has it. Its hash is over all columns in their order, with the hash of the
 * row before in front; {@link RowHash} says how each is written.
 */
record AuditRow(
    long number,
    String at,
    String way,
    String who,
    String address,
    String action,
    String object,
    String outcome,
    long times,
    String detail,
    String previous,
    String hash) {

  static final String COLUMNS =
      "seq, recorded_at, way, who, address, action, object, outcome, times, detail, previous_hash,"
          + " hash";

  private static final String FORM = "lantai-audit-1";
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** The row that follows the one with this number and hash. */
  static AuditRow after(long number, String previous, Instant at, Actor actor, AuditNote note) {
    AuditRow row =
        new AuditRow(
            number + 1,
            time(at),
            actor.way().name(),
            actor.who(),
            actor.address(),
            note.action().name(),
            note.object(),
            note.outcome().name(),
            note.times(),
            json(note.detail()),
            previous,
            "");
    return row.withHash(row.due());
  }

  static AuditRow of(ResultSet columns) throws SQLException {
    return new AuditRow(
        columns.getLong(1),
        columns.getString(2),
        columns.getString(3),
        columns.getString(4),
        columns.getString(5),
        columns.getString(6),
        columns.getString(7),
        columns.getString(8),
        columns.getLong(9),
        columns.getString(10),
        columns.getString(11),
        columns.getString(12));
  }

  void set(PreparedStatement statement) throws SQLException {
    statement.setLong(1, number);
    statement.setString(2, at);
    statement.setString(3, way);
    statement.setString(4, who);
    statement.setString(5, address);
    statement.setString(6, action);
    statement.setString(7, object);
    statement.setString(8, outcome);
    statement.setLong(9, times);
    statement.setString(10, detail);
    statement.setString(11, previous);
    statement.setString(12, hash);
  }

  /** The hash that belongs to the row, whatever it says itself. */
  String due() {
    return new RowHash()
        .text(FORM)
        .bytes(RowHash.parse(previous))
        .number(number)
        .text(at)
        .text(way)
        .text(who)
        .text(address)
        .text(action)
        .text(object)
        .text(outcome)
        .number(times)
        .text(detail)
        .endHex();
  }

  AuditEntry view() {
    return new AuditEntry(
        number,
        Instant.parse(at),
        new Actor(Way.valueOf(way), who, address),
        action,
        object,
        AuditOutcome.valueOf(outcome),
        times,
        values(detail),
        hash);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  private AuditRow withHash(String made) {
    return new AuditRow(
        number, at, way, who, address, action, object, outcome, times, detail, previous, made);
  }

  private static String json(Map<AuditKey, String> detail) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    detail.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> json.add(each.getKey().name(), each.getValue()));
    return json.build().toString();
  }

  private static Map<String, String> values(String detail) {
    JsonObject json = JSON.createReader(new StringReader(detail)).readObject();
    Map<String, String> values = new TreeMap<>();
    json.forEach(
        (name, value) ->
            values.put(
                name, value instanceof JsonString text ? text.getString() : value.toString()));
    return values;
  }
}
