package cn.lantai.media.imageapi;

import cn.lantai.media.AccessPyramid;
import cn.lantai.media.Digest;
import cn.lantai.media.FileRange;
import cn.lantai.media.MediaStore;
import cn.lantai.media.Picture;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Pictures of stored images: copied from the access file where one is ready, else from the cache,
 * else made by an {@link ImageServer}. Equal requests at the same time are made once; no more are
 * made at the same time than it has capacity for.
 */
public final class ImageService {

  /**
   * To be raised when the same rendition comes to look different, also by a new version of access
   * files: no old picture is given from the cache then, and no client is told that nothing changed.
   */
  private static final String PICTURE_VERSION = "2";

  private static final long INDEX_CACHE_BYTES = 16L << 20;

  private final MediaStore store;
  private final SizeLimits limits;
  private final RenditionCache made;
  private final Duration patience;
  private final ImageServer server;
  private final Semaphore processors;
  private final TreatedPictures treated;
  private final Cache<Digest, AccessPyramid> pyramids =
      Caffeine.newBuilder()
          .maximumWeight(INDEX_CACHE_BYTES)
          .weigher((Digest digest, AccessPyramid pyramid) -> pyramid.weight())
          .build();
  private final ConcurrentMap<String, CompletableFuture<byte[]>> underWay =
      new ConcurrentHashMap<>();
  private final LongAdder rendered = new LongAdder();

  /**
   * @param patience how long a request waits for a processor before {@link ImageBusyException}
   */
  public ImageService(
      MediaStore store,
      SizeLimits limits,
      RenditionCache made,
      Duration patience,
      ImageServer server) {
    this.store = store;
    this.limits = limits;
    this.made = made;
    this.patience = patience;
    this.server = server;
    this.processors = new Semaphore(server.capacity(), true);
    this.treated = new TreatedPictures(store, patience);
  }

  /** Empty if no access file is there: the image is unknown, or still being ingested. */
  public Optional<ImageInformation> information(Picture image) throws ImageBusyException {
    return pyramid(image).map(pyramid -> new ImageInformation(pyramid, limits(image, pyramid)));
  }

  /**
   * What a request means for an image; costs no picture, so a client that has it already can be
   * answered by {@link #tag} alone. Empty as for {@link #information}.
   */
  public Optional<Rendition> rendition(Picture image, ImageRequest request)
      throws ImageRequestException, ImageBusyException {
    Optional<AccessPyramid> pyramid = pyramid(image);
    return pyramid.isPresent()
        ? Optional.of(request.on(pyramid.get().size(), limits(image, pyramid.get())))
        : Optional.empty();
  }

  /** Names the bytes of a picture: equal for equal bytes, and never the same for others. */
  public String tag(Picture image, Rendition rendition) {
    byte[] key = key(image, rendition).getBytes(StandardCharsets.UTF_8);
    return Digest.of(key).hex().substring(0, 32);
  }

  /** The encoded picture, if nothing has to be made for it: from the access file or the cache. */
  public Optional<byte[]> ready(Picture image, Rendition rendition) throws IOException {
    Optional<FileRange> range = server.ready(opened(image), rendition);
    return range.isPresent()
        ? Optional.of(read(image, rendition, range.get()))
        : made.find(key(image, rendition));
  }

  /** What another server took away as unneeded is needed again, and made again. */
  private byte[] read(Picture image, Rendition rendition, FileRange range) throws IOException {
    try {
      return range.read();
    } catch (NoSuchFileException gone) {
      if (image.isWhole()) {
        throw gone;
      }
      reopen(image.digest());
      return server.ready(opened(image), rendition).orElseThrow(() -> gone).read();
    }
  }

  /** Whether the picture only has to be copied from an access file that is open. */
  public boolean isAtHand(Picture image, Rendition rendition) {
    AccessPyramid pyramid = pyramids.getIfPresent(image.digest());
    return pyramid != null && server.ready(pyramid, rendition).isPresent();
  }

  /** The encoded picture. */
  public byte[] picture(Picture image, Rendition rendition) throws IOException {
    Optional<byte[]> ready = ready(image, rendition);
    if (ready.isPresent()) {
      return ready.get();
    }
    String key = key(image, rendition);
    try {
      return makeOnce(key, image.digest(), opened(image), rendition);
    } catch (NoSuchFileException gone) {
      if (image.isWhole()) {
        throw gone;
      }
      reopen(image.digest());
      return makeOnce(key, image.digest(), opened(image), rendition);
    }
  }

  /** To be called after an access file was made again by {@link MediaStore#remakeAccess}. */
  public void reopen(Digest image) {
    pyramids.invalidate(image);
  }

  /** How many pictures have been made since the start, neither ready nor cached. */
  public long rendered() {
    return rendered.sum();
  }

  private byte[] makeOnce(String key, Digest image, AccessPyramid pyramid, Rendition rendition)
      throws IOException {
    CompletableFuture<byte[]> mine = new CompletableFuture<>();
    CompletableFuture<byte[]> first = underWay.putIfAbsent(key, mine);
    if (first != null) {
      return await(first);
    }
    try {
      // Another thread may have finished between the look into the cache and here.
      Optional<byte[]> cached = made.find(key);
      byte[] picture = cached.isPresent() ? cached.get() : make(key, image, pyramid, rendition);
      mine.complete(picture);
      return picture;
    } catch (IOException | RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key, mine);
    }
  }

  private byte[] make(String key, Digest image, AccessPyramid pyramid, Rendition rendition)
      throws IOException {
    byte[] picture;
    acquireProcessor();
    try {
      picture = server.make(image, pyramid, rendition);
      rendered.increment();
    } finally {
      processors.release();
    }
    made.put(key, picture);
    return picture;
  }

  private void acquireProcessor() throws ImageBusyException {
    try {
      if (!processors.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ImageBusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageBusyException();
    }
  }

  private static byte[] await(CompletableFuture<byte[]> other) throws IOException {
    try {
      return other.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ImageBusyException busy) {
        throw new ImageBusyException(busy.getMessage());
      }
      throw new IOException("the picture could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageBusyException();
    }
  }

  /** What is given smaller is given no larger in any other way either. */
  private SizeLimits limits(Picture image, AccessPyramid pyramid) {
    return image.treatment().longestSide().isPresent() ? limits.within(pyramid.size()) : limits;
  }

  private AccessPyramid opened(Picture image) throws IOException {
    return pyramid(image)
        .orElseThrow(() -> new IOException("no access file for " + image.digest()));
  }

  private Optional<AccessPyramid> pyramid(Picture image) throws ImageBusyException {
    AccessPyramid known = pyramids.getIfPresent(image.digest());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<AccessPyramid> opened = store.pyramid(image.digest());
    if (!image.isWhole()) {
      if (opened.isPresent()) {
        treated.needed(image);
      } else {
        opened = treated.make(image);
      }
    }
    opened.ifPresent(pyramid -> pyramids.put(image.digest(), pyramid));
    return opened;
  }

  private String key(Picture image, Rendition rendition) {
    return String.join("/", PICTURE_VERSION, server.name(), image.digest().hex(), rendition.key());
  }
}
