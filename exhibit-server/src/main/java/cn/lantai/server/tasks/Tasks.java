package cn.lantai.server.tasks;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Transactions;
import cn.lantai.server.site.view.TaskState;
import cn.lantai.server.tasks.TaskRefusedException.Reason;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The tasks of all exhibitions. Who changes or removes one names the version that he saw, so of two
 * who change it the second is told. The order of a list is nobody's text: moves are done one after
 * the other. Safe for use by many threads and servers.
 */
public final class Tasks {

  /** Ten times what a large hall was made of. */
  public static final int MOST = 500;

  private static final List<TaskState> OPEN =
      Arrays.stream(TaskState.values()).filter(TaskState::isOpen).toList();

  private final Transactions transactions;
  private final Clock clock;

  public Tasks(Transactions transactions, Clock clock) {
    this.transactions = Objects.requireNonNull(transactions, "transactions");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** In their order. */
  public List<Task> of(EntityIri entity) {
    return transactions.inTransaction(
        manager -> rows(manager, entity).stream().map(TaskRow::view).toList());
  }

  public Optional<Task> find(long id) {
    return transactions.inTransaction(
        manager -> Optional.ofNullable(manager.find(TaskRow.class, id)).map(TaskRow::view));
  }

  /** What somebody has still to do: what is due first comes first, what is not due at all last. */
  public List<Task> openOf(String person, int limit) {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery(
                    "SELECT t FROM TaskRow t WHERE t.person = :person AND t.state IN :open"
                        + " ORDER BY CASE WHEN t.due = '' THEN 1 ELSE 0 END, t.due, t.id",
                    TaskRow.class)
                .setParameter("person", person)
                .setParameter("open", OPEN)
                .setMaxResults(limit)
                .getResultStream()
                .map(TaskRow::view)
                .toList());
  }

  /** Puts new ones at the end, all or none. */
  public List<Task> add(EntityIri entity, List<Duty> duties, String agent) {
    try {
      return written(manager -> add(manager, entity, duties, agent));
    } catch (PersistenceException failure) {
      // Of two who begin a list at once, the second finds it begun.
      if (transactions.inTransaction(manager -> isBegun(manager, entity, LockModeType.NONE))) {
        return written(manager -> add(manager, entity, duties, agent));
      }
      throw failure;
    }
  }

  private List<Task> add(EntityManager manager, EntityIri entity, List<Duty> duties, String agent) {
    if (!isBegun(manager, entity, LockModeType.PESSIMISTIC_WRITE)) {
      manager.persist(new TaskListRow(entity));
      manager.flush();
    }
    List<TaskRow> before = rows(manager, entity);
    if (before.size() + duties.size() > MOST) {
      throw new TaskRefusedException(Reason.TOO_MANY);
    }
    arrange(before);
    int place = before.size();
    List<TaskRow> added = new ArrayList<>();
    for (Duty duty : duties) {
      TaskRow row = new TaskRow(entity, place++);
      row.set(duty, agent, now());
      manager.persist(row);
      added.add(row);
    }
    manager.flush();
    return added.stream().map(TaskRow::view).toList();
  }

  /**
   * With a lock, nobody else adds to the list, or changes its order, until the transaction ends.
   */
  private static boolean isBegun(EntityManager manager, EntityIri entity, LockModeType lock) {
    return manager.find(TaskListRow.class, entity.uri(), lock) != null;
  }

  /**
   * @param version the one that was seen
   * @throws TaskRefusedException also if there is a newer one
   */
  public Task change(long id, int version, Duty duty, String agent) {
    return written(
        manager -> {
          TaskRow row = seen(manager, id, version);
          if (!row.view().duty().equals(duty)) {
            row.set(duty, agent, now());
          }
          return row.view();
        });
  }

  /**
   * @param version the one that was seen
   * @return what it was
   * @throws TaskRefusedException also if there is a newer one
   */
  public Task remove(long id, int version) {
    return written(
        manager -> {
          TaskRow row = seen(manager, id, version);
          Task gone = row.view();
          manager.remove(row);
          return gone;
        });
  }

  /**
   * Puts a task behind another one of its exhibition.
   *
   * @param after empty for the beginning of the list
   */
  public void move(long id, OptionalLong after) {
    if (after.isPresent() && after.getAsLong() == id) {
      return;
    }
    reorder(
        id,
        order -> {
          TaskRow moved = order.remove(index(order, id));
          int at = after.isPresent() ? index(order, after.getAsLong()) + 1 : 0;
          if (at == 0 && after.isPresent()) {
            throw new TaskRefusedException(Reason.GONE);
          }
          order.add(at, moved);
        });
  }

  /** Puts a task so many places further down, or up; at either end it stays. */
  public void shift(long id, int by) {
    reorder(
        id,
        order -> {
          int from = index(order, id);
          TaskRow moved = order.remove(from);
          order.add(Math.max(0, Math.min(order.size(), from + by)), moved);
        });
  }

  private interface Reordering {
    void apply(List<TaskRow> order);
  }

  private void reorder(long id, Reordering reordering) {
    written(
        manager -> {
          EntityIri entity =
              manager
                  .createQuery("SELECT t.entity FROM TaskRow t WHERE t.id = :id", String.class)
                  .setParameter("id", id)
                  .getResultStream()
                  .flatMap(iri -> EntityIri.parse(iri).stream())
                  .findFirst()
                  .orElseThrow(() -> new TaskRefusedException(Reason.GONE));
          isBegun(manager, entity, LockModeType.PESSIMISTIC_WRITE);
          List<TaskRow> order = new ArrayList<>(rows(manager, entity));
          if (index(order, id) < 0) {
            throw new TaskRefusedException(Reason.GONE);
          }
          reordering.apply(order);
          arrange(order);
          return order;
        });
  }

  private static int index(List<TaskRow> order, long id) {
    return order.stream().map(TaskRow::id).toList().indexOf(id);
  }

  private static void arrange(List<TaskRow> order) {
    for (int i = 0; i < order.size(); i++) {
      order.get(i).stand(i);
    }
  }

  /** In their order. */
  private static List<TaskRow> rows(EntityManager manager, EntityIri entity) {
    return manager
        .createQuery(
            "SELECT t FROM TaskRow t WHERE t.entity = :entity ORDER BY t.place, t.id",
            TaskRow.class)
        .setParameter("entity", entity.uri())
        .getResultList();
  }

  private static TaskRow seen(EntityManager manager, long id, int version) {
    TaskRow row = manager.find(TaskRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new TaskRefusedException(Reason.GONE);
    }
    if (row.version() != version) {
      throw new TaskRefusedException(row.view());
    }
    return row;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private <T> T written(Function<EntityManager, T> work) {
    T done = transactions.inTransaction(work);
    transactions.force();
    return done;
  }
}
