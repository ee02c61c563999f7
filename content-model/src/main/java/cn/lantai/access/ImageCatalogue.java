package cn.lantai.access;

import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.media.Picture;
import java.util.Optional;

/**
 * Tells which picture an image key means, to whoever is asking now. The image service trusts this
 * answer alone, so what is closed to the asker must be {@link Unknown}.
 */
public interface ImageCatalogue {

  /** The answer for a key. */
  sealed interface Finding {}

  /**
   * The image is known to the asker.
   *
   * @param everyone whether anybody may see it; if not, no shared cache may keep it
   * @param readable whether the asker may see it now; otherwise he may only know how large it is,
   *     and how to sign in
   * @param substitute the key of the picture that anybody gets in its place
   */
  record Found(
      Picture picture,
      boolean everyone,
      boolean readable,
      Optional<String> substitute,
      Credit credit)
      implements Finding {

    /** A picture that anybody may see. */
    public static Found open(Picture picture, Credit credit) {
      return new Found(picture, true, true, Optional.empty(), credit);
    }
  }

  /** There was such an image for everyone, and it has been withdrawn for good. */
  record Gone() implements Finding {}

  /** There is no such image, or none that the asker may know of. */
  record Unknown() implements Finding {}

  /** Never null, whatever the key looks like. */
  Finding find(String imageKey, Asker asker);

  /** The answer to anybody, if it is remembered and still true; never waits for anything. */
  default Finding remembered(String imageKey) {
    return new Unknown();
  }
}
