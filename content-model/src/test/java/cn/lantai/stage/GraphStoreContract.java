package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import cn.lantai.journal.Graphs;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every graph store does. Inherit, and hand over an empty store for each test. */
public abstract class GraphStoreContract {

  protected static final String BASE = "http://127.0.0.1:8080/";
  private static final EntityIri LETTER = Graphs.record("r001");

  protected abstract GraphStore store();

  @Test
  void anEmptyStoreHasNoPosition() {
    assertEquals(0, store().position());
    assertEquals(0, store().changed());
    assertEquals(Optional.empty(), store().base());
    assertEquals(Set.of(), all(store()));
    assertFalse(store().isGone(LETTER));
  }

  @Test
  void changesAndBookmarkComeTogether() {
    store().apply(List.of(add("一")), bookmark(7));
    assertEquals(Optional.of(bookmark(7)), store().bookmark());
    assertEquals(7, store().position());
    assertEquals(7, store().changed());
    assertEquals(Optional.of(BASE), store().base());
    assertEquals(triples("一"), all(store()));
  }

  @Test
  void theBookmarkMayMoveAlone() {
    store().apply(List.of(add("一")), bookmark(7));
    store().apply(List.of(), bookmark(9));
    assertEquals(9, store().position());
    assertEquals(7, store().changed());
    assertEquals(triples("一"), all(store()));
  }

  @Test
  void aVersionTakesThePlaceOfAnother() {
    store().apply(List.of(add("一")), bookmark(1));
    store().apply(List.of(new Change(LETTER, triples("一"), triples("二"), false)), bookmark(2));
    assertEquals(triples("二"), all(store()));
  }

  @Test
  void whatIsRemovedAndAddedStays() {
    store().apply(List.of(add("一")), bookmark(1));
    store().apply(List.of(new Change(LETTER, triples("一"), triples("一"), false)), bookmark(2));
    assertEquals(triples("一"), all(store()));
  }

  @Test
  void removingWhatIsNotThereIsNoFault() {
    store().apply(List.of(new Change(LETTER, triples("一"), Set.of(), false)), bookmark(1));
    assertEquals(Set.of(), all(store()));
  }

  @Test
  void whatIsGoneIsKnownUntilItComesBack() {
    store().apply(List.of(add("一")), bookmark(1));
    store().apply(List.of(new Change(LETTER, triples("一"), Set.of(), true)), bookmark(2));
    assertTrue(store().isGone(LETTER));
    assertFalse(store().isGone(Graphs.record("r002")));
    store().apply(List.of(), bookmark(3));
    assertTrue(store().isGone(LETTER));
    store().apply(List.of(add("一")), bookmark(4));
    assertFalse(store().isGone(LETTER));
  }

  @Test
  void theBookmarkNeverGoesBackNorToAnotherBase() {
    store().apply(List.of(add("一")), bookmark(5));
    assertThrows(IllegalArgumentException.class, () -> store().apply(List.of(), bookmark(4)));
    Bookmark elsewhere = new Bookmark("https://elsewhere.example/", 6, "aa");
    assertThrows(IllegalArgumentException.class, () -> store().apply(List.of(), elsewhere));
    assertEquals(5, store().position());
  }

  @Test
  void aChangeThatFailsLeavesEverythingAsItWas() {
    store().apply(List.of(add("一")), bookmark(1));
    Change broken = new Change(LETTER, Set.of(), new BrokenSet(), false);
    Change fine = new Change(LETTER, triples("一"), triples("二"), true);
    assertThrows(
        IllegalStateException.class, () -> store().apply(List.of(fine, broken), bookmark(2)));
    assertEquals(triples("一"), all(store()));
    assertEquals(1, store().position());
    store().apply(List.of(fine), bookmark(2));
    assertEquals(triples("二"), all(store()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH ?g { } }",
        "SELECT * { GRAPH <lantai:/stage> { ?s ?p ?o } }",
        "SELECT * { GRAPH <lantai:/stage> { ?s !<urn:x> ?o } }",
        "SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }",
        "SELECT * FROM <lantai:/stage> { ?s ?p ?o }",
        "SELECT * FROM NAMED <lantai:/stage> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { GRAPH ?g { ?a ?b ?c } } }",
        "SELECT * { { SELECT ?g { GRAPH ?g { ?s ?p ?o } } } }",
        "SELECT * { ?s <lantai:/stage#position> ?o }"
      })
  void noQueryReachesBeyondTheDefaultGraph(String query) {
    Change gone = new Change(Graphs.record("r002"), Set.of(), Set.of(), true);
    store().apply(List.of(add("一"), gone), bookmark(3));
    assertEquals(0, count(query));
  }

  @Test
  void queriesSeeTheDefaultGraph() {
    store().apply(List.of(add("一")), bookmark(3));
    assertEquals(4, count("SELECT * { ?s ?p ?o }"));
    assertEquals(
        1,
        count("SELECT * { ?s <" + Graphs.DATE.getURI() + ">/<" + Graphs.TITLE.getURI() + "> ?o }"));
    assertEquals(4, count("SELECT * { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"));
  }

  @Test
  void theDatasetHasNoNamedGraph() {
    store().apply(List.of(add("一")), bookmark(3));
    store()
        .read(
            dataset -> {
              assertFalse(dataset.listGraphNodes().hasNext());
              assertEquals(4, count(dataset, Node.ANY));
              assertEquals(4, count(dataset, Quad.defaultGraphIRI));
              assertEquals(4, dataset.stream().count());
              assertEquals(4, dataset.getDefaultGraph().size());
              assertFalse(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).hasNext());
              assertTrue(dataset.getUnionGraph().isEmpty());
              return null;
            });
  }

  @Test
  void readersCannotWrite() {
    store().apply(List.of(add("一")), bookmark(3));
    Triple triple = triples("二").iterator().next();
    assertThrows(
        RuntimeException.class,
        () ->
            store()
                .read(
                    dataset -> {
                      dataset.getDefaultGraph().add(triple);
                      return null;
                    }));
    assertThrows(
        RuntimeException.class,
        () ->
            store()
                .read(
                    dataset -> {
                      dataset.add(Quad.create(Quad.defaultGraphIRI, triple));
                      return null;
                    }));
    assertEquals(triples("一"), all(store()));
  }

  @Test
  void aReaderMayReadWithinItsReading() {
    store().apply(List.of(add("一")), bookmark(3));
    assertEquals(triples("一"), store().read(outer -> all(store())));
  }

  @Test
  void aReaderSeesOneStateWhileAnotherIsWritten() throws Exception {
    store().apply(List.of(add("一")), bookmark(1));
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Set<Triple>> seen =
          pool.submit(
              () ->
                  store()
                      .read(
                          dataset -> {
                            reading.countDown();
                            await(written);
                            return all(dataset);
                          }));
      await(reading);
      store().apply(List.of(new Change(LETTER, triples("一"), triples("二"), false)), bookmark(2));
      written.countDown();
      assertEquals(triples("一"), seen.get());
      assertEquals(triples("二"), all(store()));
    } finally {
      pool.shutdown();
    }
  }

  protected static Set<Triple> all(GraphStore store) {
    return store.read(GraphStoreContract::all);
  }

  private static Set<Triple> all(DatasetGraph dataset) {
    return dataset.stream().map(Quad::asTriple).collect(Collectors.toSet());
  }

  protected static Change add(String title) {
    return new Change(LETTER, Set.of(), triples(title), false);
  }

  protected static Bookmark bookmark(long position) {
    return new Bookmark(BASE, position, "hash of " + position);
  }

  protected static Set<Triple> triples(String title) {
    return Graphs.letter("r001", title).triples().stream()
        .map(triple -> Rebase.triple(triple, EntityIri.INTERNAL_BASE, BASE))
        .collect(Collectors.toSet());
  }

  private long count(String query) {
    return store()
        .read(
            dataset -> {
              try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
                return execution.select().stream().count();
              }
            });
  }

  private static long count(DatasetGraph dataset, Node graph) {
    return dataset.stream(graph, Node.ANY, Node.ANY, Node.ANY).count();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class BrokenSet extends AbstractSet<Triple> {
    @Override
    public Iterator<Triple> iterator() {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
