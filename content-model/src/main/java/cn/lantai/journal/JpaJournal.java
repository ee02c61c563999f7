package cn.lantai.journal;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.chain.ChainCheck;
import cn.lantai.chain.ChainHead;
import cn.lantai.chain.RowHash;
import cn.lantai.chain.Verification;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;

/**
 * The journal in a relational database.
 *
 * <p>Whoever appends holds the lock of the head row until the transaction ends. So rows become
 * visible in the order of their numbers, and who reads to the end has missed nothing, with any
 * number of servers on one database.
 */
public final class JpaJournal implements Journal {

  /** Keys in one IN list. */
  private static final int KEYS = 500;

  private static final String ROW =
      "SELECT r.sequence, r.entity, r.action, r.version, r.replaces, r.recordedAt, r.agent,"
          + " r.reason, r.content, r.previousHash, r.hash FROM EntryRow r ";

  private static final String STATE =
      "SELECT s.entity, s.current, s.published, s.withdrawn FROM EntityStateRow s ";

  private final Transactions transactions;
  private final Clock clock;

  public JpaJournal(Transactions transactions) {
    this(transactions, Clock.systemUTC());
  }

  public JpaJournal(Transactions transactions, Clock clock) {
    this.transactions = Objects.requireNonNull(transactions, "transactions");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public List<Entry> append(List<Draft> drafts, Premise premise) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    List<PreparedDraft> prepared = PreparedDraft.of(drafts);
    List<Entry> rows = transactions.inTransaction(manager -> write(manager, prepared, premise));
    if (!rows.isEmpty()) {
      transactions.force();
    }
    return rows;
  }

  @Override
  public List<Entry> after(long sequence, int limit) {
    return transactions.inTransaction(
        manager ->
            rows(
                manager
                    .createQuery(
                        ROW + "WHERE r.sequence > :sequence ORDER BY r.sequence", Object[].class)
                    .setParameter("sequence", sequence)
                    .setMaxResults(limit)));
  }

  @Override
  public List<Entry> withdrawals(long sequence, int limit) {
    return transactions.inTransaction(
        manager ->
            rows(
                manager
                    .createQuery(
                        ROW
                            + "WHERE r.sequence > :sequence AND r.action = 'WITHDRAW'"
                            + " ORDER BY r.sequence",
                        Object[].class)
                    .setParameter("sequence", sequence)
                    .setMaxResults(limit)));
  }

  @Override
  public List<Entry> publications(long after, long last, Set<EntityType> types, int limit) {
    String query =
        "%sWHERE r.sequence > :after AND r.sequence <= :last AND %s ORDER BY r.sequence"
            .formatted(ROW, published(types));
    return transactions.inTransaction(
        manager ->
            rows(
                ofTypes(types, manager.createQuery(query, Object[].class))
                    .setParameter("after", after)
                    .setParameter("last", last)
                    .setMaxResults(limit)));
  }

  @Override
  public OptionalLong publicationBefore(long sequence, Set<EntityType> types) {
    String query =
        "SELECT r.sequence FROM EntryRow r WHERE r.sequence < :before AND %s ORDER BY r.sequence DESC"
            .formatted(published(types));
    return transactions.inTransaction(
        manager ->
            ofTypes(types, manager.createQuery(query, Long.class))
                .setParameter("before", sequence)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst());
  }

  private static String published(Set<EntityType> types) {
    return "r.action <> 'PUT' AND (%s)"
        .formatted(
            types.stream()
                .map(type -> "r.entity LIKE :%s".formatted(type.segment()))
                .collect(Collectors.joining(" OR ")));
  }

  private static <T> TypedQuery<T> ofTypes(Set<EntityType> types, TypedQuery<T> query) {
    types.forEach(
        type ->
            query.setParameter(
                type.segment(), "%sid/%s/%%".formatted(EntityIri.INTERNAL_BASE, type.segment())));
    return query;
  }

  @Override
  public List<Entry> entries(Collection<Long> sequences) {
    List<Long> keys = sequences.stream().distinct().sorted().toList();
    if (keys.isEmpty()) {
      return List.of();
    }
    return transactions.inTransaction(
        manager -> {
          List<Entry> found = new ArrayList<>(keys.size());
          for (int from = 0; from < keys.size(); from += KEYS) {
            found.addAll(
                rows(
                    manager
                        .createQuery(
                            ROW + "WHERE r.sequence IN :keys ORDER BY r.sequence", Object[].class)
                        .setParameter("keys", slice(keys, from, KEYS))));
          }
          return found;
        });
  }

  @Override
  public long head() {
    return transactions.inTransaction(manager -> head(manager).number());
  }

  @Override
  public Optional<EntityState> state(EntityIri entity) {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery(STATE + "WHERE s.entity = :entity", Object[].class)
                .setParameter("entity", entity.uri())
                .getResultStream()
                .map(JpaJournal::state)
                .findFirst());
  }

  @Override
  public List<EntityIri> withCode(String code) {
    return ReferenceCode.parse(code).map(normal -> with("code", normal.value())).orElse(List.of());
  }

  @Override
  public List<EntityIri> within(EntityIri whole) {
    return with("whole", whole.uri());
  }

  private List<EntityIri> with(String field, String value) {
    return transactions.inTransaction(
        manager ->
            iris(
                manager
                    .createQuery(
                        "SELECT s.entity FROM EntityStateRow s WHERE s."
                            + field
                            + " = :value ORDER BY s.entity",
                        String.class)
                    .setParameter("value", value)));
  }

  @Override
  public Optional<EntityIri> whole(EntityIri part) {
    return transactions
        .inTransaction(
            manager ->
                iris(
                    manager
                        .createQuery(
                            "SELECT s.whole FROM EntityStateRow s"
                                + " WHERE s.entity = :entity AND s.whole <> ''",
                            String.class)
                        .setParameter("entity", part.uri())))
        .stream()
        .findFirst();
  }

  private static List<EntityIri> iris(TypedQuery<String> query) {
    return query.getResultList().stream().map(iri -> EntityIri.parse(iri).orElseThrow()).toList();
  }

  @Override
  public List<Coded> codes(Optional<EntityIri> after, int limit) {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery(
                    "SELECT s.code, s.entity FROM EntityStateRow s"
                        + " WHERE s.code <> '' AND s.entity > :after ORDER BY s.entity",
                    Object[].class)
                .setParameter("after", after.map(EntityIri::uri).orElse(""))
                .setMaxResults(limit)
                .getResultStream()
                .map(
                    row ->
                        new Coded((String) row[0], EntityIri.parse((String) row[1]).orElseThrow()))
                .toList());
  }

  @Override
  public List<EntityState> states(Optional<EntityIri> after, int limit) {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery(STATE + "WHERE s.entity > :after ORDER BY s.entity", Object[].class)
                .setParameter("after", after.map(EntityIri::uri).orElse(""))
                .setMaxResults(limit)
                .getResultStream()
                .map(JpaJournal::state)
                .toList());
  }

  @Override
  public long entities() {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery("SELECT COUNT(s) FROM EntityStateRow s", Long.class)
                .getSingleResult());
  }

  @Override
  public Optional<EntityGraph> current(EntityIri entity) {
    return state(entity).map(state -> version(state.current()));
  }

  @Override
  public EntityGraph version(long sequence) {
    Entry entry =
        entries(List.of(sequence)).stream()
            .filter(row -> row.action() == Action.PUT)
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("Row " + sequence + " has no content"));
    return EntityGraph.ofNTriples(entry.entity(), entry.content());
  }

  @Override
  public List<Entry> history(EntityIri entity, long before, int limit) {
    return transactions.inTransaction(
        manager ->
            rows(
                manager
                    .createQuery(
                        ROW
                            + "WHERE r.entity = :entity AND r.sequence < :before"
                            + " ORDER BY r.sequence DESC",
                        Object[].class)
                    .setParameter("entity", entity.uri())
                    .setParameter("before", before)
                    .setMaxResults(limit)));
  }

  @Override
  public List<Trace> traces(long from, long before, Optional<String> agent, int limit) {
    return transactions.inTransaction(
        manager -> {
          TypedQuery<Object[]> query =
              manager.createQuery(
                  "SELECT r.sequence, r.entity, r.action, r.replaces, r.recordedAt, r.agent,"
                      + " r.reason FROM EntryRow r WHERE r.sequence >= :from"
                      + " AND r.sequence < :before"
                      + (agent.isPresent() ? " AND r.agent = :agent" : "")
                      + " ORDER BY r.sequence DESC",
                  Object[].class);
          agent.ifPresent(name -> query.setParameter("agent", name));
          return query
              .setParameter("from", from)
              .setParameter("before", before)
              .setMaxResults(limit)
              .getResultStream()
              .map(JpaJournal::trace)
              .toList();
        });
  }

  private static Trace trace(Object[] columns) {
    return new Trace(
        (Long) columns[0],
        EntityIri.parse((String) columns[1]).orElseThrow(),
        Action.valueOf((String) columns[2]),
        (Long) columns[3],
        Instant.parse((String) columns[4]),
        (String) columns[5],
        (String) columns[6]);
  }

  @Override
  public Verification verify() {
    return new ChainCheck<>(new Chain()).run();
  }

  private List<Entry> write(EntityManager manager, List<PreparedDraft> drafts, Premise premise) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try {
      Connection connection = manager.unwrap(Connection.class);
      ChainHead head =
          ChainHead.lock(connection, JournalWriter.HEAD, transactions::afterCompletion);
      return new JournalWriter(connection, head, at).write(drafts, premise);
    } catch (SQLException e) {
      throw new PersistenceException("The journal cannot be written: " + e.getMessage(), e);
    }
  }

  private static ChainHead head(EntityManager manager) {
    Object[] found =
        manager
            .createQuery("SELECT h.sequence, h.hash FROM HeadRow h", Object[].class)
            .getSingleResult();
    return new ChainHead((Long) found[0], (String) found[1]);
  }

  private static long lastRow(EntityManager manager) {
    Long last =
        manager.createQuery("SELECT MAX(r.sequence) FROM EntryRow r", Long.class).getSingleResult();
    return last == null ? 0 : last;
  }

  private static List<Object[]> page(EntityManager manager, long sequence, int limit) {
    return manager
        .createQuery(ROW + "WHERE r.sequence > :sequence ORDER BY r.sequence", Object[].class)
        .setParameter("sequence", sequence)
        .setMaxResults(limit)
        .getResultList();
  }

  private static List<Entry> rows(TypedQuery<Object[]> query) {
    List<Object[]> found = query.getResultList();
    List<Entry> rows = new ArrayList<>(found.size());
    for (Object[] columns : found) {
      try {
        rows.add(row(columns));
      } catch (DataFormatException | RuntimeException e) {
        throw new IllegalStateException("Row " + columns[0] + " of the journal is damaged", e);
      }
    }
    return rows;
  }

  private static Entry row(Object[] columns) throws DataFormatException {
    String entity = (String) columns[1];
    return new Entry(
        (Long) columns[0],
        EntityIri.parse(entity)
            .filter(iri -> iri.uri().equals(entity))
            .orElseThrow(() -> new IllegalArgumentException("Not an entity: " + entity)),
        Action.valueOf((String) columns[2]),
        (Long) columns[3],
        (Long) columns[4],
        Instant.parse((String) columns[5]),
        (String) columns[6],
        (String) columns[7],
        ContentCodec.unpack((byte[]) columns[8]),
        RowHash.parse((String) columns[9]),
        RowHash.parse((String) columns[10]));
  }

  private static EntityState state(Object[] columns) {
    return new EntityState(
        EntityIri.parse((String) columns[0]).orElseThrow(),
        (Long) columns[1],
        (Long) columns[2],
        (Boolean) columns[3]);
  }

  private static <T> List<T> slice(List<T> list, int from, int size) {
    return list.subList(from, Math.min(from + size, list.size()));
  }

  /** The rows as the database has them. */
  private final class Chain implements ChainCheck.Rows<Object[]> {

    @Override
    public ChainHead head() {
      return transactions.inTransaction(JpaJournal::head);
    }

    @Override
    public List<Object[]> after(long number, int limit) {
      return transactions.inTransaction(manager -> page(manager, number, limit));
    }

    @Override
    public long last() {
      return transactions.inTransaction(JpaJournal::lastRow);
    }

    @Override
    public ChainCheck.Link link(Object[] columns) {
      try {
        Entry entry = row(columns);
        return new ChainCheck.Link(
            entry.sequence(),
            RowHash.hex(entry.previousHash()),
            RowHash.hex(entry.hash()),
            RowHash.hex(EntryHash.of(entry)));
      } catch (DataFormatException damaged) {
        throw new IllegalArgumentException(damaged);
      }
    }
  }
}
