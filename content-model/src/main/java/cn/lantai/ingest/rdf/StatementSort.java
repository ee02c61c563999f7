package cn.lantai.ingest.rdf;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.atlas.AtlasException;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicy;
import org.apache.jena.atlas.iterator.Iter;

/** Sorts statements by what they speak of, in files of its own once they are many. */
final class StatementSort implements AutoCloseable {

  /** In bytes. */
  private static final long MOST_IN_MEMORY = 48L << 20;

  private final Path folder;
  private final SortedDataBag<Statement> bag;

  /**
   * @param folder for its files, and for nothing else; emptied if there is something left in it
   */
  StatementSort(Path folder) throws IOException {
    this.folder = folder;
    deleteFiles();
    Files.createDirectories(folder);
    this.bag =
        new SortedDataBag<>(new BySize(), new Statement.Files(), Statement.ORDER) {
          @Override
          protected File getNewTemporaryFile() {
            return StatementSort.this.folder.resolve(UUID.randomUUID() + ".sort").toFile();
          }
        };
  }

  /**
   * @throws UncheckedIOException if a file cannot be written
   */
  void add(Statement statement) {
    try {
      bag.add(statement);
    } catch (AtlasException unwritable) {
      throw new UncheckedIOException(new IOException("Sorting on the disk", unwritable));
    }
  }

  /** Reads all that was added, in order. It can be read again. */
  void read(Reader reader) throws IOException {
    Iterator<Statement> statements = bag.iterator();
    try {
      reader.read(statements);
    } catch (UncheckedIOException | AtlasException unreadable) {
      throw new IOException("Sorting on the disk", unreadable);
    } finally {
      Iter.close(statements);
    }
  }

  /** Takes the statements. */
  @FunctionalInterface
  interface Reader {
    void read(Iterator<Statement> statements) throws IOException;
  }

  @Override
  public void close() throws IOException {
    bag.close();
    deleteFiles();
  }

  private void deleteFiles() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> left = Files.walk(folder)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Goes to the disk when so much is in memory. */
  private static final class BySize implements ThresholdPolicy<Statement> {

    private long size;

    @Override
    public void increment(Statement statement) {
      size += statement.size();
    }

    @Override
    public boolean isThresholdExceeded() {
      return size >= MOST_IN_MEMORY;
    }

    @Override
    public void reset() {
      size = 0;
    }
  }
}
