package cn.lantai.server.runtime;

import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Transactions of the container over the server's own tables. */
@ApplicationScoped
public class ServerTransactions implements Transactions {

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  @Resource(lookup = Database.JNDI_NAME)
  DataSource dataSource;

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
    new JournalDatabase(dataSource).force();
  }
}
