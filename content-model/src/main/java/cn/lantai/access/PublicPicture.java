package cn.lantai.access;

import cn.lantai.media.PageImage;
import java.util.Optional;

/**
 * The picture of an image that anybody gets, for pages and thumbnails.
 *
 * @param key of the picture in the image service
 */
public record PublicPicture(String key, int width, int height) {

  /** Ends the key of a picture that stands in for one behind a sign-in. */
  private static final String REDUCED = ".reduced";

  /**
   * Empty if the public gets none.
   *
   * @param image as it is stored, with what it inherits ({@link PageImage#inheriting})
   */
  public static Optional<PublicPicture> of(PageImage image) {
    String key = image.iri().key();
    boolean substitute =
        AccessPolicy.answer(image, AccessPolicy.Asker.ANYONE) instanceof AccessPolicy.SignInFirst;
    return AccessPolicy.forEveryone(image)
        .flatMap(treatment -> image.content().map(content -> content.treated(treatment)))
        .map(
            content ->
                new PublicPicture(
                    substitute ? key + REDUCED : key, content.width(), content.height()));
  }

  /** The key of the image that the picture with this key stands in for. */
  public static Optional<String> substituted(String key) {
    return key.endsWith(REDUCED) && key.length() > REDUCED.length()
        ? Optional.of(key.substring(0, key.length() - REDUCED.length()))
        : Optional.empty();
  }
}
