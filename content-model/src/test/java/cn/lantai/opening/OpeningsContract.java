package cn.lantai.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.access.AccessState;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.LocalizedText;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.JournalDatabase;
import cn.lantai.journal.JpaJournal;
import cn.lantai.journal.ResourceLocalTransactions;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.opening.OpeningRefusedException.Reason;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Opening reviews in a real database. */
abstract class OpeningsContract {

  private static final EntityIri RECORD = Samples.RECORD;
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Finding NAMED =
      Finding.at(
          new Finding.Spot("scope", 2, 5, "周砚秋"),
          "living-person",
          LocalizedText.of("可能健在", "may be alive"),
          Outcome.EXTEND,
          3);
  private static final Proposal PLAIN = Proposal.of(List.of(), Optional.empty());
  private static final Proposal EXTENDING =
      Proposal.of(
          List.of(NAMED), Optional.of(new Opinion(Map.of(Outcome.OPEN, 0.75), List.of(), 64)));
  private static final Ruling CLOSED =
      new Ruling(Outcome.CONTROL, OptionalInt.empty(), Optional.of(Ground.RIGHTS), "涉及个人信息");

  private JournalDatabase database;
  private EntityManagerFactory factory;
  private JpaJournal journal;
  private Openings openings;
  private WordLists lists;

  protected abstract String url() throws SQLException;

  protected abstract String user();

  private String opened;

  @BeforeEach
  void open() throws SQLException {
    opened = url();
    database = JournalDatabase.at(opened, user(), "");
    database.migrate();
    factory = database.entityManagerFactory();
    ResourceLocalTransactions transactions =
        new ResourceLocalTransactions(factory, database::force);
    journal = new JpaJournal(transactions);
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    openings =
        new Openings(
            transactions,
            journal,
            new Curation(journal, new ProfileCheck(), Inbound.NONE),
            25,
            clock);
    lists = new WordLists(transactions, clock);
    put(Samples.record("一", AccessState.UNREVIEWED, List.of()));
    put(Samples.image("渡口夜校"));
  }

  @AfterEach
  void close() {
    factory.close();
    database.shutdown();
  }

  @Test
  void twoPeopleOpenItAndTheJournalSaysWho() {
    Opening first = sign(PLAIN, Ruling.OPEN);
    assertEquals(Stand.SIGNED, first.stand());
    assertEquals(new Opening.Where("o1", "f1", 2023), first.where());
    assertEquals(AccessState.UNREVIEWED, state(), "one signature changes nothing");
    assertEquals(Optional.of(first), openings.openOf(RECORD));
    Opening second = openings.agree(first.id(), 1, mark(), false, "同意", "qian");
    assertEquals(Stand.DECIDED, second.stand());
    assertEquals(AccessState.OPEN, state());
    Entry row = newestRow();
    assertEquals(row.sequence(), second.last().row());
    assertEquals("qian", row.agent());
    assertEquals(
        "同意 · 开放审核 %d（zhao、qian）%s".formatted(first.id(), first.last().hash().substring(0, 16)),
        row.reason());
    assertEquals(0, journal.state(RECORD).orElseThrow().published(), "publishing is another step");
    assertEquals(Optional.of(second), openings.find(first.id()));
    assertEquals(Optional.empty(), second.firstBroken());
    assertEquals(Optional.empty(), openings.openOf(RECORD));
    refused(Reason.NOT_WAITING, () -> sign(PLAIN, Ruling.OPEN));
  }

  @Test
  void whoHasSignedHearsWhatOthersDidWithIt() {
    Opening first = sign(PLAIN, Ruling.OPEN);
    assertEquals(
        List.of(new OpeningNews(first.id(), RECORD, Act.SIGN, "zhao", NOON, "")),
        openings.signatures(10));
    assertEquals(List.of(), openings.news("qian", Instant.EPOCH, 10), "he has not signed");
    openings.sendBack(first.id(), 1, "附件未看", "qian");
    assertEquals(List.of(), openings.signatures(10));
    assertEquals(
        List.of(new OpeningNews(first.id(), RECORD, Act.RETURN, "qian", NOON, "附件未看")),
        openings.news("zhao", NOON.minusSeconds(1), 10));
    assertEquals(List.of(), openings.news("zhao", NOON, 10), "nothing later");
    assertEquals(
        List.of(Act.SIGN),
        openings.news("qian", Instant.EPOCH, 10).stream().map(OpeningNews::act).toList());
    assertEquals(List.of(), openings.news("sun", Instant.EPOCH, 10), "nothing to do with it");
  }

  @Test
  void whatTheFirstOneSawProposedIsKept() {
    Opening first =
        sign(
            EXTENDING,
            new Ruling(Outcome.EXTEND, OptionalInt.of(2041), Optional.of(Ground.RIGHTS), "健在"));
    Proposal kept = openings.find(first.id()).orElseThrow().proposal();
    assertEquals(List.of(NAMED), kept.findings());
    assertEquals(0.75, kept.opinion().orElseThrow().share(Outcome.OPEN));
    assertEquals(64, kept.opinion().orElseThrow().decisions());
  }

  @Test
  void whatIsDelayedIsDueInItsYearAndCanBeDelayedAgain() {
    Opening first =
        sign(
            PLAIN,
            new Ruling(Outcome.EXTEND, OptionalInt.of(2041), Optional.of(Ground.RIGHTS), "健在"));
    openings.agree(first.id(), 1, mark(), false, "", "qian");
    assertEquals(AccessState.DELAYED, state());
    assertEquals(2041, openings.due(current()));
    Opening again = sign(PLAIN, Ruling.OPEN);
    assertEquals(2041, again.where().due());
    openings.agree(again.id(), 1, mark(), false, "", "qian");
    assertEquals(AccessState.OPEN, state());
    assertEquals(2023, openings.due(current()), "nothing is left of the delay");
    assertEquals(2, openings.of(RECORD, 10).size());
  }

  @Test
  void nobodySignsTwice() {
    Opening first = sign(PLAIN, Ruling.OPEN);
    refused(Reason.SAME_PERSON, () -> openings.agree(first.id(), 1, mark(), true, "", "zhao"));
    refused(Reason.SAME_PERSON, () -> openings.sendBack(first.id(), 1, "不", "zhao"));
    assertEquals(AccessState.UNREVIEWED, state());
    refused(Reason.NOT_YOURS, () -> openings.retract(first.id(), 1, "", "qian"));
    assertEquals(Stand.RETRACTED, openings.retract(first.id(), 1, "", "zhao").stand());
    assertEquals(Stand.SIGNED, sign(PLAIN, Ruling.OPEN).stand());
  }

  @Test
  void whoIsToSignSecondMustLookAgainIfTheRecordWasChanged() {
    Opening first = sign(PLAIN, Ruling.OPEN);
    String signed = mark();
    put(Samples.record("二", AccessState.UNREVIEWED, List.of()));
    refused(Reason.CHANGED, () -> openings.agree(first.id(), 1, signed, true, "", "qian"));
    String now = mark();
    refused(Reason.CHANGED, () -> openings.agree(first.id(), 1, now, false, "", "qian"));
    assertEquals(AccessState.UNREVIEWED, state());
    openings.agree(first.id(), 1, now, true, "已看过改动", "qian");
    assertEquals(AccessState.OPEN, state());
    assertTrue(current().toString() != null && scope().contains("二"), "nothing is lost");
  }

  @Test
  void anotherTranscriptIsAnotherText() {
    String before = mark();
    Opening first = sign(PLAIN, Ruling.OPEN);
    put(Samples.image("身份证"));
    assertNotEquals(before, mark());
    refused(Reason.CHANGED, () -> openings.agree(first.id(), 1, before, true, "", "qian"));
  }

  @Test
  void itGoesBackWithAReason() {
    Opening first = sign(PLAIN, Ruling.OPEN);
    refused(Reason.REASON_MISSING, () -> openings.sendBack(first.id(), 1, " ", "qian"));
    Opening back = openings.sendBack(first.id(), 1, "有名单", "qian");
    assertEquals(Stand.RETURNED, back.stand());
    refused(Reason.NOT_NOW, () -> openings.agree(first.id(), 2, mark(), false, "", "qian"));
    refused(Reason.MOVED_ON, () -> openings.retract(first.id(), 1, "", "zhao"));
    assertEquals(Stand.SIGNED, sign(PLAIN, CLOSED).stand());
  }

  @Test
  void whatIsNotOpenedNeedsGroundReasonAndYear() {
    refused(Reason.GROUND_MISSING, () -> sign(PLAIN, closed(Optional.empty(), "说")));
    refused(Reason.REASON_MISSING, () -> sign(PLAIN, closed(Optional.of(Ground.SECRET), " ")));
    refused(Reason.REASON_MISSING, () -> sign(EXTENDING, Ruling.OPEN));
    refused(Reason.YEAR_UNFIT, () -> sign(PLAIN, extended(OptionalInt.empty())));
    refused(Reason.YEAR_UNFIT, () -> sign(PLAIN, extended(OptionalInt.of(2026))));
    refused(
        Reason.YEAR_UNFIT,
        () -> sign(PLAIN, new Ruling(Outcome.OPEN, OptionalInt.of(2041), Optional.empty(), "")));
    refused(Reason.REASON_TOO_LONG, () -> sign(PLAIN, CLOSED.because("长".repeat(1001))));
    assertEquals(Optional.empty(), openings.openOf(RECORD));
  }

  @Test
  void thereIsOneAtATimeAlsoOfManyWhoSignAtOnce() throws Exception {
    String mark = mark();
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<Future<Opening>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String who = "p" + i;
        tries.add(
            people.submit(() -> openings.sign(RECORD, "o1", "f1", mark, PLAIN, Ruling.OPEN, who)));
      }
      int signed = 0;
      for (Future<Opening> each : tries) {
        try {
          each.get();
          signed++;
        } catch (java.util.concurrent.ExecutionException refused) {
          assertEquals(
              Reason.ALREADY_SIGNED, ((OpeningRefusedException) refused.getCause()).reason());
        }
      }
      assertEquals(1, signed);
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void aChangedStepShows() throws SQLException {
    Opening first = sign(PLAIN, CLOSED);
    openings.agree(first.id(), 1, mark(), false, "", "qian");
    try (Connection connection = DriverManager.getConnection(opened, user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE opening_step SET proposal = '{}' WHERE step_number = 1");
    }
    factory.getCache().evictAll();
    assertEquals(Optional.of(1), openings.find(first.id()).orElseThrow().firstBroken());
  }

  @Test
  void decisionsAreCountedAndListed() {
    Opening first = sign(EXTENDING, Ruling.OPEN.because("已故"));
    openings.agree(first.id(), 1, mark(), false, "", "qian");
    assertEquals(
        List.of(new OpeningCount("f1", 2023, Outcome.EXTEND, Outcome.OPEN, 1)), openings.counts());
    assertEquals(1, openings.decided("o1", Optional.of(Outcome.OPEN), 0, 10).size());
    assertEquals(0, openings.decided("o1", Optional.of(Outcome.CONTROL), 0, 10).size());
    assertEquals(0, openings.decided("o2", Optional.empty(), 0, 10).size());
    assertEquals(0, openings.decided("", Optional.empty(), first.id(), 10).size());
  }

  @Test
  void listsOfWordsAreKeptByArchive() {
    WordList made =
        lists.save(
            new WordList(
                0, "o1", WordList.Kind.WORDS, "组织人事", Outcome.CONTROL, List.of("档案袋", " 处分 ")),
            "",
            "zhao");
    assertEquals(List.of("档案袋", "处分"), made.words());
    assertEquals(List.of(made), lists.of("o1"));
    assertEquals(List.of(), lists.of("o2"));
    WordList changed =
        lists.save(
            new WordList(made.id(), "o1", WordList.Kind.FORMS, "文种", Outcome.EXTEND, List.of("简报")),
            made.mark(),
            "qian");
    assertEquals(List.of(changed), lists.of("o1"));
    refused(
        Reason.MOVED_ON,
        () ->
            lists.save(
                new WordList(
                    made.id(), "o2", WordList.Kind.WORDS, "x", Outcome.CONTROL, List.of("x")),
                changed.mark(),
                "qian"));
    refused(Reason.MOVED_ON, () -> lists.save(made, made.mark(), "zhao"));
    refused(Reason.MOVED_ON, () -> lists.remove(made.id(), made.mark()));
    assertEquals(List.of(changed), lists.of("o1"), "what others saved meanwhile stays");
    refused(
        Reason.LIST_UNFIT,
        () -> new WordList(0, "o1", WordList.Kind.WORDS, "x", Outcome.OPEN, List.of("x")));
    lists.remove(made.id(), changed.mark());
    assertEquals(List.of(), lists.of("o1"));
    refused(Reason.MOVED_ON, () -> lists.remove(made.id(), changed.mark()));
  }

  private Opening sign(Proposal proposal, Ruling ruling) {
    return openings.sign(RECORD, "o1", "f1", mark(), proposal, ruling, "zhao");
  }

  private static Ruling closed(Optional<Ground> ground, String reason) {
    return new Ruling(Outcome.CONTROL, OptionalInt.empty(), ground, reason);
  }

  private static Ruling extended(OptionalInt until) {
    return new Ruling(Outcome.EXTEND, until, Optional.of(Ground.OTHER), "说");
  }

  private String mark() {
    return openings.text(RECORD).orElseThrow().mark();
  }

  private String scope() {
    return openings.text(RECORD).orElseThrow().passages().get(1).text();
  }

  private AccessState state() {
    return AccessState.read(new GraphReader(current())).orElseThrow();
  }

  private EntityGraph current() {
    return journal.current(RECORD).orElseThrow();
  }

  private Entry newestRow() {
    return journal.entries(List.of(journal.head())).get(0);
  }

  private void put(EntityGraph graph) {
    journal.append(List.of(Draft.put(graph, "author", "")));
  }

  private static void refused(Reason reason, Executable step) {
    assertEquals(reason, assertThrows(OpeningRefusedException.class, step).reason());
  }
}
