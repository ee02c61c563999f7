package cn.lantai.stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Fills several projections in one pass, each on a thread of its own. */
final class BulkFeed implements AutoCloseable {

  /** How many pieces of work may wait for a projection that is slower than the others. */
  private static final int WAITING = 4;

  private final List<Lane> lanes = new ArrayList<>();

  /** Begins a projection. */
  void add(Supplier<Projection.Bulk> projection) {
    Lane lane = new Lane();
    lanes.add(lane);
    lane.submit(() -> lane.bulk = projection.get());
    lane.await(0);
  }

  /** Does the same with each projection, soon. */
  void forEach(Consumer<Projection.Bulk> work) {
    lanes.forEach(lane -> lane.submit(() -> work.accept(lane.bulk)));
  }

  void finish(Bookmark bookmark) {
    forEach(bulk -> bulk.finish(bookmark));
    lanes.forEach(lane -> lane.await(0));
  }

  @Override
  public void close() {
    lanes.forEach(Lane::close);
  }

  private static final class Lane {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private Projection.Bulk bulk;

    void submit(Runnable work) {
      await(WAITING - 1);
      waiting.add(thread.submit(work));
    }

    /**
     * Waits until no more than so many pieces of work are left; throws what one has failed with.
     */
    void await(int left) {
      while (waiting.size() > left) {
        try {
          waiting.remove().get();
        } catch (ExecutionException e) {
          throw e.getCause() instanceof RuntimeException cause
              ? cause
              : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("Interrupted while a stage was made", e);
        }
      }
    }

    void close() {
      try {
        waiting.forEach(work -> work.cancel(false));
        waiting.clear();
        waiting.add(
            thread.submit(
                () -> {
                  if (bulk != null) {
                    bulk.close();
                  }
                }));
        await(0);
      } finally {
        thread.shutdown();
      }
    }
  }
}
