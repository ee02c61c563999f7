package cn.lantai.server.iiif;

import java.util.Optional;

/**
 * What a request says that the Image API looks at.
 *
 * @param path as it was sent, without the query: a slash is one only if it is not encoded
 * @param accept the header of that name
 * @param ifNoneMatch the header of that name
 */
public record ImageQuestion(
    String method, String path, Optional<String> accept, Optional<String> ifNoneMatch) {

  /** Below this stand the addresses of images, and some other things. */
  public static final String ROOT = "/iiif/";
}
