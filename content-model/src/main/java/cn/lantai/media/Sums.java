package cn.lantai.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * The digests recorded beside a stored file: {@code NAME.sha256}, {@code NAME.sm3}, each a line as
 * {@code sha256sum} writes and checks it.
 */
public final class Sums {

  private Sums() {}

  /** What is recorded; a record that cannot be read counts as none. */
  public static Digests of(Path file) throws IOException {
    Map<DigestAlgorithm, Digest> recorded = new EnumMap<>(DigestAlgorithm.class);
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      Path sum = sum(file, algorithm);
      if (Files.exists(sum)) {
        String hex = Files.readString(sum).split(" ", 2)[0].strip();
        if (Digest.isHex(hex)) {
          recorded.put(algorithm, new Digest(algorithm, hex));
        }
      }
    }
    return new Digests(recorded);
  }

  public static void record(Path file, Digests digests) throws IOException {
    for (Digest digest : digests.all()) {
      Path sum = sum(file, digest.algorithm());
      // Of its own for each writer: the same bytes may come twice at the same moment.
      Path part = sum.resolveSibling(sum.getFileName() + "." + UUID.randomUUID() + ".part");
      Files.writeString(
          part, digest.hex() + "  " + file.getFileName() + "\n", StandardCharsets.UTF_8);
      Files.move(part, sum, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Before the file itself is replaced. */
  static void forget(Path file) throws IOException {
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      Files.deleteIfExists(sum(file, algorithm));
    }
  }

  /** Whether this is the name of a record and not of a stored file. */
  public static boolean isSum(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot >= 0 && DigestAlgorithm.ofLabel(name.substring(dot + 1)).isPresent();
  }

  private static Path sum(Path file, DigestAlgorithm algorithm) {
    return file.resolveSibling(file.getFileName() + "." + algorithm.label());
  }
}
