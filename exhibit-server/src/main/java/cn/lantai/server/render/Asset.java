package cn.lantai.server.render;

import java.util.Objects;
import java.util.Optional;

/** A static file. Its address holds a hash of all of them, so it may be cached for ever. */
public final class Asset {
  private final String mediaType;
  private final byte[] bytes;
  private final Optional<byte[]> gzip;

  Asset(String mediaType, byte[] bytes, Optional<byte[]> gzip) {
    this.mediaType = Objects.requireNonNull(mediaType);
    this.bytes = Objects.requireNonNull(bytes);
    this.gzip = Objects.requireNonNull(gzip);
  }

  public String mediaType() {
    return mediaType;
  }

  /** Read for this call: the caller may keep it. */
  public byte[] bytes() {
    return bytes;
  }

  /** The same compressed, where that is worth it. */
  public Optional<byte[]> gzip() {
    return gzip;
  }
}
