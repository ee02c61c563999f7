package cn.lantai.stage;

import cn.lantai.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both stages of a server. Each has a folder, with a numbered folder in it for each time that it
 * was made, with a folder in it for each part of the stage: {@code public/7/graph}.
 *
 * <p>Reading goes through {@link #store} and {@link #part} from any thread; writing is done only by
 * following the journal.
 */
public final class Stages implements AutoCloseable {

  /** How often to see whether a stage is better made again. */
  private static final Duration UPKEEP = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

  private final String base;
  private final Journal journal;
  private final Room room;
  private final GraphPart graph = new GraphPart();
  private final List<ProjectionFactory<?>> factories = new ArrayList<>();
  private final Map<StageKind, Stage> stages = new EnumMap<>(StageKind.class);
  private final List<FollowerThread> threads = new ArrayList<>();
  private final Upkeep upkeep = new Upkeep(this, UPKEEP);
  private final ReentrantLock making = new ReentrantLock();

  private Stages(String base, Journal journal, Room room, List<ProjectionFactory<?>> others) {
    this.base = Bookmark.requireBase(base);
    this.journal = Objects.requireNonNull(journal, "journal");
    this.room = Objects.requireNonNull(room, "room");
    factories.add(graph);
    factories.addAll(others);
  }

  /**
   * Opens the stages as they were left. One that does not belong to the base or to the journal, or
   * that cannot be read, is thrown away and starts empty. Neither follows the journal yet.
   *
   * @param base the public base, which ends in a slash
   * @param room while it is short, nothing is followed but withdrawals
   * @param others what each stage has beside its graph
   * @throws StageLockedException if another process has a stage open
   */
  public static Stages open(
      Path folder, String base, Journal journal, Room room, ProjectionFactory<?>... others) {
    Objects.requireNonNull(folder, "folder");
    Stages stages = new Stages(base, journal, room, List.of(others));
    try {
      for (StageKind kind : StageKind.values()) {
        Path own = folder.resolve(kind.folder());
        stages.stages.put(kind, new Stage(kind, own, base, journal, stages.factories));
      }
      return stages;
    } catch (RuntimeException e) {
      stages.close();
      throw e;
    }
  }

  public GraphStore store(StageKind kind) {
    return new ReplaceableGraphStore(part(kind, graph));
  }

  /**
   * @param factory one of those that the stages were opened with
   */
  public <P extends Projection> Replaceable<P> part(StageKind kind, ProjectionFactory<P> factory) {
    return stages.get(kind).part(factory).live();
  }

  /** The last journal row that every part of the stage shows, or that is none of its business. */
  public long position(StageKind kind) {
    return stages.get(kind).position();
  }

  /**
   * Waits until the stage has followed the journal to {@code row}; does not itself follow.
   *
   * @return false if it has not after {@code timeout}
   */
  public boolean awaitPosition(StageKind kind, long row, Duration timeout)
      throws InterruptedException {
    return stages.get(kind).awaitPosition(row, timeout);
  }

  /** Makes both stages follow the journal to its end. */
  public void catchUp() {
    if (stages.values().stream().anyMatch(stage -> stage.isFarBehind(head()))) {
      rebuild();
    }
    stages.values().forEach(Stage::catchUp);
  }

  /**
   * Makes both stages again from the journal. Who reads sees the old ones, which go on following,
   * until the new ones are complete.
   *
   * @throws CancellationException if the stages were closed meanwhile
   * @throws NoRoomException if the disk is nearly full
   */
  public void rebuild() {
    making.lock();
    try {
      Map<StageKind, Path> folders = new EnumMap<>(StageKind.class);
      stages.forEach((kind, stage) -> folders.put(kind, stage.begin()));
      try {
        new StageBuilder(journal, base, factories, room, upkeep::isClosed).build(folders);
      } catch (RuntimeException e) {
        stages.values().forEach(Stage::abandon);
        throw e;
      }
      stages.values().forEach(Stage::complete);
    } finally {
      making.unlock();
    }
    signal();
  }

  /**
   * Whether the files of a stage take much more than those of a new one would, so that the stages
   * are about to be made again.
   */
  public boolean haveGrown() {
    return stages.values().stream().anyMatch(stage -> stage.isOvergrown(journal::entities));
  }

  long head() {
    return journal.head();
  }

  /**
   * Makes the stages again if one is far behind or its files have grown.
   *
   * @param calm whether few rows come in: what is made while many do would be far behind again
   * @return whether they were made
   */
  boolean rebuildIfWorthwhile(long head, boolean calm) {
    boolean behind = stages.values().stream().anyMatch(stage -> stage.isFarBehind(head));
    boolean worthwhile = behind ? calm : haveGrown();
    if (worthwhile) {
      LOG.info(
          "The stages are made again because {}", behind ? "they are far behind" : "they grew");
      rebuild();
    }
    return worthwhile;
  }

  /**
   * Follows the journal in the background until closed, with a thread for each part and one that
   * makes the stages again when they are far behind or have grown.
   *
   * @param poll how long rows of another server may go unnoticed
   */
  public void start(Executor executor, Duration poll) {
    stages.forEach(
        (kind, stage) ->
            stage
                .parts()
                .forEach(
                    part ->
                        threads.add(
                            new FollowerThread(
                                kind.folder() + " " + part.factory().name(),
                                part.follower(),
                                poll,
                                () -> room.isShort(0) || part.follower().isFarBehind(head())))));
    threads.forEach(thread -> thread.start(executor));
    upkeep.start(executor);
  }

  /** Says that there are new rows. */
  public void signal() {
    threads.forEach(FollowerThread::signal);
  }

  /** How the following goes, part by part. */
  public List<FollowerThread.Status> status() {
    return threads.stream().map(FollowerThread::status).toList();
  }

  /** Ends the following. Must not be called while others read. */
  @Override
  public void close() {
    upkeep.close();
    threads.forEach(FollowerThread::close);
    stages.values().forEach(Stage::close);
  }
}
