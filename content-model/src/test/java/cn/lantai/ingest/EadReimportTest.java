package cn.lantai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.RecordSet;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.ontology.ProfileCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding aid whose components have no id is changed and imported again. */
class EadReimportTest {

  @TempDir private Path folder;
  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void aComponentThatIsPutInBetweenIsTheOnlyNewOne() throws IOException {
    load(series("A", item("A-1", "甲") + item("A-2", "乙")));
    Map<String, EntityIri> before = titles();
    IngestReport again =
        load(
            series("0", item("0-1", "新"))
                + series("A", item("A-1", "甲") + item("A-1a", "间") + item("A-2", "乙")));
    assertEquals(3, again.created());
    assertEquals(0, again.updated());
    assertEquals(before.get("甲"), titles().get("甲"));
    assertEquals(before.get("乙"), titles().get("乙"));
  }

  @Test
  void componentsMayChangePlacesAmongTheirSiblings() throws IOException {
    load(series("A", item("A-1", "甲") + item("A-2", "乙")) + series("B", item("B-1", "丙")));
    long head = journal.head();
    load(series("B", item("B-1", "丙")) + series("A", item("A-2", "乙") + item("A-1", "甲")));
    assertEquals(head, journal.head());
  }

  @Test
  void theRightOneIsUpdated() throws IOException {
    load(series("A", item("A-1", "甲") + item("A-2", "乙")));
    EntityIri second = titles().get("乙");
    IngestReport again = load(series("A", item("A-2", "乙改") + item("A-1", "甲")));
    assertEquals(1, again.updated());
    assertEquals(second, titles().get("乙改"));
  }

  @Test
  void numbersThatBeginAnewInEachSeriesAreToldApart() throws IOException {
    load(
        series("A", item("1", "甲一") + item("2", "甲二"))
            + series("B", item("1", "乙一") + item("2", "乙二")));
    Map<String, EntityIri> before = titles();
    assertEquals(7, before.size());
    load(
        series("B", item("2", "乙二") + item("1", "乙一"))
            + series("A", item("1", "甲一") + item("2", "甲二")));
    Map<String, EntityIri> after = titles();
    before.forEach((title, iri) -> assertEquals(iri, after.get(title), title));
  }

  @Test
  void thoseWithoutAUnitidOrWithOneInCommonGoByTheirNumber() throws IOException {
    load(series("A", item("1", "甲") + item("1", "乙") + item("", "丙") + item("", "丁")));
    Map<String, EntityIri> before = titles();
    load(
        series(
            "A", item("0", "新") + item("1", "甲") + item("1", "乙") + item("", "丙") + item("", "丁")));
    Map<String, EntityIri> after = titles();
    before.forEach((title, iri) -> assertEquals(iri, after.get(title), title));
  }

  private static String series(String unitid, String parts) {
    return "<c level='series'><did><unitid>%s</unitid><unittitle>系列%s</unittitle></did>%s</c>"
        .formatted(unitid, unitid, parts);
  }

  private static String item(String unitid, String title) {
    String id = unitid.isEmpty() ? "" : "<unitid>" + unitid + "</unitid>";
    return "<c level='item'><did>%s<unittitle>%s</unittitle></did></c>".formatted(id, title);
  }

  private IngestReport load(String components) throws IOException {
    Path file = folder.resolve("aid.xml");
    Files.writeString(
        file,
        "<ead><eadheader><eadid>aid</eadid></eadheader><archdesc level='fonds'><did>"
            + "<unitid>AID</unitid><unittitle>全宗</unittitle></did><dsc>"
            + components
            + "</dsc></archdesc></ead>");
    IngestReport report =
        new Importer(
                journal,
                new Curation(journal, new ProfileCheck(), Inbound.NONE),
                MediaStore.open(folder.resolve("media")),
                new Mappings(folder.resolve("mappings")))
            .run(
                ImportOrder.of(new Author("test", "test"), file),
                folder.resolve("report"),
                Progress.NONE);
    assertEquals(0, report.errors(), () -> report.problems().toString());
    return report;
  }

  /** The newest title of each set and record. */
  private Map<String, EntityIri> titles() {
    Map<EntityIri, String> newest = new TreeMap<>();
    for (Entry row : journal.after(0, Integer.MAX_VALUE)) {
      if (row.action() == Action.PUT) {
        EntityGraph graph = EntityGraph.ofNTriples(row.entity(), row.content());
        if (row.entity().type() == EntityType.RECORD) {
          newest.put(row.entity(), ArchivalRecord.of(graph).title().zh());
        } else if (row.entity().type() == EntityType.RECORD_SET) {
          newest.put(row.entity(), RecordSet.of(graph).title().zh());
        }
      }
    }
    Map<String, EntityIri> byTitle = new TreeMap<>();
    newest.forEach((iri, title) -> byTitle.put(title, iri));
    return byTitle;
  }
}
