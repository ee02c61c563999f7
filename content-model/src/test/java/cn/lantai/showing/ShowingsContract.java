package cn.lantai.showing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.Successor;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.JpaJournal;
import cn.lantai.journal.ResourceLocalTransactions;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.review.Review;
import cn.lantai.review.ReviewPolicy;
import cn.lantai.review.ReviewPolicy.Need;
import cn.lantai.review.ReviewPolicy.People;
import cn.lantai.review.Reviews;
import cn.lantai.review.Stand;
import cn.lantai.showing.Showing.Act;
import cn.lantai.showing.Showing.Outcome;
import cn.lantai.showing.ShowingRefusedException.Reason;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Opening and closing in a real database, with a clock that stands until a test moves it. */
abstract class ShowingsContract {

  private static final EntityIri HALL = new EntityIri(EntityType.PERSON, "hall");
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Optional<Instant> OPENS = Optional.of(NOON.plus(Duration.ofDays(2)));
  private static final Optional<Instant> CLOSES = Optional.of(NOON.plus(Duration.ofDays(90)));
  private static final Optional<Instant> NONE = Optional.empty();

  private JournalDatabase database;
  private EntityManagerFactory factory;
  private JpaJournal journal;
  private Reviews reviews;
  private Showings showings;
  private Instant now = NOON;

  protected abstract String url() throws SQLException;

  protected abstract String user();

  @BeforeEach
  void open() throws SQLException {
    database = JournalDatabase.at(url(), user(), "");
    database.migrate();
    factory = database.entityManagerFactory();
    start(Need.NONE);
    save("一");
  }

  @AfterEach
  void close() {
    factory.close();
    database.shutdown();
  }

  /** As after a restart: nothing is kept but what the database has. */
  private void start(Need need) {
    ResourceLocalTransactions transactions =
        new ResourceLocalTransactions(factory, database::force);
    journal = new JpaJournal(transactions);
    Curation curation = new Curation(journal, new ProfileCheck(), Inbound.NONE);
    reviews =
        new Reviews(transactions, journal, curation, new ReviewPolicy(need, People.ANY), clock());
    showings = new Showings(transactions, journal, curation, reviews, clock());
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  @Test
  void itOpensAndClosesAtItsTimesAlsoAfterARestart() {
    Showing set = showings.set(HALL, 0, OPENS, CLOSES, "wang");
    assertEquals(Optional.of(Act.OPEN), set.next());
    assertEquals(OPENS, set.due());
    assertEquals(OPENS, showings.nextDue());
    assertEquals(List.of(), showings.carryOutDue());
    save("二");
    now = OPENS.get();
    start(Need.NONE);
    assertEquals(Optional.of(Outcome.OPENED), showings.carryOutDue().get(0).outcome());
    assertEquals(1, journal.state(HALL).orElseThrow().published(), "the version of then");
    assertEquals(Reviews.SCHEDULE, newestRow().agent());
    assertTrue(newestRow().reason().contains("wang"), newestRow().reason());
    assertEquals(OPENS, showings.of(HALL).orElseThrow().outcomeAt());
    assertEquals(CLOSES, showings.nextDue());
    assertEquals(List.of(), showings.carryOutDue());
    now = CLOSES.get().plusSeconds(3);
    start(Need.NONE);
    assertEquals(Optional.of(Outcome.CLOSED), showings.carryOutDue().get(0).outcome());
    assertFalse(journal.state(HALL).orElseThrow().isPublic());
    assertTrue(newestRow().reason().contains("闭展"), newestRow().reason());
    assertEquals(Optional.empty(), showings.nextDue());
    assertEquals(OPENS, showings.of(HALL).orElseThrow().opens(), "still told");
  }

  @Test
  void whatWasToOpenAndCloseWhileNoServerRanDoesBoth() {
    showings.set(HALL, 0, OPENS, CLOSES, "wang");
    now = CLOSES.get();
    assertEquals(
        List.of(Optional.of(Outcome.OPENED), Optional.of(Outcome.CLOSED)),
        showings.carryOutDue().stream().map(Showing::outcome).toList());
    assertFalse(journal.state(HALL).orElseThrow().isPublic());
  }

  @Test
  void timesCanBeChangedAndTakenAway() {
    showings.set(HALL, 0, OPENS, CLOSES, "wang");
    Optional<Instant> later = OPENS.map(at -> at.plusSeconds(60));
    assertEquals(later, showings.set(HALL, 1, later, NONE, "wang").due());
    refused(Reason.MOVED_ON, () -> showings.set(HALL, 1, OPENS, CLOSES, "li"));
    refused(Reason.MOVED_ON, () -> showings.set(HALL, 0, OPENS, CLOSES, "li"));
    Showing none = showings.set(HALL, 2, NONE, NONE, "li");
    assertEquals(Optional.empty(), none.due());
    now = CLOSES.get();
    assertEquals(List.of(), showings.carryOutDue());
    assertFalse(journal.state(HALL).orElseThrow().isPublic());
  }

  @Test
  void whatHasOpenedKeepsThatTimeWhenItsEndIsChanged() {
    showings.set(HALL, 0, OPENS, CLOSES, "wang");
    now = OPENS.get();
    showings.carryOutDue();
    Optional<Instant> longer = CLOSES.map(at -> at.plus(Duration.ofDays(30)));
    Showing prolonged = showings.set(HALL, 1, OPENS, longer, "wang");
    assertEquals(Optional.of(Act.CLOSE), prolonged.next());
    assertEquals(OPENS, prolonged.opens());
    assertEquals(longer, showings.nextDue());
    refused(
        Reason.PAST,
        () -> showings.set(HALL, 2, OPENS.map(at -> at.minusSeconds(60)), longer, "wang"));
  }

  @Test
  void timesThatCannotBeAreRefused() {
    refused(Reason.PAST, () -> showings.set(HALL, 0, Optional.of(NOON), NONE, "wang"));
    refused(Reason.ORDER, () -> showings.set(HALL, 0, CLOSES, OPENS, "wang"));
    refused(Reason.NEVER_OPEN, () -> showings.set(HALL, 0, NONE, CLOSES, "wang"));
    EntityIri nothing = new EntityIri(EntityType.PERSON, "nothing");
    refused(Reason.NO_VERSION, () -> showings.set(nothing, 0, OPENS, NONE, "wang"));
    journal.append(List.of(Draft.publish(HALL, "a", "")));
    refused(Reason.PUBLIC_ALREADY, () -> showings.set(HALL, 0, OPENS, NONE, "wang"));
    assertEquals(Optional.empty(), showings.of(HALL), "nothing was kept");
    assertEquals(CLOSES, showings.set(HALL, 0, NONE, CLOSES, "wang").due());
  }

  @Test
  void whereAReviewIsNeededNothingOpensWithoutOne() {
    showings.set(HALL, 0, OPENS, NONE, "wang");
    start(Need.THREE);
    now = OPENS.get();
    Showing after = showings.carryOutDue().get(0);
    assertEquals(Optional.of(Outcome.REVIEW_FIRST), after.outcome());
    assertEquals(Optional.empty(), after.next(), "not tried again");
    assertFalse(journal.state(HALL).orElseThrow().isPublic());
    Optional<Instant> later = Optional.of(now.plusSeconds(60));
    refused(Reason.REVIEW_FIRST, () -> showings.set(HALL, 1, later, NONE, "wang"));
  }

  @Test
  void whatIsReviewedOpensByItsReviewAndClosesByItsTime() {
    start(Need.ONE);
    Review review = reviews.submit(HALL, 1, "wang", "");
    showings.set(HALL, 0, NONE, CLOSES, "wang");
    reviews.pass(review.id(), 1, "zhao", "", Optional.empty());
    now = CLOSES.get();
    assertEquals(Optional.of(Outcome.CLOSED), showings.carryOutDue().get(0).outcome());
    Review withdrawn = reviews.find(review.id()).orElseThrow();
    assertEquals(Stand.WITHDRAWN, withdrawn.stand());
    assertEquals(Reviews.SCHEDULE, withdrawn.last().agent());
  }

  @Test
  void whatCannotOpenOrCloseIsNotedAndNotTriedAgain() {
    showings.set(HALL, 0, OPENS, CLOSES, "wang");
    save("二");
    journal.append(List.of(Draft.publish(HALL, "a", "")));
    now = OPENS.get();
    Showing newer = showings.carryOutDue().get(0);
    assertEquals(Optional.of(Outcome.NEWER_IS_PUBLIC), newer.outcome());
    assertEquals(2, journal.state(HALL).orElseThrow().published());
    assertEquals(Optional.of(Act.CLOSE), newer.next(), "it is shown, so it closes");
    Showing set = showings.set(HALL, 1, NONE, CLOSES, "wang");
    assertEquals(Optional.empty(), set.outcome(), "of the new times nothing has come yet");
    journal.append(List.of(Draft.withdraw(HALL, "a", "")));
    now = CLOSES.get();
    assertEquals(Optional.of(Outcome.NOT_PUBLIC), showings.carryOutDue().get(0).outcome());
    assertEquals(List.of(), showings.carryOutDue());
  }

  @Test
  void whatWasMergedIntoAnotherDoesNotOpen() {
    showings.set(HALL, 0, OPENS, NONE, "wang");
    EntityIri survivor = new EntityIri(EntityType.PERSON, "other");
    journal.append(List.of(Draft.put(Successor.stub(HALL, survivor), "a", "")));
    now = OPENS.get();
    assertEquals(Optional.of(Outcome.NOT_OPEN), showings.carryOutDue().get(0).outcome());
    assertFalse(journal.state(HALL).orElseThrow().isPublic());
  }

  @Test
  void ofManyServersOneOpensIt() throws Exception {
    showings.set(HALL, 0, OPENS, NONE, "wang");
    now = OPENS.get();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> servers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      servers.add(() -> showings.carryOutDue().size());
    }
    try {
      int opened = 0;
      for (Future<Integer> server : pool.invokeAll(servers)) {
        opened += server.get();
      }
      assertEquals(1, opened);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void refused(Reason reason, Executable act) {
    assertEquals(reason, assertThrows(ShowingRefusedException.class, act).reason());
  }

  private Entry newestRow() {
    return journal.history(HALL, 1).get(0);
  }

  private void save(String label) {
    journal.append(List.of(Draft.put(graph(HALL, label), "author", "")));
  }

  private static EntityGraph graph(EntityIri entity, String label) {
    return new EntityGraph(
        entity,
        List.of(
            Triple.create(
                NodeFactory.createURI(entity.uri()),
                RDFS.label.asNode(),
                NodeFactory.createLiteralLang(label, "zh-Hans"))));
  }
}
