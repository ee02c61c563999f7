package cn.lantai.server.audit;

import cn.lantai.journal.Transactions;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;

/** How the log gets at its database. */
public interface SqlTransactions {

  /** What is done with a connection, which is neither committed nor closed by it. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * Runs {@code work} in the surrounding transaction, or else in one of its own that has committed
   * when the call returns. An exception rolls it back.
   */
  <T> T run(Work<T> work);

  /**
   * Has {@code end} run when the surrounding transaction has ended, committed or rolled back; there
   * must be one.
   */
  void afterCompletion(Runnable end);

  static SqlTransactions over(Transactions transactions) {
    return new SqlTransactions() {
      @Override
      public <T> T run(Work<T> work) {
        return transactions.inTransaction(
            manager -> {
              try {
                return work.with(manager.unwrap(Connection.class));
              } catch (SQLException e) {
                throw new PersistenceException("The audit log fails: " + e.getMessage(), e);
              }
            });
      }

      @Override
      public void afterCompletion(Runnable end) {
        transactions.afterCompletion(end);
      }
    };
  }
}
