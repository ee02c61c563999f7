package cn.lantai.ingest;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that rows name: images, recordings and captions. */
final class NamedFiles {

  private static final List<String> SUBFOLDERS = List.of("images", "recordings");

  private final List<Path> folders;

  /**
   * @param folders where the files are; names lead nowhere else
   */
  NamedFiles(List<Path> folders) {
    this.folders = folders.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }

  /**
   * The files of an order: in its folder of images, in the folders that it imports, and in their
   * folders {@code images} and {@code recordings}.
   */
  static NamedFiles of(ImportOrder order) {
    List<Path> folders = new ArrayList<>(order.images().stream().toList());
    for (Path from : order.from()) {
      Stream.concat(Stream.of(from), SUBFOLDERS.stream().map(from::resolve))
          .filter(Files::isDirectory)
          .forEach(folders::add);
    }
    return new NamedFiles(folders);
  }

  Optional<Path> find(String name) {
    return name.isEmpty()
        ? Optional.empty()
        : folders.stream().flatMap(folder -> in(folder, name).stream()).findFirst();
  }

  /** A path may begin with the name of the folder itself. */
  private static Optional<Path> in(Path folder, String name) {
    String own = folder.getFileName() + "/";
    return inside(folder, name)
        .or(
            () ->
                name.startsWith(own)
                    ? inside(folder, name.substring(own.length()))
                    : Optional.empty());
  }

  private static Optional<Path> inside(Path folder, String name) {
    try {
      return Optional.of(folder.resolve(name).normalize())
          .filter(path -> path.startsWith(folder) && Files.isRegularFile(path));
    } catch (InvalidPathException notAName) {
      return Optional.empty();
    }
  }
}
