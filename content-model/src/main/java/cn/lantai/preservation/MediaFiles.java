package cn.lantai.preservation;

import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.Sums;
import cn.lantai.media.TreatedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a media store, folder by folder, always in the same order. */
final class MediaFiles {

  static final String ORIGINALS = "originals";
  static final String ACCESS = "access";

  private MediaFiles() {}

  /** Told each file; may throw what ends the walk. */
  @FunctionalInterface
  interface Visitor {
    void visit(Path file) throws IOException;
  }

  /** The folders {@code ab/cd} of a part of the store, sorted, as paths from the store's root. */
  static List<String> folders(Path root, String part) throws IOException {
    Path top = root.resolve(part);
    if (!Files.isDirectory(top)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(top, 2)) {
      return found
          .filter(Files::isDirectory)
          .map(folder -> root.relativize(folder).toString().replace('\\', '/'))
          .filter(name -> name.chars().filter(c -> c == '/').count() == 2)
          .sorted()
          .toList();
    }
  }

  /** All files of a part, but the notes beside them. */
  static void walk(Path root, String part, Visitor visitor) throws IOException {
    for (String folder : folders(root, part)) {
      for (Path file : files(root.resolve(folder))) {
        visitor.visit(file);
      }
    }
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(file -> !Sums.isSum(file) && !TreatedFiles.isNote(file))
          .sorted()
          .toList();
    }
  }

  /** The digest of the original that the file is, or is made from; empty if it is neither. */
  static Optional<Digest> address(MediaStore media, Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.tif$", "");
    if (!Digest.isHex(name)) {
      return Optional.empty();
    }
    Digest digest = new Digest(name);
    boolean inPlace =
        file.equals(media.originalPath(digest)) || file.equals(media.accessPath(digest));
    return inPlace ? Optional.of(digest) : Optional.empty();
  }
}
