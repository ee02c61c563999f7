package cn.lantai.stage;

import cn.lantai.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Both stages of a server. Each has a folder, with a numbered folder in it for each time that it
 * was made, with a folder in it for each part of the stage: {@code public/7/graph}.
 *
 * <p>Reading goes through {@link #store} and {@link #part} from any thread; writing is done only by
 * following the journal.
 */
public final class Stages implements AutoCloseable {

  private final GraphPart graph = new GraphPart();
  private final Map<StageKind, Stage> stages = new EnumMap<>(StageKind.class);
  private final List<FollowerThread> threads = new ArrayList<>();

  /**
   * Opens the stages as they were left. One that does not belong to the base or to the journal, or
   * that cannot be read, is thrown away and starts empty. Neither follows the journal yet.
   *
   * @param base the public base, which ends in a slash
   * @param others what each stage has beside its graph
   * @throws StageLockedException if another process has a stage open
   */
  public static Stages open(
      Path folder, String base, Journal journal, ProjectionFactory<?>... others) {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(journal, "journal");
    Bookmark.requireBase(base);
    Stages stages = new Stages();
    List<ProjectionFactory<?>> factories = new ArrayList<>(List.of(others));
    factories.add(0, stages.graph);
    try {
      for (StageKind kind : StageKind.values()) {
        Path own = folder.resolve(kind.folder());
        stages.stages.put(kind, new Stage(kind, own, base, journal, factories));
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
    stages.values().forEach(Stage::catchUp);
  }

  /**
   * Makes both stages again from the journal. Who reads sees the old ones until the new ones are
   * complete.
   */
  public void rebuild() {
    stages.values().forEach(Stage::rebuild);
  }

  /**
   * Follows the journal in the background until closed, with a thread for each part.
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
                                poll))));
    threads.forEach(thread -> thread.start(executor));
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
    threads.forEach(FollowerThread::close);
    stages.values().forEach(Stage::close);
  }
}
