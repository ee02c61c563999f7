package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths that somebody typed, and what can be wrong with them. */
final class LocalFiles {

  private static final long NEARLY_FULL = 1 << 20;

  private LocalFiles() {}

  static Path path(String name) throws StartProblem {
    try {
      return Path.of(name).toAbsolutePath().normalize();
    } catch (InvalidPathException impossible) {
      throw new StartProblem("“" + name + "”不是路径。", "\"" + name + "\" is not a path.");
    }
  }

  static StartProblem unreadable(Path file) {
    return new StartProblem(
        "读不出 " + file + " ：请检查路径与权限。", file + " cannot be read: check its path and rights.");
  }

  static StartProblem unwritable(Path file, IOException failure) {
    if (isFull(file)) {
      return StartProblem.failure(
          "磁盘已满，写不下 " + file + " ：请腾出空间，或另选一处，再试一次。",
          "The disk is full, so "
              + file
              + " could not be written: free some room or choose"
              + " another place, then try again.");
    }
    return StartProblem.failure(
        "写不出 " + file + "（" + failure.getMessage() + "）：请检查文件夹与权限。",
        file
            + " cannot be written ("
            + failure.getMessage()
            + "): check the folder and its rights.");
  }

  private static boolean isFull(Path file) {
    Path there = file;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there != null && Files.getFileStore(there).getUsableSpace() < NEARLY_FULL;
    } catch (IOException unknown) {
      return false;
    }
  }

  /** Also the folder that it lies in, if that is not there. */
  static void makeFolder(Path folder) throws StartProblem {
    try {
      Files.createDirectories(folder);
    } catch (IOException refused) {
      throw unwritable(folder, refused);
    }
  }
}
