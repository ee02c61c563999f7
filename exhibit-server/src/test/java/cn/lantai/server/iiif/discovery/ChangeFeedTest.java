package cn.lantai.server.iiif.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Graphs;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.ontology.Rico;
import cn.lantai.server.linkeddata.Addresses;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/** What a harvester is told of what happened to a record and its pages. */
class ChangeFeedTest {

  private static final EntityIri LETTER = Graphs.record("letter");
  private static final EntityIri PAGE = new EntityIri(EntityType.IMAGE, "letter-1");

  private final MemoryJournal journal = new MemoryJournal();
  private final ChangeFeed feed = new ChangeFeed(journal, new Addresses("https://example.org/"));

  @Test
  void nothingPublishedIsNothingToTell() {
    put(Graphs.letter("letter", "一封信"));
    assertTrue(feed.ends().isEmpty());
    assertTrue(feed.page(0).isEmpty());
  }

  @Test
  void whatIsPublishedIsCreatedOnceThenUpdated() {
    put(Graphs.letter("letter", "一封信"));
    publish(LETTER);
    put(Graphs.letter("letter", "一封家信"));
    assertEquals(List.of("Create letter"), told());
    publish(LETTER);
    put(Graphs.letter("letter", "一封旧信"));
    publish(LETTER);
    assertEquals(List.of("Create letter", "Update letter"), told(), "the last update says all");
  }

  @Test
  void aPageThatComesOrGoesUpdatesTheManifestOfItsRecord() {
    put(Graphs.letter("letter", "一封信"));
    publish(LETTER);
    put(page());
    publish(PAGE);
    assertEquals(List.of("Create letter", "Update letter"), told());
    withdraw(PAGE);
    assertEquals(List.of("Create letter", "Update letter"), told());
  }

  @Test
  void whatIsWithdrawnIsDeletedWithItsPagesAndCanComeAgain() {
    put(Graphs.letter("letter", "一封信"));
    put(page());
    publish(LETTER);
    publish(PAGE);
    withdraw(LETTER);
    withdraw(PAGE);
    List<String> gone = List.of("Create letter", "Update letter", "Delete letter");
    assertEquals(gone, told(), "of a manifest that is gone its pages say nothing");
    publish(LETTER);
    assertEquals("Create letter", told().get(3));
  }

  @Test
  void stretchesWithoutPublicationsAreNoPages() {
    put(Graphs.letter("letter", "一封信"));
    publish(LETTER);
    journal.append(
        IntStream.range(0, 2 * ChangeFeed.ROWS)
            .mapToObj(n -> Draft.put(Graphs.letter("other-" + n, "第" + n + "封"), "a", ""))
            .toList());
    withdraw(LETTER);

    ChangeFeed.Ends ends = feed.ends().orElseThrow();
    assertEquals(0, ends.first());
    assertEquals(2, ends.last());
    assertTrue(feed.page(1).isEmpty());
    assertEquals(OptionalLong.of(2), feed.page(0).orElseThrow().next());
    assertEquals(OptionalLong.of(0), feed.page(2).orElseThrow().previous());
    assertEquals(OptionalLong.empty(), feed.page(2).orElseThrow().next());
  }

  private List<String> told() {
    return feed.page(0).orElseThrow().activities().stream()
        .map(each -> each.kind().type() + each.object().replaceFirst(".*/", " "))
        .toList();
  }

  private static EntityGraph page() {
    return new EntityGraph(
        PAGE,
        List.of(
            Triple.create(
                NodeFactory.createURI(PAGE.uri()),
                Rico.isOrWasDigitalInstantiationOf.asNode(),
                NodeFactory.createURI(LETTER.uri()))));
  }

  private void put(EntityGraph graph) {
    journal.append(List.of(Draft.put(graph, "a", "")));
  }

  private void publish(EntityIri entity) {
    journal.append(List.of(Draft.publish(entity, "a", "")));
  }

  private void withdraw(EntityIri entity) {
    journal.append(List.of(Draft.withdraw(entity, "a", "")));
  }
}
