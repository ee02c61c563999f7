package cn.lantai.review;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.curation.NotOpenException;
import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Action;
import cn.lantai.journal.Decisions;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.journal.RowText;
import cn.lantai.journal.Transactions;
import cn.lantai.review.ReviewRefusedException.Reason;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one way in to reviews. Each step is one transaction, with the row of the journal that it
 * leads to. Safe for use by many threads and servers.
 */
public final class Reviews {

  /** In whose name the schedule gives back what cannot be published. */
  public static final String SCHEDULE = "job-publication";

  private static final int DIGITS = 16;

  private final Transactions transactions;
  private final Journal journal;
  private final Curation curation;
  private final ReviewPolicy policy;
  private final Clock clock;

  public Reviews(
      Transactions transactions,
      Journal journal,
      Curation curation,
      ReviewPolicy policy,
      Clock clock) {
    this.transactions = Objects.requireNonNull(transactions, "transactions");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.curation = Objects.requireNonNull(curation, "curation");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  public ReviewPolicy policy() {
    return policy;
  }

  /** A version that is to be reviewed, by the journal's row with it. */
  public record Submission(EntityIri entity, long version) {}

  /**
   * Asks for the review of a version.
   *
   * @param version the journal's row with it
   * @param reason what the reviewers should know; may be empty
   */
  public Review submit(EntityIri entity, long version, String person, String reason) {
    return submitAll(List.of(new Submission(entity, version)), person, reason).get(0);
  }

  /** Asks for the review of several versions, all or none. */
  public List<Review> submitAll(List<Submission> versions, String person, String reason) {
    requireStorable(reason);
    Map<Long, Entry> rows =
        journal.entries(versions.stream().map(Submission::version).toList()).stream()
            .filter(row -> row.action() == Action.PUT)
            .collect(Collectors.toMap(Entry::sequence, Function.identity()));
    try {
      return inTransaction(
          table ->
              versions.stream()
                  .map(each -> submit(table, each, row(each, rows), person, reason))
                  .toList());
    } catch (PersistenceException overtaken) {
      if (versions.stream().anyMatch(each -> openOf(each.entity()).isPresent())) {
        throw new ReviewRefusedException(Reason.ALREADY_UNDER_WAY);
      }
      throw overtaken;
    }
  }

  private static Entry row(Submission asked, Map<Long, Entry> rows) {
    return Optional.ofNullable(rows.get(asked.version()))
        .filter(row -> row.entity().equals(asked.entity()))
        .orElseThrow(() -> new ReviewRefusedException(Reason.NO_VERSION));
  }

  private Review submit(
      ReviewTable table, Submission asked, Entry row, String person, String reason) {
    EntityIri entity = asked.entity();
    if (table.openOf(entity).isPresent()) {
      throw new ReviewRefusedException(Reason.ALREADY_UNDER_WAY);
    }
    requireNothingNewerInPublic(entity, asked.version());
    if (journal.state(entity).filter(it -> it.published() == asked.version()).isPresent()) {
      throw new ReviewRefusedException(Reason.ALREADY_PUBLIC);
    }
    return table.add(
        new ReviewRow(entity, asked.version(), policy.rounds(), row.agent(), person),
        step(1, Act.SUBMIT, Optional.empty(), person, reason, Optional.empty(), asked.version()));
  }

  /**
   * A reviewer agrees. What passes its last round is published in the same transaction, or waits
   * for its time.
   *
   * @param seen how many steps there were when he decided
   * @param due when to publish it; empty for at once
   */
  public Review pass(long id, int seen, String person, String reason, Optional<Instant> due) {
    due.ifPresent(this::requireAhead);
    return step(
        id, seen, Act.PASS, person, reason, (change, before) -> pass(change, before, reason, due));
  }

  private static Review pass(Change change, Review before, String reason, Optional<Instant> due) {
    if (!before.isInLastRound()) {
      if (due.isPresent()) {
        throw new ReviewRefusedException(Reason.DUE_TOO_EARLY);
      }
      return change.add(Act.PASS, before.stand().round(), reason, Optional.empty(), 0);
    }
    change.add(Act.PASS, before.stand().round(), reason, Optional.empty(), 0);
    return due.isPresent()
        ? change.add(Act.SCHEDULE, Optional.empty(), "", due, 0)
        : change.publish("");
  }

  /**
   * A reviewer agrees to several, all or none; what passes its last round is published at once.
   *
   * @param seen of each review how many steps there were when he decided
   * @throws ReviewRefusedException with the first that does not go
   */
  public List<Review> passAll(Map<Long, Integer> seen, String person, String reason) {
    return steps(
        seen,
        Act.PASS,
        person,
        reason,
        (change, before) -> pass(change, before, reason, Optional.empty()));
  }

  /** A reviewer sends it back to be worked over, and says why. */
  public Review sendBack(long id, int seen, String person, String reason) {
    requireSaid(reason);
    return step(
        id,
        seen,
        Act.RETURN,
        person,
        reason,
        (change, before) ->
            change.add(Act.RETURN, before.stand().round(), reason, Optional.empty(), 0));
  }

  /** Who asked for the review, or wrote the version, takes it back. */
  public Review retract(long id, int seen, String person, String reason) {
    return step(
        id,
        seen,
        Act.RETRACT,
        person,
        reason,
        (change, before) -> change.add(Act.RETRACT, Optional.empty(), reason, Optional.empty(), 0));
  }

  /** The same of several, all or none, as {@link #passAll}. */
  public List<Review> retractAll(Map<Long, Integer> seen, String person, String reason) {
    return steps(
        seen,
        Act.RETRACT,
        person,
        reason,
        (change, before) -> change.add(Act.RETRACT, Optional.empty(), reason, Optional.empty(), 0));
  }

  /** Sets another time for what is scheduled, or publishes it now. */
  public Review reschedule(long id, int seen, String person, String reason, Optional<Instant> due) {
    due.ifPresent(this::requireAhead);
    return step(
        id,
        seen,
        due.isPresent() ? Act.SCHEDULE : Act.PUBLISH,
        person,
        reason,
        (change, before) ->
            due.isPresent()
                ? change.add(Act.SCHEDULE, Optional.empty(), reason, due, 0)
                : change.publish(reason));
  }

  /** Takes something out of public; the review that brought it there is told, if there was one. */
  public List<Entry> withdraw(EntityIri entity, String person, String reason) {
    requireStorable(reason);
    return inTransaction(
        table -> {
          long shown = journal.state(entity).map(EntityState::published).orElse(0L);
          List<Entry> written = curation.withdraw(List.of(entity), new Author(person, reason));
          if (!written.isEmpty()) {
            table.of(entity, Integer.MAX_VALUE).stream()
                .filter(each -> each.stand() == Stand.PUBLISHED && each.version() == shown)
                .findFirst()
                .flatMap(each -> table.locked(each.id()))
                .ifPresent(
                    row ->
                        new Change(table, row, person)
                            .add(
                                Act.WITHDRAW,
                                Optional.empty(),
                                reason,
                                Optional.empty(),
                                written.get(0).sequence()));
          }
          return written;
        });
  }

  /**
   * Publishes what is due, each in a transaction of its own. What cannot be published any more goes
   * back, with the reason.
   *
   * @return the reviews that went on by it
   */
  public List<Review> publishDue() {
    List<Review> done = new ArrayList<>();
    for (long id : read(table -> table.due(clock.instant()))) {
      publishDue(id).ifPresent(done::add);
    }
    return done;
  }

  private Optional<Review> publishDue(long id) {
    Instant now = clock.instant();
    try {
      return whenDue(id, now, change -> change.publish(""));
    } catch (ReviewRefusedException refused) {
      String why =
          refused.reason() == Reason.NOT_OPEN
              ? "定时公布未成：已不开放，或已并入另一条。Not published at its time: it is not open any more, or was"
                  + " merged into another"
              : "定时公布未成：已公布更新的版本。Not published at its time: a newer version is in public";
      return whenDue(
          id, now, change -> change.add(Act.RETURN, Optional.empty(), why, Optional.empty(), 0));
    }
  }

  private Optional<Review> whenDue(long id, Instant now, Function<Change, Review> act) {
    return Decisions.again(
        () ->
            inTransaction(
                table ->
                    table
                        .locked(id)
                        .filter(
                            row -> table.view(row).due().filter(at -> !at.isAfter(now)).isPresent())
                        .map(row -> act.apply(new Change(table, row, SCHEDULE)))));
  }

  /** When the next publication is due. */
  public Optional<Instant> nextDue() {
    return read(ReviewTable::nextDue);
  }

  /**
   * @param spot of what the remark speaks; empty for the whole
   */
  public Comment comment(long id, String spot, String person, String words) {
    String said = words.strip();
    if (said.isEmpty()) {
      throw new ReviewRefusedException(Reason.COMMENT_EMPTY);
    }
    if (said.length() > Comment.LONGEST
        || spot.length() > Comment.LONGEST_SPOT
        || !RowText.isStorable(said)
        || !RowText.isStorable(spot)) {
      throw new ReviewRefusedException(Reason.COMMENT_TOO_LONG);
    }
    return inTransaction(table -> table.comment(new CommentRow(id, spot, person, now(), said)));
  }

  /** In the order in which they were made. */
  public List<Comment> comments(long id) {
    return read(table -> table.comments(id));
  }

  public Optional<Review> find(long id) {
    return read(table -> table.find(id));
  }

  /** The review of it that is under way. */
  public Optional<Review> openOf(EntityIri entity) {
    return read(table -> table.openOf(entity));
  }

  /** Newest first. */
  public List<Review> of(EntityIri entity, int limit) {
    return read(table -> table.of(entity, limit));
  }

  /** Those under way with numbers below this one, newest first. */
  public List<Review> open(long before, int limit) {
    return read(table -> table.open(before, limit));
  }

  /** Those under way in which something was done later than {@code since}, newest first. */
  public List<Review> openSince(Instant since, int limit) {
    return read(table -> table.openSince(since, limit));
  }

  /** Those that somebody asked for, or of which he wrote the version, newest first. */
  public List<Review> ofPerson(String person, long before, int limit) {
    return read(table -> table.ofPerson(person, before, limit));
  }

  /** Newest first. */
  public List<Review> all(long before, int limit) {
    return read(table -> table.all(before, limit));
  }

  /**
   * What others did, later than {@code since}, in the reviews with which a person has to do: those
   * that he asked for, of which he wrote the version, or in which he did or said something.
   *
   * @return newest first
   */
  public List<News> news(String person, Instant since, int limit) {
    return read(table -> table.news(person, since, limit));
  }

  private interface Body {
    Review apply(Change change, Review before);
  }

  private Review step(long id, int seen, Act act, String person, String reason, Body body) {
    requireStorable(reason);
    return Decisions.again(() -> inTransaction(table -> step(table, id, seen, act, person, body)));
  }

  /** In the order of their numbers, so that two who do this at once do not wait for each other. */
  private List<Review> steps(
      Map<Long, Integer> seen, Act act, String person, String reason, Body body) {
    requireStorable(reason);
    return Decisions.again(
        () ->
            inTransaction(
                table -> {
                  List<Review> after = new ArrayList<>();
                  new TreeMap<>(seen)
                      .forEach(
                          (id, count) -> {
                            try {
                              after.add(step(table, id, count, act, person, body));
                            } catch (ReviewRefusedException refused) {
                              throw new ReviewRefusedException(refused.reason(), id);
                            }
                          });
                  return after;
                }));
  }

  private Review step(ReviewTable table, long id, int seen, Act act, String person, Body body) {
    ReviewRow row = table.locked(id).orElseThrow(() -> new ReviewRefusedException(Reason.NOT_NOW));
    Review before = table.view(row);
    if (before.steps().size() != seen) {
      throw new ReviewRefusedException(Reason.MOVED_ON);
    }
    before
        .objection(act, person, policy.people())
        .ifPresent(
            why -> {
              throw new ReviewRefusedException(why);
            });
    return body.apply(new Change(table, row, person), before);
  }

  /** What one transaction does to a review. */
  private final class Change {

    private final ReviewTable table;
    private final ReviewRow row;
    private final String person;
    private Review review;

    Change(ReviewTable table, ReviewRow row, String person) {
      this.table = table;
      this.row = row;
      this.person = person;
      this.review = table.view(row);
    }

    Review add(
        Act act, Optional<Round> round, String reason, Optional<Instant> due, long journalRow) {
      review =
          table.append(
              row,
              review,
              step(review.last().number() + 1, act, round, person, reason, due, journalRow));
      return review;
    }

    Review publish(String reason) {
      EntityIri entity = review.entity();
      requireNothingNewerInPublic(entity, review.version());
      try {
        long written =
            curation
                .publish(entity, review.version(), new Author(person, inJournal(reason)))
                .stream()
                .mapToLong(Entry::sequence)
                .findFirst()
                .orElse(0);
        return add(Act.PUBLISH, Optional.empty(), reason, Optional.empty(), written);
      } catch (NotOpenException closed) {
        throw new ReviewRefusedException(Reason.NOT_OPEN);
      }
    }

    /**
     * Names the reviewers and the last step by its hash, so that the journal's chain holds them.
     */
    private String inJournal(String reason) {
      String reviewers =
          review.steps().stream()
              .filter(step -> step.act() == Act.PASS)
              .map(Step::agent)
              .collect(Collectors.joining("、"));
      String said = reason.isEmpty() ? lastReason() : reason;
      String note =
          "审核 %d（%s）%s"
              .formatted(review.id(), reviewers, review.last().hash().substring(0, DIGITS));
      return said.isEmpty() ? note : said + " · " + note;
    }

    private String lastReason() {
      return review.steps().stream()
          .filter(step -> step.act() == Act.PASS)
          .reduce((before, after) -> after)
          .map(Step::reason)
          .orElse("");
    }
  }

  private void requireNothingNewerInPublic(EntityIri entity, long version) {
    if (journal.state(entity).filter(it -> it.published() > version).isPresent()) {
      throw new ReviewRefusedException(Reason.NEWER_IS_PUBLIC);
    }
  }

  private void requireAhead(Instant due) {
    if (!due.isAfter(clock.instant())) {
      throw new ReviewRefusedException(Reason.DUE_PAST);
    }
  }

  private static void requireSaid(String reason) {
    if (reason.isBlank()) {
      throw new ReviewRefusedException(Reason.REASON_MISSING);
    }
  }

  private static void requireStorable(String reason) {
    if (reason.length() > Step.LONGEST_REASON || !RowText.isStorable(reason)) {
      throw new ReviewRefusedException(Reason.REASON_TOO_LONG);
    }
  }

  private Step step(
      int number,
      Act act,
      Optional<Round> round,
      String person,
      String reason,
      Optional<Instant> due,
      long row) {
    return new Step(
        number,
        act,
        round,
        person,
        now(),
        reason.strip(),
        due.map(at -> at.truncatedTo(ChronoUnit.MILLIS)),
        row,
        Step.NO_HASH);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private <T> T inTransaction(Function<ReviewTable, T> work) {
    T done = transactions.inTransaction(manager -> work.apply(new ReviewTable(manager)));
    transactions.force();
    return done;
  }

  private <T> T read(Function<ReviewTable, T> query) {
    return transactions.inTransaction(manager -> query.apply(new ReviewTable(manager)));
  }
}
