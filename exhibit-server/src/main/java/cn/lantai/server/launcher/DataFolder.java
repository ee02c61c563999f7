package cn.lantai.server.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The data folder, held by a lock for as long as the process lives. */
final class DataFolder {

  private static final String LOCK = ".lock";

  private final Path path;

  @SuppressWarnings("unused") // held, not used: the lock goes with the channel
  private final FileLock lock;

  private DataFolder(Path path, FileLock lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder open(String name) throws StartProblem {
    try {
      Path path = Path.of(name).toAbsolutePath().normalize();
      Files.createDirectories(path);
      for (String part : List.of("db", "stages", "media", "logs", "run")) {
        Path folder = Files.createDirectories(path.resolve(part));
        Files.delete(Files.createTempFile(folder, ".writable", null));
      }
      return new DataFolder(path.toRealPath(), lock(path));
    } catch (InvalidPathException | IOException refused) {
      throw new StartProblem(
          "数据文件夹“" + name + "”不可写：请检查权限与磁盘空间，或用 LANTAI_DATA 另选一处。",
          "The data folder \""
              + name
              + "\" is not writable: check its rights and the space on the"
              + " disk, or choose another one with LANTAI_DATA.");
    }
  }

  private static FileLock lock(Path path) throws IOException, StartProblem {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new StartProblem(
          "数据文件夹“" + path + "”正被另一个兰台使用：请先停止它，或用 LANTAI_DATA 另选一处。",
          "The data folder \""
              + path
              + "\" is in use by another Lantai: stop that one first, or"
              + " choose another folder with LANTAI_DATA.");
    }
    return lock;
  }

  /** Whether a process holds the folder. */
  static boolean isHeld(Path path) throws IOException {
    Path file = path.resolve(LOCK);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }

  Path path() {
    return path;
  }

  Path log() {
    return path.resolve("logs/server.log");
  }

  /** What {@code lantai.properties} says; empty if there is no such file. */
  Map<String, String> properties() throws StartProblem {
    Path file = path.resolve("lantai.properties");
    Map<String, String> result = new TreeMap<>();
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException unreadable) {
        throw new StartProblem(
            "设置文件“" + file + "”无法读取：应为 UTF-8 文本，每行一项，形如 lantai.port=8080 。",
            "The settings file \""
                + file
                + "\" cannot be read: it is UTF-8 text with one setting a"
                + " line, like lantai.port=8080.");
      }
      properties
          .stringPropertyNames()
          .forEach(name -> result.put(name, properties.getProperty(name)));
    }
    return result;
  }

  /** An empty folder for what this run needs only while it lives. */
  Path emptyRunFolder() {
    Path run = path.resolve("run");
    try {
      if (Files.exists(run)) {
        try (Stream<Path> old = Files.walk(run)) {
          for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      return Files.createDirectories(run);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
