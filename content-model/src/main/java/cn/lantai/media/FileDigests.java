package cn.lantai.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Digests of files outside, remembered while a file stays as it is: a book is read once. */
final class FileDigests {

  private static final int REMEMBERED = 100;

  private final Cache<State, Digest> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record State(Path file, long size, FileTime changed) {}

  Digest of(Path file) throws IOException {
    State state =
        new State(file.toAbsolutePath(), Files.size(file), Files.getLastModifiedTime(file));
    Digest digest = known.getIfPresent(state);
    if (digest == null) {
      digest = Digest.of(file);
      known.put(state, digest);
    }
    return digest;
  }
}
