package cn.lantai.server.runtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** What is done when a transaction of the container has ended. */
@ApplicationScoped
class AfterCompletion {

  @Resource TransactionSynchronizationRegistry registry;

  /** Must be called within a transaction. */
  void run(Runnable end) {
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            end.run();
          }
        });
  }
}
