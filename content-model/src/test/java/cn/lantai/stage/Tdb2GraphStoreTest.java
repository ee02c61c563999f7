package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.journal.Graphs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Tdb2GraphStoreTest extends GraphStoreContract {

  @TempDir Path folder;
  private Tdb2GraphStore store;

  @BeforeEach
  void open() {
    store = new Tdb2GraphStore(folder.resolve("stage"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected GraphStore store() {
    return store;
  }

  @Test
  void whatWasStoredIsThereAfterReopening() {
    Change gone = new Change(Graphs.record("r002"), Set.of(), Set.of(), true);
    store.apply(List.of(add("一"), gone), bookmark(7));
    store.apply(List.of(), bookmark(9));
    store.close();
    open();
    assertEquals(Optional.of(bookmark(9)), store.bookmark());
    assertEquals(7, store.changed());
    assertEquals(triples("一"), all(store));
    assertTrue(store.isGone(Graphs.record("r002")));
  }

  @Test
  void aStoreIsOpenedOnceOnly() {
    Path same = folder.resolve("stage");
    assertThrows(StageLockedException.class, () -> new Tdb2GraphStore(same));
    store.apply(List.of(add("一")), bookmark(1));
    assertEquals(triples("一"), all(store));
  }

  @Test
  void closingTwiceIsNoFault() {
    store.close();
    store.close();
    open();
  }

  @Test
  void queriesAreRunByTheEngineOfTdb2() {
    store.read(
        dataset -> {
          String factory =
              QueryEngineRegistry.findFactory(
                      QueryFactory.create("ASK {}"), dataset, ARQ.getContext())
                  .getClass()
                  .getName();
          assertTrue(factory.startsWith(StageQueryEngine.class.getName()), factory);
          return null;
        });
  }
}
