package cn.lantai.media.imageapi;

import cn.lantai.media.AccessPyramid;
import cn.lantai.media.Digest;
import cn.lantai.media.FileRange;
import java.io.IOException;
import java.util.Optional;

/**
 * What makes pictures. Who may see them, what an address means, which pictures are kept, and what
 * is said about an image, is none of its business: all implementations stand behind {@link
 * ImageService}, so a site changes from one to another and no address, no tag and no decision about
 * access changes its meaning. Each makes whatever can be asked for; {@link Finish} does what it
 * cannot do itself.
 */
public interface ImageServer {

  /** A word that tells implementations apart whose pictures differ in their bytes. */
  String name();

  /** How many pictures may be made at the same time. */
  int capacity();

  /** A picture that only has to be copied, if there is one. */
  default Optional<FileRange> ready(AccessPyramid pyramid, Rendition rendition) {
    return Optional.empty();
  }

  /**
   * Makes a picture and encodes it.
   *
   * @param image by whose digest the access file is stored
   * @throws ImageBusyException if the same may work in a moment
   */
  byte[] make(Digest image, AccessPyramid pyramid, Rendition rendition) throws IOException;
}
