package cn.lantai.access;

import cn.lantai.media.Digest;
import java.util.Optional;

/**
 * Tells which stored image an image key means, to whoever is asking now. The image service trusts
 * this answer alone, so what is closed to the asker must be {@link Unknown}.
 */
public interface ImageCatalogue {

  /** The answer for a key. */
  sealed interface Finding {}

  /**
   * The image may be seen.
   *
   * @param everyone whether anybody may see it; if not, no shared cache may keep it
   * @param rights IRI of a licence or rights statement
   */
  record Found(Digest digest, boolean everyone, Optional<String> rights) implements Finding {}

  /** There was such an image for everyone, and it has been withdrawn for good. */
  record Gone() implements Finding {}

  /** There is no such image, or none that the asker may know of. */
  record Unknown() implements Finding {}

  /** Never null, whatever the key looks like. */
  Finding find(String imageKey);
}
