package cn.lantai.media.imageapi;

import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.TreatedFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes away treated pictures that nobody can ask for any more, because what is covered, or how far
 * the image is open, has changed. What is found unneeded is only noted; a later run that finds it
 * unneeded still, long enough after, takes it away. So what is asked for in the meantime stays, and
 * a stage or another server that is a little behind does no harm. A run may end at any moment.
 */
public final class TreatedUpkeep {

  /** How long an unneeded picture is kept. */
  static final Duration SPARED = Duration.ofDays(1);

  private final MediaStore store;
  private final ImageService images;
  private final Function<Digest, Set<Digest>> needed;

  /** What a run did. */
  public record Result(long seen, long noted, long removed) {}

  /**
   * @param needed the treated pictures of an original that anybody, signed in or not, can ask for
   */
  public TreatedUpkeep(
      MediaStore store, ImageService images, Function<Digest, Set<Digest>> needed) {
    this.store = store;
    this.images = images;
    this.needed = needed;
  }

  public Result run(Instant now) throws IOException {
    TreatedFiles files = store.treatedFiles();
    long[] counts = new long[3];
    files.each(
        treated -> {
          counts[0]++;
          if (needed.apply(treated.original()).contains(treated.digest())) {
            files.needed(treated.digest(), treated.original());
          } else if (treated.unneeded().isEmpty()) {
            files.unneeded(treated, now);
            counts[1]++;
          } else if (treated.unneeded().get().plus(SPARED).isBefore(now)) {
            files.remove(treated.digest());
            images.reopen(treated.digest());
            counts[2]++;
          }
        });
    return new Result(counts[0], counts[1], counts[2]);
  }
}
