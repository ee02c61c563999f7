package cn.lantai.media.imageapi;

import cn.lantai.media.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Pictures made before, on the disk, up to a number of bytes; those not asked for longest go first.
 * It may be emptied by hand at any time. For one server; two of them need a folder each.
 */
public final class RenditionCache {

  private static final String UNFINISHED = ".tmp";

  private final Path folder;
  private final long maxBytes;
  private final Map<String, Long> lengths = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  private RenditionCache(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  public static RenditionCache open(Path folder, long maxBytes) throws IOException {
    Files.createDirectories(folder);
    RenditionCache cache = new RenditionCache(folder, maxBytes);
    cache.takeStock();
    return cache;
  }

  /** All that is kept now, in bytes. */
  public synchronized long bytes() {
    return bytes;
  }

  Optional<byte[]> find(String key) throws IOException {
    String name = name(key);
    synchronized (this) {
      if (lengths.get(name) == null) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(Files.readAllBytes(path(name)));
    } catch (NoSuchFileException e) {
      // Deleted by hand, or evicted since the look into the table.
      forget(name);
      return Optional.empty();
    }
  }

  void put(String key, byte[] content) throws IOException {
    if (content.length > maxBytes) {
      return;
    }
    String name = name(key);
    Path target = path(name);
    Files.createDirectories(target.getParent());
    Path unfinished = folder.resolve(UUID.randomUUID() + UNFINISHED);
    try {
      Files.write(unfinished, content);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    synchronized (this) {
      Long before = lengths.put(name, (long) content.length);
      bytes += content.length - (before == null ? 0 : before);
      evict();
    }
  }

  private void evict() throws IOException {
    Iterator<Map.Entry<String, Long>> eldest = lengths.entrySet().iterator();
    while (bytes > maxBytes && eldest.hasNext()) {
      Map.Entry<String, Long> entry = eldest.next();
      Files.deleteIfExists(path(entry.getKey()));
      bytes -= entry.getValue();
      eldest.remove();
    }
  }

  private synchronized void forget(String name) {
    Long length = lengths.remove(name);
    bytes -= length == null ? 0 : length;
  }

  private synchronized void takeStock() throws IOException {
    record Kept(String name, long length, FileTime written) {}
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder, 2)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    List<Kept> kept = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(UNFINISHED)) {
        Files.deleteIfExists(file);
      } else if (file.equals(path(name))) {
        kept.add(new Kept(name, Files.size(file), Files.getLastModifiedTime(file)));
      }
    }
    kept.sort(Comparator.comparing(Kept::written));
    for (Kept file : kept) {
      lengths.put(file.name(), file.length());
      bytes += file.length();
    }
    evict();
  }

  private Path path(String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  private static String name(String key) {
    return Digest.of(key.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
