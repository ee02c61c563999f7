package cn.lantai.journal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Transactions without a container: for tests and for commands that run without the server. */
public final class ResourceLocalTransactions implements Transactions {

  private final EntityManagerFactory factory;
  private final Runnable force;
  private final ThreadLocal<Surrounding> surrounding = new ThreadLocal<>();

  private record Surrounding(EntityManager manager, List<Runnable> ends) {}

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
    Surrounding joined = surrounding.get();
    return joined != null ? work.apply(joined.manager()) : inOwnTransaction(work);
  }

  @Override
  public void afterCompletion(Runnable end) {
    surrounding.get().ends().add(end);
  }

  @Override
  public void force() {
    force.run();
  }

  private <T> T inOwnTransaction(Function<EntityManager, T> work) {
    try (EntityManager manager = factory.createEntityManager()) {
      EntityTransaction transaction = manager.getTransaction();
      transaction.begin();
      List<Runnable> ends = new ArrayList<>();
      surrounding.set(new Surrounding(manager, ends));
      try {
        T result = work.apply(manager);
        transaction.commit();
        return result;
      } finally {
        surrounding.remove();
        try {
          if (transaction.isActive()) {
            transaction.rollback();
          }
        } finally {
          ends.forEach(Runnable::run);
        }
      }
    }
  }
}
