package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.stage.GraphStore.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.graph.Triple;

/**
 * Makes a store hold what the journal says. The only one that writes to the store.
 *
 * <p>Rows are taken in batches, and of each entity only the net change of a batch is written. The
 * store holds the same triples whatever the batches were and wherever it was interrupted.
 *
 * <p>Any thread may call any method; those that follow wait for each other.
 */
public final class StageFollower {

  /** Small transactions make TDB2's files grow: a stage that is far behind takes large ones. */
  private static final int BATCH_ROWS = 10_000;

  private static final long BATCH_BYTES = 32L << 20;
  private static final int PAGE_ROWS = 500;

  private final StageKind kind;
  private final Journal journal;
  private final GraphStore store;
  private final String base;
  private final int batchRows;
  private final ReentrantLock writer = new ReentrantLock();
  private final ReentrantLock positionLock = new ReentrantLock();
  private final Condition moved = positionLock.newCondition();
  private volatile long position;

  /**
   * @param base the public base, which ends in a slash
   */
  public StageFollower(StageKind kind, Journal journal, GraphStore store, String base) {
    this(kind, journal, store, base, BATCH_ROWS);
  }

  StageFollower(StageKind kind, Journal journal, GraphStore store, String base, int batchRows) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.store = Objects.requireNonNull(store, "store");
    this.base = Bookmark.requireBase(base);
    this.batchRows = batchRows;
    this.position = store.position();
  }

  public StageKind kind() {
    return kind;
  }

  /** The last journal row that the stage shows, or that is none of its business. */
  public long position() {
    return position;
  }

  /** Changes whenever the stage does: the key under which pages made from it may be kept. */
  public long changed() {
    return store.changed();
  }

  /**
   * Follows the journal to its end.
   *
   * @return how many rows were followed
   */
  public long catchUp() {
    long total = 0;
    for (long rows = followBatch(); rows > 0; rows = followBatch()) {
      total += rows;
    }
    return total;
  }

  /**
   * Waits until the stage has followed the journal to {@code row}; does not itself follow.
   *
   * @return false if it has not after {@code timeout}
   */
  public boolean awaitPosition(long row, Duration timeout) throws InterruptedException {
    long nanos = timeout.toNanos();
    positionLock.lockInterruptibly();
    try {
      while (position < row) {
        if (nanos <= 0) {
          return false;
        }
        nanos = moved.awaitNanos(nanos);
      }
      return true;
    } finally {
      positionLock.unlock();
    }
  }

  /** Follows some rows; 0 at the end of the journal. */
  long followBatch() {
    writer.lock();
    try {
      Batch batch = read();
      if (batch.rows == 0) {
        return 0;
      }
      // A row that is none of the stage's business is not worth a transaction.
      if (!batch.nets.isEmpty() || batch.last.sequence() - store.position() >= BATCH_ROWS) {
        store.apply(
            changes(batch),
            new Bookmark(base, batch.last.sequence(), HexFormat.of().formatHex(batch.last.hash())));
      }
      moveTo(batch.last.sequence());
      return batch.rows;
    } finally {
      writer.unlock();
    }
  }

  /** Lets {@code replace} put another store in the place of this one, between two batches. */
  void replaceStore(Runnable replace) {
    writer.lock();
    try {
      replace.run();
      moveTo(store.position());
    } finally {
      writer.unlock();
    }
  }

  private void moveTo(long row) {
    positionLock.lock();
    try {
      position = row;
      moved.signalAll();
    } finally {
      positionLock.unlock();
    }
  }

  private Batch read() {
    Batch batch = new Batch();
    while (batch.rows < batchRows && batch.bytes < BATCH_BYTES) {
      int limit = Math.min(PAGE_ROWS, batchRows - batch.rows);
      List<Entry> page = journal.after(position + batch.rows, limit);
      page.forEach(row -> batch.take(row, kind));
      if (page.size() < limit) {
        break;
      }
    }
    return batch;
  }

  private List<Change> changes(Batch batch) {
    Map<EntityIri, Long> before = new HashMap<>();
    Map<EntityIri, Long> after = new HashMap<>();
    batch.nets.forEach(
        (entity, net) -> {
          if (net.before != net.after) {
            before.put(entity, net.before);
            after.put(entity, net.after);
          }
        });
    Map<Long, byte[]> contents = contents(batch, before.values(), after.values());
    Map<EntityIri, Set<Triple>> old = parse(before.values(), contents);
    Map<EntityIri, Set<Triple>> now = parse(after.values(), contents);
    List<Change> changes = new ArrayList<>(batch.nets.size());
    batch.nets.forEach(
        (entity, net) -> {
          Set<Triple> remove = old.getOrDefault(entity, Set.of());
          Set<Triple> add = now.getOrDefault(entity, Set.of());
          changes.add(new Change(entity, minus(remove, add), minus(add, remove), net.gone));
        });
    return changes;
  }

  private Map<Long, byte[]> contents(Batch batch, Collection<Long> before, Collection<Long> after) {
    Set<Long> missing = new TreeSet<>(before);
    missing.addAll(after);
    missing.remove(0L);
    missing.removeAll(batch.contents.keySet());
    Map<Long, byte[]> contents = new HashMap<>(batch.contents);
    journal.entries(missing).forEach(row -> contents.put(row.sequence(), row.content()));
    return contents;
  }

  private Map<EntityIri, Set<Triple>> parse(Collection<Long> rows, Map<Long, byte[]> contents) {
    return Content.parse(
        rows.stream()
            .filter(row -> row != 0)
            .map(
                row ->
                    Objects.requireNonNull(
                        contents.get(row), () -> "The journal has no row " + row))
            .toList(),
        base);
  }

  private static Set<Triple> minus(Set<Triple> from, Set<Triple> what) {
    if (from.isEmpty() || what.isEmpty()) {
      return from;
    }
    Set<Triple> rest = new HashSet<>(from);
    rest.removeAll(what);
    return rest;
  }

  /** Rows that are written in one transaction. */
  private static final class Batch {

    private final Map<EntityIri, Net> nets = new LinkedHashMap<>();

    /** Versions that came along, so that they need not be fetched again. */
    private final Map<Long, byte[]> contents = new HashMap<>();

    private int rows;
    private long bytes;
    private Entry last;

    void take(Entry row, StageKind kind) {
      rows++;
      last = row;
      if (row.content().length > 0) {
        bytes += row.content().length;
        contents.put(row.sequence(), row.content());
      }
      if (kind.shows(row)) {
        nets.merge(
            row.entity(),
            new Net(row.replaces(), row.version(), row.version() == 0),
            (first, next) -> new Net(first.before, next.after, next.gone));
      }
    }
  }

  /**
   * What a batch does to an entity.
   *
   * @param before the version that the stage held before the batch, 0 if none
   * @param after the version that it holds afterwards, 0 if none
   */
  private record Net(long before, long after, boolean gone) {}
}
