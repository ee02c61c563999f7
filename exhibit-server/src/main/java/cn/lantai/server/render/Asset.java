package cn.lantai.server.render;

import java.util.Objects;
import java.util.Optional;

/**
 * A static file. Its address holds a hash of all of them, so it may be cached for ever.
 *
 * @param gzip the same compressed, where that is worth it
 */
public record Asset(String mediaType, byte[] bytes, Optional<byte[]> gzip) {
  public Asset {
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(bytes);
    Objects.requireNonNull(gzip);
  }
}
