package cn.lantai.stage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A projection that can be exchanged for another one under those who read. Nobody waits for an
 * exchange: who is reading goes on with the old one, who comes later gets the new one.
 */
public final class Replaceable<P extends Projection> implements Projection {

  private volatile Lease<P> current;

  Replaceable(P first) {
    current = new Lease<>(first);
  }

  /** Neither the projection nor what it gives out lazily may be used after the call. */
  public <T> T use(Function<P, T> use) {
    Lease<P> lease = enter();
    try {
      return use.apply(lease.projection);
    } finally {
      lease.leave();
    }
  }

  /**
   * Puts another one in the place of the one that was there.
   *
   * @return waits for those who still use the old one, and closes it
   */
  Runnable replace(P next) {
    Lease<P> old = current;
    current = new Lease<>(next);
    return old::close;
  }

  @Override
  public Optional<Bookmark> bookmark() {
    return use(Projection::bookmark);
  }

  @Override
  public void apply(List<Change> changes, Bookmark bookmark) {
    run(projection -> projection.apply(changes, bookmark));
  }

  /** Waits for those who read. */
  @Override
  public void close() {
    current.close();
  }

  private void run(Consumer<P> use) {
    Lease<P> lease = enter();
    try {
      use.accept(lease.projection);
    } finally {
      lease.leave();
    }
  }

  private Lease<P> enter() {
    while (true) {
      Lease<P> lease = current;
      if (lease.enter()) {
        return lease;
      }
      if (lease == current) {
        throw new IllegalStateException("The stage is closed");
      }
    }
  }

  /** A projection with the number of those who use it. */
  private static final class Lease<P extends Projection> {

    private final P projection;
    private int users;
    private boolean ended;

    Lease(P projection) {
      this.projection = Objects.requireNonNull(projection, "projection");
    }

    synchronized boolean enter() {
      if (ended) {
        return false;
      }
      users++;
      return true;
    }

    synchronized void leave() {
      users--;
      notifyAll();
    }

    void close() {
      awaitUsers();
      projection.close();
    }

    private synchronized void awaitUsers() {
      ended = true;
      boolean interrupted = false;
      while (users > 0) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
