package cn.lantai.server.runtime;

import cn.lantai.journal.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** The journal's transactions are the container's. */
@ApplicationScoped
public class ContainerTransactions implements Transactions {

  @PersistenceContext(unitName = "lantai")
  EntityManager manager;

  @Inject Database database;

  @Inject StageStores stages;

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

  /** There are new rows: they go to the disk, and the stages are told. */
  @Override
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void force() {
    database.force();
    stages.signal();
  }
}
