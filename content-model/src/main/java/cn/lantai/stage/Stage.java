package cn.lantai.stage;

import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stage: its parts, which are opened, made again and exchanged together. */
final class Stage implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

  private final StageKind kind;
  private final Generations generations;
  private final String base;
  private final Journal journal;
  private final List<ProjectionFactory<?>> factories;
  private final List<Part<?>> parts;
  private volatile long current;

  /** Opens the newest generation, or begins an empty one if that is of no use. */
  Stage(
      StageKind kind,
      Path folder,
      String base,
      Journal journal,
      List<ProjectionFactory<?>> factories) {
    this.kind = kind;
    this.generations = new Generations(folder);
    this.base = base;
    this.journal = journal;
    this.factories = List.copyOf(factories);
    this.parts = openFitting();
  }

  List<Part<?>> parts() {
    return parts;
  }

  <P extends Projection> Part<P> part(ProjectionFactory<P> factory) {
    for (Part<?> part : parts) {
      if (part.factory() == factory) {
        @SuppressWarnings("unchecked") // a part is of its factory's type
        Part<P> found = (Part<P>) part;
        return found;
      }
    }
    throw new IllegalArgumentException("The stages were opened without " + factory.name());
  }

  /** The journal row that every part has reached. */
  long position() {
    return parts.stream().mapToLong(part -> part.follower().position()).min().orElseThrow();
  }

  boolean awaitPosition(long row, Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    for (Part<?> part : parts) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (!part.follower().awaitPosition(row, left)) {
        return false;
      }
    }
    return true;
  }

  void catchUp() {
    parts.forEach(part -> part.follower().catchUp());
  }

  /** An empty folder in which the next generation can be made. */
  Path begin() {
    return generations.begin();
  }

  /**
   * Shows the generation that was made since {@link #begin}, and deletes the one that was there.
   * Nobody who reads waits for that.
   */
  void complete() {
    exchange(generations.complete());
  }

  /** Throws away what was made since {@link #begin}. */
  void abandon() {
    generations.abandon();
  }

  /** Whether a part is so far behind that the stage is better made again. */
  boolean isFarBehind(long head) {
    return parts.stream().anyMatch(part -> part.follower().isFarBehind(head));
  }

  /** Whether the files have grown well beyond what a new generation would need. */
  boolean isOvergrown(LongSupplier entities) {
    return generations.isOvergrown(current, entities);
  }

  /** Must not be called while others read or follow. */
  @Override
  public void close() {
    parts.forEach(Part::close);
  }

  private void exchange(long generation) {
    List<Part<?>.Successor> successors = successors(generations.folder(generation));
    successors.forEach(Part.Successor::catchUp);
    List<Runnable> closers = new ArrayList<>();
    betweenBatches(
        parts.iterator(),
        () -> {
          successors.forEach(Part.Successor::catchUp);
          successors.forEach(successor -> closers.add(successor.takeOver()));
        });
    current = generation;
    closers.forEach(Runnable::run);
    generations.keepOnly(generation);
  }

  private List<Part<?>.Successor> successors(Path generation) {
    List<Part<?>.Successor> successors = new ArrayList<>();
    try {
      parts.forEach(part -> successors.add(part.successor(generation)));
      return successors;
    } catch (RuntimeException e) {
      successors.forEach(Part.Successor::close);
      throw e;
    }
  }

  private static void betweenBatches(Iterator<Part<?>> parts, Runnable work) {
    if (parts.hasNext()) {
      parts.next().follower().betweenBatches(() -> betweenBatches(parts, work));
    } else {
      work.run();
    }
  }

  private List<Part<?>> openFitting() {
    long newest = generations.newest();
    Optional<List<Part<?>>> left = openReadable(generations.folder(newest));
    if (left.isPresent() && fit(left.get())) {
      current = newest;
      generations.keepOnly(newest);
      return left.get();
    }
    List<Part<?>> empty = open(generations.folder(newest + 1));
    current = newest + 1;
    generations.keepOnly(newest + 1);
    return empty;
  }

  private Optional<List<Part<?>>> openReadable(Path generation) {
    try {
      return Optional.of(open(generation));
    } catch (StageLockedException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("The {} stage cannot be read and is made again", kind, e);
      return Optional.empty();
    }
  }

  private List<Part<?>> open(Path generation) {
    List<Part<?>> opened = new ArrayList<>();
    try {
      factories.forEach(part -> opened.add(new Part<>(part, kind, generation, base, journal)));
      return opened;
    } catch (RuntimeException e) {
      opened.forEach(Part::close);
      throw e;
    }
  }

  /** Whether all belong to the base and the journal; closes them if not. */
  private boolean fit(List<Part<?>> opened) {
    boolean fit = false;
    try {
      fit = opened.stream().allMatch(part -> part.live().bookmark().map(this::fits).orElse(true));
    } finally {
      if (!fit) {
        opened.forEach(Part::close);
      }
    }
    if (!fit) {
      LOG.info("The {} stage is of another base or journal and is made again", kind);
    }
    return fit;
  }

  private boolean fits(Bookmark bookmark) {
    List<Entry> row = journal.entries(List.of(bookmark.position()));
    return bookmark.base().equals(base)
        && row.stream()
            .anyMatch(entry -> HexFormat.of().formatHex(entry.hash()).equals(bookmark.rowHash()));
  }
}
