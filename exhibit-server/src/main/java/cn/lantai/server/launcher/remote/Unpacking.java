package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Files that came packed and are wanted otherwise. No name in an archive leads out of its folder.
 */
final class Unpacking {

  private Unpacking() {}

  /** An archive as a new folder, which is there when it is whole; the archive goes. */
  static void folder(Path archive, Path target) throws StartProblem {
    Path part = target.resolveSibling(target.getFileName() + ".unpacked");
    try {
      remove(part);
      unpack(archive, part);
      Files.deleteIfExists(target); // an empty folder may have been there
      Download.move(part, target);
      Files.delete(archive);
    } catch (IOException failure) {
      throw LocalFiles.unwritable(target, failure);
    }
  }

  /** Tables that were kept out: one, or an archive of several. */
  static void rejected(Path file, Path folder, String name) throws StartProblem {
    LocalFiles.makeFolder(folder);
    try {
      if (isZip(file)) {
        unpack(file, folder);
        Files.delete(file);
      } else {
        Download.move(file, folder.resolve(name.isEmpty() ? "rejected.csv" : name));
      }
    } catch (IOException failure) {
      throw LocalFiles.unwritable(folder, failure);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PK\003\004");
    }
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path place = folder.resolve(entry.getName()).normalize();
        if (!place.startsWith(folder)) {
          throw new IOException("a name leads out of the archive");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(place);
          continue;
        }
        Files.createDirectories(place.getParent());
        try (InputStream in = zip.getInputStream(entry);
            OutputStream out = Files.newOutputStream(place)) {
          in.transferTo(out);
        }
      }
    }
  }

  static void gzip(Path file, Path target) throws StartProblem {
    Path part = target.resolveSibling(target.getFileName() + ".packed");
    try {
      try (InputStream in = Files.newInputStream(file);
          OutputStream out = new GZIPOutputStream(Files.newOutputStream(part), 1 << 16)) {
        in.transferTo(out);
      }
      Download.move(part, target);
      Files.delete(file);
    } catch (IOException failure) {
      throw LocalFiles.unwritable(target, failure);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
