package cn.lantai.preservation;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where a bag is written: it appears under its name complete, or not at all. */
interface BagCarrier extends Closeable {

  /** Opens a new file of the bag; the one before has been closed. */
  OutputStream open(String path) throws IOException;

  /**
   * Whether the file is there already from an earlier bag, with this size, and was taken over. For
   * files whose name tells their content.
   */
  boolean takeOver(String path, long size) throws IOException;

  /** Takes back the file that was written last; false if this carrier cannot. */
  boolean takeBack(String path) throws IOException;

  /** Puts the bag in its place. */
  void commit() throws IOException;

  /** For a name that ends in {@code .zip} a zip, else a folder. */
  static BagCarrier at(Path target) throws IOException {
    String name = target.getFileName().toString();
    if (name.endsWith(".zip")) {
      return new ZipCarrier(target);
    }
    if (name.endsWith(".tar") || name.endsWith(".gz") || name.endsWith(".tgz")) {
      throw new PreservationException(
          "备份可以是文件夹或 .zip 文件，不支持“" + name + "”。",
          "A backup is a folder or a .zip file; \"" + name + "\" is neither.");
    }
    return new FolderCarrier(target);
  }
}
