package cn.lantai.server.audit;

import cn.lantai.chain.ChainCheck;
import cn.lantai.chain.ChainHead;
import cn.lantai.chain.Verification;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The audit log in the database, chained as the journal is. */
public final class JdbcAuditLog implements AuditLog {

  private static final String HEAD = "audit_head";
  private static final String INSERT =
      "INSERT INTO audit_entry ("
          + AuditRow.COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT = "SELECT " + AuditRow.COLUMNS + " FROM audit_entry ";

  private final SqlTransactions transactions;
  private final Supplier<Actor> current;
  private final Clock clock;

  /**
   * @param current who acts where a note does not say it
   */
  public JdbcAuditLog(SqlTransactions transactions, Supplier<Actor> current, Clock clock) {
    this.transactions = Objects.requireNonNull(transactions, "transactions");
    this.current = Objects.requireNonNull(current, "current");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void note(AuditNote note) {
    Actor actor = note.actor().orElseGet(current);
    transactions.run(
        connection -> {
          ChainHead head = ChainHead.lock(connection, HEAD, transactions::afterCompletion);
          AuditRow row = AuditRow.after(head.number(), head.hash(), clock.instant(), actor, note);
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            row.set(insert);
            insert.executeUpdate();
          }
          new ChainHead(row.number(), row.hash()).store(connection, HEAD);
          return row;
        });
  }

  @Override
  public List<AuditEntry> find(AuditFilter filter, long before, int limit) {
    List<String> conditions = new ArrayList<>(List.of("seq < ?"));
    List<Object> values = new ArrayList<>(List.of(before));
    filter.person().ifPresent(person -> add(conditions, "who = ?", values, person));
    if (!filter.actions().isEmpty()) {
      conditions.add(
          "action IN (%s)"
              .formatted(String.join(", ", Collections.nCopies(filter.actions().size(), "?"))));
      filter.actions().forEach(action -> values.add(action.name()));
    }
    filter.outcome().ifPresent(outcome -> add(conditions, "outcome = ?", values, outcome.name()));
    filter.since().ifPresent(t -> add(conditions, "recorded_at >= ?", values, AuditRow.time(t)));
    filter.until().ifPresent(t -> add(conditions, "recorded_at < ?", values, AuditRow.time(t)));
    filter
        .object()
        .ifPresent(text -> add(conditions, "LOWER(object) LIKE ? ESCAPE '!'", values, like(text)));
    String where = "WHERE " + String.join(" AND ", conditions) + " ORDER BY seq DESC";
    return select(where, values, limit).stream().map(AuditRow::view).toList();
  }

  @Override
  public Optional<AuditEntry> entry(long number) {
    return select("WHERE seq = ?", List.of(number), 1).stream().map(AuditRow::view).findFirst();
  }

  @Override
  public List<String> people() {
    return transactions.run(
        connection -> {
          List<String> names = new ArrayList<>();
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "SELECT DISTINCT who FROM audit_entry WHERE who <> '' ORDER BY who");
              ResultSet found = statement.executeQuery()) {
            while (found.next()) {
              names.add(found.getString(1));
            }
          }
          return names;
        });
  }

  @Override
  public ChainHead head() {
    return transactions.run(connection -> ChainHead.read(connection, HEAD));
  }

  @Override
  public Verification verify() {
    return new ChainCheck<>(new Chain()).run();
  }

  private static void add(
      List<String> conditions, String condition, List<Object> values, String value) {
    conditions.add(condition);
    values.add(value);
  }

  private static String like(String text) {
    return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  private List<AuditRow> select(String where, List<Object> values, int limit) {
    return transactions.run(
        connection -> {
          List<AuditRow> rows = new ArrayList<>();
          try (PreparedStatement statement =
              connection.prepareStatement(SELECT + where + " LIMIT " + limit)) {
            for (int i = 0; i < values.size(); i++) {
              statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
              while (found.next()) {
                rows.add(AuditRow.of(found));
              }
            }
          }
          return rows;
        });
  }

  /** The rows as the database has them. */
  private final class Chain implements ChainCheck.Rows<AuditRow> {

    @Override
    public ChainHead head() {
      return JdbcAuditLog.this.head();
    }

    @Override
    public List<AuditRow> after(long number, int limit) {
      return select("WHERE seq > ? ORDER BY seq", List.of(number), limit);
    }

    @Override
    public long last() {
      return select("ORDER BY seq DESC", List.of(), 1).stream()
          .mapToLong(AuditRow::number)
          .findFirst()
          .orElse(0);
    }

    @Override
    public ChainCheck.Link link(AuditRow row) {
      return new ChainCheck.Link(row.number(), row.previous(), row.hash(), row.due());
    }
  }
}
