package cn.lantai.server.runtime;

import cn.lantai.journal.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** Transactions of the container over the server's own tables. */
@ApplicationScoped
public class ServerTransactions implements Transactions {

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  @Inject Database database;

  @Inject AfterCompletion completion;

  @Override
  @Transactional
  public <T> T inTransaction(Function<EntityManager, T> work) {
    return work.apply(manager);
  }

  @Override
  public void afterCompletion(Runnable end) {
    completion.run(end);
  }

  @Override
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void force() {
    database.force();
  }
}
