package cn.lantai.media;

/**
 * What may be seen of a stored image.
 *
 * @param digest of the treated picture; that of the original if nothing is done to it
 */
public record Picture(Digest original, Treatment treatment, Digest digest) {

  public static Picture of(Digest original, Treatment treatment) {
    return new Picture(original, treatment, treatment.digest(original));
  }

  /** All of the image, as it was stored. */
  public static Picture whole(Digest original) {
    return new Picture(original, Treatment.NONE, original);
  }

  public boolean isWhole() {
    return treatment.isNone();
  }
}
