package cn.lantai.preservation;

import cn.lantai.media.Digest;
import cn.lantai.media.DigestAlgorithm;
import cn.lantai.media.Digests;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes a bag (RFC 8493, version 1.0): payload first, then {@link #finish}. Own code, because the
 * Java library for it has rested for years and cannot write a payload without reading it twice.
 */
final class BagWriter implements Closeable {

  static final String PAYLOAD = "data/";

  private final BagCarrier carrier;
  private final Set<DigestAlgorithm> algorithms;
  private final Map<DigestAlgorithm, Path> manifests = new EnumMap<>(DigestAlgorithm.class);
  private final Map<DigestAlgorithm, BufferedWriter> lines = new EnumMap<>(DigestAlgorithm.class);
  private final Map<String, Digests> tags = new LinkedHashMap<>();
  private long files;
  private long octets;
  private boolean committed;

  /** What is written into one file of the bag. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  BagWriter(Path target, Set<DigestAlgorithm> algorithms) throws IOException {
    this.carrier = BagCarrier.at(target);
    this.algorithms = Set.copyOf(algorithms);
    for (DigestAlgorithm algorithm : algorithms) {
      // Beside the bag: what a backup that was killed leaves is overwritten by the next one.
      Path spool =
          target.resolveSibling(target.getFileName() + ".manifest-" + algorithm.label() + ".part");
      manifests.put(algorithm, spool);
      lines.put(algorithm, Files.newBufferedWriter(spool, StandardCharsets.UTF_8));
    }
  }

  /**
   * @param path below {@code data/}
   */
  Digests add(String path, Content content) throws IOException {
    Written written = write(PAYLOAD + path, content);
    count(path, written.length(), written.digests());
    return written.digests();
  }

  /**
   * Adds a file whose SHA-256 is known from elsewhere; one that an earlier bag at the same place
   * has is taken over unread.
   *
   * @return false if the file does not have that digest, and was left out
   */
  boolean add(String path, Path source, Digest expected) throws IOException {
    long size = Files.size(source);
    boolean readTwice = !algorithms.equals(Set.of(DigestAlgorithm.SHA_256));
    if (!readTwice && carrier.takeOver(PAYLOAD + path, size)) {
      count(path, size, new Digests(Map.of(DigestAlgorithm.SHA_256, expected)));
      return true;
    }
    if (readTwice || !(carrier instanceof FolderCarrier)) {
      Digests found = Digests.of(source, algorithms);
      if (!found.sha256().equals(expected)) {
        return false;
      }
      if (carrier.takeOver(PAYLOAD + path, size)) {
        count(path, size, found);
        return true;
      }
    }
    Written written = write(PAYLOAD + path, out -> Files.copy(source, out));
    if (!written.digests().sha256().equals(expected)) {
      carrier.takeBack(PAYLOAD + path);
      return false;
    }
    count(path, written.length(), written.digests());
    return true;
  }

  /** Writes the tag files and puts the bag in its place. */
  void finish(Map<String, String> info) throws IOException {
    tag("bagit.txt", out -> print(out, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
    StringBuilder text = new StringBuilder();
    info.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    text.append("Bagging-Date: ").append(LocalDate.now(ZoneOffset.UTC)).append('\n');
    text.append("Payload-Oxum: ").append(octets).append('.').append(files).append('\n');
    tag("bag-info.txt", out -> print(out, text.toString()));
    for (DigestAlgorithm algorithm : algorithms) {
      lines.get(algorithm).close();
      tag(
          "manifest-" + algorithm.label() + ".txt",
          out -> Files.copy(manifests.get(algorithm), out));
    }
    for (DigestAlgorithm algorithm : algorithms) {
      write(
          "tagmanifest-" + algorithm.label() + ".txt",
          out -> {
            for (Map.Entry<String, Digests> tag : tags.entrySet()) {
              print(out, line(tag.getValue().get(algorithm).orElseThrow(), tag.getKey()));
            }
          });
    }
    carrier.commit();
    committed = true;
  }

  @Override
  public void close() throws IOException {
    for (BufferedWriter each : lines.values()) {
      each.close();
    }
    for (Path spool : manifests.values()) {
      Files.deleteIfExists(spool);
    }
    if (!committed) {
      carrier.close();
    }
  }

  private void tag(String name, Content content) throws IOException {
    tags.put(name, write(name, content).digests());
  }

  private Written write(String path, Content content) throws IOException {
    OutputStream file = carrier.open(path);
    Digests.Stream out = new Digests.Stream(file, algorithms);
    content.writeTo(out);
    // Only a file that was written to its end gets its name.
    out.close();
    return new Written(out.finish(), out.length());
  }

  private void count(String path, long length, Digests digests) throws IOException {
    files++;
    octets += length;
    for (DigestAlgorithm algorithm : algorithms) {
      lines
          .get(algorithm)
          .write(line(digests.get(algorithm).orElseThrow(), PAYLOAD + BagPath.encode(path)));
    }
  }

  private static String line(Digest digest, String path) {
    return digest.hex() + "  " + path + "\n";
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private record Written(Digests digests, long length) {}
}
