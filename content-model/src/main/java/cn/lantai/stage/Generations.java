package cn.lantai.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The folders of one stage: a numbered one for each time that it was made, the highest number
 * counts. One that is being made has another name until it is complete.
 */
final class Generations {

  private static final String BEING_MADE = "next";

  /** In a generation that was made as a whole: its bytes then, and the entities in the journal. */
  private static final String MADE = "made";

  /** How much more than a new one a generation may take, and what is not worth the work. */
  private static final double GROWTH = 1.15;

  private static final long GROWTH_BYTES = 32L << 20;

  private final Path folder;

  Generations(Path folder) {
    this.folder = folder;
  }

  /** The number that counts; 1 if there is none yet. */
  long newest() {
    return all().stream().mapToLong(Long::longValue).max().orElse(1);
  }

  Path folder(long generation) {
    return folder.resolve(Long.toString(generation));
  }

  /** An empty place to make the next generation in. */
  Path begin() {
    Path next = folder.resolve(BEING_MADE);
    delete(next);
    return create(next);
  }

  /**
   * Notes how large a generation is that was made, and is closed: the measure by which it may grow.
   * What comes while it catches up with the journal is growth already.
   *
   * @param entities in the journal
   */
  static void note(Path made, long entities) {
    try {
      Files.writeString(made.resolve(MADE), bytes(made) + " " + entities + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes what was made, and is closed, the generation that counts.
   *
   * @return its number
   */
  long complete() {
    Path made = folder.resolve(BEING_MADE);
    long number = newest() + 1;
    try {
      Files.move(made, folder(number), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return number;
  }

  /** Throws away what was begun. */
  void abandon() {
    delete(folder.resolve(BEING_MADE));
  }

  /**
   * Whether the files of a generation have grown well beyond what a new one would need.
   *
   * @param entities how many the journal knows now
   */
  boolean isOvergrown(long generation, LongSupplier entities) {
    Path own = folder(generation);
    try {
      long grown = bytes(own) - GROWTH_BYTES;
      if (!Files.exists(own.resolve(MADE))) {
        return grown > 0;
      }
      String[] made = Files.readString(own.resolve(MADE)).strip().split(" ");
      double needed = Long.parseLong(made[0]) * GROWTH;
      // Counting the entities takes a while, so it comes last.
      return grown > needed
          && grown > needed * entities.getAsLong() / Math.max(1, Long.parseLong(made[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what does not count, or is not complete. */
  void keepOnly(long generation) {
    delete(folder.resolve(BEING_MADE));
    all().stream().filter(other -> other != generation).forEach(other -> delete(folder(other)));
  }

  private List<Long> all() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("[1-9][0-9]{0,17}"))
          .map(Long::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of files that others write, and remove, at the same time. */
  static long bytes(Path generation) {
    AtomicLong sum = new AtomicLong();
    try {
      Files.walkFileTree(
          generation,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum.addAndGet(attributes.size());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure)
                throws IOException {
              if (failure instanceof NoSuchFileException && !file.equals(generation)) {
                return FileVisitResult.CONTINUE;
              }
              throw failure;
            }
          });
      return sum.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path create(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
