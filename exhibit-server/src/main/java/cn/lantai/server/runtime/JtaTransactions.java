package cn.lantai.server.runtime;

import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Function;

/** The journal's transactions are the container's. */
@ApplicationScoped
public class JtaTransactions implements Transactions {

  @PersistenceContext(unitName = "lantai")
  EntityManager manager;

  @Inject Database database;

  @Override
  @Transactional
  public <T> T inTransaction(Function<EntityManager, T> work) {
    return work.apply(manager);
  }

  /** A connection of its own: the disk is reached outside of any surrounding transaction. */
  @Override
  @Transactional(TxType.NOT_SUPPORTED)
  public void force() {
    new JournalDatabase(database.dataSource).force();
  }
}
