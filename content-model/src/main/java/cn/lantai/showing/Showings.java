package cn.lantai.showing;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.curation.NotOpenException;
import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Decisions;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.journal.RowText;
import cn.lantai.journal.Transactions;
import cn.lantai.review.Reviews;
import cn.lantai.showing.Showing.Act;
import cn.lantai.showing.Showing.Outcome;
import cn.lantai.showing.ShowingRefusedException.Reason;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The times at which exhibitions open and close. A time is a state in the database, not a job:
 * whoever looks next does what is due, each in one transaction with the row of the journal that it
 * leads to. Safe for use by many threads and servers.
 */
public final class Showings {

  private final Transactions transactions;
  private final Journal journal;
  private final Curation curation;
  private final Reviews reviews;
  private final Clock clock;

  public Showings(
      Transactions transactions, Journal journal, Curation curation, Reviews reviews, Clock clock) {
    this.transactions = Objects.requireNonNull(transactions, "transactions");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.curation = Objects.requireNonNull(curation, "curation");
    this.reviews = Objects.requireNonNull(reviews, "reviews");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Sets the times of something, in the place of those that it had; what has opened already keeps
   * that time if it is named again. What opens is the version that the journal has as the newest
   * one now, whatever is saved later: nobody looked at that yet.
   *
   * @param seen how often the times had been set when somebody looked; 0 if they never were
   */
  public Showing set(
      EntityIri entity,
      int seen,
      Optional<Instant> wantedOpens,
      Optional<Instant> wantedCloses,
      String person) {
    Optional<Instant> opens = wantedOpens.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    Optional<Instant> closes = wantedCloses.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    try {
      return Decisions.again(
          () -> written(manager -> set(manager, entity, seen, opens, closes, person)));
    } catch (PersistenceException overtaken) {
      if (seen == 0 && of(entity).isPresent()) {
        throw new ShowingRefusedException(Reason.MOVED_ON);
      }
      throw overtaken;
    }
  }

  private Showing set(
      EntityManager manager,
      EntityIri entity,
      int seen,
      Optional<Instant> opens,
      Optional<Instant> closes,
      String person) {
    Optional<ShowingRow> found = locked(manager, entity);
    require(found.map(ShowingRow::edits).orElse(0) == seen, Reason.MOVED_ON);
    EntityState state =
        journal.state(entity).orElseThrow(() -> new ShowingRefusedException(Reason.NO_VERSION));
    Optional<Showing> before = found.map(ShowingRow::view);
    boolean opened =
        state.isPublic()
            && before
                .filter(it -> it.next().filter(Act.OPEN::equals).isEmpty())
                .filter(it -> inMinutes(it.opens()).equals(inMinutes(opens)))
                .isPresent();
    boolean willOpen = opens.isPresent() && !opened;
    Instant now = clock.instant();
    if (willOpen) {
      require(reviews.policy().allowsDirect(), Reason.REVIEW_FIRST);
      require(opens.get().isAfter(now), Reason.PAST);
      require(state.published() < state.current(), Reason.PUBLIC_ALREADY);
    }
    if (closes.isPresent()) {
      require(closes.get().isAfter(now), Reason.PAST);
      require(opens.isEmpty() || closes.get().isAfter(opens.get()), Reason.ORDER);
      require(willOpen || state.isPublic() || isUnderReview(entity), Reason.NEVER_OPEN);
    }
    ShowingRow row = found.orElseGet(() -> new ShowingRow(entity));
    long version =
        willOpen ? state.current() : before.filter(it -> opened).map(Showing::version).orElse(0L);
    row.set(opens, closes, version, person, now);
    row.next(
        willOpen
            ? Optional.of(Act.OPEN)
            : closes.isPresent() ? Optional.of(Act.CLOSE) : Optional.empty());
    if (found.isEmpty()) {
      manager.persist(row);
      manager.flush();
    }
    return row.view();
  }

  /** Forms say no more of a time. */
  private static Optional<Instant> inMinutes(Optional<Instant> at) {
    return at.map(each -> each.truncatedTo(ChronoUnit.MINUTES));
  }

  /** What is under review can be given a time to close, for it may be published before that. */
  private boolean isUnderReview(EntityIri entity) {
    return reviews.openOf(entity).isPresent();
  }

  /**
   * Opens and closes what is due, each in a transaction of its own. What cannot be done is noted,
   * and not tried again.
   *
   * @return those that went on by it
   */
  public List<Showing> carryOutDue() {
    List<Showing> done = new ArrayList<>();
    for (EntityIri entity : due(clock.instant())) {
      Optional<Showing> after = carryOut(entity);
      // What was to open and close while no server ran does both.
      while (after.isPresent()) {
        done.add(after.get());
        after = carryOut(entity);
      }
    }
    return done;
  }

  private Optional<Showing> carryOut(EntityIri entity) {
    Instant now = clock.instant();
    return Decisions.again(
        () ->
            written(
                manager ->
                    locked(manager, entity)
                        .filter(row -> row.view().isDue(now))
                        .map(
                            row -> {
                              Showing before = row.view();
                              boolean opens = before.next().orElseThrow() == Act.OPEN;
                              Outcome outcome = opens ? open(before) : close(before);
                              row.came(outcome, now);
                              row.next(
                                  opens && before.closes().isPresent() && outcome.isShown()
                                      ? Optional.of(Act.CLOSE)
                                      : Optional.empty());
                              return row.view();
                            })));
  }

  private Outcome open(Showing showing) {
    EntityIri entity = showing.entity();
    long published = journal.state(entity).map(EntityState::published).orElse(0L);
    if (published == showing.version()) {
      return Outcome.OPENED;
    }
    if (published > showing.version()) {
      return Outcome.NEWER_IS_PUBLIC;
    }
    if (!reviews.policy().allowsDirect()) {
      return Outcome.REVIEW_FIRST;
    }
    try {
      curation.publish(
          entity,
          showing.version(),
          new Author(Reviews.SCHEDULE, "开展，日程由 " + showing.agent() + " 定"));
      return Outcome.OPENED;
    } catch (NotOpenException closed) {
      return Outcome.NOT_OPEN;
    }
  }

  private Outcome close(Showing showing) {
    boolean closed =
        !reviews
            .withdraw(showing.entity(), Reviews.SCHEDULE, "闭展，日程由 " + showing.agent() + " 定")
            .isEmpty();
    return closed ? Outcome.CLOSED : Outcome.NOT_PUBLIC;
  }

  /** When the next act is due. */
  public Optional<Instant> nextDue() {
    return transactions
        .inTransaction(
            manager ->
                Optional.ofNullable(
                    manager
                        .createQuery(
                            "SELECT MIN(s.nextAt) FROM ShowingRow s WHERE s.next <> ''",
                            String.class)
                        .getSingleResult()))
        .filter(at -> !at.isEmpty())
        .map(Instant::parse);
  }

  public Optional<Showing> of(EntityIri entity) {
    return transactions.inTransaction(
        manager ->
            Optional.ofNullable(manager.find(ShowingRow.class, entity.uri()))
                .map(ShowingRow::view));
  }

  /** All that have, or had, times. An archive makes some hundreds of exhibitions in years. */
  public List<Showing> all() {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery("SELECT s FROM ShowingRow s ORDER BY s.entity", ShowingRow.class)
                .getResultStream()
                .map(ShowingRow::view)
                .toList());
  }

  /** Those of which somebody set the times, and of which something has come. */
  public List<Showing> settledOf(String person) {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery(
                    "SELECT s FROM ShowingRow s WHERE s.agent = :person AND s.outcome <> ''"
                        + " ORDER BY s.entity",
                    ShowingRow.class)
                .setParameter("person", person)
                .getResultStream()
                .map(ShowingRow::view)
                .toList());
  }

  private List<EntityIri> due(Instant now) {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery(
                    "SELECT s FROM ShowingRow s WHERE s.next <> '' AND s.nextAt <= :now"
                        + " ORDER BY s.nextAt, s.entity",
                    ShowingRow.class)
                .setParameter("now", RowText.of(now))
                .getResultStream()
                .map(row -> row.view().entity())
                .toList());
  }

  private static Optional<ShowingRow> locked(EntityManager manager, EntityIri entity) {
    return Optional.ofNullable(
        manager.find(ShowingRow.class, entity.uri(), LockModeType.PESSIMISTIC_WRITE));
  }

  private static void require(boolean condition, Reason reason) {
    if (!condition) {
      throw new ShowingRefusedException(reason);
    }
  }

  private <T> T written(Function<EntityManager, T> work) {
    T done = transactions.inTransaction(work);
    transactions.force();
    return done;
  }
}
