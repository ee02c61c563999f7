package cn.lantai.preservation;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A bag in a folder. It is made in {@code NAME.new}; then {@code NAME} becomes {@code NAME.old},
 * and is deleted when the new one has its name. A bag that broke off is gone on with.
 */
final class FolderCarrier implements BagCarrier {

  private static final String DECLARATION = "bagit.txt";

  private final Path target;
  private final Path made;
  private final Path old;

  FolderCarrier(Path target) throws IOException {
    this.target = target;
    this.made = sibling(".new");
    this.old = sibling(".old");
    if (!Files.exists(target) && Files.exists(old)) {
      Files.move(old, target); // killed between the two renames of commit
    }
    if (Files.exists(target) && !Files.exists(target.resolve(DECLARATION)) && !isEmpty(target)) {
      throw new PreservationException(
          "“" + target + "”已有别的内容，不是备份：请另选一处。",
          "\"" + target + "\" holds something that is not a backup: choose another place.");
    }
    delete(old);
    Files.createDirectories(made);
    dropUnfinished();
    if (made.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Override
  public OutputStream open(String path) throws IOException {
    Path file = made.resolve(path);
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    FileChannel channel =
        FileChannel.open(
            part,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE));
    return new FilterOutputStream(
        new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
      }

      @Override
      public void close() throws IOException {
        if (channel.isOpen()) {
          out.flush();
          channel.force(true);
          out.close();
          Files.move(
              part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    };
  }

  @Override
  public boolean takeOver(String path, long size) throws IOException {
    Path file = made.resolve(path);
    if (Files.exists(file)) {
      return Files.size(file) == size;
    }
    Path before = target.resolve(path);
    if (!Files.exists(before) || Files.size(before) != size) {
      return false;
    }
    Files.createDirectories(file.getParent());
    try {
      Files.createLink(file, before);
      return true;
    } catch (FileAlreadyExistsException raced) {
      return true;
    } catch (IOException | UnsupportedOperationException noLinksHere) {
      return false;
    }
  }

  @Override
  public boolean takeBack(String path) throws IOException {
    return Files.deleteIfExists(made.resolve(path));
  }

  @Override
  public void commit() throws IOException {
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    delete(old);
  }

  /** What was made so far stays for the next try. */
  @Override
  public void close() {}

  /** Of a bag that broke off only the media are of use: their names tell what they hold. */
  private void dropUnfinished() throws IOException {
    Path media = made.resolve(Backup.MEDIA);
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (!file.startsWith(media) || file.toString().endsWith(".part")) {
          Files.delete(file);
        }
      }
    }
  }

  private Path sibling(String suffix) {
    return target.resolveSibling(target.getFileName() + suffix);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** First what says that this is a bag, so that a kill leaves nothing that passes for one. */
  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.deleteIfExists(folder.resolve(DECLARATION));
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
