package cn.lantai.preservation;

import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Digest;
import cn.lantai.media.DigestAlgorithm;
import cn.lantai.media.Digests;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads a bag (RFC 8493) in a folder or a zip file, and compares it with its manifests. */
public final class BagReader implements Closeable {

  private final Optional<FileSystem> zip;
  private final Path root;
  private final Map<String, Digests> payload;

  private BagReader(Optional<FileSystem> zip, Path root) throws IOException {
    this.zip = zip;
    this.root = root;
    if (!Files.exists(root.resolve("bagit.txt"))) {
      throw new PreservationException(
          "这里没有完整的备份：缺少 bagit.txt 。", "There is no complete backup: bagit.txt is missing.");
    }
    this.payload = manifest("manifest-");
  }

  public static BagReader open(Path source) throws IOException {
    if (Files.isDirectory(source)) {
      return new BagReader(Optional.empty(), source);
    }
    if (!Files.isRegularFile(source)) {
      throw new PreservationException(
          "找不到备份“" + source + "”。", "There is no backup \"" + source + "\".");
    }
    FileSystem zip;
    try {
      zip = FileSystems.newFileSystem(source, Map.of());
    } catch (IOException | RuntimeException notZip) {
      throw new PreservationException(
          "“" + source + "”不是完整的 zip 文件。", "\"" + source + "\" is not a complete zip file.");
    }
    try (Stream<Path> top = Files.list(zip.getPath("/"))) {
      Path folder = top.filter(Files::isDirectory).findFirst().orElse(zip.getPath("/"));
      return new BagReader(Optional.of(zip), folder);
    } catch (IOException | RuntimeException broken) {
      zip.close();
      throw broken;
    }
  }

  /** The files of the payload as the manifests have them, without {@code data/}, in order. */
  public Set<String> files() {
    return payload.keySet();
  }

  /** A line for each file that is changed, missing, or in no manifest; empty if all is whole. */
  public List<String> check(Reporter reporter) throws IOException {
    List<String> found = new ArrayList<>(checkTags());
    found.addAll(checkComplete());
    long done = 0;
    for (String file : payload.keySet()) {
      check(file).ifPresent(found::add);
      reporter.at(++done, payload.size(), LocalizedText.of("校验备份", "Checking the backup"));
    }
    return found;
  }

  /** What is wrong with the tag files; they say what the payload has to be. */
  List<String> checkTags() throws IOException {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Digests> tag : manifest("tagmanifest-").entrySet()) {
      compare(root.resolve(tag.getKey()), tag.getKey(), tag.getValue()).ifPresent(found::add);
    }
    return found;
  }

  /** Whether the files are those of the manifests, by name and by their sum of bytes. */
  List<String> checkComplete() throws IOException {
    List<String> found = new ArrayList<>();
    Set<String> there = new TreeSet<>();
    long octets = 0;
    Path data = root.resolve("data");
    if (Files.isDirectory(data)) {
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          there.add(data.relativize(file).toString().replace('\\', '/'));
          octets += Files.size(file);
        }
      }
    }
    for (String name : there) {
      if (!payload.containsKey(name)) {
        found.add("data/" + name + ": 清单中没有 in no manifest");
      }
    }
    String oxum = octets + "." + there.size();
    String expected = info().getOrDefault("Payload-Oxum", oxum);
    if (!expected.equals(oxum)) {
      found.add("Payload-Oxum: " + expected + " ≠ " + oxum);
    }
    return found;
  }

  Optional<String> check(String file) throws IOException {
    return compare(data(file), "data/" + file, payload.get(file));
  }

  /** Copies a file of the payload and says whether it has its digests. */
  boolean copy(String file, OutputStream target) throws IOException {
    Digests expected = payload.get(file);
    Digests.Stream out = new Digests.Stream(target, expected.byAlgorithm().keySet());
    Files.copy(data(file), out);
    out.flush();
    return out.finish().equals(expected);
  }

  Path data(String file) {
    return root.resolve("data").resolve(file);
  }

  Digest sha256(String file) {
    return payload.get(file).sha256();
  }

  BufferedReader lines(String file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(data(file)), 1 << 16),
            StandardCharsets.UTF_8));
  }

  Map<String, String> info() throws IOException {
    Map<String, String> info = new HashMap<>();
    Path file = root.resolve("bag-info.txt");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] parts = line.split(": ", 2);
        info.put(parts[0], parts.length == 2 ? parts[1] : "");
      }
    }
    return info;
  }

  @Override
  public void close() throws IOException {
    if (zip.isPresent()) {
      zip.get().close();
    }
  }

  private static Optional<String> compare(Path file, String name, Digests expected)
      throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(name + ": 缺失 missing");
    }
    return Digests.of(file, expected.byAlgorithm().keySet()).equals(expected)
        ? Optional.empty()
        : Optional.of(name + ": 内容已变 changed");
  }

  /** All manifests of a kind together. */
  private Map<String, Digests> manifest(String prefix) throws IOException {
    Map<String, Map<DigestAlgorithm, Digest>> all = new TreeMap<>();
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      Path file = root.resolve(prefix + algorithm.label() + ".txt");
      if (Files.exists(file)) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\\s+\\*?", 2);
            if (parts.length < 2 || !Digest.isHex(parts[0])) {
              throw new PreservationException(
                  "清单 " + file.getFileName() + " 有一行读不懂：" + line,
                  "A line of " + file.getFileName() + " makes no sense: " + line);
            }
            String name = BagPath.decode(parts[1]).replaceFirst("^data/", "");
            all.computeIfAbsent(name, key -> new EnumMap<>(DigestAlgorithm.class))
                .put(algorithm, new Digest(algorithm, parts[0]));
          }
        }
      }
    }
    Map<String, Digests> manifest = new TreeMap<>();
    all.forEach((name, digests) -> manifest.put(name, new Digests(digests)));
    if (manifest.values().stream().anyMatch(each -> each.get(DigestAlgorithm.SHA_256).isEmpty())) {
      throw new PreservationException(
          "备份没有 SHA-256 清单，无法核对。", "The backup has no SHA-256 manifest, so it cannot be checked.");
    }
    return manifest;
  }
}
