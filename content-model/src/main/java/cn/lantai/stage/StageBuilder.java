package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/**
 * Makes stages from the journal, much faster than following it would: only the versions that count
 * are read, all parts are filled in one pass, and a public stage that is nearly the working one is
 * a copy of its files with the difference applied.
 *
 * <p>What is appended meanwhile is followed in the end, so that what was made is complete up to
 * some row and can be shown.
 */
final class StageBuilder {

  private static final int SLICE = 500;

  /** One part in so many may differ for a copy to be worth it. */
  private static final int SMALL_DIFFERENCE = 5;

  private static final int CHANGES = 10_000;

  private final Journal journal;
  private final String base;
  private final List<ProjectionFactory<?>> factories;
  private final Room room;
  private final BooleanSupplier cancelled;

  /**
   * @param cancelled asked between two steps
   */
  StageBuilder(
      Journal journal,
      String base,
      List<ProjectionFactory<?>> factories,
      Room room,
      BooleanSupplier cancelled) {
    this.journal = journal;
    this.base = base;
    this.factories = List.copyOf(factories);
    this.room = room;
    this.cancelled = cancelled;
  }

  /**
   * Makes the stages in these empty folders, and leaves them closed.
   *
   * @throws CancellationException if it was cancelled
   * @throws NoRoomException if the disk is nearly full
   */
  void build(Map<StageKind, Path> folders) {
    long entities = journal.entities();
    Versions.read(journal, base).ifPresent(versions -> build(folders, versions));
    folders.values().forEach(folder -> Generations.note(folder, entities));
    folders.forEach((kind, folder) -> catchUp(kind, folder));
  }

  private void build(Map<StageKind, Path> folders, Versions versions) {
    boolean alike =
        versions.onlyIn(StageKind.WORKING).cardinality()
                + versions.onlyIn(StageKind.PUBLIC).cardinality()
            <= versions.current().cardinality() / SMALL_DIFFERENCE;
    if (alike && folders.size() == StageKind.values().length) {
      Path working = folders.get(StageKind.WORKING);
      Path published = folders.get(StageKind.PUBLIC);
      fill(StageKind.WORKING, working, versions);
      room.require(Generations.bytes(working));
      copy(working, published);
      toPublic(published, versions);
    } else {
      folders.forEach((kind, folder) -> fill(kind, folder, versions));
    }
  }

  private void fill(StageKind kind, Path folder, Versions versions) {
    try (BulkFeed feed = new BulkFeed()) {
      factories.forEach(
          factory -> feed.add(() -> factory.bulk(folder.resolve(factory.name()), kind)));
      forEachSlice(
          versions.of(kind), entities -> feed.forEach(bulk -> entities.forEach(bulk::add)));
      if (kind == StageKind.PUBLIC) {
        forEachGone(gone -> feed.forEach(bulk -> bulk.gone(gone)));
      }
      // Two of three indexes of the graph are written at the end.
      room.require(2 * Generations.bytes(folder));
      feed.finish(versions.bookmark());
    }
  }

  /** Makes what was copied from the working stage the public one. */
  private void toPublic(Path folder, Versions versions) {
    List<Change> changes = new ArrayList<>();
    withOpen(
        StageKind.PUBLIC,
        folder,
        parts -> {
          Consumer<Change> add =
              change -> {
                changes.add(change);
                if (changes.size() == CHANGES) {
                  apply(parts, changes, versions.bookmark());
                }
              };
          // What must not be in public goes first: versions of one entity have much in common.
          forEachSlice(
              versions.onlyIn(StageKind.WORKING),
              entities -> entities.forEach((iri, all) -> add.accept(leaves(iri, all))));
          forEachSlice(
              versions.onlyIn(StageKind.PUBLIC),
              entities -> entities.forEach((iri, all) -> add.accept(comes(iri, all))));
          forEachGone(entity -> add.accept(new Change(entity, Set.of(), Set.of(), true)));
          apply(parts, changes, versions.bookmark());
        });
  }

  private static void apply(List<Projection> parts, List<Change> changes, Bookmark bookmark) {
    parts.forEach(part -> part.apply(changes, bookmark));
    changes.clear();
  }

  private static Change leaves(EntityIri entity, Set<Triple> triples) {
    return new Change(entity, triples, Set.of(), false);
  }

  private static Change comes(EntityIri entity, Set<Triple> triples) {
    return new Change(entity, Set.of(), triples, false);
  }

  private void catchUp(StageKind kind, Path folder) {
    withOpen(
        kind,
        folder,
        parts ->
            parts.forEach(part -> StageFollower.ofUneven(kind, journal, part, base).catchUp()));
  }

  private void withOpen(StageKind kind, Path folder, Consumer<List<Projection>> work) {
    List<Projection> parts = new ArrayList<>();
    try {
      factories.forEach(factory -> parts.add(factory.open(folder.resolve(factory.name()), kind)));
      work.accept(parts);
    } finally {
      parts.forEach(Projection::close);
    }
  }

  private void forEachSlice(BitSet rows, Consumer<Map<EntityIri, Set<Triple>>> work) {
    for (int row = rows.nextSetBit(0); row >= 0; ) {
      List<Long> slice = new ArrayList<>(SLICE);
      for (; row >= 0 && slice.size() < SLICE; row = rows.nextSetBit(row + 1)) {
        slice.add((long) row);
      }
      requireToGoOn();
      List<byte[]> contents = journal.entries(slice).stream().map(Entry::content).toList();
      if (contents.size() != slice.size()) {
        throw new IllegalStateException("The journal lacks rows from " + slice.get(0) + " on");
      }
      work.accept(Content.parse(contents, base));
    }
  }

  private void forEachGone(Consumer<EntityIri> work) {
    Versions.forEachState(
        journal,
        state -> {
          if (state.withdrawn()) {
            work.accept(state.entity());
          }
        });
  }

  private void requireToGoOn() {
    room.require(0);
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The making of a stage was given up");
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(path -> !path.equals(from)).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
