package cn.lantai.journal;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** How the journal gets at its database: through a container, or without one. */
public interface Transactions {

  /**
   * Runs {@code work} in the surrounding transaction, or else in one of its own that has committed
   * when the call returns. An exception rolls it back.
   */
  <T> T inTransaction(Function<EntityManager, T> work);

  /**
   * Has {@code end} run when the surrounding transaction has ended, committed or rolled back; there
   * must be one.
   */
  void afterCompletion(Runnable end);

  /**
   * Called after rows were appended, outside of the journal's transaction: brings what is committed
   * to the disk, where the database does not do so by itself. Without it, commits survive the death
   * of the process; with it, a power cut too.
   */
  default void force() {}
}
