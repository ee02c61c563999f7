package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;

/** A store that can be exchanged for another one under those who read. */
final class ReplaceableGraphStore implements GraphStore {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private GraphStore current;

  ReplaceableGraphStore(GraphStore first) {
    current = first;
  }

  /** Waits for those who read, and closes the store that was there. */
  void replace(GraphStore next) {
    lock.writeLock().lock();
    try {
      current.close();
      current = next;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public Optional<Bookmark> bookmark() {
    return locked(GraphStore::bookmark);
  }

  @Override
  public long changed() {
    return locked(GraphStore::changed);
  }

  @Override
  public void apply(List<Change> changes, Bookmark bookmark) {
    locked(
        store -> {
          store.apply(changes, bookmark);
          return true;
        });
  }

  @Override
  public <T> T read(Function<DatasetGraph, T> query) {
    return locked(store -> store.read(query));
  }

  @Override
  public boolean isGone(EntityIri entity) {
    return locked(store -> store.isGone(entity));
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      current.close();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T> T locked(Function<GraphStore, T> use) {
    lock.readLock().lock();
    try {
      return use.apply(current);
    } finally {
      lock.readLock().unlock();
    }
  }
}
