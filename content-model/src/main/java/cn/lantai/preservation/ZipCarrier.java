package cn.lantai.preservation;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bag in a zip file with one folder at its root; made in {@code NAME.zip.new}. */
final class ZipCarrier implements BagCarrier {

  private final Path target;
  private final Path made;
  private final String root;
  private final ZipOutputStream zip;

  ZipCarrier(Path target) throws IOException {
    this.target = target;
    this.made = target.resolveSibling(target.getFileName() + ".new");
    this.root = target.getFileName().toString().replaceFirst("\\.zip$", "") + "/";
    if (Files.isDirectory(target)) {
      throw new PreservationException(
          "“" + target + "”是文件夹：请另选一个文件名。",
          "\"" + target + "\" is a folder: choose another file name.");
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(made), 1 << 16));
    zip.setLevel(Deflater.NO_COMPRESSION); // images and rows are compressed already
    if (made.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Override
  public OutputStream open(String path) throws IOException {
    zip.putNextEntry(new ZipEntry(root + path));
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }

  @Override
  public boolean takeOver(String path, long size) {
    return false;
  }

  @Override
  public boolean takeBack(String path) {
    return false;
  }

  @Override
  public void commit() throws IOException {
    zip.close();
    try (var channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    zip.close();
    Files.deleteIfExists(made);
  }
}
