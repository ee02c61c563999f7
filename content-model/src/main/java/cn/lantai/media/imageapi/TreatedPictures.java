package cn.lantai.media.imageapi;

import cn.lantai.media.AccessPyramid;
import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.Picture;
import cn.lantai.media.UnreadableImageException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access files of treated pictures that are missing. Most are made when the image comes in; these
 * were not, because only the record says how far the image is open, or it was described anew, or
 * the file was lost. They are made beside the requests for them, which wait only so long.
 */
final class TreatedPictures {

  private static final Logger LOG = LoggerFactory.getLogger(TreatedPictures.class);

  private final MediaStore store;
  private final Duration patience;
  private final Executor makers;
  private final ConcurrentMap<Digest, CompletableFuture<Optional<AccessPyramid>>> underWay =
      new ConcurrentHashMap<>();

  TreatedPictures(MediaStore store, Duration patience) {
    this.store = store;
    this.patience = patience;
    this.makers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            work -> {
              Thread maker = new Thread(work, "lantai-treated-picture");
              maker.setDaemon(true);
              return maker;
            });
  }

  /** Empty if there is nothing that it could be made from. */
  Optional<AccessPyramid> make(Picture picture) throws ImageBusyException {
    CompletableFuture<Optional<AccessPyramid>> making =
        underWay.computeIfAbsent(
            picture.digest(),
            digest -> CompletableFuture.supplyAsync(() -> treat(picture), makers));
    try {
      return making.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException unfinished) {
      throw new ImageBusyException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageBusyException();
    } finally {
      if (making.isDone()) {
        underWay.remove(picture.digest(), making);
      }
    }
  }

  /**
   * It was asked for and is there; should that not be noted, it is made again when it is missed.
   */
  void needed(Picture picture) {
    try {
      store.treatedFiles().needed(picture.digest(), picture.original());
    } catch (IOException failure) {
      LOG.warn("{} cannot be noted as needed", picture.digest(), failure);
    }
  }

  private Optional<AccessPyramid> treat(Picture picture) {
    try {
      return Optional.of(store.treated(picture));
    } catch (NoSuchFileException unknown) {
      return Optional.empty();
    } catch (IOException | UnreadableImageException | RuntimeException broken) {
      LOG.error("{} cannot be made of {}", picture.treatment(), picture.original(), broken);
      return Optional.empty();
    }
  }
}
