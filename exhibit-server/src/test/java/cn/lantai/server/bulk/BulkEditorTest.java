package cn.lantai.server.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.server.bulk.BulkRow.Outcome;
import cn.lantai.server.bulk.BulkRow.Part;
import cn.lantai.server.describe.Desk;
import cn.lantai.server.describe.TreatedImages;
import cn.lantai.server.rights.Grant;
import cn.lantai.server.rights.Places;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.rights.Role;
import cn.lantai.server.rights.Scope;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.table.Sheet;
import cn.lantai.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two fonds with some records each, and what becomes of them. */
class BulkEditorTest {

  private static final Author CURATOR = new Author("wang", "著录");
  private static final Author JOB = new Author("li", "批量修改 7");
  private static final Author WAY_BACK = new Author("li", "撤销批量修改 8：批量修改 7");

  @TempDir Path folder;

  private final MemoryJournal journal = new MemoryJournal();
  private final Curation curation = new Curation(journal, new ProfileCheck(), Inbound.NONE);
  private final Desk desk = new Desk(journal, curation, new TreatedImages());
  private final Places places = new Places(journal);

  @BeforeEach
  void describe() {
    save(organisation("o1"));
    for (String fonds : List.of("f1", "f2")) {
      save(set(fonds));
      for (int number = 1; number <= 3; number++) {
        save(record(fonds + "-" + number, fonds, Map.of("文种", number == 1 ? "书信" : "信")));
      }
    }
  }

  @Test
  void aPreviewTellsOfEachWhatWouldBecomeOfItAndWritesNothing() {
    long head = journal.head();
    BulkOrder order = order("set", "文种", "书信");
    assertEquals(
        List.of(Outcome.UNCHANGED, Outcome.CHANGED, Outcome.CHANGED),
        outcomes(foresee(everywhere(), order, "f1-1", "f1-2", "f1-3")));
    BulkRow row = foresee(everywhere(), order, "f1-2").get(0);
    assertEquals("信", row.before());
    assertEquals("书信", row.after());
    assertEquals("信 f1-2", row.title());
    assertEquals("f1-2", row.code());
    BulkRow refused = foresee(everywhere(), order("set", "日期", "1937-13"), "f1-1").get(0);
    assertEquals(Outcome.REFUSED, refused.outcome());
    assertTrue(refused.reason().orElseThrow().zh().startsWith("日期：不是有效的"), refused.toString());
    assertEquals(head, journal.head());
  }

  @Test
  void theChangeIsMadeInTheVersionThatWasLookedAtAndNothingIsOverwritten() {
    BulkOrder order = order("set", "文种", "书信");
    List<BulkRow> foreseen = foresee(everywhere(), order, "f1-2", "f1-3");
    save(record("f1-3", "f1", Map.of("文种", "便笺")));
    List<BulkRow> done = everywhere().carryOut(foreseen, order, JOB);
    assertEquals(List.of(Outcome.CHANGED, Outcome.REFUSED), outcomes(done));
    assertTrue(done.get(1).reason().orElseThrow().zh().contains("wang"));
    assertEquals("书信", in("f1-2", "文种"));
    assertEquals("便笺", in("f1-3", "文种"));
    assertEquals(state("f1-2").current(), done.get(0).version());
  }

  @Test
  void whatWasSavedBeforeAnInterruptionIsFoundAgainAndNotSavedTwice() {
    BulkOrder order = order("replace", "题名", "信", "函");
    List<BulkRow> foreseen = foresee(everywhere(), order, "f1-1", "f1-2", "f1-3");
    List<BulkRow> done = everywhere().carryOut(foreseen, order, JOB);
    long head = journal.head();
    assertEquals(done, everywhere().carryOut(foreseen, order, JOB));
    assertEquals(head, journal.head());
    save(record("f1-2", "f1", Map.of("题名", "后来改的")));
    assertEquals(
        done, everywhere().carryOut(foreseen, order, JOB), "though somebody went on from there");
    Author another = new Author("li", "批量修改 9");
    assertEquals(
        List.of(Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED),
        outcomes(everywhere().carryOut(foreseen, order, another)));
  }

  @Test
  void aCuratorOfOneFondsChangesNothingOfAnother() {
    BulkOrder order = order("set", "文种", "便笺");
    BulkEditor curator =
        editor(new Grant(Role.CURATOR, Scope.of(iri(EntityType.RECORD_SET, "f1"))));
    assertEquals(
        List.of("f1-1"),
        foresee(curator, order, "f1-1", "f2-1").stream().map(row -> row.entity().key()).toList(),
        "what may not be seen is not there");
    BulkEditor reader =
        editor(
            new Grant(Role.CURATOR, Scope.of(iri(EntityType.RECORD_SET, "f1"))),
            new Grant(Role.READER, Scope.EVERYWHERE));
    assertEquals(
        List.of(Outcome.CHANGED, Outcome.REFUSED),
        outcomes(foresee(reader, order, "f1-1", "f2-1")));
    List<BulkRow> all = foresee(everywhere(), order, "f1-1", "f2-1");
    assertEquals(
        List.of(Outcome.CHANGED, Outcome.REFUSED), outcomes(curator.carryOut(all, order, JOB)));
    assertEquals("书信", in("f2-1", "文种"));
    BulkOrder move = order("set", "上级", "f2");
    assertEquals(
        List.of(Outcome.REFUSED), outcomes(foresee(reader, move, "f1-1")), "nor puts it there");
  }

  @Test
  void aCodeThatAnotherHasIsRefusedAndTheOthersAreSaved() {
    save(record("f1-9", "f1", Map.of("档号", "g1-2")));
    BulkOrder order = order("replace", "档号", "f1", "g1");
    List<BulkRow> done =
        everywhere().carryOut(foresee(everywhere(), order, "f1-1", "f1-2", "f1-3"), order, JOB);
    assertEquals(List.of(Outcome.CHANGED, Outcome.REFUSED, Outcome.CHANGED), outcomes(done));
    assertTrue(done.get(1).reason().orElseThrow().zh().contains("g1-2"));
    assertEquals("g1-3", in("f1-3", "档号"));
    assertEquals("f1-2", in("f1-2", "档号"));
  }

  @Test
  void aSetIsNotPutIntoItself() {
    save(set("f1-a", "f1"));
    BulkOrder order =
        BulkOrder.asked(Map.of("type", "set", "field", "上级", "operation", "set", "value", "f1-a"));
    assertEquals(
        Outcome.REFUSED,
        everywhere().foresee(iri(EntityType.RECORD_SET, "f1-a"), order).orElseThrow().outcome());
  }

  @Test
  void onlyWhatIsPublicAsItIsIsPublishedWithTheChange() {
    publish("f1-1", "f1-2");
    save(record("f1-2", "f1", Map.of("文种", "还没公布的")));
    BulkOrder order = order("set", "文种", "便笺", "", true);
    List<BulkRow> foreseen = foresee(everywhere(), order, "f1-1", "f1-2", "f1-3");
    assertEquals(List.of(true, false, false), foreseen.stream().map(BulkRow::published).toList());
    everywhere().carryOut(foreseen, order, JOB);
    assertEquals(state("f1-1").current(), state("f1-1").published());
    assertTrue(state("f1-2").hasUnpublishedChange());
    assertFalse(state("f1-3").isPublic());
    BulkEditor contributor = editor(new Grant(Role.CONTRIBUTOR, Scope.EVERYWHERE));
    assertFalse(foresee(contributor, order("set", "文种", "信", "", true), "f1-1").get(0).published());
  }

  @Test
  void whatIsClosedLeavesThePublicAndIsToldBefore() {
    publish("f1-1");
    BulkOrder order = order("set", "开放标识", "控制");
    List<BulkRow> foreseen = foresee(everywhere(), order, "f1-1", "f1-2");
    assertEquals(List.of(true, false), foreseen.stream().map(BulkRow::leaves).toList());
    List<BulkRow> done = everywhere().carryOut(foreseen, order, JOB);
    assertEquals(List.of(true, false), done.stream().map(BulkRow::leaves).toList());
    assertFalse(state("f1-1").isPublic());
  }

  @Test
  void theWayBackRestoresWhatNobodyHasEditedSince() {
    publish("f1-1");
    Map<String, Optional<EntityGraph>> before = new HashMap<>();
    List.of("f1-1", "f1-2", "f1-3").forEach(key -> before.put(key, current(key)));
    BulkOrder order = order("set", "文种", "便笺", "", true);
    List<BulkRow> done =
        everywhere().carryOut(foresee(everywhere(), order, "f1-1", "f1-2", "f1-3"), order, JOB);
    save(record("f1-3", "f1", Map.of("文种", "后来改的")));
    List<BulkRow> undone = everywhere().turnBack(done, order, WAY_BACK);
    assertEquals(List.of(Outcome.CHANGED, Outcome.CHANGED, Outcome.REFUSED), outcomes(undone));
    assertEquals(before.get("f1-1"), current("f1-1"));
    assertEquals(before.get("f1-2"), current("f1-2"));
    assertEquals("后来改的", in("f1-3", "文种"));
    assertEquals(state("f1-1").current(), state("f1-1").published());
    assertFalse(state("f1-2").isPublic());
    assertEquals(undone, everywhere().turnBack(done, order, WAY_BACK), "and is not done twice");

    List<BulkRow> changed = undone.stream().filter(r -> r.outcome() == Outcome.CHANGED).toList();
    everywhere().turnBack(changed, order, new Author("li", "撤销批量修改 9：批量修改 8"));
    assertEquals("便笺", in("f1-1", "文种"), "an undoing can be undone");
  }

  @Test
  void aJobThatWasInterruptedGoesOnWhereItWas() throws IOException {
    String[] keys = IntStream.range(0, 450).mapToObj(n -> "many-" + n).toArray(String[]::new);
    Arrays.stream(keys).forEach(key -> save(record(key, "f1", Map.of("文种", "信"))));
    BulkOrder order = order("set", "文种", "便笺");
    Path foreseen = folder.resolve("1");
    try (RowLog log = RowLog.anew(foreseen)) {
      log.append(foresee(everywhere(), order, keys));
    }
    Context first = new Context(folder.resolve("2"), 1);
    BulkDesk bulk = new BulkDesk();
    assertThrows(
        Stopped.class,
        () ->
            bulk.work(first, foreseen, "", order, rows -> everywhere().carryOut(rows, order, JOB)));
    long saved = RowLog.count(first.reportFolder(), Part.CHANGED);
    assertEquals(200, saved);
    long head = journal.head();
    Context second = new Context(folder.resolve("2"), Integer.MAX_VALUE);
    bulk.work(second, foreseen, "", order, rows -> everywhere().carryOut(rows, order, JOB));
    assertEquals(450, RowLog.count(second.reportFolder(), Part.CHANGED));
    assertEquals(head + 250, journal.head());
    assertEquals("改 450 条，不变 0 条，未改 0 条", second.message.lines().findFirst().orElseThrow());
  }

  /** A job whose server stops after some steps. */
  private static final class Context implements JobContext {

    private final Path folder;
    private int steps;
    private String message = "";

    Context(Path folder, int steps) {
      this.folder = folder;
      this.steps = steps;
    }

    @Override
    public long id() {
      return 2;
    }

    @Override
    public Map<String, String> parameters() {
      return Map.of();
    }

    @Override
    public void progress(long done, long total, String newMessage) {
      message = newMessage;
      if (steps-- == 0) {
        throw new Stopped();
      }
    }

    @Override
    public Path reportFolder() {
      return folder;
    }

    @Override
    public void report(Path file) {}
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private List<BulkRow> foresee(BulkEditor editor, BulkOrder order, String... keys) {
    return Arrays.stream(keys)
        .flatMap(key -> editor.foresee(iri(EntityType.RECORD, key), order).stream())
        .toList();
  }

  private static List<Outcome> outcomes(List<BulkRow> rows) {
    return rows.stream().map(BulkRow::outcome).toList();
  }

  private static BulkOrder order(String operation, String field, String value) {
    return order(operation, field, value, "", false);
  }

  private static BulkOrder order(String operation, String field, String value, String replacement) {
    return order(operation, field, value, replacement, false);
  }

  private static BulkOrder order(
      String operation, String field, String value, String replacement, boolean publish) {
    BulkOrder order =
        BulkOrder.asked(
            Map.of(
                "type", "record",
                "field", field,
                "operation", operation,
                "value", value,
                "replacement", replacement,
                "publish", Boolean.toString(publish)));
    assertEquals(order, BulkOrder.of(order.parameters()));
    return order;
  }

  private BulkEditor everywhere() {
    return editor(new Grant(Role.CURATOR, Scope.EVERYWHERE));
  }

  private BulkEditor editor(Grant... grants) {
    return new BulkEditor(journal, curation, desk, new Rights(List.of(grants), places));
  }

  private void save(EntityGraph description) {
    curation.save(List.of(description), CURATOR);
  }

  private void publish(String... keys) {
    curation.publish(Arrays.stream(keys).map(key -> iri(EntityType.RECORD, key)).toList(), CURATOR);
  }

  private EntityState state(String key) {
    return journal.state(iri(EntityType.RECORD, key)).orElseThrow();
  }

  private Optional<EntityGraph> current(String key) {
    return journal.current(iri(EntityType.RECORD, key));
  }

  private String in(String key, String heading) {
    return Sheet.of(current(key).orElseThrow()).own().getOrDefault(heading, "");
  }

  private static EntityIri iri(EntityType type, String key) {
    return new EntityIri(type, key);
  }

  private static EntityGraph organisation(String key) {
    return graph(iri(EntityType.ORGANISATION, key), Map.of("名称", "小城档案馆"));
  }

  private static EntityGraph set(String key) {
    return graph(
        iri(EntityType.RECORD_SET, key),
        Map.of("档号", key, "著录层级", "全宗", "题名", "全宗 " + key, "收藏单位", "o1"));
  }

  private static EntityGraph set(String key, String parent) {
    return graph(
        iri(EntityType.RECORD_SET, key),
        Map.of("档号", key, "著录层级", "案卷", "题名", "案卷 " + key, "上级", parent));
  }

  private static EntityGraph record(String key, String fonds, Map<String, String> more) {
    Map<String, String> own =
        new HashMap<>(Map.of("档号", key, "上级", fonds, "题名", "信 " + key, "开放标识", "开放"));
    own.putAll(more);
    return graph(iri(EntityType.RECORD, key), own);
  }

  private static EntityGraph graph(EntityIri iri, Map<String, String> own) {
    Sheet.Reading reading =
        new Sheet(iri, own, Map.of()).read(Optional::of, Table.Surroundings.NONE);
    return reading.graph().orElseThrow(() -> new AssertionError(reading.problems()));
  }
}
