package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.graph.Triple;

/**
 * Makes a projection hold what the journal says. The only one that writes to it.
 *
 * <p>Rows are taken in batches, and of each entity only the net change of a batch is written. The
 * projection holds the same whatever the batches were and wherever it was interrupted.
 *
 * <p>Any thread may call any method; those that follow wait for each other.
 */
public final class StageFollower {

  /** Small transactions make TDB2's files grow: a stage that is far behind takes large ones. */
  private static final int BATCH_ROWS = 10_000;

  private static final long BATCH_BYTES = 32L << 20;
  private static final int PAGE_ROWS = 500;

  /** So many rows are followed by ordinary transactions in any case. */
  private static final long FAR_ROWS = 50_000;

  /** One part in so many of what was followed is followed by ordinary transactions. */
  private static final long FAR_PART = 4;

  private final StageKind kind;
  private final Journal journal;
  private final Projection projection;
  private final String base;
  private final int batchRows;
  private final boolean everyVersion;
  private final ReentrantLock writer = new ReentrantLock();
  private final ReentrantLock positionLock = new ReentrantLock();
  private final Condition moved = positionLock.newCondition();
  private volatile long position;

  /** Up to where withdrawals were looked for ahead of all else. */
  private long lookedAhead;

  /**
   * @param base the public base, which ends in a slash
   */
  public StageFollower(StageKind kind, Journal journal, Projection projection, String base) {
    this(kind, journal, projection, base, BATCH_ROWS);
  }

  StageFollower(
      StageKind kind, Journal journal, Projection projection, String base, int batchRows) {
    this(kind, journal, projection, base, batchRows, false);
  }

  private StageFollower(
      StageKind kind,
      Journal journal,
      Projection projection,
      String base,
      int batchRows,
      boolean everyVersion) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.projection = Objects.requireNonNull(projection, "projection");
    this.base = Bookmark.requireBase(base);
    this.batchRows = batchRows;
    this.everyVersion = everyVersion;
    this.position = projection.position();
  }

  /**
   * Follows one that was made while the journal grew, in which an entity may be at a later version
   * than the bookmark says. To put that right, a batch must not pass over a version that came
   * between: it might be the one that is there.
   */
  static StageFollower ofUneven(
      StageKind kind, Journal journal, Projection projection, String base) {
    return new StageFollower(kind, journal, projection, base, BATCH_ROWS, true);
  }

  /** The last journal row that the stage shows, or that is none of its business. */
  public long position() {
    return position;
  }

  /** Whether to follow by transactions to row {@code head} would take longer than to begin anew. */
  boolean isFarBehind(long head) {
    long behind = head - position;
    return behind > FAR_ROWS && behind > position / FAR_PART;
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
      if (!batch.nets.isEmpty() || batch.last.sequence() - projection.position() >= BATCH_ROWS) {
        projection.apply(
            changes(batch),
            new Bookmark(base, batch.last.sequence(), HexFormat.of().formatHex(batch.last.hash())));
      }
      moveTo(batch.last.sequence());
      return batch.rows;
    } finally {
      writer.unlock();
    }
  }

  /**
   * Takes out of a public stage at once what was withdrawn in rows that are not followed yet: a
   * withdrawal must not wait behind a large import. The other rows are followed as if nothing had
   * been done.
   */
  void withdrawAhead() {
    if (kind != StageKind.PUBLIC) {
      return;
    }
    writer.lock();
    try {
      long head = journal.head();
      Optional<Bookmark> reached = projection.bookmark();
      long from = Math.max(position, lookedAhead);
      while (reached.isPresent() && from < head) {
        List<Entry> page = journal.withdrawals(from, PAGE_ROWS);
        if (!page.isEmpty()) {
          projection.apply(page.stream().map(this::removal).toList(), reached.get());
        }
        from = page.size() < PAGE_ROWS ? head : page.get(page.size() - 1).sequence();
      }
      lookedAhead = from;
    } finally {
      writer.unlock();
    }
  }

  /** Of whatever version the stage shows: it is behind, so the newest one need not be it. */
  private Change removal(Entry withdrawal) {
    Set<Triple> triples = new HashSet<>();
    long before = withdrawal.sequence();
    List<Entry> page = journal.history(withdrawal.entity(), before, PAGE_ROWS);
    while (!page.isEmpty()) {
      for (Entry row : page) {
        if (row.content().length > 0) {
          Content.parse(List.of(row.content()), base).values().forEach(triples::addAll);
        }
        before = row.sequence();
      }
      page = journal.history(withdrawal.entity(), before, PAGE_ROWS);
    }
    return new Change(withdrawal.entity(), triples, Set.of(), true);
  }

  /** Runs {@code work}, which may exchange the projection, between two batches. */
  void betweenBatches(Runnable work) {
    writer.lock();
    try {
      work.run();
      moveTo(projection.position());
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
      if (!take(page, batch) || page.size() < limit) {
        break;
      }
    }
    return batch;
  }

  /** Adds the rows to the batch; false if it has to end before the last of them. */
  private boolean take(List<Entry> page, Batch batch) {
    for (Entry row : page) {
      if (everyVersion && kind.shows(row) && batch.nets.containsKey(row.entity())) {
        return false;
      }
      batch.take(row, kind);
    }
    return true;
  }

  private List<Change> changes(Batch batch) {
    Map<EntityIri, Long> before = new HashMap<>();
    Map<EntityIri, Long> after = new HashMap<>();
    batch.nets.forEach(
        (entity, net) -> {
          before.put(entity, net.before);
          after.put(entity, net.after);
        });
    Map<Long, byte[]> contents = contents(batch, before.values(), after.values());
    Map<EntityIri, Set<Triple>> old = parse(before.values(), contents);
    Map<EntityIri, Set<Triple>> now = parse(after.values(), contents);
    List<Change> changes = new ArrayList<>(batch.nets.size());
    batch.nets.forEach(
        (entity, net) ->
            changes.add(
                new Change(
                    entity,
                    old.getOrDefault(entity, Set.of()),
                    now.getOrDefault(entity, Set.of()),
                    net.gone)));
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
