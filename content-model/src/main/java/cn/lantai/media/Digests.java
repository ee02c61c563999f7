package cn.lantai.media;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The digests of the same bytes by several algorithms, all computed in one reading. */
public record Digests(Map<DigestAlgorithm, Digest> byAlgorithm) {

  public Digests {
    byAlgorithm = Map.copyOf(byAlgorithm);
  }

  public static Digests of(Path file, Set<DigestAlgorithm> algorithms) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        Stream out = new Stream(OutputStream.nullOutputStream(), algorithms)) {
      in.transferTo(out);
      return out.finish();
    }
  }

  public Optional<Digest> get(DigestAlgorithm algorithm) {
    return Optional.ofNullable(byAlgorithm.get(algorithm));
  }

  /** For those that were computed with it. */
  public Digest sha256() {
    return get(DigestAlgorithm.SHA_256).orElseThrow();
  }

  public Collection<Digest> all() {
    return byAlgorithm.values();
  }

  /** Hands bytes on and computes their digests. */
  public static final class Stream extends FilterOutputStream {

    private final Map<DigestAlgorithm, MessageDigest> digests =
        new EnumMap<>(DigestAlgorithm.class);
    private long length;

    public Stream(OutputStream out, Set<DigestAlgorithm> algorithms) {
      super(out);
      algorithms.forEach(algorithm -> digests.put(algorithm, algorithm.newMessageDigest()));
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      out.write(bytes, offset, count);
      digests.values().forEach(digest -> digest.update(bytes, offset, count));
      length += count;
    }

    /** How many bytes went through. */
    public long length() {
      return length;
    }

    /** The digests of what went through; to be called once. */
    public Digests finish() {
      Map<DigestAlgorithm, Digest> all = new EnumMap<>(DigestAlgorithm.class);
      digests.forEach((algorithm, digest) -> all.put(algorithm, Digest.finish(algorithm, digest)));
      return new Digests(all);
    }
  }
}
