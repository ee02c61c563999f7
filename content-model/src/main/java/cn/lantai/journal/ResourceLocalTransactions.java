package cn.lantai.journal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.Objects;
import java.util.function.Function;

/** Transactions without a container: for tests and for commands that run without the server. */
public final class ResourceLocalTransactions implements Transactions {

  private final EntityManagerFactory factory;
  private final Runnable force;
  private final ThreadLocal<EntityManager> surrounding = new ThreadLocal<>();

  public ResourceLocalTransactions(EntityManagerFactory factory) {
    this(factory, () -> {});
  }

  /**
   * @param force what {@link #force} does
   */
  public ResourceLocalTransactions(EntityManagerFactory factory, Runnable force) {
    this.factory = Objects.requireNonNull(factory, "factory");
    this.force = Objects.requireNonNull(force, "force");
  }

  @Override
  public <T> T inTransaction(Function<EntityManager, T> work) {
    EntityManager joined = surrounding.get();
    return joined != null ? work.apply(joined) : inOwnTransaction(work);
  }

  @Override
  public void force() {
    force.run();
  }

  private <T> T inOwnTransaction(Function<EntityManager, T> work) {
    try (EntityManager manager = factory.createEntityManager()) {
      EntityTransaction transaction = manager.getTransaction();
      transaction.begin();
      surrounding.set(manager);
      try {
        T result = work.apply(manager);
        transaction.commit();
        return result;
      } finally {
        surrounding.remove();
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
  }
}
