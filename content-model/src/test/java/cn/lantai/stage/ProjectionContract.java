package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import cn.lantai.journal.Graphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every part of a stage does, however it is kept. */
public abstract class ProjectionContract<P extends Projection> {

  protected static final String BASE = "http://127.0.0.1:8080/";

  @TempDir protected Path folder;

  protected abstract ProjectionFactory<P> factory();

  /** The titles of all records that the projection holds. */
  protected abstract Set<String> titles(P projection);

  @ParameterizedTest
  @EnumSource
  void whatIsNewIsEmpty(StageKind kind) {
    try (P projection = factory().open(folder.resolve("new"), kind)) {
      assertEquals(Optional.empty(), projection.bookmark());
      assertEquals(0, projection.position());
      assertEquals(Set.of(), titles(projection));
    }
  }

  @Test
  void changesAndBookmarkAreThereAfterReopening() {
    inFolder(projection -> projection.apply(List.of(comes("r001", "一")), bookmark(7)));
    assertEquals(Optional.of(bookmark(7)), read(Projection::bookmark));
    assertEquals(Optional.of(BASE), read(Projection::base));
    assertEquals(Set.of("一"), read(this::titles));
  }

  @Test
  void changesAreSeenAtOnce() {
    inFolder(
        projection -> {
          projection.apply(List.of(comes("r001", "一"), comes("r002", "二")), bookmark(2));
          assertEquals(Set.of("一", "二"), titles(projection));
          projection.apply(List.of(becomes("r001", "一", "三")), bookmark(3));
          assertEquals(Set.of("三", "二"), titles(projection));
          projection.apply(List.of(leaves("r002", "二")), bookmark(4));
          assertEquals(Set.of("三"), titles(projection));
          projection.apply(List.of(), bookmark(5));
          assertEquals(Set.of("三"), titles(projection));
          assertEquals(5, projection.position());
        });
  }

  @Test
  void theSameChangeMayComeTwice() {
    inFolder(
        projection -> {
          projection.apply(List.of(comes("r001", "一")), bookmark(1));
          projection.apply(List.of(becomes("r001", "一", "二")), bookmark(2));
          projection.apply(List.of(becomes("r001", "一", "二")), bookmark(2));
          assertEquals(Set.of("二"), titles(projection));
          projection.apply(List.of(leaves("r001", "二")), bookmark(3));
          projection.apply(List.of(leaves("r001", "二")), bookmark(3));
          assertEquals(Set.of(), titles(projection));
        });
  }

  @Test
  void aLaterVersionEndsUpRightWhenTheEarlierOnesAreFollowed() {
    inFolder(
        projection -> {
          projection.apply(List.of(comes("r001", "三")), bookmark(1));
          projection.apply(List.of(comes("r001", "一")), bookmark(2));
          projection.apply(List.of(becomes("r001", "一", "二")), bookmark(3));
          projection.apply(List.of(becomes("r001", "二", "三")), bookmark(4));
          assertEquals(Set.of("三"), titles(projection));
        });
  }

  @Test
  void theBookmarkNeverGoesBackNorToAnotherBase() {
    inFolder(
        projection -> {
          projection.apply(List.of(comes("r001", "一")), bookmark(5));
          assertThrows(
              IllegalArgumentException.class, () -> projection.apply(List.of(), bookmark(4)));
          Bookmark elsewhere = new Bookmark("https://elsewhere.example/", 6, "aa");
          assertThrows(
              IllegalArgumentException.class, () -> projection.apply(List.of(), elsewhere));
          assertEquals(5, projection.position());
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMadeInBulkIsFollowedFromItsBookmark(StageKind kind) {
    Path made = folder.resolve("made");
    try (Projection.Bulk bulk = factory().bulk(made, kind)) {
      bulk.gone(Graphs.record("r009"));
      for (int i = 1; i <= 50; i++) {
        String key = "r" + i;
        bulk.add(Graphs.record(key), triples(key, "第" + i));
      }
      bulk.finish(bookmark(60));
    }
    try (P projection = factory().open(made, kind)) {
      assertEquals(Optional.of(bookmark(60)), projection.bookmark());
      assertEquals(50, titles(projection).size());
      projection.apply(List.of(becomes("r1", "第1", "新")), bookmark(61));
      projection.apply(List.of(leaves("r2", "第2")), bookmark(62));
      assertEquals(49, titles(projection).size());
    }
  }

  @Test
  void aBulkMayBeOfNothing() {
    Path made = folder.resolve("made");
    try (Projection.Bulk bulk = factory().bulk(made, StageKind.PUBLIC)) {
      bulk.finish(bookmark(3));
    }
    try (P projection = factory().open(made, StageKind.PUBLIC)) {
      assertEquals(3, projection.position());
      assertEquals(Set.of(), titles(projection));
    }
  }

  @Test
  void aBulkThatIsGivenUpLetsGoOfItsFiles() throws IOException {
    Path made = folder.resolve("made");
    try (Projection.Bulk bulk = factory().bulk(made, StageKind.WORKING)) {
      bulk.add(Graphs.record("r001"), triples("r001", "一"));
    }
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
    try (P projection = factory().open(made, StageKind.WORKING)) {
      assertEquals(0, projection.position());
    }
  }

  @Test
  void aCopyOfTheFolderHoldsTheSame() throws IOException {
    inFolder(projection -> projection.apply(List.of(comes("r001", "一")), bookmark(7)));
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(folder.resolve("part"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.resolve("part").relativize(file)));
      }
    }
    try (P projection = factory().open(copy, StageKind.PUBLIC)) {
      assertEquals(7, projection.position());
      projection.apply(List.of(becomes("r001", "一", "二")), bookmark(8));
      assertEquals(Set.of("二"), titles(projection));
    }
    assertEquals(Set.of("一"), read(this::titles));
  }

  @Test
  void nobodyOpensItTwice() {
    inFolder(
        projection ->
            assertThrows(
                StageLockedException.class,
                () -> factory().open(folder.resolve("part"), StageKind.WORKING)));
  }

  protected final void inFolder(Consumer<P> use) {
    try (P projection = factory().open(folder.resolve("part"), StageKind.WORKING)) {
      use.accept(projection);
    }
  }

  private <T> T read(Function<P, T> use) {
    try (P projection = factory().open(folder.resolve("part"), StageKind.WORKING)) {
      return use.apply(projection);
    }
  }

  protected static Change comes(String key, String title) {
    return new Change(Graphs.record(key), Set.of(), triples(key, title), false);
  }

  protected static Change becomes(String key, String before, String now) {
    return new Change(Graphs.record(key), triples(key, before), triples(key, now), false);
  }

  protected static Change leaves(String key, String before) {
    return new Change(Graphs.record(key), triples(key, before), Set.of(), true);
  }

  protected static Bookmark bookmark(long position) {
    return new Bookmark(BASE, position, "hash of " + position);
  }

  protected static Set<Triple> triples(String key, String title) {
    EntityGraph letter = Graphs.letter(key, title);
    return letter.triples().stream()
        .map(triple -> Rebase.triple(triple, EntityIri.INTERNAL_BASE, BASE))
        .collect(Collectors.toSet());
  }
}
