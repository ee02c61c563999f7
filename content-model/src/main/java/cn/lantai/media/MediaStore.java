package cn.lantai.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Originals and access files on a disk, addressed by what is in them. The folders are told in the
 * package's documentation. Safe for several threads and, on one disk, for several servers.
 */
public final class MediaStore {

  /** Enough for the largest photographs of telephones; about 700 MB of memory while reading. */
  public static final long DEFAULT_MAX_PIXELS = 150_000_000;

  private static final long PIXELS_PER_PERMIT = 1_000_000;
  private static final Duration ABANDONED = Duration.ofHours(6);

  private final Path originals;
  private final Path access;
  private final Path incoming;
  private final Path cache;
  private final SourceReader reader;
  private final int permits;
  private final Semaphore memory;

  private MediaStore(Path root, long maxPixels) {
    this.originals = root.resolve("originals");
    this.access = root.resolve("access");
    this.incoming = root.resolve("incoming");
    this.cache = root.resolve("cache");
    this.reader = new SourceReader(maxPixels);
    this.permits = (int) Math.max(1, (maxPixels + PIXELS_PER_PERMIT - 1) / PIXELS_PER_PERMIT);
    this.memory = new Semaphore(permits, true);
  }

  public static MediaStore open(Path root) throws IOException {
    return open(root, DEFAULT_MAX_PIXELS);
  }

  /**
   * Makes the folders and removes what a crash left half written.
   *
   * @param maxPixels images with more are refused unread; images being read at the same time never
   *     have more than this in all
   */
  public static MediaStore open(Path root, long maxPixels) throws IOException {
    MediaStore store = new MediaStore(root, maxPixels);
    Files.createDirectories(store.originals);
    Files.createDirectories(store.access);
    Files.createDirectories(store.incoming);
    Files.createDirectories(store.cache);
    store.removeAbandoned();
    return store;
  }

  /** Stores a file; the file itself is left alone. */
  public Ingested ingest(Path source) throws IOException, UnreadableImageException {
    try (InputStream in = Files.newInputStream(source)) {
      return ingest(in);
    }
  }

  /**
   * Stores the bytes of a stream, which the caller closes. Bytes already stored cost no second
   * copy.
   */
  public Ingested ingest(InputStream source) throws IOException, UnreadableImageException {
    Path copy = newIncoming(".original");
    try {
      Digest digest = receive(source, copy);
      SourceFormat format = SourceReader.formatOf(copy);
      Path original = originalPath(digest);
      Optional<AccessPyramid> known = Files.exists(original) ? pyramid(digest) : Optional.empty();
      if (known.isPresent()) {
        return new Ingested(digest, known.get().size(), format.mediaType(), true);
      }
      AccessPyramid made = makeAccess(copy, format, digest);
      place(copy, original);
      return new Ingested(digest, made.size(), format.mediaType(), false);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** The access file of a stored image; empty if there is none, or one of another version. */
  public Optional<AccessPyramid> pyramid(Digest digest) {
    try {
      return Optional.of(AccessPyramid.open(accessPath(digest)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Makes the access file of a stored original again, replacing the present one. */
  public AccessPyramid remakeAccess(Digest digest) throws IOException, UnreadableImageException {
    Path original = originalPath(digest);
    if (!Files.exists(original)) {
      throw new NoSuchFileException(original.toString(), null, "no such original is stored");
    }
    return makeAccess(original, SourceReader.formatOf(original), digest);
  }

  /** The bytes as they came, for downloads by curators and for exports; never for the public. */
  public Optional<Path> original(Digest digest) {
    return Optional.of(originalPath(digest)).filter(Files::exists);
  }

  /** Whether the stored original still has the digest under which it is kept. */
  public boolean isIntact(Digest digest) throws IOException {
    Path original = originalPath(digest);
    return Files.exists(original) && Digest.of(original).equals(digest);
  }

  /** Where renditions may be kept; whatever is there can be deleted at any time. */
  public Path cacheFolder() {
    return cache;
  }

  private AccessPyramid makeAccess(Path source, SourceFormat format, Digest digest)
      throws IOException, UnreadableImageException {
    PixelSize size = reader.sizeOf(source, format);
    int needed = (int) Math.min(permits, size.area() / PIXELS_PER_PERMIT + 1);
    memory.acquireUninterruptibly(needed);
    Path file = newIncoming(".tif");
    try {
      PyramidWriter.write(reader.read(source, format), file);
      Path target = accessPath(digest);
      place(file, target);
      return AccessPyramid.open(target);
    } finally {
      memory.release(needed);
      Files.deleteIfExists(file);
    }
  }

  private static Digest receive(InputStream source, Path file) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), sha256)) {
      new BufferedInputStream(source, 1 << 16).transferTo(out);
      channel.force(true);
    }
    return Digest.finish(sha256);
  }

  private static void place(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(target.getParent());
  }

  /** Makes the new name last through a power cut, where the system lets folders be forced. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows does not open folders; it orders renames by itself.
      return;
    }
  }

  private void removeAbandoned() throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    try (Stream<Path> files = Files.list(incoming)) {
      for (Path file : files.toList()) {
        // Younger ones may belong to another server on the same disk.
        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path newIncoming(String suffix) {
    return incoming.resolve(UUID.randomUUID() + suffix);
  }

  private Path originalPath(Digest digest) {
    return fanOut(originals, digest).resolve(digest.hex());
  }

  private Path accessPath(Digest digest) {
    return fanOut(access, digest).resolve(digest.hex() + ".tif");
  }

  private static Path fanOut(Path folder, Digest digest) {
    return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2, 4));
  }
}
