package cn.lantai.stage;

import cn.lantai.journal.Journal;
import java.nio.file.Path;

/** One part of an open stage: what readers use, and what makes it follow the journal. */
final class Part<P extends Projection> implements AutoCloseable {

  private final ProjectionFactory<P> factory;
  private final StageKind kind;
  private final String base;
  private final Journal journal;
  private final Replaceable<P> live;
  private final StageFollower follower;

  /**
   * @param generation the folder of the stage's generation
   */
  Part(
      ProjectionFactory<P> factory, StageKind kind, Path generation, String base, Journal journal) {
    this.factory = factory;
    this.kind = kind;
    this.base = base;
    this.journal = journal;
    this.live = new Replaceable<>(open(generation));
    this.follower = new StageFollower(kind, journal, live, base);
  }

  ProjectionFactory<P> factory() {
    return factory;
  }

  Replaceable<P> live() {
    return live;
  }

  StageFollower follower() {
    return follower;
  }

  /** Opens this part of another generation, to be shown later. */
  Successor successor(Path generation) {
    return new Successor(open(generation));
  }

  /** Must not be called while others read or follow. */
  @Override
  public void close() {
    live.close();
  }

  private P open(Path generation) {
    return factory.open(generation.resolve(factory.name()), kind);
  }

  /** This part of the generation that is to come. */
  final class Successor implements AutoCloseable {

    private final P projection;

    private Successor(P projection) {
      this.projection = projection;
    }

    void catchUp() {
      new StageFollower(kind, journal, projection, base).catchUp();
    }

    /**
     * Takes the place of the one that was there. Only {@link StageFollower#betweenBatches}.
     *
     * @return waits for those who still read the old one, and closes it
     */
    Runnable takeOver() {
      return live.replace(projection);
    }

    @Override
    public void close() {
      projection.close();
    }
  }
}
