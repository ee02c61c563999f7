package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.stage.Bookmark;
import cn.lantai.stage.Change;
import cn.lantai.stage.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.MonthDay;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ReferenceManager;

/**
 * A stage's index in a folder of its own. What is applied is seen at once and brought to the disk
 * with its bookmark within a second or with the next changes, whichever comes later: after a crash
 * the index is a little behind and consistent.
 */
public final class LuceneStageIndex implements StageIndex, Projection {

  private static final long COMMIT_AFTER = TimeUnit.SECONDS.toNanos(1);
  private static final int COMMIT_AFTER_CHANGES = 1000;

  /** Counts the states of all indexes of the process, so that no number means two of them. */
  private static final AtomicLong STATES = new AtomicLong();

  private final IndexFolder folder;
  private IndexWriter writer;
  private final Snapshots snapshots;
  private volatile Optional<Bookmark> bookmark;
  private long committed = System.nanoTime();
  private int uncommitted;

  LuceneStageIndex(Path path) {
    folder = new IndexFolder(path);
    try {
      writer = folder.write();
      bookmark = IndexFolder.bookmark(writer);
      snapshots = new Snapshots();
    } catch (IOException e) {
      folder.close();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Bookmark> bookmark() {
    return bookmark;
  }

  @Override
  public synchronized void apply(List<Change> changes, Bookmark next) {
    bookmark.ifPresent(next::requireAfter);
    DocumentMaker documents = new DocumentMaker(next.base());
    Map<Term, Optional<Document>> made = new LinkedHashMap<>();
    for (Change change : changes) {
      made.put(
          new Term(IndexFields.ID, IndexFields.id(change.entity())),
          change.now().isEmpty()
              ? Optional.empty()
              : Optional.of(documents.make(change.entity(), change.now())));
    }
    try {
      for (var each : made.entrySet()) {
        if (each.getValue().isPresent()) {
          writer.updateDocument(each.getKey(), each.getValue().get());
        } else {
          writer.deleteDocuments(each.getKey());
        }
      }
      IndexFolder.note(next, writer);
      uncommitted += changes.size();
      if (uncommitted >= COMMIT_AFTER_CHANGES || System.nanoTime() - committed > COMMIT_AFTER) {
        commit();
      }
      bookmark = Optional.of(next);
      if (!changes.isEmpty()) {
        snapshots.maybeRefreshBlocking();
      }
    } catch (IOException | RuntimeException e) {
      throw undone(e);
    }
  }

  @Override
  public long changed() {
    return read(Snapshot::number);
  }

  @Override
  public SearchResult search(SearchQuery query) {
    return read(snapshot -> new Search(snapshot, query, Optional.empty()).run());
  }

  @Override
  public SearchResult search(SearchQuery query, Versions published) {
    return read(snapshot -> new Search(snapshot, query, Optional.of(published)).run());
  }

  @Override
  public List<EntityIri> all(SearchQuery query, Versions published, int limit) {
    return read(snapshot -> new Search(snapshot, query, Optional.of(published)).all(limit));
  }

  @Override
  public PageHits pages(PageQuery query) {
    return read(snapshot -> new PageSearch(snapshot, query).run());
  }

  @Override
  public Versions versions() {
    return read(Snapshot::versions);
  }

  @Override
  public Listing.Stretch list(Listing listing, long first, int size) {
    return read(snapshot -> new Lists(snapshot).stretch(listing, first, size));
  }

  @Override
  public List<Summary> around(EntityIri entity, Listing listing, int each) {
    return read(snapshot -> new Lists(snapshot).around(entity, listing, each));
  }

  @Override
  public Map<EntityIri, Summary> summaries(Collection<EntityIri> entities) {
    return read(snapshot -> new Lists(snapshot).summaries(entities));
  }

  @Override
  public Map<EntityIri, PageImage> firstImages(Collection<EntityIri> records) {
    return read(snapshot -> new PageImages(snapshot.searcher()).first(records));
  }

  @Override
  public List<Summary> path(EntityIri set) {
    return read(snapshot -> new Lists(snapshot).path(set));
  }

  @Override
  public List<Summary> fonds() {
    return read(Snapshot::fonds);
  }

  @Override
  public List<Summary> nearDay(MonthDay day, int limit) {
    return read(snapshot -> new Lists(snapshot).nearDay(day, limit));
  }

  @Override
  public Map<EntityIri, Long> recordsBelow(Collection<EntityIri> sets) {
    return read(snapshot -> new Lists(snapshot).recordsBelow(sets));
  }

  @Override
  public List<ThemeNode> themes(EntityIri scheme) {
    return read(snapshot -> snapshot.themes().of(scheme));
  }

  @Override
  public DueList due(DueQuery query) {
    return read(snapshot -> new DueRecords(snapshot, query).run());
  }

  @Override
  public List<NameInText> named(String text, Set<EntityType> types) {
    return read(snapshot -> new NamesInText(snapshot, types).find(text));
  }

  @Override
  public long count(EntityType type) {
    return read(snapshot -> snapshot.count(type));
  }

  @Override
  public List<Summary> suggest(String beginning, Set<EntityType> types, int limit) {
    return read(snapshot -> new Lists(snapshot).suggest(beginning, types, limit));
  }

  @Override
  public synchronized void close() {
    try {
      snapshots.close();
      if (writer.isOpen()) {
        commit();
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      folder.close();
    }
  }

  private void commit() throws IOException {
    writer.commit();
    committed = System.nanoTime();
    uncommitted = 0;
  }

  /** Goes back to the last commit, with a writer that works again. */
  private RuntimeException undone(Exception failure) {
    try {
      writer.rollback();
      writer = folder.write();
      bookmark = IndexFolder.bookmark(writer);
      snapshots.reopen();
    } catch (IOException | RuntimeException worse) {
      failure.addSuppressed(worse);
    }
    return failure instanceof RuntimeException own
        ? own
        : new UncheckedIOException((IOException) failure);
  }

  interface Reading<T> {
    T of(Snapshot snapshot) throws IOException;
  }

  <T> T read(Reading<T> reading) {
    try {
      Snapshot snapshot = snapshots.acquire();
      try {
        return reading.of(snapshot);
      } finally {
        snapshots.release(snapshot);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands out the newest state, and lets go of a state when nobody reads it any more. */
  private final class Snapshots extends ReferenceManager<Snapshot> {

    private boolean reopen;

    Snapshots() throws IOException {
      current = new Snapshot(DirectoryReader.open(writer), STATES.incrementAndGet());
    }

    void reopen() throws IOException {
      reopen = true;
      maybeRefreshBlocking();
    }

    @Override
    protected Snapshot refreshIfNeeded(Snapshot old) throws IOException {
      DirectoryReader newer =
          reopen
              ? DirectoryReader.open(writer)
              : DirectoryReader.openIfChanged(old.reader(), writer);
      reopen = false;
      return newer == null ? null : new Snapshot(newer, STATES.incrementAndGet());
    }

    @Override
    protected boolean tryIncRef(Snapshot snapshot) {
      return snapshot.reader().tryIncRef();
    }

    @Override
    protected void decRef(Snapshot snapshot) throws IOException {
      snapshot.reader().decRef();
    }

    @Override
    protected int getRefCount(Snapshot snapshot) {
      return snapshot.reader().getRefCount();
    }
  }
}
