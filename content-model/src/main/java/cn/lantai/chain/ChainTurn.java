package cn.lantai.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Within this process the next one appends to a chain when the transaction before has ended; they
 * come in the order in which they asked.
 *
 * <p>The lock of the head row alone does not do on H2. A rollback there restores a row and so sets
 * it free, and restores it once more if its undo log was written out meanwhile ({@code
 * RollbackDecisionMaker} in H2 1.4.200 to 2.5.252): over what the next writer has made of the row
 * in between.
 */
final class ChainTurn {

  /** As long as H2 waits for a row. */
  private static final long SECONDS = 60;

  private static final ConcurrentMap<String, ChainTurn> TURNS = new ConcurrentHashMap<>();

  private final Semaphore free = new Semaphore(1, true);
  private volatile Thread holder;

  private ChainTurn() {}

  /** Waits for the turn at a table and keeps it until the transaction has ended. */
  static void take(Connection connection, String table, Consumer<Runnable> afterCompletion)
      throws SQLException {
    String place = connection.getMetaData().getURL() + ' ' + table;
    ChainTurn turn = TURNS.computeIfAbsent(place, key -> new ChainTurn());
    if (turn.holder != Thread.currentThread()) {
      turn.await(table);
      try {
        afterCompletion.accept(turn::end);
      } catch (RuntimeException refused) {
        turn.end();
        throw refused;
      }
    }
  }

  private void await(String table) throws SQLException {
    try {
      if (!free.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
        throw new SQLTransientException("Others have held " + table + " for " + SECONDS + " s");
      }
      holder = Thread.currentThread();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLTransientException("Interrupted while waiting for " + table, interrupted);
    }
  }

  private void end() {
    holder = null;
    free.release();
  }
}
