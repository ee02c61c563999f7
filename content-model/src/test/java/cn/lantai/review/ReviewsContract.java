package cn.lantai.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.Successor;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.journal.Action;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.JpaJournal;
import cn.lantai.journal.ResourceLocalTransactions;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.review.ReviewPolicy.Need;
import cn.lantai.review.ReviewPolicy.People;
import cn.lantai.review.ReviewRefusedException.Reason;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Reviews in a real database, with a clock that stands until a test moves it. */
abstract class ReviewsContract {

  private static final EntityIri PERSON = new EntityIri(EntityType.PERSON, "shen");
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

  private JournalDatabase database;
  private EntityManagerFactory factory;
  private JpaJournal journal;
  private Reviews reviews;
  private Instant now = NOON;

  protected abstract String url() throws SQLException;

  protected abstract String user();

  @BeforeEach
  void open() throws SQLException {
    database = JournalDatabase.at(url(), user(), "");
    database.migrate();
    factory = database.entityManagerFactory();
    reviews = start();
    save("一");
  }

  @AfterEach
  void close() {
    factory.close();
    database.shutdown();
  }

  /** As after a restart: nothing is kept but what the database has. */
  private Reviews start() {
    ResourceLocalTransactions transactions =
        new ResourceLocalTransactions(factory, database::force);
    journal = new JpaJournal(transactions);
    return new Reviews(
        transactions,
        journal,
        new Curation(journal, new ProfileCheck(), Inbound.NONE),
        new ReviewPolicy(Need.THREE, People.DIFFERENT),
        new Clock() {
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
        });
  }

  @Test
  void threePeoplePassItAndItIsPublic() {
    Review review = reviews.submit(PERSON, 1, "wang", "请审");
    assertEquals(Stand.FIRST, review.stand());
    assertEquals("author", review.writer());
    review = reviews.pass(review.id(), 1, "zhao", "", Optional.empty());
    assertEquals(0, journal.state(PERSON).orElseThrow().published());
    review = reviews.pass(review.id(), 2, "qian", "", Optional.empty());
    review = reviews.pass(review.id(), 3, "sun", "同意公布", Optional.empty());
    assertEquals(Stand.PUBLISHED, review.stand());
    assertEquals(1, journal.state(PERSON).orElseThrow().published());
    Entry row = newestRow();
    assertEquals("sun", row.agent());
    assertEquals(row.sequence(), review.last().row());
    String passed = review.steps().get(3).hash();
    assertEquals(
        "同意公布 · 审核 %d（zhao、qian、sun）%s".formatted(review.id(), passed.substring(0, 16)),
        row.reason());
    assertEquals(Optional.of(review), reviews.find(review.id()));
    assertEquals(Optional.empty(), review.firstBroken());
    assertEquals(Optional.empty(), reviews.openOf(PERSON));
  }

  @Test
  void severalAreSubmittedPassedAndTakenBackTogetherOrNotAtAll() {
    EntityIri other = new EntityIri(EntityType.PERSON, "zhou");
    journal.append(List.of(Draft.put(graph(other, "周"), "author", "")));
    List<Reviews.Submission> both =
        List.of(new Reviews.Submission(PERSON, 1), new Reviews.Submission(other, 2));
    refused(
        Reason.NO_VERSION,
        () ->
            reviews.submitAll(
                List.of(both.get(0), new Reviews.Submission(other, 1)), "wang", "成批"));
    assertEquals(Optional.empty(), reviews.openOf(PERSON), "all or none");
    List<Review> submitted = reviews.submitAll(both, "wang", "成批");
    long first = submitted.get(0).id();
    long second = submitted.get(1).id();
    assertEquals(Optional.of(submitted.get(1)), reviews.openOf(other));
    reviews.pass(second, 1, "zhao", "", Optional.empty());
    ReviewRefusedException refused =
        assertThrows(
            ReviewRefusedException.class,
            () -> reviews.passAll(Map.of(first, 1, second, 2), "zhao", "同意"));
    assertEquals(Reason.SAME_PERSON, refused.reason());
    assertEquals(OptionalLong.of(second), refused.review());
    assertEquals(1, reviews.find(first).orElseThrow().steps().size(), "all or none");
    reviews.pass(first, 1, "zhao", "", Optional.empty());
    reviews.passAll(Map.of(first, 2, second, 2), "qian", "同意");
    for (Review each : reviews.passAll(Map.of(first, 3, second, 3), "sun", "同意公布")) {
      assertEquals(Stand.PUBLISHED, each.stand());
      assertEquals(Optional.empty(), each.firstBroken());
      assertEquals(each.version(), journal.state(each.entity()).orElseThrow().published());
    }
    save("二");
    Review again = reviews.submit(PERSON, newestRow().sequence(), "wang", "");
    refused(Reason.MOVED_ON, () -> reviews.retractAll(Map.of(again.id(), 2), "wang", ""));
    assertEquals(
        Stand.RETRACTED, reviews.retractAll(Map.of(again.id(), 1), "wang", "").get(0).stand());
  }

  @Test
  void whatIsSavedMeanwhileIsNotPublishedWithIt() {
    Review review = passedTwice();
    save("二");
    reviews.pass(review.id(), 3, "sun", "", Optional.empty());
    assertEquals(1, journal.state(PERSON).orElseThrow().published());
    assertEquals(2, journal.state(PERSON).orElseThrow().current());
  }

  @Test
  void anOlderVersionNeverTakesThePlaceOfANewerOneInPublic() {
    Review review = passedTwice();
    save("二");
    journal.append(List.of(Draft.publish(PERSON, "a", "")));
    refused(
        Reason.NEWER_IS_PUBLIC, () -> reviews.pass(review.id(), 3, "sun", "", Optional.empty()));
    assertEquals(3, reviews.find(review.id()).orElseThrow().steps().size(), "all or nothing");
    assertEquals(2, journal.state(PERSON).orElseThrow().published());
  }

  @Test
  void itGoesBackWithAReasonAndAnotherVersionIsSubmitted() {
    Review review = reviews.submit(PERSON, 1, "wang", "");
    refused(Reason.REASON_MISSING, () -> reviews.sendBack(review.id(), 1, "zhao", " "));
    Review back = reviews.sendBack(review.id(), 1, "zhao", "出处不明");
    assertEquals(Stand.RETURNED, back.stand());
    assertEquals("出处不明", back.last().reason());
    refused(Reason.NOT_NOW, () -> reviews.pass(review.id(), 2, "zhao", "", Optional.empty()));
    save("二");
    assertEquals(Stand.FIRST, reviews.submit(PERSON, 2, "wang", "").stand());
    assertEquals(2, reviews.of(PERSON, 10).size());
  }

  @Test
  void whatIsScheduledIsPublishedWhenItsTimeHasComeAlsoByAServerThatStartedLater() {
    Review review = passedTwice();
    refused(Reason.DUE_PAST, () -> reviews.pass(review.id(), 3, "sun", "", Optional.of(NOON)));
    Instant due = NOON.plus(Duration.ofDays(3));
    Review scheduled = reviews.pass(review.id(), 3, "sun", "", Optional.of(due));
    assertEquals(Optional.of(due), scheduled.due());
    assertEquals(Optional.of(due), reviews.nextDue());
    save("二");
    assertEquals(List.of(), reviews.publishDue());
    now = due.plusSeconds(1);
    Reviews later = start();
    assertEquals(1, later.publishDue().size());
    assertEquals(1, journal.state(PERSON).orElseThrow().published());
    assertEquals(Reviews.SCHEDULE, newestRow().agent());
    assertTrue(newestRow().reason().contains("zhao、qian、sun"), newestRow().reason());
    assertEquals(List.of(), later.publishDue());
    assertEquals(Optional.empty(), later.nextDue());
  }

  @Test
  void theTimeCanBeChangedOrTakenAway() {
    Review review = passedTwice();
    Instant due = NOON.plus(Duration.ofDays(3));
    reviews.pass(review.id(), 3, "sun", "", Optional.of(due));
    Instant later = due.plusSeconds(60);
    assertEquals(
        Optional.of(later),
        reviews.reschedule(review.id(), 5, "sun", "改期", Optional.of(later)).due());
    now = due;
    assertEquals(List.of(), reviews.publishDue());
    assertEquals(
        Stand.PUBLISHED, reviews.reschedule(review.id(), 6, "sun", "提前", Optional.empty()).stand());
  }

  @Test
  void whatCannotBePublishedAtItsTimeGoesBack() {
    Review review = passedTwice();
    reviews.pass(review.id(), 3, "sun", "", Optional.of(NOON.plusSeconds(60)));
    EntityIri survivor = new EntityIri(EntityType.PERSON, "other");
    journal.append(List.of(Draft.put(Successor.stub(PERSON, survivor), "a", "")));
    now = NOON.plusSeconds(60);
    Review back = reviews.publishDue().get(0);
    assertEquals(Stand.RETURNED, back.stand());
    assertEquals(Reviews.SCHEDULE, back.last().agent());
    assertEquals(0, journal.state(PERSON).orElseThrow().published());
  }

  @Test
  void aWithdrawalStandsInTheReviewAsWell() {
    Review review = passedTwice();
    reviews.pass(review.id(), 3, "sun", "", Optional.empty());
    reviews.withdraw(PERSON, "zhou", "权属不清");
    Review withdrawn = reviews.find(review.id()).orElseThrow();
    assertEquals(Stand.WITHDRAWN, withdrawn.stand());
    assertEquals("权属不清", withdrawn.last().reason());
    assertEquals(newestRow().sequence(), withdrawn.last().row());
    assertEquals(List.of(), reviews.withdraw(PERSON, "zhou", "再来"));
  }

  @Test
  void ofTwoWhoDecideAtOnceTheSecondIsTold() {
    Review review = reviews.submit(PERSON, 1, "wang", "");
    reviews.pass(review.id(), 1, "zhao", "", Optional.empty());
    refused(Reason.MOVED_ON, () -> reviews.sendBack(review.id(), 1, "qian", "不行"));
  }

  @Test
  void oneReviewAtATimeOfWhatIsNotPublicYet() {
    reviews.submit(PERSON, 1, "wang", "");
    save("二");
    refused(Reason.ALREADY_UNDER_WAY, () -> reviews.submit(PERSON, 2, "wang", ""));
    EntityIri other = new EntityIri(EntityType.PERSON, "other");
    refused(Reason.NO_VERSION, () -> reviews.submit(other, 1, "wang", ""));
    journal.append(List.of(Draft.put(graph(other, "别人"), "a", ""), Draft.publish(other, "a", "")));
    refused(Reason.ALREADY_PUBLIC, () -> reviews.submit(other, 3, "wang", ""));
    refused(Reason.NO_VERSION, () -> reviews.submit(other, 4, "wang", ""));
  }

  @Test
  void remarksStayInTheirOrder() {
    Review review = reviews.submit(PERSON, 1, "wang", "");
    reviews.comment(review.id(), "简介", "zhao", "年份有误");
    reviews.comment(review.id(), "", "wang", "已改");
    List<Comment> comments = reviews.comments(review.id());
    assertEquals(List.of("年份有误", "已改"), comments.stream().map(Comment::words).toList());
    assertEquals(List.of("简介", ""), comments.stream().map(Comment::spot).toList());
    refused(Reason.COMMENT_EMPTY, () -> reviews.comment(review.id(), "", "wang", " "));
  }

  @Test
  void whoHasToDoWithAReviewHearsWhatOthersDidInIt() {
    Review review = reviews.submit(PERSON, 1, "wang", "请审");
    now = NOON.plusSeconds(1);
    reviews.comment(review.id(), "", "li", "好");
    now = NOON.plusSeconds(2);
    reviews.sendBack(review.id(), 1, "zhao", "出处不明");
    assertEquals(List.of("RETURN zhao", "REMARK li"), heard("wang", NOON));
    assertEquals(List.of("RETURN zhao"), heard("wang", NOON.plusSeconds(1)), "what came later");
    assertEquals(
        List.of("RETURN zhao", "REMARK li", "SUBMIT wang"), heard("author", Instant.EPOCH));
    assertEquals(List.of("REMARK li", "SUBMIT wang"), heard("zhao", Instant.EPOCH), "of others");
    assertEquals(List.of("RETURN zhao", "SUBMIT wang"), heard("li", Instant.EPOCH));
    assertEquals(List.of(), heard("qian", Instant.EPOCH), "who has nothing to do with it");
    assertEquals(1, reviews.news("author", Instant.EPOCH, 1).size());
    assertEquals("出处不明", reviews.news("wang", NOON, 10).get(0).words());
  }

  private List<String> heard(String person, Instant since) {
    return reviews.news(person, since, 10).stream()
        .map(news -> news.act().map(Act::name).orElse("REMARK") + " " + news.agent())
        .toList();
  }

  @Test
  void listsTellWhatIsUnderWayAndWhatIsSomebodysOwn() {
    Review review = reviews.submit(PERSON, 1, "wang", "");
    assertEquals(List.of(review), reviews.open(Long.MAX_VALUE, 10));
    assertEquals(List.of(review), reviews.openSince(NOON.minusSeconds(1), 10));
    assertEquals(List.of(), reviews.openSince(NOON, 10));
    assertEquals(List.of(review), reviews.ofPerson("author", Long.MAX_VALUE, 10));
    assertEquals(List.of(review), reviews.ofPerson("wang", Long.MAX_VALUE, 10));
    assertEquals(List.of(), reviews.ofPerson("zhao", Long.MAX_VALUE, 10));
    reviews.retract(review.id(), 1, "wang", "");
    assertEquals(List.of(), reviews.open(Long.MAX_VALUE, 10));
    assertEquals(1, reviews.all(Long.MAX_VALUE, 10).size());
    assertEquals(List.of(), reviews.all(review.id(), 10));
  }

  private Review passedTwice() {
    Review review = reviews.submit(PERSON, 1, "wang", "");
    reviews.pass(review.id(), 1, "zhao", "", Optional.empty());
    return reviews.pass(review.id(), 2, "qian", "", Optional.empty());
  }

  private static void refused(Reason reason, Executable act) {
    assertEquals(reason, assertThrows(ReviewRefusedException.class, act).reason());
  }

  private Entry newestRow() {
    return journal.history(PERSON, 1).get(0);
  }

  private void save(String name) {
    Entry row = journal.append(List.of(Draft.put(graph(PERSON, name), "author", ""))).get(0);
    assertEquals(Action.PUT, row.action());
  }

  private static EntityGraph graph(EntityIri entity, String name) {
    return new EntityGraph(
        entity,
        List.of(
            Triple.create(
                NodeFactory.createURI(entity.uri()),
                RDFS.label.asNode(),
                NodeFactory.createLiteralLang(name, "zh-Hans"))));
  }
}
