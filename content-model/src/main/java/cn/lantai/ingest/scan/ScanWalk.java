package cn.lantai.ingest.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Walks through a folder in the order of names, holding the names of one folder at a time. Links
 * are followed to files inside of the folder only.
 */
final class ScanWalk {

  private static final int DEEPEST = 20;
  private static final Set<String> IMAGES =
      Set.of("jpg", "jpeg", "png", "tif", "tiff", "webp", "pdf");
  private static final Set<String> OTHER_IMAGES =
      Set.of(
          "jp2", "j2k", "jpf", "jpx", "bmp", "gif", "heic", "heif", "avif", "psd", "djvu", "dng",
          "cr2", "nef", "arw");

  /** What systems leave behind in folders. */
  private static final Set<String> LITTER =
      Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "@eadir", "$recycle.bin");

  private final Path root;
  private final Predicate<String> others;

  /**
   * @param others names of files that are not ours to look at, such as tables
   */
  ScanWalk(Path root, Predicate<String> others) {
    this.root = root.toAbsolutePath().normalize();
    this.others = others;
  }

  /** Why something in the folder is no scan. */
  enum Obstacle {
    LINK_LEADS_OUT,
    TOO_DEEP,
    OTHER_IMAGE_FORMAT,
    NO_IMAGE
  }

  /** Takes what is found. */
  interface Visitor {

    /**
     * @param path from the name of the walked folder on, with slashes
     */
    void scan(Path file, String path) throws IOException;

    default void obstacle(Obstacle obstacle, String path) throws IOException {}
  }

  void walk(Visitor visitor) throws IOException {
    walk(root, String.valueOf(root.getFileName()), 0, visitor);
  }

  private void walk(Path folder, String path, int depth, Visitor visitor) throws IOException {
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(inside::add);
    } catch (IOException unreadable) {
      // The import reports it, whatever might be in it.
      return;
    }
    Collections.sort(inside);
    for (Path each : inside) {
      String name = each.getFileName().toString();
      if (isLitter(name)) {
        continue;
      }
      String below = path + "/" + name;
      if (Files.isSymbolicLink(each)) {
        link(each, below, visitor);
      } else if (!Files.isDirectory(each)) {
        file(each, below, visitor);
      } else if (depth == DEEPEST) {
        visitor.obstacle(Obstacle.TOO_DEEP, below);
      } else {
        walk(each, below, depth + 1, visitor);
      }
    }
  }

  private static boolean isLitter(String name) {
    return name.startsWith(".")
        || name.startsWith("~$")
        || LITTER.contains(name.toLowerCase(Locale.ROOT));
  }

  private void link(Path link, String path, Visitor visitor) throws IOException {
    try {
      Path target = link.toRealPath();
      if (target.startsWith(root.toRealPath()) && Files.isRegularFile(target)) {
        file(link, path, visitor);
        return;
      }
    } catch (IOException broken) {
      // It leads nowhere.
    }
    visitor.obstacle(Obstacle.LINK_LEADS_OUT, path);
  }

  private void file(Path file, String path, Visitor visitor) throws IOException {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (IMAGES.contains(ending)) {
      visitor.scan(file, path);
    } else if (OTHER_IMAGES.contains(ending)) {
      visitor.obstacle(Obstacle.OTHER_IMAGE_FORMAT, path);
    } else if (!others.test(name)) {
      visitor.obstacle(Obstacle.NO_IMAGE, path);
    }
  }
}
