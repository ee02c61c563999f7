package cn.lantai.media;

/**
 * An image that is stored and ready to be served.
 *
 * @param size of the upright image, which may differ from the stored one by a quarter turn
 * @param mediaType of the original, told by its bytes
 * @param alreadyThere whether the same bytes had been stored before
 */
public record Ingested(Digest digest, PixelSize size, String mediaType, boolean alreadyThere) {

  public int width() {
    return size.width();
  }

  public int height() {
    return size.height();
  }
}
