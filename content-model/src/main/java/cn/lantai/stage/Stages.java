package cn.lantai.stage;

import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both stages of a server. Each has a folder, with a numbered folder in it for each time that it
 * was made again; the highest number counts.
 *
 * <p>Reading goes through {@link #store} from any thread; writing only through {@link #follower}.
 */
public final class Stages implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

  private final Path folder;
  private final String base;
  private final Journal journal;
  private final Map<StageKind, ReplaceableGraphStore> stores = new EnumMap<>(StageKind.class);
  private final Map<StageKind, StageFollower> followers = new EnumMap<>(StageKind.class);

  private Stages(Path folder, String base, Journal journal) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.base = Bookmark.requireBase(base);
    this.journal = Objects.requireNonNull(journal, "journal");
  }

  /**
   * Opens the stages as they were left. One that does not belong to the base or to the journal, or
   * that cannot be read, is thrown away and starts empty. Neither follows the journal yet.
   *
   * @param base the public base, which ends in a slash
   * @throws StageLockedException if another process has a stage open
   */
  public static Stages open(Path folder, String base, Journal journal) {
    Stages stages = new Stages(folder, base, journal);
    try {
      for (StageKind kind : StageKind.values()) {
        stages.open(kind);
      }
      return stages;
    } catch (RuntimeException e) {
      stages.close();
      throw e;
    }
  }

  public GraphStore store(StageKind kind) {
    return stores.get(kind);
  }

  public StageFollower follower(StageKind kind) {
    return followers.get(kind);
  }

  /** Makes both stages follow the journal to its end. */
  public void catchUp() {
    followers.values().forEach(StageFollower::catchUp);
  }

  /**
   * Makes both stages again from the journal. Who reads sees the old ones until the new ones are
   * complete; who waits for a new row waits for that.
   */
  public void rebuild() {
    for (StageKind kind : StageKind.values()) {
      followers.get(kind).replaceStore(() -> rebuild(kind));
      followers.get(kind).catchUp();
    }
  }

  /** Must not be called while others read or follow. */
  @Override
  public void close() {
    stores.values().forEach(GraphStore::close);
  }

  private void open(StageKind kind) {
    ReplaceableGraphStore store = new ReplaceableGraphStore(openFitting(kind));
    stores.put(kind, store);
    followers.put(kind, new StageFollower(kind, journal, store, base));
  }

  private void rebuild(StageKind kind) {
    long before = generation(kind);
    GraphStore next = new Tdb2GraphStore(path(kind, before + 1));
    try {
      new StageFollower(kind, journal, next, base).catchUp();
    } catch (RuntimeException e) {
      next.close();
      delete(path(kind, before + 1));
      throw e;
    }
    stores.get(kind).replace(next);
    delete(path(kind, before));
  }

  private GraphStore openFitting(StageKind kind) {
    GraphStore store = openReadable(kind);
    boolean fits;
    try {
      fits = store.bookmark().map(this::fits).orElse(true);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    if (fits) {
      return store;
    }
    LOG.info("The {} stage is of another base or journal and is made again", kind);
    store.close();
    return openNext(kind);
  }

  private GraphStore openReadable(StageKind kind) {
    long generation = generation(kind);
    try {
      GraphStore store = new Tdb2GraphStore(path(kind, generation));
      deleteBefore(kind, generation);
      return store;
    } catch (StageLockedException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("The {} stage cannot be read and is made again", kind, e);
      return openNext(kind);
    }
  }

  private GraphStore openNext(StageKind kind) {
    long next = generation(kind) + 1;
    GraphStore store = new Tdb2GraphStore(path(kind, next));
    deleteBefore(kind, next);
    return store;
  }

  private Path path(StageKind kind, long generation) {
    return folder.resolve(kind.folder()).resolve(Long.toString(generation));
  }

  private long generation(StageKind kind) {
    return generations(kind).stream().mapToLong(Long::longValue).max().orElse(1);
  }

  private void deleteBefore(StageKind kind, long generation) {
    generations(kind).stream()
        .filter(other -> other < generation)
        .forEach(other -> delete(path(kind, other)));
  }

  private List<Long> generations(StageKind kind) {
    Path parent = folder.resolve(kind.folder());
    if (!Files.exists(parent)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(parent)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("[1-9][0-9]{0,17}"))
          .map(Long::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean fits(Bookmark bookmark) {
    List<Entry> row = journal.entries(List.of(bookmark.position()));
    return bookmark.base().equals(base)
        && row.stream()
            .anyMatch(entry -> HexFormat.of().formatHex(entry.hash()).equals(bookmark.rowHash()));
  }

  private static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
