package cn.lantai.server.imports;

import cn.lantai.server.imports.UploadRefusedException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks an archive beside itself. Names are in UTF-8, or else in GB18030, as older systems in
 * China write them. What the archive says of sizes is not believed.
 */
final class ZipArchive {

  private static final List<Charset> NAMES =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private ZipArchive() {}

  static void unpack(Path archive, UploadFolder into) throws IOException, UploadRefusedException {
    Path folder = freeFolder(archive);
    Files.createDirectories(folder);
    try (ZipFile zip = open(archive)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        unpack(zip, all.nextElement(), folder, into);
      }
    } catch (ZipException | IllegalArgumentException broken) {
      throw new UploadRefusedException(
          Kind.ARCHIVE,
          "压缩包读不出来：可能不完整、有密码，或不是 ZIP。请重新压缩后上传。",
          "The archive cannot be read: it may be incomplete, have a password, or be no ZIP. Make it"
              + " again.");
    }
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path folder, UploadFolder into)
      throws IOException, UploadRefusedException {
    String name = entry.getName();
    // Archives that Windows made before long have backslashes, and folders that end in them.
    if (entry.isDirectory() || name.endsWith("\\")) {
      return;
    }
    Path file = into.place(folder, name);
    try (InputStream content = zip.getInputStream(entry)) {
      into.write(file, content);
    }
  }

  private static ZipFile open(Path archive) throws IOException {
    ZipException broken = new ZipException();
    for (Charset names : NAMES) {
      try {
        return new ZipFile(archive.toFile(), names);
      } catch (ZipException notThis) {
        broken = notThis;
      }
    }
    throw broken;
  }

  private static Path freeFolder(Path archive) {
    String name = archive.getFileName().toString();
    String base = name.substring(0, name.length() - ".zip".length()).strip();
    Path folder = archive.resolveSibling(base.isEmpty() || base.matches("\\.+") ? "zip" : base);
    return Files.exists(folder) ? archive.resolveSibling(name + ".d") : folder;
  }
}
