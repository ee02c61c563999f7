package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.journal.Draft;
import cn.lantai.journal.Graphs;
import cn.lantai.journal.Journal;
import cn.lantai.journal.MemoryJournal;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageBuilderTest {

  private static final String BASE = "https://archive.example/";

  @TempDir Path folder;
  private final MemoryJournal journal = new MemoryJournal();
  private final Random random = new Random(20261125);

  /** With few drafts the public stage is a copy of the working one, with many it is not. */
  @ParameterizedTest
  @ValueSource(ints = {3, 80})
  void theStagesAreAsIfTheyHadFollowed(int percentUnpublished) throws IOException {
    write(1500, percentUnpublished);
    Map<StageKind, Path> made = build(journal);
    for (StageKind kind : StageKind.values()) {
      assertAsInJournal(made, kind);
    }
  }

  /** Every version that is looked at may be older or newer than the next one. */
  @ParameterizedTest
  @ValueSource(ints = {3, 80})
  void whatIsWrittenMeanwhileIsThereAsWell(int percentUnpublished) throws IOException {
    write(600, percentUnpublished);
    Map<StageKind, Path> made = build(writtenTo());
    for (StageKind kind : StageKind.values()) {
      assertAsInJournal(made, kind);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneStageMayBeMadeAlone(StageKind kind) throws IOException {
    write(50, 30);
    Map<StageKind, Path> folders = Map.of(kind, Files.createDirectory(folder.resolve("one")));
    builder(journal, false).build(folders);
    assertAsInJournal(folders, kind);
  }

  @Test
  void ofAnEmptyJournalEmptyStagesAreMade() throws IOException {
    Map<StageKind, Path> made = build(journal);
    try (GraphStore store =
        new GraphPart().open(made.get(StageKind.PUBLIC).resolve("graph"), StageKind.PUBLIC)) {
      assertEquals(0, store.position());
    }
  }

  @Test
  void itCanBeGivenUp() throws IOException {
    write(50, 0);
    StageBuilder builder = builder(journal, true);
    Map<StageKind, Path> folders = folders();
    assertThrows(CancellationException.class, () -> builder.build(folders));
  }

  @Test
  void aJournalThatLacksRowsIsNotTakenForAStage() throws IOException {
    write(50, 0);
    Journal damaged =
        watched(
            (method, result) ->
                method.equals("entries") && result instanceof List<?> rows && rows.size() > 1
                    ? rows.subList(1, rows.size())
                    : result);
    Map<StageKind, Path> folders = folders();
    StageBuilder builder = builder(damaged, false);
    Exception e = assertThrows(IllegalStateException.class, () -> builder.build(folders));
    assertTrue(e.getMessage().contains("lacks rows"), e.getMessage());
  }

  private Map<StageKind, Path> build(Journal from) throws IOException {
    Map<StageKind, Path> folders = folders();
    builder(from, false).build(folders);
    return folders;
  }

  private Map<StageKind, Path> folders() throws IOException {
    Map<StageKind, Path> folders = new EnumMap<>(StageKind.class);
    for (StageKind kind : StageKind.values()) {
      folders.put(kind, Files.createDirectory(folder.resolve(kind.folder())));
    }
    return folders;
  }

  private static StageBuilder builder(Journal journal, boolean cancelled) {
    return new StageBuilder(journal, BASE, List.of(new GraphPart()), Room.ENDLESS, () -> cancelled);
  }

  /** Followed to the end, for something may have been written after one stage was made. */
  private void assertAsInJournal(Map<StageKind, Path> made, StageKind kind) {
    Snapshot expected = Snapshot.of(journal, kind, BASE);
    try (GraphStore store = new GraphPart().open(made.get(kind).resolve("graph"), kind)) {
      assertTrue(store.position() > 0);
      new StageFollower(kind, journal, store, BASE).catchUp();
      Snapshot found = Snapshot.of(store, Snapshot.entities(journal));
      assertEquals(expected.gone(), found.gone());
      assertEquals(Set.of(), minus(expected.triples(), found.triples()), "missing");
      assertEquals(Set.of(), minus(found.triples(), expected.triples()), "too much");
    }
  }

  private static Set<Triple> minus(Set<Triple> from, Set<Triple> what) {
    Set<Triple> rest = new HashSet<>(from);
    rest.removeAll(what);
    return rest;
  }

  /** Rows of a third as many records. */
  private void write(int rows, int percentUnpublished) {
    for (int i = 0; i < rows; i++) {
      row(rows / 3, percentUnpublished);
    }
  }

  private void row(int records, int percentUnpublished) {
    String key = "r" + random.nextInt(records);
    if (random.nextInt(40) == 0) {
      journal.append(List.of(Draft.withdraw(Graphs.record(key), "a", "")));
      return;
    }
    journal.append(List.of(Draft.put(Graphs.letter(key, "第" + random.nextInt(4)), "a", "")));
    if (random.nextInt(100) >= percentUnpublished) {
      journal.append(List.of(Draft.publish(Graphs.record(key), "a", "")));
    }
  }

  /** The journal, in which something happens each time that it was asked. */
  private Journal writtenTo() {
    return watched(
        (method, result) -> {
          if (journal.head() < 1600 && !method.equals("after")) {
            write(100, 30);
          }
          return result;
        });
  }

  private Journal watched(Watcher watcher) {
    return (Journal)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, arguments) -> {
              try {
                return watcher.after(method.getName(), method.invoke(journal, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private interface Watcher {
    Object after(String method, Object result);
  }
}
