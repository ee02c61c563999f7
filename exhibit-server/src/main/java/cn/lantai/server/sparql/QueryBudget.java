package cn.lantai.server.sparql;

import java.util.Optional;
import org.apache.jena.query.QueryCancelledException;

/**
 * What a running query has left. Everything that may take long asks {@link #check()} now and then.
 *
 * <p>One thread spends; {@link #stop} may be called from another.
 */
final class QueryBudget {

  /** A sorted or joined row, in units of which a grouped row is one. */
  private static final int UNITS_OF_A_ROW = 4;

  private final long deadline;
  private long heldUnits;
  private long characters;
  private int calls;
  private volatile boolean stopped;
  private Reason reason;

  QueryBudget(SparqlLimits limits) {
    this.deadline = System.nanoTime() + limits.time().toNanos();
    this.heldUnits = (long) limits.heldRows() * UNITS_OF_A_ROW;
    this.characters = limits.heldCharacters();
  }

  /** Makes the next {@link #check()} fail. */
  void stop() {
    stopped = true;
  }

  /**
   * @throws QueryCancelledException when the time is over
   */
  void check() {
    // The scheduler sets the flag; the clock is for the case that the scheduler itself is late.
    if (stopped || ((++calls & 0x3ff) == 0 && System.nanoTime() - deadline > 0)) {
      stopped = true;
      throw end(Reason.TIME);
    }
  }

  void holdRow() {
    hold(UNITS_OF_A_ROW);
  }

  void holdGroupedRow() {
    hold(1);
  }

  private void hold(int units) {
    check();
    heldUnits -= units;
    if (heldUnits < 0) {
      throw end(Reason.ROWS_HELD);
    }
  }

  void holdCharacters(long count) {
    check();
    characters -= count;
    if (characters < 0) {
      throw end(Reason.TEXT_HELD);
    }
  }

  /** The first limit that was met; empty if none was. */
  Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  private QueryCancelledException end(Reason why) {
    if (reason == null) {
      reason = why;
    }
    return new QueryCancelledException();
  }

  /** The limit at which a query ended. */
  enum Reason {
    TIME,
    ROWS_HELD,
    TEXT_HELD
  }
}
