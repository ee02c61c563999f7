package cn.lantai.search;

import cn.lantai.stage.Bookmark;
import cn.lantai.stage.StageLockedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** The files of an index, and the bookmark that each commit carries. */
final class IndexFolder implements AutoCloseable {

  private static final String BASE = "base";
  private static final String POSITION = "position";
  private static final String ROW_HASH = "rowHash";

  /** Stands in a commit, so that an index of another make is thrown away and made again. */
  private static final String MAKE = "make";

  /** To be raised whenever documents are made differently. */
  private static final String MAKE_NUMBER = "5";

  private static final double MEMORY_MEGABYTES = 64;

  private final Path path;
  private final Directory files;

  IndexFolder(Path path) {
    this.path = path;
    try {
      Files.createDirectories(path);
      files = FSDirectory.open(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws StageLockedException if another process writes
   */
  IndexWriter write() throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new FoldingAnalyzer())
            .setRAMBufferSizeMB(MEMORY_MEGABYTES)
            .setCommitOnClose(false);
    try {
      return new IndexWriter(files, config);
    } catch (LockObtainFailedException e) {
      throw new StageLockedException(path, e);
    }
  }

  /** Lets the next commit carry this bookmark. */
  static void note(Bookmark bookmark, IndexWriter writer) {
    writer.setLiveCommitData(
        Map.of(
                MAKE, MAKE_NUMBER,
                BASE, bookmark.base(),
                POSITION, Long.toString(bookmark.position()),
                ROW_HASH, bookmark.rowHash())
            .entrySet());
  }

  /** The bookmark of the last commit. */
  static Optional<Bookmark> bookmark(IndexWriter writer) {
    Map<String, String> noted = new HashMap<>();
    Optional.ofNullable(writer.getLiveCommitData())
        .ifPresent(data -> data.forEach(entry -> noted.put(entry.getKey(), entry.getValue())));
    if (noted.isEmpty()) {
      return Optional.empty();
    }
    if (!MAKE_NUMBER.equals(noted.get(MAKE))) {
      throw new IllegalStateException("An index of another make: " + noted.get(MAKE));
    }
    return Optional.of(
        new Bookmark(noted.get(BASE), Long.parseLong(noted.get(POSITION)), noted.get(ROW_HASH)));
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
