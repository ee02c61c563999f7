package cn.lantai.journal;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.DataFormatException;

/**
 * The journal in a relational database.
 *
 * <p>Whoever appends holds the lock of the head row until the transaction ends. So rows become
 * visible in the order of their numbers, and who reads to the end has missed nothing, with any
 * number of servers on one database.
 */
public final class JpaJournal implements Journal {

  private static final byte[] NO_HASH = new byte[EntryHash.LENGTH];
  private static final byte[] NO_CONTENT = new byte[0];

  /** Rows written before the persistence context is relieved of them. */
  private static final int FLUSH = 500;

  /** Keys in one IN list. */
  private static final int KEYS = 500;

  private static final int VERIFY_PAGE = 1000;

  private static final String ROW =
      "SELECT r.sequence, r.entity, r.action, r.version, r.replaces, r.recordedAt, r.agent,"
          + " r.reason, r.content, r.previousHash, r.hash FROM EntryRow r ";

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
  public List<Entry> append(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    // What costs time is done before the lock is taken.
    List<Prepared> prepared = drafts.stream().map(Prepared::of).toList();
    List<Entry> rows = transactions.inTransaction(manager -> write(manager, prepared));
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
    return transactions.inTransaction(manager -> head(manager).sequence());
  }

  @Override
  public Optional<EntityState> state(EntityIri entity) {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery(
                    "SELECT s.current, s.published FROM EntityStateRow s WHERE s.entity = :entity",
                    Object[].class)
                .setParameter("entity", entity.uri())
                .getResultStream()
                .map(found -> new EntityState(entity, (Long) found[0], (Long) found[1]))
                .findFirst());
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
  public List<Entry> history(EntityIri entity, int limit) {
    return transactions.inTransaction(
        manager ->
            rows(
                manager
                    .createQuery(
                        ROW + "WHERE r.entity = :entity ORDER BY r.sequence DESC", Object[].class)
                    .setParameter("entity", entity.uri())
                    .setMaxResults(limit)));
  }

  @Override
  public Verification verify() {
    Chain chain = new Chain();
    Head end = transactions.inTransaction(JpaJournal::head);
    while (chain.intact() && chain.length < end.sequence()) {
      int limit = (int) Math.min(VERIFY_PAGE, end.sequence() - chain.length);
      List<Object[]> page =
          transactions.inTransaction(manager -> page(manager, chain.length, limit));
      page.forEach(chain::follow);
      if (page.isEmpty()) {
        return chain.brokenAfterLast();
      }
    }
    if (!chain.intact()) {
      return chain.result();
    }
    if (!EntryHash.hex(chain.hash).equals(end.hash())) {
      return chain.brokenAtLast();
    }
    // A row behind the head was not put there by the journal. (Asked in this order, because the
    // head may move on meanwhile.)
    long last = transactions.inTransaction(JpaJournal::lastRow);
    return last > head() ? chain.brokenAfterLast() : chain.result();
  }

  private List<Entry> write(EntityManager manager, List<Prepared> drafts) {
    HeadRow head = manager.find(HeadRow.class, HeadRow.ID, LockModeType.PESSIMISTIC_WRITE);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Entry> written = new ArrayList<>(drafts.size());
    for (int from = 0; from < drafts.size(); from += FLUSH) {
      written.addAll(writeSome(manager, head, at, slice(drafts, from, FLUSH)));
    }
    manager.flush();
    manager.detach(head);
    return written;
  }

  private static List<Entry> writeSome(
      EntityManager manager, HeadRow head, Instant at, List<Prepared> drafts) {
    Map<String, EntityStateRow> states = states(manager, drafts);
    List<Object> managed = new ArrayList<>(states.values());
    List<Entry> written = new ArrayList<>(drafts.size());
    for (Prepared prepared : drafts) {
      String key = prepared.draft().entity().uri();
      EntityStateRow state = states.get(key);
      if (state == null && prepared.draft().action() == Action.PUT) {
        state = new EntityStateRow(key);
        states.put(key, state);
        manager.persist(state);
        managed.add(state);
      }
      Optional<Entry> entry = entry(prepared, state, head, at);
      if (entry.isPresent()) {
        EntryRow row = new EntryRow(entry.get(), prepared.packed());
        manager.persist(row);
        managed.add(row);
        head.moveTo(entry.get());
        written.add(entry.get());
      }
    }
    manager.flush();
    // One by one, for the context may hold things of the caller.
    managed.forEach(manager::detach);
    return written;
  }

  /** The row for a draft, with {@code state} brought up to it; empty if it would change nothing. */
  private static Optional<Entry> entry(
      Prepared prepared, EntityStateRow state, HeadRow head, Instant at) {
    long sequence = head.sequence() + 1;
    switch (prepared.draft().action()) {
      case PUT -> {
        if (state.currentDigest().equals(prepared.digest())) {
          return Optional.empty();
        }
        long before = state.current();
        state.put(sequence, prepared.digest());
        return Optional.of(prepared.entry(head, at, sequence, before));
      }
      case PUBLISH -> {
        if (state == null) {
          throw new NothingToPublishException(prepared.draft().entity());
        }
        if (state.published() == state.current()) {
          return Optional.empty();
        }
        long before = state.published();
        state.publish(state.current());
        return Optional.of(prepared.entry(head, at, state.current(), before));
      }
      case WITHDRAW -> {
        if (state == null || state.published() == 0) {
          return Optional.empty();
        }
        long before = state.published();
        state.publish(0);
        return Optional.of(prepared.entry(head, at, 0, before));
      }
    }
    throw new IllegalStateException("Unknown action " + prepared.draft().action());
  }

  private static Map<String, EntityStateRow> states(EntityManager manager, List<Prepared> drafts) {
    List<String> keys =
        drafts.stream().map(prepared -> prepared.draft().entity().uri()).distinct().toList();
    Map<String, EntityStateRow> states = new HashMap<>();
    manager
        .createQuery("SELECT s FROM EntityStateRow s WHERE s.entity IN :keys", EntityStateRow.class)
        .setParameter("keys", keys)
        .getResultList()
        .forEach(state -> states.put(state.entity(), state));
    return states;
  }

  private static Head head(EntityManager manager) {
    Object[] found =
        manager
            .createQuery("SELECT h.sequence, h.hash FROM HeadRow h", Object[].class)
            .getSingleResult();
    return new Head((Long) found[0], (String) found[1]);
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
        EntryHash.bytes((String) columns[9]),
        EntryHash.bytes((String) columns[10]));
  }

  private static <T> List<T> slice(List<T> list, int from, int size) {
    return list.subList(from, Math.min(from + size, list.size()));
  }

  private record Head(long sequence, String hash) {}

  @SuppressWarnings("ArrayRecordComponent") // carried, not compared
  private record Prepared(Draft draft, byte[] content, byte[] packed, String digest) {

    static Prepared of(Draft draft) {
      byte[] content = draft.content().map(EntityGraph::toNTriples).orElse(NO_CONTENT);
      return new Prepared(draft, content, ContentCodec.pack(content), EntryHash.digest(content));
    }

    Entry entry(HeadRow head, Instant at, long version, long replaces) {
      Entry unsigned =
          new Entry(
              head.sequence() + 1,
              draft.entity(),
              draft.action(),
              version,
              replaces,
              at,
              draft.agent(),
              draft.reason(),
              content,
              EntryHash.bytes(head.hash()),
              NO_HASH);
      return unsigned.withHash(EntryHash.of(unsigned));
    }
  }

  /** Follows the rows as far as each fits to the one before. */
  private static final class Chain {

    private long length;
    private byte[] hash = NO_HASH;
    private boolean broken;

    boolean intact() {
      return !broken;
    }

    void follow(Object[] columns) {
      if (broken) {
        return;
      }
      try {
        Entry entry = row(columns);
        if (entry.sequence() == length + 1
            && Arrays.equals(entry.previousHash(), hash)
            && Arrays.equals(entry.hash(), EntryHash.of(entry))) {
          length = entry.sequence();
          hash = entry.hash();
          return;
        }
      } catch (DataFormatException | RuntimeException damaged) {
        // What cannot even be read was not written by the journal.
      }
      broken = true;
    }

    Verification result() {
      return broken ? brokenAfterLast() : new Verification(length, OptionalLong.empty());
    }

    Verification brokenAfterLast() {
      return new Verification(length, OptionalLong.of(length + 1));
    }

    Verification brokenAtLast() {
      return new Verification(length, OptionalLong.of(Math.max(length, 1)));
    }
  }
}
