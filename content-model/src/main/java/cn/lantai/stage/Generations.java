package cn.lantai.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of one stage: a numbered one for each time that it was made, the highest number
 * counts. One that is being made has another name until it is complete.
 */
final class Generations {

  private static final String BEING_MADE = "next";

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
   * Makes what was made, and is closed, the generation that counts.
   *
   * @return its number
   */
  long complete() {
    long number = newest() + 1;
    try {
      Files.move(folder.resolve(BEING_MADE), folder(number), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return number;
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
