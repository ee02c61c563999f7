package cn.lantai.media;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Originals and access files on a disk, addressed by what is in them. The folders are told in the
 * package's documentation. Safe for several threads and, on one disk, for several servers.
 */
public final class MediaStore {

  /** 60,000 × 60,000: the largest maps and scrolls that scanners give. */
  public static final long DEFAULT_MAX_PIXELS = 3_600_000_000L;

  /** What has to be read as a whole needs some 6 bytes of memory for each pixel. */
  private static final long MAX_WHOLE_PIXELS = 150_000_000;

  private static final long BYTES_PER_PERMIT = 1 << 20;
  private static final Duration ABANDONED = Duration.ofHours(6);

  private final Path originals;
  private final Path access;
  private final Path incoming;
  private final Path cache;
  private final SourceReader reader;
  private final int permits;
  private final Semaphore memory;
  private final FileDigests digests = new FileDigests();

  private final Path root;
  private final TreatedFiles treatedFiles;
  private final Set<DigestAlgorithm> recorded;

  private MediaStore(Path root, long maxPixels, Set<DigestAlgorithm> recorded) {
    this.root = root;
    this.recorded = Set.copyOf(recorded);
    this.originals = root.resolve("originals");
    this.access = root.resolve("access");
    this.incoming = root.resolve("incoming");
    this.cache = root.resolve("cache");
    this.treatedFiles = new TreatedFiles(this, access);
    this.reader = new SourceReader(maxPixels, Math.min(maxPixels, MAX_WHOLE_PIXELS));
    this.permits = (int) Math.max(1, Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_PERMIT);
    this.memory = new Semaphore(permits, true);
  }

  public static MediaStore open(Path root) throws IOException {
    return open(root, DEFAULT_MAX_PIXELS);
  }

  public static MediaStore open(Path root, long maxPixels) throws IOException {
    return open(root, maxPixels, EnumSet.of(DigestAlgorithm.SHA_256));
  }

  /**
   * Makes the folders and removes what a crash left half written.
   *
   * @param maxPixels images with more are refused unread. Images that are read at the same time
   *     never need more than half of the memory that this process may have
   * @param recorded the digests that are kept beside each file; the address of an original is its
   *     SHA-256 in any case
   */
  public static MediaStore open(Path root, long maxPixels, Set<DigestAlgorithm> recorded)
      throws IOException {
    MediaStore store = new MediaStore(root, maxPixels, recorded);
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
   * Stores one page of a file. The file is kept whole, and once for all its pages; a page that
   * cannot be read leaves nothing behind.
   *
   * @param page from 1
   */
  public Ingested ingest(Path source, int page) throws IOException, UnreadableImageException {
    if (page == 1) {
      return ingest(source);
    }
    SourceFormat format = SourceReader.formatOf(source);
    FilePage filePage = new FilePage(digests.of(source), page);
    Digest digest = filePage.digest();
    Path original = originalPath(digest);
    Optional<AccessPyramid> known = Files.exists(original) ? pyramid(digest) : Optional.empty();
    if (known.isPresent() && Files.exists(originalPath(filePage.file()))) {
      return new Ingested(digest, known.get().size(), format.mediaType(), true);
    }
    AccessPyramid made = makeAccess(source, reader.inspect(source, page), digest, Treatment.NONE);
    keep(source, filePage.file());
    Path words = newIncoming(".page");
    try {
      receive(new ByteArrayInputStream(filePage.words()), words);
      place(words, original);
    } finally {
      Files.deleteIfExists(words);
    }
    recordDigests(original);
    return new Ingested(digest, made.size(), format.mediaType(), false);
  }

  /** How many pages a file has that can be stored each as an image; 1 for most. */
  public static int pages(Path source) throws IOException {
    return SourceReader.pages(source);
  }

  private void keep(Path source, Digest digest) throws IOException {
    Path original = originalPath(digest);
    if (Files.exists(original)) {
      return;
    }
    Path copy = newIncoming(".original");
    try (InputStream in = Files.newInputStream(source)) {
      if (!receive(in, copy).equals(digest)) {
        throw new IOException(source + " has changed while it was being read");
      }
      place(copy, original);
      recordDigests(original);
    } finally {
      Files.deleteIfExists(copy);
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
      Path original = originalPath(digest);
      Optional<AccessPyramid> known = Files.exists(original) ? pyramid(digest) : Optional.empty();
      if (known.isPresent()) {
        String mediaType = SourceReader.formatOf(copy).mediaType();
        return new Ingested(digest, known.get().size(), mediaType, true);
      }
      Source inspected = reader.inspect(copy);
      AccessPyramid made = makeAccess(copy, inspected, digest, Treatment.NONE);
      place(copy, original);
      recordDigests(original);
      return new Ingested(digest, made.size(), inspected.format().mediaType(), false);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Stores a file that is served as it came, such as a recording: without an access file. */
  public Digest keep(Path source) throws IOException {
    Digest digest = digests.of(source);
    keep(source, digest);
    return digest;
  }

  public Ingested examine(Path source) throws IOException, UnreadableImageException {
    return examine(source, 1);
  }

  /** What storing a page would give, as far as the file's head tells; nothing is stored. */
  public Ingested examine(Path source, int page) throws IOException, UnreadableImageException {
    Source inspected = reader.inspect(source, page);
    Digest file = digests.of(source);
    Digest digest = page == 1 ? file : new FilePage(file, page).digest();
    return new Ingested(
        digest,
        inspected.upright(),
        inspected.format().mediaType(),
        Files.exists(originalPath(digest)));
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
    return makeAccess(Picture.whole(digest));
  }

  /** The file that a stored image is a further page of; empty if it is a file of its own. */
  public Optional<Digest> fileOf(Digest digest) throws IOException {
    Path original = originalPath(digest);
    return Files.exists(original) ? FilePage.read(original).map(FilePage::file) : Optional.empty();
  }

  /**
   * The access file of a stored image, treated as it has to be; made now if it is not there yet.
   * What is treated is never replaced by what is not. It counts as needed from now on.
   *
   * @throws NoSuchFileException if no such original is stored
   */
  public AccessPyramid treated(Picture picture) throws IOException, UnreadableImageException {
    Optional<AccessPyramid> known = pyramid(picture.digest());
    if (known.isEmpty()) {
      return makeAccess(picture);
    }
    if (!picture.isWhole()) {
      treatedFiles.needed(picture.digest(), picture.original());
    }
    return known.get();
  }

  /** The access files of treated pictures, which can be taken away. */
  public TreatedFiles treatedFiles() {
    return treatedFiles;
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

  /** Writes down the digests of a stored file, as they are now; for one that came from a backup. */
  public void recordDigests(Path file) throws IOException {
    Set<DigestAlgorithm> wanted = EnumSet.noneOf(DigestAlgorithm.class);
    wanted.addAll(recorded);
    if (file.startsWith(originals)) {
      wanted.remove(DigestAlgorithm.SHA_256);
    }
    if (!wanted.isEmpty()) {
      Sums.record(file, Digests.of(file, wanted));
    }
  }

  /** The folder with the layout that the package's documentation tells. */
  public Path folder() {
    return root;
  }

  public Path originalPath(Digest digest) {
    return fanOut(originals, digest).resolve(digest.hex());
  }

  public Path accessPath(Digest digest) {
    return fanOut(access, digest).resolve(digest.hex() + ".tif");
  }

  /** Where renditions may be kept; whatever is there can be deleted at any time. */
  public Path cacheFolder() {
    return cache;
  }

  private AccessPyramid makeAccess(Picture picture) throws IOException, UnreadableImageException {
    Path original = originalPath(picture.original());
    if (!Files.exists(original)) {
      throw new NoSuchFileException(original.toString(), null, "no such original is stored");
    }
    if (!picture.isWhole()) {
      treatedFiles.needed(picture.digest(), picture.original());
    }
    Optional<FilePage> part = FilePage.read(original);
    Path file = part.isPresent() ? originalPath(part.get().file()) : original;
    int page = part.map(FilePage::page).orElse(1);
    Source source = reader.inspect(file, page);
    return makeAccess(file, source, picture.digest(), picture.treatment());
  }

  private AccessPyramid makeAccess(Path file, Source source, Digest digest, Treatment treatment)
      throws IOException, UnreadableImageException {
    PixelSize size = treatment.size(source.upright());
    long scaled = size.equals(source.upright()) ? 0 : 3 * size.area();
    int needed = (int) Math.min(permits, (source.memory() + scaled) / BYTES_PER_PERMIT + 1);
    memory.acquireUninterruptibly(needed);
    Path made = newIncoming(".tif");
    Path scratch = newIncoming(".rows");
    try {
      try (PyramidWriter writer = new PyramidWriter(size, made)) {
        TreatedRows rows = new TreatedRows(source.upright(), treatment, writer);
        reader.read(file, source, scratch, treatment.isNone() ? writer : rows);
        rows.finish();
        writer.finish();
      }
      Path target = accessPath(digest);
      Sums.forget(target);
      place(made, target);
      recordDigests(target);
      return AccessPyramid.open(target);
    } finally {
      memory.release(needed);
      Files.deleteIfExists(made);
      Files.deleteIfExists(scratch);
    }
  }

  private static Digest receive(InputStream source, Path file) throws IOException {
    MessageDigest sha256 = DigestAlgorithm.SHA_256.newMessageDigest();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), sha256)) {
      new BufferedInputStream(source, 1 << 16).transferTo(out);
      channel.force(true);
    }
    return Digest.finish(DigestAlgorithm.SHA_256, sha256);
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

  private static Path fanOut(Path folder, Digest digest) {
    return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2, 4));
  }
}
