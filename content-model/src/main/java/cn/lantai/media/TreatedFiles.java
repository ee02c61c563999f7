package cn.lantai.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which access files are of treated pictures. Beside each, {@code NAME.of} names the original; it
 * is written before the file has its name, and goes after it, so no such file is ever without. Only
 * what has one can be taken away: the access file of an original may be all that is left of it.
 */
public final class TreatedFiles {

  private static final String ENDING = ".of";

  private final MediaStore store;
  private final Path access;

  TreatedFiles(MediaStore store, Path access) {
    this.store = store;
    this.access = access;
  }

  /**
   * A treated picture on the disk.
   *
   * @param unneeded since when nobody can ask for it, as far as that was noticed
   */
  public record Treated(Digest digest, Digest original, Optional<Instant> unneeded) {}

  /** Told each; may throw what ends the walk. */
  @FunctionalInterface
  public interface Visitor {
    void visit(Treated treated) throws IOException;
  }

  /** Whether this is the name of a note and not of a stored file. */
  public static boolean isNote(Path file) {
    return file.getFileName().toString().endsWith(".tif" + ENDING);
  }

  public boolean contains(Digest digest) {
    return Files.exists(note(digest));
  }

  public void each(Visitor visitor) throws IOException {
    for (Path first : folders(access)) {
      for (Path second : folders(first)) {
        for (Path file : list(second)) {
          Optional<Treated> treated = isNote(file) ? read(file) : Optional.empty();
          if (treated.isPresent()) {
            visitor.visit(treated.get());
          }
        }
      }
    }
  }

  /** That it is wanted: it is no longer, or not yet, thought to be unneeded. */
  public void needed(Digest digest, Digest original) throws IOException {
    Path note = note(digest);
    String words = original + "\n";
    if (!Files.exists(note) || !Files.readString(note).equals(words)) {
      write(note, words);
    }
  }

  public void unneeded(Treated treated, Instant since) throws IOException {
    write(note(treated.digest()), treated.original() + "\n" + since + "\n");
  }

  /** Takes it away. Whoever asks for it all the same gets it made again. */
  public void remove(Digest digest) throws IOException {
    Path file = store.accessPath(digest);
    Files.deleteIfExists(file);
    Sums.forget(file);
    Files.deleteIfExists(note(digest));
  }

  private Path note(Digest digest) {
    Path file = store.accessPath(digest);
    return file.resolveSibling(file.getFileName() + ENDING);
  }

  private static void write(Path note, String words) throws IOException {
    Files.createDirectories(note.getParent());
    // Of its own for each writer: the same picture may be made twice at the same moment.
    Path part = note.resolveSibling(note.getFileName() + "." + UUID.randomUUID() + ".part");
    Files.writeString(part, words, StandardCharsets.UTF_8);
    Files.move(part, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What cannot be read is left alone. */
  private static Optional<Treated> read(Path note) throws IOException {
    String name = note.getFileName().toString();
    String hex = name.substring(0, name.length() - (".tif" + ENDING).length());
    List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
    try {
      return Optional.of(
          new Treated(
              new Digest(hex),
              Digest.parse(lines.get(0)),
              lines.size() > 1 ? Optional.of(Instant.parse(lines.get(1))) : Optional.empty()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException broken) {
      return Optional.empty();
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    return list(folder).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    }
  }
}
