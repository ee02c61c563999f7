package cn.lantai.server.imports;

import cn.lantai.server.imports.UploadRefusedException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * A folder that takes what others name: no name leads out of it, none is taken twice, and there is
 * an end to how many and how much. Archives are unpacked into a folder of their name.
 */
final class UploadFolder {

  private static final int LONGEST_NAME = 1000;

  private final Path root;
  private final Allowance allowance;

  /**
   * How much is taken.
   *
   * @param bytes when unpacked
   */
  record Allowance(int files, long bytes) {}

  private int files;
  private long bytes;

  UploadFolder(Path root, Allowance allowance) {
    this.root = root.toAbsolutePath().normalize();
    this.allowance = allowance;
  }

  /** Takes a file as its sender calls it, or what is in it, if it is an archive. */
  void take(String name, InputStream content) throws IOException, UploadRefusedException {
    unpack(name, write(place(root, name), content));
  }

  /** Takes a file that is on this disk already, by moving it. */
  void adopt(String name, Path content) throws IOException, UploadRefusedException {
    Path file = place(root, name);
    count(Files.size(content));
    makeRoom(file);
    try {
      unpack(name, Files.move(content, file));
    } catch (FileAlreadyExistsException twice) {
      throw twice(file);
    }
  }

  private void unpack(String name, Path file) throws IOException, UploadRefusedException {
    if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      ZipArchive.unpack(file, this);
      Files.delete(file);
    }
  }

  /** The place of a name in a folder of this one. */
  Path place(Path folder, String name) throws UploadRefusedException {
    String plain = name.replace('\\', '/');
    try {
      Path place = folder.resolve(plain).normalize();
      if (plain.isBlank()
          || plain.startsWith("/")
          || plain.length() > LONGEST_NAME
          || plain.matches("(?s).*[\\p{Cntrl}:].*")
          || plain.matches("(?:.*/)?\\.\\.(?:/.*)?")
          || !place.startsWith(folder)
          || place.equals(folder)) {
        throw badName(name);
      }
      return place;
    } catch (InvalidPathException impossible) {
      throw badName(name);
    }
  }

  private static UploadRefusedException badName(String name) {
    String shown = name.replaceAll("\\p{Cntrl}", "?");
    String cut = shown.length() > 100 ? shown.substring(0, 100) + "…" : shown;
    return new UploadRefusedException(
        Kind.NAME,
        "不能用的文件名：“" + cut + "”。文件名不得指向别处，也不得含控制字符和冒号。",
        "Not a usable file name: “"
            + cut
            + "”. It may not lead elsewhere, nor have control characters or colons.");
  }

  /** Counts and writes a file. */
  Path write(Path file, InputStream content) throws IOException, UploadRefusedException {
    count(0);
    makeRoom(file);
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        measure(read);
        out.write(buffer, 0, read);
      }
    } catch (FileAlreadyExistsException twice) {
      throw twice(file);
    }
    return file;
  }

  private void makeRoom(Path file) throws IOException, UploadRefusedException {
    try {
      Files.createDirectories(file.getParent());
    } catch (FileAlreadyExistsException isAFile) {
      throw twice(file.getParent());
    }
  }

  /** One file more, of which so much is known. */
  private void count(long size) throws UploadRefusedException {
    if (++files > allowance.files()) {
      throw new UploadRefusedException(
          Kind.TOO_MANY,
          "文件太多：一次最多 " + allowance.files() + " 个。请分几次上传。",
          "Too many files: up to " + allowance.files() + " at a time. Upload them in parts.");
    }
    measure(size);
  }

  private void measure(long more) throws UploadRefusedException {
    bytes += more;
    if (bytes > allowance.bytes()) {
      throw new UploadRefusedException(
          Kind.TOO_LARGE,
          "内容太大：解开后最多 " + (allowance.bytes() >> 20) + " MiB。请分几次上传，或由管理员用 import 命令导入。",
          "Too large: up to "
              + (allowance.bytes() >> 20)
              + " MiB when unpacked. Upload it in parts, or let the administrator use the"
              + " command import.");
    }
  }

  UploadRefusedException twice(Path file) {
    return new UploadRefusedException(
        Kind.NAME,
        "有两个文件同名：“" + root.relativize(file) + "”。请改名后再上传。",
        "Two files have the same name: “" + root.relativize(file) + "”. Rename one of them.");
  }

  Path root() {
    return root;
  }
}
