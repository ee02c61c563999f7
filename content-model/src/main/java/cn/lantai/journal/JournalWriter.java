package cn.lantai.journal;

import cn.lantai.chain.ChainHead;
import cn.lantai.chain.RowHash;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Appends rows within a transaction, on its connection: in plain batches, because to have each row
 * managed takes about as long again as the database does. The rows are those that {@link EntryRow}
 * and {@link EntityStateRow} map.
 */
final class JournalWriter {

  private static final int BATCH = 500;
  private static final byte[] NO_HASH = new byte[RowHash.LENGTH];

  static final String HEAD = "journal_head";

  private static final String STATES =
      "SELECT entity, current_seq, current_digest, published_seq, withdrawn, reference_code,"
          + " lies_in FROM entity_state WHERE entity = ANY (?)";
  private static final String HOLDERS =
      "SELECT reference_code, entity FROM entity_state WHERE reference_code = ANY (?)";
  private static final String PUBLIC_PARTS =
      "SELECT lies_in, entity FROM entity_state WHERE lies_in = ANY (?) AND published_seq <> 0"
          + " ORDER BY entity";
  private static final String WHOLE = "SELECT lies_in FROM entity_state WHERE entity = ?";
  private static final String PARTS =
      "SELECT entity, reference_code FROM entity_state WHERE lies_in = ANY (?)";
  private static final String VERSION =
      "SELECT 1 FROM journal_entry WHERE seq = ? AND entity = ? AND action = 'PUT'";
  private static final String CHANGED_SINCE =
      "SELECT DISTINCT entity FROM journal_entry WHERE seq > ?";
  private static final String NEW_STATE =
      "INSERT INTO entity_state (current_seq, current_digest, published_seq, withdrawn,"
          + " reference_code, lies_in, entity) VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String CHANGED_STATE =
      "UPDATE entity_state SET current_seq = ?, current_digest = ?, published_seq = ?,"
          + " withdrawn = ?, reference_code = ?, lies_in = ? WHERE entity = ?";
  static final String NEW_ROW =
      "INSERT INTO journal_entry (seq, entity, action, version, replaces, recorded_at, agent,"
          + " reason, content, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final Instant at;
  private final Codes codes = new Codes();

  /** Sets that lie in something else now, and in what they lay before. */
  private final Map<String, String> moved = new LinkedHashMap<>();

  private long sequence;
  private String hash;

  /**
   * @param head locked by the transaction
   */
  JournalWriter(Connection connection, ChainHead head, Instant at) {
    this.connection = connection;
    this.at = at;
    sequence = head.number();
    hash = head.hash();
  }

  /**
   * Writes what changes something.
   *
   * @throws NothingToPublishException if an entity to be published has no version
   * @throws EditConflictException if a draft began from a version that is not the newest any more
   * @throws ReferenceCodeInUseException if a reference code would be given twice in an archive
   * @throws PremiseGoneException if what the drafts were decided by has changed
   */
  List<Entry> write(List<PreparedDraft> drafts, Premise premise) throws SQLException {
    require(premise);
    List<Entry> written = new ArrayList<>(drafts.size());
    for (int from = 0; from < drafts.size(); from += BATCH) {
      written.addAll(writeBatch(drafts.subList(from, Math.min(from + BATCH, drafts.size()))));
    }
    Archives archives = new Archives(this::whole);
    bringCodes(archives);
    codes.requireUnique(archives::isSame);
    if (!written.isEmpty()) {
      new ChainHead(sequence, hash).store(connection, HEAD);
    }
    return written;
  }

  private void require(Premise premise) throws SQLException {
    if (premise.head() >= sequence) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(CHANGED_SINCE)) {
      statement.setLong(1, premise.head());
      try (ResultSet changed = statement.executeQuery()) {
        while (changed.next()) {
          EntityIri entity = EntityIri.parse(changed.getString(1)).orElseThrow();
          if (premise.entities().test(entity)) {
            throw new PremiseGoneException(entity);
          }
        }
      }
    }
  }

  private List<Entry> writeBatch(List<PreparedDraft> asked) throws SQLException {
    List<PreparedDraft> drafts = withPublicParts(asked);
    Map<String, State> states = states(drafts);
    lookUpCodes(drafts.stream().map(PreparedDraft::code).filter(code -> !code.isEmpty()).toList());
    List<Entry> written = new ArrayList<>(drafts.size());
    try (PreparedStatement rows = connection.prepareStatement(NEW_ROW)) {
      for (PreparedDraft draft : drafts) {
        State state = states.computeIfAbsent(draft.key(), key -> new State());
        Optional<Entry> entry = entry(draft, state);
        if (entry.isPresent()) {
          add(rows, entry.get(), draft.packed());
          written.add(entry.get());
        }
      }
      if (!written.isEmpty()) {
        rows.executeBatch();
      }
    }
    save(states);
    return written;
  }

  /** What lies in a record goes out of public with it. */
  private List<PreparedDraft> withPublicParts(List<PreparedDraft> asked) throws SQLException {
    Object[] records =
        asked.stream()
            .filter(draft -> draft.draft().action() == Action.WITHDRAW)
            .filter(draft -> draft.draft().entity().type() == EntityType.RECORD)
            .map(PreparedDraft::key)
            .toArray();
    if (records.length == 0) {
      return asked;
    }
    Map<String, List<EntityIri>> parts = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(PUBLIC_PARTS)) {
      statement.setArray(1, connection.createArrayOf("varchar", records));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          parts
              .computeIfAbsent(found.getString(1), record -> new ArrayList<>())
              .add(EntityIri.parse(found.getString(2)).orElseThrow());
        }
      }
    }
    List<PreparedDraft> drafts = new ArrayList<>(asked.size());
    for (PreparedDraft each : asked) {
      drafts.add(each);
      Draft draft = each.draft();
      if (draft.action() == Action.WITHDRAW) {
        parts.getOrDefault(each.key(), List.of()).stream()
            .map(part -> Draft.withdraw(part, draft.agent(), draft.reason()))
            .map(PreparedDraft::of)
            .forEach(drafts::add);
      }
    }
    return drafts;
  }

  private Optional<String> whole(String entity) {
    try (PreparedStatement statement = connection.prepareStatement(WHOLE)) {
      statement.setString(1, entity);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new PersistenceException("What " + entity + " lies in cannot be read", e);
    }
  }

  /** What lies in a set that came into another archive brings its codes there. */
  private void bringCodes(Archives archives) throws SQLException {
    for (Map.Entry<String, String> each : moved.entrySet()) {
      if (!archives.isSame(each.getKey(), each.getValue())) {
        Set<String> seen = new HashSet<>(List.of(each.getKey()));
        for (List<String> level = List.copyOf(seen); !level.isEmpty(); ) {
          level = bringCodes(each.getKey(), level).stream().filter(seen::add).toList();
        }
      }
    }
  }

  /** Gives the sets that lie in these. */
  private List<String> bringCodes(String branch, List<String> wholes) throws SQLException {
    List<String> sets = new ArrayList<>();
    for (int from = 0; from < wholes.size(); from += BATCH) {
      Map<String, String> coded = new LinkedHashMap<>();
      try (PreparedStatement statement = connection.prepareStatement(PARTS)) {
        List<String> some = wholes.subList(from, Math.min(from + BATCH, wholes.size()));
        statement.setArray(1, connection.createArrayOf("varchar", some.toArray()));
        try (ResultSet found = statement.executeQuery()) {
          while (found.next()) {
            String part = found.getString(1);
            if (found.getString(2) != null) {
              coded.put(part, found.getString(2));
            }
            if (EntityIri.parse(part).orElseThrow().type() == EntityType.RECORD_SET) {
              sets.add(part);
            }
          }
        }
      }
      List<String> given = List.copyOf(coded.values());
      for (int code = 0; code < given.size(); code += BATCH) {
        lookUpCodes(given.subList(code, Math.min(code + BATCH, given.size())));
      }
      coded.forEach((part, code) -> codes.bring(branch, part, code));
    }
    return sets;
  }

  private Map<String, State> states(List<PreparedDraft> drafts) throws SQLException {
    Set<String> keys = new LinkedHashSet<>();
    drafts.forEach(draft -> keys.add(draft.key()));
    Map<String, State> states = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(STATES)) {
      statement.setArray(1, connection.createArrayOf("varchar", keys.toArray()));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          states.put(found.getString(1), new State(found));
        }
      }
    }
    return states;
  }

  private void lookUpCodes(List<String> asked) throws SQLException {
    Collection<String> given = codes.unknown(asked);
    if (given.isEmpty()) {
      return;
    }
    given.forEach(codes::know);
    try (PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
      statement.setArray(1, connection.createArrayOf("varchar", given.toArray()));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          codes.hold(found.getString(1), found.getString(2));
        }
      }
    }
  }

  private void save(Map<String, State> states) throws SQLException {
    try (PreparedStatement inserts = connection.prepareStatement(NEW_STATE);
        PreparedStatement updates = connection.prepareStatement(CHANGED_STATE)) {
      boolean anyNew = false;
      boolean anyChanged = false;
      for (Map.Entry<String, State> each : states.entrySet()) {
        State state = each.getValue();
        if (state.changed) {
          anyNew |= !state.stored;
          anyChanged |= state.stored;
          state.add(state.stored ? updates : inserts, each.getKey());
        }
      }
      if (anyNew) {
        inserts.executeBatch();
      }
      if (anyChanged) {
        updates.executeBatch();
      }
    }
  }

  /** The row for a draft, with {@code state} brought up to it; empty if it would change nothing. */
  private Optional<Entry> entry(PreparedDraft draft, State state) throws SQLException {
    draft.draft().requireBase(state.current);
    switch (draft.draft().action()) {
      case PUT -> {
        if (state.digest.equals(draft.digest())) {
          return Optional.empty();
        }
        long before = state.current;
        boolean elsewhere = !state.whole.equals(draft.whole());
        codes.change(draft.key(), state.code, draft.code(), elsewhere);
        if (elsewhere && before != 0 && draft.draft().entity().type() == EntityType.RECORD_SET) {
          moved.putIfAbsent(draft.key(), state.whole);
        }
        state.put(sequence + 1, draft);
        return Optional.of(next(draft, sequence + 1, before));
      }
      case PUBLISH -> {
        if (state.current == 0) {
          throw new NothingToPublishException(draft.draft().entity());
        }
        long version = draft.draft().version().orElse(state.current);
        if (state.published == version) {
          return Optional.empty();
        }
        if (version != state.current) {
          requireVersion(draft.draft().entity(), version);
        }
        long before = state.published;
        state.publish(version);
        return Optional.of(next(draft, version, before));
      }
      case WITHDRAW -> {
        if (state.published == 0) {
          return Optional.empty();
        }
        long before = state.published;
        state.publish(0);
        return Optional.of(next(draft, 0, before));
      }
    }
    throw new IllegalStateException("Unknown action " + draft.draft().action());
  }

  private void requireVersion(EntityIri entity, long version) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(VERSION)) {
      statement.setLong(1, version);
      statement.setString(2, entity.uri());
      try (ResultSet found = statement.executeQuery()) {
        if (!found.next()) {
          throw new NothingToPublishException(entity);
        }
      }
    }
  }

  private Entry next(PreparedDraft draft, long version, long replaces) {
    Entry unsigned =
        new Entry(
            sequence + 1,
            draft.draft().entity(),
            draft.draft().action(),
            version,
            replaces,
            at,
            draft.draft().agent(),
            draft.draft().reason(),
            draft.content(),
            RowHash.parse(hash),
            NO_HASH);
    Entry entry = unsigned.withHash(EntryHash.of(unsigned));
    sequence = entry.sequence();
    hash = RowHash.hex(entry.hash());
    return entry;
  }

  static void add(PreparedStatement rows, Entry entry, byte[] packed) throws SQLException {
    rows.setLong(1, entry.sequence());
    rows.setString(2, entry.entity().uri());
    rows.setString(3, entry.action().name());
    rows.setLong(4, entry.version());
    rows.setLong(5, entry.replaces());
    rows.setString(6, EntryHash.time(entry.at()));
    rows.setString(7, entry.agent());
    rows.setString(8, entry.reason());
    rows.setBytes(9, packed);
    rows.setString(10, RowHash.hex(entry.previousHash()));
    rows.setString(11, RowHash.hex(entry.hash()));
    rows.addBatch();
  }

  /** Where an entity stands while rows are written. */
  private static final class State {

    private final boolean stored;
    private boolean changed;
    private long current;
    private String digest = "";
    private long published;
    private boolean withdrawn;
    private String code = "";
    private String whole = "";

    /** Of an entity that the journal does not know yet. */
    State() {
      stored = false;
    }

    State(ResultSet row) throws SQLException {
      stored = true;
      current = row.getLong(2);
      digest = row.getString(3);
      published = row.getLong(4);
      withdrawn = row.getBoolean(5);
      code = Objects.requireNonNullElse(row.getString(6), "");
      whole = Objects.requireNonNullElse(row.getString(7), "");
    }

    void put(long version, PreparedDraft draft) {
      current = version;
      digest = draft.digest();
      code = draft.code();
      whole = draft.whole();
      changed = true;
    }

    void publish(long version) {
      published = version;
      withdrawn = version == 0;
      changed = true;
    }

    void add(PreparedStatement statement, String key) throws SQLException {
      statement.setLong(1, current);
      statement.setString(2, digest);
      statement.setLong(3, published);
      statement.setBoolean(4, withdrawn);
      statement.setString(5, code.isEmpty() ? null : code);
      statement.setString(6, whole.isEmpty() ? null : whole);
      statement.setString(7, key);
      statement.addBatch();
    }
  }
}
